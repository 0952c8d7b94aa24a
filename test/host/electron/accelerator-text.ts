import type { Upward } from '../page/post'

export type Pressed = Extract<Upward, { kind: 'key' }>

const isMac = process.platform === 'darwin'

/** Electron's accelerator text (`CmdOrCtrl+Shift+N`) against a pressed key. */
export function matches(accelerator: string, pressed: Omit<Pressed, 'kind'>): boolean {
  const parts = accelerator.split('+').map((part) => part.trim().toLowerCase())
  const key = parts.pop()!
  const has = (...names: string[]) => names.some((name) => parts.includes(name))
  const either = has('commandorcontrol', 'cmdorctrl')
  const ctrl = has('control', 'ctrl') || (either && !isMac)
  const meta = has('command', 'cmd', 'super', 'meta') || (either && isMac)
  if (ctrl !== pressed.ctrl || meta !== pressed.meta) return false
  if (has('alt', 'option') !== pressed.alt) return false
  const name = names[key] ?? key
  // Plus is typed with Shift on many keyboards; it stands for its key.
  if (has('shift') !== pressed.shift && name !== '+') return false
  return name === pressed.key.toLowerCase() || pressed.code.toLowerCase() === `key${name}`
}

const names: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}
