import { useCallback } from 'react'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { GridRow, RowSource } from '../../components/grid'
import type { BreakPage, BreakQuery, BreakView } from '../../data/port'

/** What moves the breaks: the facts themselves, the results of 对碰, and decisions of the officer. */
const watched = ['facts', 'results', 'orphans', 'matches', 'lists', 'overlays'] as const

export type Asked = Omit<BreakQuery, 'offset' | 'limit'>
export type BreakRow = GridRow & { found: BreakView }

const rowOf = (found: BreakView): BreakRow => ({
  id: `${found.order ?? found.fact} ${found.kind} ${found.theirs}`,
  found,
})

/** Breaks for a grid, with the counts of everything beside them. */
export function useBreaks(asked: Asked) {
  const port = useBook()
  const changes = useChanges(...watched)
  const key = JSON.stringify(asked)
  const { value: head, state } = useQueryState(
    async () => (await port.breaks({ ...asked, offset: 0, limit: 1 })) as BreakPage,
    `${changes} ${key}`,
  )
  const rows = useCallback(
    async (offset: number, limit: number) => {
      const page = await port.breaks({ ...(JSON.parse(key) as Asked), offset, limit })
      return page.rows.map((found) => rowOf(found as BreakView))
    },
    [key, port],
  )
  const source: RowSource<BreakRow> = {
    total: head?.total ?? 0,
    version: `${changes} ${key} ${head?.total}`,
    rows,
    state,
  }
  return { head, source }
}

/** Breaks that stop a 清单: the open work of this room. */
export function useOpenBreaks(): number | undefined {
  const port = useBook()
  const changes = useChanges(...watched)
  const { value } = useQueryState(() => port.breaks({ offset: 0, limit: 1 }), changes)
  return value?.byEffect.block
}
