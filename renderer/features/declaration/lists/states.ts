import type { StateTone } from '../../../components/StateTag'
import type { ListState } from '../../../data/port'

export const listTones: Readonly<Record<ListState, StateTone>> = {
  draft: 'neutral',
  waiting: 'running',
  refused: 'bad',
  inspected: 'waiting',
  released: 'good',
  cleared: 'good',
  void: 'neutral',
}
