import { useEffect, useRef } from 'react'
import { commandFor, registerCommand, type Command } from './commands'

/** Offer a command while the component is there. The newest `run` and `enabled` count; `id` and `keys` stay. */
export function useCommand(command: Command): void {
  const latest = useRef(command)
  useEffect(() => {
    latest.current = command
  })
  const { id, keys, title, group } = command
  useEffect(
    () =>
      registerCommand({
        id,
        keys,
        title,
        group,
        enabled: () => latest.current.enabled?.() ?? true,
        run: () => latest.current.run(),
      }),
    [id, keys, title, group],
  )
}

/** Route keys of the window to commands. A key that a field or the grid has used is none of ours. */
export function useCommandKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const command = commandFor(event)
      if (!command) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
