import type { Filter, OrderRow, SkipReason } from '../../../data/port'
import type { BookSession } from '../session'

/** The orders of a filter from which 清单 can be built now, and why the others cannot. */
export function sortOut(
  { views, projection }: BookSession,
  filter: Filter,
): { ready: string[]; skipped: Partial<Record<SkipReason, number>> } {
  const ready: string[] = []
  const skipped: Partial<Record<SkipReason, number>> = {}
  for (const id of views.ids('orders', filter)) {
    const row = projection.orders.get(id)
    const living = projection.listsOf(id).some((list) => projection.lists.get(list)?.state !== 'void')
    const reason = row ? whyNot(row, living) : 'not-an-order'
    if (reason) skipped[reason] = (skipped[reason] ?? 0) + 1
    else ready.push(id)
  }
  return { ready, skipped }
}

function whyNot({ kind, state }: OrderRow, declared: boolean): SkipReason | undefined {
  if (kind !== 'order') return 'not-an-order'
  if (declared) return 'declared'
  if (state === 'ready') return undefined
  if (state === 'cancelled' || state === 'incomplete') return state
  return 'unmatched'
}

/** Ids of all cancellation records: what they take back is taken off the orders they name. */
export const cancellationsOf = ({ projection }: BookSession): string[] =>
  [...projection.orders.rows()].filter(({ kind }) => kind === 'cancellation').map(({ id }) => id)
