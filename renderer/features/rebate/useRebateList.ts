import { useCallback, useMemo, useState } from 'react'
import { useBook } from '../../app/book'
import { filterOf, nothingChosen, type Chosen } from '../../app/list/conditions'
import { isEmptySelection, selectionFilter } from '../../app/list/selection-filter'
import { useQueryState } from '../../app/useQuery'
import {
  nothingSelected,
  type GridRow,
  type GridSelection,
  type GridSort,
  type RowSource,
  type Totals,
} from '../../components/grid'
import type { Condition, RebateQuery, RebateRows, RebateTable } from '../../data/port'
import { useRebateChanges } from './changes'

const nothing: readonly Condition[] = []

/** A list of this room with everything a grid needs; rows stay in the worker. `preset`: what is always filtered. */
export function useRebateList<T extends RebateTable>(
  table: T,
  batch?: string,
  preset: readonly Condition[] = nothing,
) {
  const port = useBook()
  const changes = useRebateChanges()
  const [chosen, setChosen] = useState<Chosen>(nothingChosen)
  const [sort, setSort] = useState<GridSort>()
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const filter = useMemo(() => filterOf({ where: [...preset] }, chosen), [chosen, preset])
  const key = `${changes} ${batch ?? ''} ${JSON.stringify(filter)}`
  const query = useCallback(
    (offset: number, limit: number): RebateQuery<T> => ({
      table,
      filter,
      offset,
      limit,
      ...(batch !== undefined && { batch }),
      ...(sort && { sort: { column: sort.key as never, descending: sort.direction === 'desc' } }),
    }),
    [batch, filter, sort, table],
  )
  const head = useQueryState(() => port.rebatePage(query(0, 1)), key)
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.rebatePage(query(offset, limit))).rows as unknown as (RebateRows[T] & GridRow)[],
    [port, query],
  )
  const source: RowSource<RebateRows[T] & GridRow> = {
    total: head.value?.total ?? 0,
    version: `${key} ${JSON.stringify(sort ?? null)}`,
    rows,
    state: head.state ?? 'ready',
  }
  const choose = (next: Chosen) => {
    setChosen(next)
    setSelection(nothingSelected)
  }
  const sums = head.value?.sums
  return {
    filter,
    chosen,
    choose,
    sort,
    setSort,
    selection,
    setSelection,
    /** What is selected as a filter; undefined when nothing is. */
    picked: isEmptySelection(selection) ? undefined : selectionFilter(selection, filter),
    source,
    notFound: head.value?.notFound ?? [],
    sums,
    totals: {
      rows: source.total,
      ...(sums && {
        amounts: Object.entries(sums.amounts).map(([currency, amount]) => ({ currency, amount })),
      }),
    } satisfies Totals,
  }
}
export type RebateList<T extends RebateTable> = ReturnType<typeof useRebateList<T>>

/** The one row that is picked, when it is exactly one. */
export const onlyPicked = (selection: GridSelection): string | undefined =>
  selection.mode === 'some' && selection.ids.size === 1 ? [...selection.ids][0] : undefined
