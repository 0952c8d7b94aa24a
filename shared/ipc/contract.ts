import type { z } from 'zod'
import { app } from './app'
import type { Channel } from './channel'
import { files } from './files'
import { print } from './print'
import { sentinel } from './sentinel'
import { vault } from './vault'

/** Every request channel between renderer and main. A channel that is not here exists on neither side. */
export const contract = { ...app, ...vault, ...sentinel, ...files, ...print } satisfies Record<
  string,
  Channel
>

export type Contract = typeof contract
export type ChannelName = keyof Contract
export type Args<C extends ChannelName> = z.infer<Contract[C]['args']>
export type Result<C extends ChannelName> = z.infer<Contract[C]['result']>

/** Messages main sends unasked; payload only, never Electron's event object. */
export type Events = {
  /** A system menu command or accelerator of the shell. */
  'menu.command': { command: 'find' | 'help' | 'new-window' | 'lock' }
  /** The OS is shutting down or the window is asked to close: unsaved input must be named now. */
  'app.closing': Record<string, never>
}
export type EventName = keyof Events

/** The bridge the preload puts on `window.yiguan`. */
export type Bridge = {
  invoke<C extends ChannelName>(channel: C, ...args: Args<C>): Promise<Result<C>>
  /** Listen; the returned function stops listening. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void
}

/** An error as it crosses IPC: Electron keeps only the message, so the code travels in front of it. */
export function encodeIpcError(code: string, message: string): string {
  return `[${code}] ${message}`
}
export function decodeIpcError(text: string): { code: string; message: string } {
  const found = /\[([a-z0-9-]+)\] ([\s\S]*)$/.exec(text)
  return found ? { code: found[1]!, message: found[2]! } : { code: 'internal', message: text }
}
