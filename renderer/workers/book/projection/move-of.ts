import type { ListMove, ListRow, SealedRecord } from '../../../data/port'

/** What became of a 清单 since it was last looked at; the answer to its withdrawal is news of its own. */
export function moveOf(
  before: ListRow | undefined,
  { state, withdrawal }: SealedRecord<'lists'>,
): ListMove | undefined {
  if (!before || before.state === state) return undefined
  if (before.state === 'withdrawing' && withdrawal?.state === 'refused') return 'kept'
  return before.state === 'withdrawing' && state === 'void' ? 'withdrawn' : state
}
