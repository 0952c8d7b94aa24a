import type { z } from 'zod'
import type { Text } from '../model/text'
import { app } from './app'
import { backup } from './backup'
import { carry } from './carry'
import { certificate } from './certificate'
import type { Channel } from './channel'
import { desks } from './desks'
import { exchange } from './exchange'
import { files } from './files'
import { folder } from './folder'
import { network } from './network'
import { print } from './print'
import { reference } from './reference'
import { release } from './release'
import { sentinel } from './sentinel'
import { vault } from './vault'

/** Every request channel between renderer and main. A channel that is not here exists on neither side. */
export const contract = {
  ...app,
  ...vault,
  ...sentinel,
  ...files,
  ...print,
  ...exchange,
  ...carry,
  ...certificate,
  ...folder,
  ...desks,
  ...network,
  ...reference,
  ...backup,
  ...release,
} satisfies Record<string, Channel>

export type Contract = typeof contract
export type ChannelName = keyof Contract
export type Args<C extends ChannelName> = z.infer<Contract[C]['args']>
export type Result<C extends ChannelName> = z.infer<Contract[C]['result']>

/** Messages main sends unasked; payload only, never Electron's event object. */
export type Events = {
  /** A system menu command or accelerator of the shell. */
  'menu.command': { command: 'find' | 'help' | 'new-window' | 'lock' }
  /** Another window of the session locked it; keys are gone in main too. */
  'vault.locked': Record<string, never>
  /** Somebody closes a window that holds unsaved input; the page keeps it and then calls `app.close`. `ask`: ask first. */
  'app.closing': { ask: boolean }
  /** A system notification was clicked. */
  'app.show': { room: string }
}
export type EventName = keyof Events

/** The bridge the preload puts on `window.yiguan`. */
export type Bridge = {
  invoke<C extends ChannelName>(channel: C, ...args: Args<C>): Promise<Result<C>>
  /** Listen; the returned function stops listening. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void
}

/** An error as it crosses IPC: Electron keeps only the message, so code and text travel inside it. */
export function encodeIpcError(code: string, text: Text): string {
  return `[${code}] ${JSON.stringify(text)}`
}

/** Read what `encodeIpcError` wrote, from behind whatever prefix Electron put; anything else is `internal`, shown raw. */
export function decodeIpcError(message: string): { code: string; text: Text } {
  const found = /\[([a-z0-9-]+)\] (\{.*\})$/s.exec(message)
  if (found) {
    try {
      return { code: found[1]!, text: JSON.parse(found[2]!) as Text }
    } catch {
      // not ours after all
    }
  }
  return { code: 'internal', text: { zh: message, en: message } }
}
