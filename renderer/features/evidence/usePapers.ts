import { useCallback, useMemo } from 'react'
import { businessDay } from '#shared/time/shanghai'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { RowSource } from '../../components/grid'
import type { EvidencePage, EvidenceQuery, EvidenceView } from '../../data/port'

/** A row of the list; the grid knows it by its id. */
export type Row = EvidenceView & { [key: string]: unknown }
export type Choice = Omit<EvidenceQuery, 'on' | 'offset' | 'limit'>

export const today = (): string => businessDay(new Date().toISOString())

/** The papers behind a choice as they stand today: rows by page, and how many in each state. */
export function usePapers(choice: Choice): {
  source: RowSource<Row>
  total: number
  states: EvidencePage['states']
} {
  const port = useBook()
  const changes = useChanges('evidence')
  const on = today()
  const key = JSON.stringify({ ...choice, on })
  const { value, state } = useQueryState(
    async () => port.evidence({ ...choice, on, offset: 0, limit: 1 }),
    `${key} ${changes}`,
  )
  const rows = useCallback(
    async (offset: number, limit: number) => {
      const asked = JSON.parse(key) as Choice & { on: string }
      return (await port.evidence({ ...asked, offset, limit })).rows as Row[]
    },
    [key, port],
  )
  const total = value?.total ?? 0
  const source = useMemo(
    () => ({ total, version: `${key} ${changes} ${total}`, rows, state }),
    [changes, key, rows, state, total],
  )
  return { source, total, states: value?.states ?? {} }
}
