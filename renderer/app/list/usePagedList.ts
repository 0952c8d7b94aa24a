import { useCallback, useMemo, useState } from 'react'
import {
  nothingSelected,
  type GridRow,
  type GridSelection,
  type GridSort,
  type RowSource,
} from '../../components/grid'
import type { Condition, Filter } from '../../data/port'
import { useQueryState } from '../useQuery'
import { filterOf, nothingChosen, type Chosen } from './conditions'
import { isEmptySelection, selectionFilter } from './selection-filter'

/** One page as a list asks for it. */
export type PageAsk = {
  filter: Filter
  sort?: { column: string; descending?: boolean }
  offset: number
  limit: number
}
/** What a page of the port says; its sums are those of the whole filter. */
type PageOf = { rows: readonly unknown[]; total: number; notFound: string[] }

const nothing: readonly Condition[] = []

/**
 * A list with everything a grid needs; rows stay in the worker. `ask` keeps its identity while it asks for the same,
 * `version` changes with what is behind it. `preset`: what is always filtered.
 */
export function usePagedList<P extends PageOf>(
  ask: (query: PageAsk) => Promise<P>,
  version: string,
  preset: readonly Condition[] = nothing,
) {
  const [chosen, setChosen] = useState<Chosen>(nothingChosen)
  const [sort, setSort] = useState<GridSort>()
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const filter = useMemo(() => filterOf({ where: [...preset] }, chosen), [chosen, preset])
  const key = `${version} ${JSON.stringify(filter)}`
  const query = useCallback(
    (offset: number, limit: number): PageAsk => ({
      filter,
      offset,
      limit,
      ...(sort && { sort: { column: sort.key, descending: sort.direction === 'desc' } }),
    }),
    [filter, sort],
  )
  const head = useQueryState(() => ask(query(0, 1)), key)
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await ask(query(offset, limit))).rows as (P['rows'][number] & GridRow)[],
    [ask, query],
  )
  const source: RowSource<P['rows'][number] & GridRow> = {
    total: head.value?.total ?? 0,
    version: `${key} ${JSON.stringify(sort ?? null)}`,
    rows,
    state: head.state ?? 'ready',
  }
  const choose = (next: Chosen) => {
    setChosen(next)
    setSelection(nothingSelected)
  }
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
    /** The first answer for this filter, with its sums. */
    head: head.value,
  }
}
export type PagedList<P extends PageOf = PageOf> = ReturnType<typeof usePagedList<P>>
