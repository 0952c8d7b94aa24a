import { useCallback, useMemo, useState } from 'react'
import type { GridRow, GridSelection, GridSort, RowSource, Totals as GridTotals } from '../../components/grid'
import { nothingSelected } from '../../components/grid'
import type { Filter, PageQuery, Room, Rows, Totals } from '../../data/port'
import { useBook } from '../book'
import type { Params } from '../room'
import { useChanges } from '../useChanges'
import { useQueryState } from '../useQuery'
import { filterOf, nothingChosen, presetOf, type Chosen } from './conditions'
import { isEmptySelection, selectionFilter } from './selection-filter'

/** Tables whose changes show in any list: facts, what is laid over them, and what was made of them. */
const watched = ['facts', 'overlays', 'results', 'lists', 'goods', 'matches'] as const
/** What a 清单 waits for moves with all that follows it, with the queue and with who transmits what. */
const watchedBesides: Partial<Record<Room, readonly string[]>> = {
  lists: ['outbox', 'departures', 'applications', 'customsEntries', 'settings'],
}
/** Tables whose changes show in this list. */
export const watchedBy = (table: Room): readonly string[] => [...watched, ...(watchedBesides[table] ?? [])]

/** Totals of the worker in the form of the bottom line. */
export function gridTotals({ rows, documents, pieces, grossWeight, netWeight, amounts }: Totals): GridTotals {
  return {
    rows,
    tickets: documents,
    pieces,
    grossKg: grossWeight,
    netKg: netWeight,
    amounts: Object.entries(amounts).map(([currency, amount]) => ({ currency, amount })),
  }
}

/** Everything a list of the book needs: its filter, pages, totals, sort and selection. Rows stay in the worker. */
export function useRoomList<R extends Room>(table: R, params: Params) {
  const port = useBook()
  const changes = useChanges(...watchedBy(table))
  const preset = useMemo(() => presetOf(params), [params])
  const [chosen, setChosen] = useState<Chosen>(nothingChosen)
  const [sort, setSort] = useState<GridSort>()
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const filter = useMemo(() => filterOf(preset, chosen), [preset, chosen])
  const key = `${changes} ${JSON.stringify(filter)}`

  const query = useCallback(
    (offset: number, limit: number): PageQuery => ({
      table,
      filter,
      offset,
      limit,
      ...(sort && { sort: { column: sort.key as never, descending: sort.direction === 'desc' } }),
    }),
    [filter, sort, table],
  )
  const head = useQueryState(async () => {
    const [page, totals] = await Promise.all([
      port.page({ table, filter, offset: 0, limit: 1 }),
      port.totals(table, filter),
    ])
    return { total: page.total, notFound: page.notFound, totals: gridTotals(totals) }
  }, key)
  const picked = isEmptySelection(selection) ? undefined : selectionFilter(selection, filter)
  const { value: selected } = useQueryState(
    async () => picked && gridTotals(await port.totals(table, picked)),
    `${changes} ${JSON.stringify(picked ?? null)}`,
  )
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.page(query(offset, limit))).rows as unknown as GridRow[],
    [port, query],
  )
  const source: RowSource = {
    total: head.value?.total ?? 0,
    version: `${key} ${JSON.stringify(sort ?? null)}`,
    rows,
    state: head.state,
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
    picked: picked as Filter | undefined,
    source,
    query,
    notFound: head.value?.notFound ?? [],
    totals: head.value && { filter: head.value.totals, ...(picked && selected && { selection: selected }) },
  }
}

export type RoomList<R extends Room> = ReturnType<typeof useRoomList<R>>
export type RowOf<R extends Room> = Rows[R] & GridRow
