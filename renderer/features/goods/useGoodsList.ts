import { useCallback, useEffect, useMemo, useState } from 'react'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { describeFailure, type Failure } from '../../components/failure'
import type { GridRow, GridSelection, GridSort } from '../../components/grid'
import type { Filter, GoodsRow, PageQuery } from '../../data/port'

export type TextFilter = { column: 'sku' | 'name' | 'gname' | 'gcode'; text: string }

type Head = { total: number; notFound: readonly string[]; version: number; failure?: Failure }

export const sortOf = (sort: GridSort | undefined): PageQuery<'goods'>['sort'] =>
  sort && { column: sort.key as keyof GoodsRow & string, descending: sort.direction === 'desc' }

/** What is ticked, as a filter: the ids, or everything the list shows but some. */
export const selectedFilter = (filter: Filter, selection: GridSelection): Filter =>
  selection.mode === 'some' ? { ids: [...selection.ids] } : { ...filter, except: [...selection.except] }

/** The goods list behind its filter: size and what was not found at once, rows by page. */
export function useGoodsList(filter: Filter, sort: GridSort | undefined) {
  const port = useBook()
  const changes = useChanges('goods')
  const [head, setHead] = useState<Head>()
  const [tries, setTries] = useState(0)
  const key = JSON.stringify(filter)
  useEffect(() => {
    let left = false
    port.page({ table: 'goods', filter: JSON.parse(key) as Filter, offset: 0, limit: 1 }).then(
      ({ total, notFound, version }) => !left && setHead({ total, notFound, version }),
      (error: unknown) =>
        !left && setHead({ total: 0, notFound: [], version: -1, failure: describeFailure(error) }),
    )
    return () => {
      left = true
    }
  }, [port, key, changes, tries])

  const order = JSON.stringify(sortOf(sort) ?? null)
  const rows = useCallback(
    async (offset: number, limit: number) => {
      const page = await port.page({
        table: 'goods',
        filter: JSON.parse(key) as Filter,
        // Comlink's types cannot follow the room into the column names.
        sort: (JSON.parse(order) ?? undefined) as undefined,
        offset,
        limit,
      })
      return page.rows as unknown as readonly GridRow[]
    },
    [port, key, order],
  )
  const source = useMemo(
    () => ({
      total: head?.total ?? 0,
      version: `${head?.version ?? 0} ${changes}`,
      rows,
      state: !head
        ? ('loading' as const)
        : head.failure
          ? { error: head.failure.text, retry: () => setTries((n) => n + 1) }
          : ('ready' as const),
    }),
    [changes, head, rows],
  )
  return { source, total: head?.total ?? 0, notFound: head?.notFound ?? [] }
}
