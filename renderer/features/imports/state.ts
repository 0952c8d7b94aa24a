import type { StateTone } from '../../components/StateTag'
import type { ImportView } from '../../data/port'

export type ShownState = 'running' | 'interrupted' | 'done' | 'withErrors' | 'cancelled' | 'undone'

/** Refused rows that nobody has settled yet. */
export const openErrors = ({ stored, settled }: ImportView): number =>
  stored.refused - (settled?.mended ?? 0) - (settled?.dropped ?? 0)

/** The state in the officer's words: an import with refused rows left is not finished business. */
export function importState(view: ImportView): ShownState {
  if (view.interrupted) return 'interrupted'
  if (view.state === 'done' && openErrors(view) > 0) return 'withErrors'
  return view.state
}

export const importTones: Readonly<Record<ShownState, StateTone>> = {
  running: 'running',
  interrupted: 'bad',
  done: 'good',
  withErrors: 'waiting',
  cancelled: 'neutral',
  undone: 'neutral',
}
