import { useCallback, useMemo } from 'react'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { RowSource } from '../../components/grid'
import type { PartyQuery, PartyRow, PartyState } from '../../data/port'

/** A row of the list; the grid knows it by its key. */
export type Row = PartyRow & { id: string; [key: string]: unknown }
export type Choice = Omit<PartyQuery, 'offset' | 'limit'>

/** What a master and its filings hang on. */
export const useFilingChanges = (): number =>
  useChanges('parties', 'outbox', 'batches', 'receipts', 'enterprise', 'settings')

/** The masters behind a choice: rows by page, how many there are, and how many in each state. */
export function useParties(choice: Choice): {
  source: RowSource<Row>
  total: number
  states: Partial<Record<PartyState, number>>
} {
  const port = useBook()
  const changes = useFilingChanges()
  const key = JSON.stringify(choice)
  const { value, state } = useQueryState(
    () => port.parties({ ...choice, offset: 0, limit: 1 }),
    `${key} ${changes}`,
  )
  const rows = useCallback(
    async (offset: number, limit: number) => {
      const page = await port.parties({ ...(JSON.parse(key) as Choice), offset, limit })
      return page.rows.map((row): Row => ({ ...row, id: row.key }))
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

/** Masters that were sent back or wait for a person. */
export function useReturnedCount(): number | undefined {
  const port = useBook()
  const changes = useFilingChanges()
  const { value } = useQueryState(async () => port.parties({ offset: 0, limit: 1 }), changes)
  return (value?.states.returned ?? 0) + (value?.states.attention ?? 0)
}
