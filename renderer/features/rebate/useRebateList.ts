import { useCallback } from 'react'
import { useBook } from '../../app/book'
import { usePagedList, type PageAsk } from '../../app/list/usePagedList'
import type { GridRow, RowSource, Totals } from '../../components/grid'
import type { Condition, RebateQuery, RebateRows, RebateTable } from '../../data/port'
import { useRebateChanges } from './changes'

/** A list of this room; of the batch named where it belongs to one. */
export function useRebateList<T extends RebateTable>(
  table: T,
  batch?: string,
  preset?: readonly Condition[],
) {
  const port = useBook()
  const changes = useRebateChanges()
  const ask = useCallback(
    (query: PageAsk) =>
      port.rebatePage({ table, ...(batch !== undefined && { batch }), ...query } as RebateQuery<T>),
    [batch, port, table],
  )
  const { head, ...list } = usePagedList(ask, `${changes} ${batch ?? ''}`, preset)
  const sums = head?.sums
  return {
    ...list,
    source: list.source as unknown as RowSource<RebateRows[T] & GridRow>,
    sums,
    totals: {
      rows: list.source.total,
      ...(sums && {
        amounts: Object.entries(sums.amounts).map(([currency, amount]) => ({ currency, amount })),
      }),
    } satisfies Totals,
  }
}
export type RebateList<T extends RebateTable> = ReturnType<typeof useRebateList<T>>
