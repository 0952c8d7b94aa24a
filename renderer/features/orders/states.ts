import type { StateTone } from '../../components/StateTag'
import type { OrderState } from '../../data/port'

/** Tone of a state; the words carry the meaning. `''` is a record that is no order (cancellation, adjustment). */
export const stateTones: Readonly<Record<OrderState | '', StateTone>> = {
  '': 'neutral',
  cancelled: 'neutral',
  incomplete: 'bad',
  unmatched: 'waiting',
  ready: 'good',
  waiting: 'running',
  refused: 'bad',
  inspected: 'waiting',
  released: 'good',
  cleared: 'good',
}

export const stateKey = (state: string): string => (state === '' ? 'none' : state)
