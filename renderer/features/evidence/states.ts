import type { StateTone } from '../../components/StateTag'
import type { EvidenceView } from '../../data/port'

export type State = EvidenceView['validity']['state']
export const states = ['expired', 'valid', 'pending', 'lasting'] as const satisfies readonly State[]

/** A paper within this many days of its end is shown as one that waits for somebody. */
const soonDays = 30

export function toneOf(validity: EvidenceView['validity']): StateTone {
  if (validity.state === 'expired') return 'bad'
  if (validity.state === 'pending') return 'waiting'
  return validity.state === 'valid' && validity.days <= soonDays ? 'waiting' : 'good'
}
