import type { PieceState } from '#shared/control/pieces'
import type { StateTone } from '../../../components/StateTag'

const tones: Readonly<Record<PieceState, StateTone>> = {
  faulty: 'bad',
  underway: 'waiting',
  ready: 'good',
  declared: 'neutral',
}
export const toneOf = (state: PieceState): StateTone => tones[state]
