import type { StateTone } from '../../components/StateTag'
import type { PartyState } from '../../data/port'

export const partyStates = [
  'incomplete',
  'ready',
  'filed',
  'returned',
  'differs',
  'held',
  'attention',
] as const satisfies readonly PartyState[]

export const stateTones: Readonly<Record<PartyState, StateTone>> = {
  incomplete: 'neutral',
  ready: 'waiting',
  filed: 'running',
  returned: 'bad',
  differs: 'waiting',
  held: 'good',
  attention: 'bad',
}
