import { isByEntry } from '#shared/model/mode'
import type { Filter, ListState, OrderRow, SkipReason } from '../../../data/port'
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

function whyNot({ kind, state, mode }: OrderRow, declared: boolean): SkipReason | undefined {
  if (kind !== 'order') return 'not-an-order'
  if (declared) return 'declared'
  if (mode !== '' && isByEntry(mode) && state === 'ready') return 'by-entry'
  if (state === 'ready') return undefined
  if (state === 'cancelled' || state === 'incomplete') return state
  return 'unmatched'
}

/** Orders of a filter whose mode may be decided, with their draft 清单; `declared`: those of which a 清单 has left. */
export function openOrders(
  { views, projection }: BookSession,
  filter: Filter,
): { orders: string[]; drafts: string[]; declared: number } {
  const found = { orders: [] as string[], drafts: [] as string[], declared: 0 }
  for (const id of views.ids('orders', filter)) {
    const row = projection.orders.get(id)
    if (row?.kind !== 'order' || row.state === 'cancelled') continue
    const living = projection.listsOf(id).filter((list) => projection.lists.get(list)?.state !== 'void')
    const drafts = living.filter((list) => isStillOurs(projection.lists.get(list)?.state))
    if (drafts.length < living.length) found.declared += 1
    else {
      found.orders.push(id)
      found.drafts.push(...drafts)
    }
  }
  return found
}

/** A 清单 that customs does not hold: its order may still go another way. */
export const isStillOurs = (state: ListState | undefined): boolean => state === 'draft' || state === 'refused'

/** Ids of all cancellation records: what they take back is taken off the orders they name. */
export const cancellationsOf = ({ projection }: BookSession): string[] =>
  [...projection.orders.rows()].filter(({ kind }) => kind === 'cancellation').map(({ id }) => id)
