import type { StateTone } from '../../../components/StateTag'
import type { ListRow, ListState } from '../../../data/port'

export const listTones: Readonly<Record<ListState, StateTone>> = {
  draft: 'neutral',
  waiting: 'running',
  refused: 'bad',
  inspected: 'waiting',
  released: 'good',
  cleared: 'good',
  withdrawing: 'waiting',
  void: 'neutral',
}

/** Key of the words for where a 清单 stands: one that customs withdrew is not one that was given up here. */
export const stateKey = ({ state, withdrawal }: Pick<ListRow, 'state' | 'withdrawal'>): string =>
  state === 'void' && withdrawal === 'done' ? 'withdrawn' : state
