import { useCallback, useMemo, useState } from 'react'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import type { GridRow, RowSource } from '../../../components/grid'
import type { ForexFindingQuery, ForexFindingView } from '../../../data/port'
import { useForexChanges } from '../changes'

export type FindingChoice = Pick<ForexFindingQuery, 'severity' | 'rule' | 'dealt' | 'text'>
export type FindingRow = ForexFindingView & GridRow

/** Findings of the last run as a list, of one credit or of all; those that were dealt with stay in it. */
export function useFindings(run: number | undefined, credit?: string) {
  const port = useBook()
  const changes = useForexChanges()
  const [choice, setChoice] = useState<FindingChoice>({})
  const asked = useMemo(
    () => ({ ...(run !== undefined && { run }), ...(credit !== undefined && { credit }), ...choice }),
    [choice, credit, run],
  )
  const version = `${changes} ${JSON.stringify(asked)}`
  const head = useQueryState(() => port.forexFindings({ ...asked, offset: 0, limit: 1 }), version)
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.forexFindings({ ...asked, offset, limit })).rows as FindingRow[],
    [asked, port],
  )
  const source: RowSource<FindingRow> = {
    total: head.value?.total ?? 0,
    version,
    rows,
    state: head.state ?? 'ready',
  }
  return { choice, setChoice, source, rules: head.value?.rules ?? [] }
}
