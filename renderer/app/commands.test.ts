import { afterEach, describe, expect, it } from 'vitest'
import { commandFor, keysOf, registerCommand, showKeys, useCommands, type Command } from './commands'

const key = (over: Partial<KeyboardEvent>) =>
  ({
    key: 'k',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 75,
    ...over,
  }) as KeyboardEvent
const command = (id: string, over: Partial<Command> = {}): Command => ({
  id,
  title: 'app:title',
  group: 'frame',
  keys: 'Mod+K',
  run: () => undefined,
  ...over,
})

afterEach(() => useCommands.setState({ commands: [] }))

describe('shortcuts', () => {
  it('are written the same way whatever the case of the key', () => {
    expect(keysOf(key({ ctrlKey: true }))).toBe('Mod+K')
    expect(keysOf(key({ metaKey: true, shiftKey: true, key: 'L' }))).toBe('Mod+Shift+L')
    expect(keysOf(key({ altKey: true, key: 'ArrowLeft' }))).toBe('Alt+ArrowLeft')
  })

  it('are shown as they stand on the keyboard', () => {
    expect(showKeys('Mod+Shift+L')).toBe('Ctrl+Shift+L')
    expect(showKeys('Alt+ArrowRight')).toBe('Alt+→')
  })

  it('never fire on a key that the input method takes', () => {
    registerCommand(command('find'))
    expect(commandFor(key({ ctrlKey: true, isComposing: true }))).toBeUndefined()
    expect(commandFor(key({ ctrlKey: true, keyCode: 229 }))).toBeUndefined()
    expect(commandFor(key({ ctrlKey: true }))?.id).toBe('find')
  })

  it('belong to the latest that offers them, and fall back when it leaves', () => {
    registerCommand(command('frame'))
    const leave = registerCommand(command('room'))
    expect(commandFor(key({ ctrlKey: true }))?.id).toBe('room')
    leave()
    expect(commandFor(key({ ctrlKey: true }))?.id).toBe('frame')
  })

  it('pass a command by that is not possible now', () => {
    registerCommand(command('frame'))
    registerCommand(command('room', { enabled: () => false }))
    expect(commandFor(key({ ctrlKey: true }))?.id).toBe('frame')
  })
})
