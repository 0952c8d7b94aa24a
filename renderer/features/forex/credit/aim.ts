import { useEffect, useRef, useState, type RefObject } from 'react'
import { create } from 'zustand'
import type { Part, Step } from './steps'

/** A control of a step of a receipt that a finding led to. */
export type Aim = { credit: string; step: Step; part: Part }

const useAim = create<{ aim?: Aim | undefined }>(() => ({}))

/** Lead to a control of a receipt, also of one that is opened by it. */
export const aimAt = (aim: Aim): void => useAim.setState({ aim })

const control = ['input', 'textarea', 'button']
  .map((name) => `${name}:not([disabled], [aria-hidden=true])`)
  .join()

const selectorOf = (part: Part): string =>
  'field' in part ? `[data-field="${part.field}"]` : `[data-help="${part.help}"]`

/**
 * Follows what leads to this receipt: shows its step, and gives the control the focus as soon as it is on the screen. What
 * the officer presses meanwhile goes before.
 */
export function useAimed(
  credit: string,
  step: Step,
  onStep: (step: Step) => void,
): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  const aim = useAim((state) => (state.aim?.credit === credit ? state.aim : undefined))
  const [followed, setFollowed] = useState<Aim>()
  if (aim && aim !== followed) {
    setFollowed(aim)
    onStep(aim.step)
  }
  useEffect(() => {
    if (!aim || aim.step !== step) return
    const within = root.current
    const end = () => useAim.setState({ aim: undefined })
    const look = () => {
      const found = within?.querySelector(selectorOf(aim.part))
      const target = found?.querySelector<HTMLElement>(control)
      if (!target) return
      found?.scrollIntoView({ block: 'center' })
      target.focus()
      end()
    }
    const observer = new MutationObserver(look)
    if (within) observer.observe(within, { subtree: true, childList: true, attributes: true })
    look()
    window.addEventListener('keydown', end, true)
    window.addEventListener('pointerdown', end, true)
    return () => {
      observer.disconnect()
      window.removeEventListener('keydown', end, true)
      window.removeEventListener('pointerdown', end, true)
    }
  }, [aim, step])
  return root
}
