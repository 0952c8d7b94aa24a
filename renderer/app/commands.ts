import { create } from 'zustand'

/**
 * Something the officer can do by key and by the palette. `keys` as in `Mod+K`, `F8`, `Alt+ArrowLeft`
 * (`Mod` = Ctrl, or ⌘ on a Mac). `title` is an i18n key. A later command with the same keys wins while it is
 * registered, so that a room may claim a key while it is open.
 */
export type Command = {
  id: string
  title: string
  group: 'frame' | 'room' | 'grid' | 'edit'
  keys?: string
  /** False hides it from the palette and lets the key through. */
  enabled?: () => boolean
  run: () => void
}

type CommandState = { commands: readonly Command[] }
export const useCommands = create<CommandState>(() => ({ commands: [] }))

/** Register; the returned function takes the command away again. */
export function registerCommand(command: Command): () => void {
  useCommands.setState(({ commands }) => ({
    commands: [...commands.filter((c) => c.id !== command.id), command],
  }))
  return () => useCommands.setState(({ commands }) => ({ commands: commands.filter((c) => c !== command) }))
}

type KeyLike = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'
>

/** An event as `Mod+Shift+K`; undefined while an input method composes, whatever key it is. */
export function keysOf(event: KeyLike): string | undefined {
  // 229 is what Chromium reports for a key that the input method has taken, before isComposing turns true.
  if (event.isComposing || event.keyCode === 229) return undefined
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const modifiers = [
    (event.ctrlKey || event.metaKey) && 'Mod',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ].filter((m): m is string => typeof m === 'string')
  return [...modifiers, key].join('+')
}

const shown: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** Keys as they are printed on a keyboard: `Ctrl+Shift+L`, `Alt+→`. */
export function showKeys(keys: string): string {
  return keys
    .split('+')
    .map((key) => shown[key] ?? key)
    .join('+')
}

/** The command a key event stands for; the last registered one wins. */
export function commandFor(event: KeyLike, commands = useCommands.getState().commands): Command | undefined {
  const keys = keysOf(event)
  if (keys === undefined) return undefined
  return commands.findLast((c) => c.keys === keys && (c.enabled?.() ?? true))
}
