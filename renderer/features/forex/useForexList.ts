import { useCallback } from 'react'
import { useBook } from '../../app/book'
import { usePagedList, type PageAsk } from '../../app/list/usePagedList'
import type { GridRow, RowSource, Totals } from '../../components/grid'
import type { Condition, ForexQuery, ForexRows, ForexTable } from '../../data/port'
import { useForexChanges } from './changes'

/** A list of this room: credits, entries of statements, settlements, movements. */
export function useForexList<T extends ForexTable>(table: T, preset?: readonly Condition[]) {
  const port = useBook()
  const changes = useForexChanges()
  const ask = useCallback(
    (query: PageAsk) => port.forexPage({ table, ...query } as ForexQuery<T>),
    [port, table],
  )
  const { head, ...list } = usePagedList(ask, String(changes), preset)
  const sums = head?.sums ?? {}
  return {
    ...list,
    source: list.source as unknown as RowSource<ForexRows[T] & GridRow>,
    sums,
    totals: {
      rows: list.source.total,
      amounts: Object.entries(sums).map(([currency, { amount }]) => ({ currency, amount })),
    } satisfies Totals,
  }
}
export type ForexList<T extends ForexTable> = ReturnType<typeof useForexList<T>>
