import { useEffect, useRef } from 'react'
import { commandFor, registerCommand, type Command } from './commands'
import { useWhyNot, type Deed } from './roles'

/**
 * Offer a command while the component is there. The newest `run` and `enabled` count; `id` and `keys` stay. `does`: it is
 * offered to those only who may do that.
 */
export function useCommand({ does, ...command }: Command & { does?: Deed }): void {
  const whyNot = useWhyNot()
  const refused = does !== undefined && whyNot(does) !== undefined
  const latest = useRef({ ...command, refused })
  useEffect(() => {
    latest.current = { ...command, refused }
  })
  const { id, keys, title, group } = command
  useEffect(
    () =>
      registerCommand({
        id,
        keys,
        title,
        group,
        enabled: () => !latest.current.refused && (latest.current.enabled?.() ?? true),
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
