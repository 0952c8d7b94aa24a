import { useCallback, useMemo, useState } from 'react'
import { useBook } from '../../../app/book'
import { everyRow } from '../../../app/list/pages'
import { useQueryState } from '../../../app/useQuery'
import { nothingSelected, type GridRow, type GridSelection, type RowSource } from '../../../components/grid'
import type { RebateFinding, RebateFindingQuery } from '../../../data/port'
import { useRebateChanges } from '../changes'

export type FindingChoice = Pick<RebateFindingQuery, 'severity' | 'rule' | 'dealt' | 'text'>
export type FindingRow = RebateFinding & GridRow

/** Findings of the last run as a list; those that were dealt with stay in it. */
export function useFindings(batch: string, run: number | undefined) {
  const port = useBook()
  const changes = useRebateChanges()
  const [choice, setChoice] = useState<FindingChoice>({})
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const asked = useMemo(() => ({ batch, ...(run !== undefined && { run }), ...choice }), [batch, choice, run])
  const version = `${changes} ${JSON.stringify(asked)}`
  const head = useQueryState(() => port.rebateFindings({ ...asked, offset: 0, limit: 1 }), version)
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.rebateFindings({ ...asked, offset, limit })).rows as FindingRow[],
    [asked, port],
  )
  const source: RowSource<FindingRow> = {
    total: head.value?.total ?? 0,
    version,
    rows,
    state: head.state ?? 'ready',
  }
  /** Ids of what is selected, read page by page where the selection is everything but some. */
  const selected = async (): Promise<string[]> => {
    if (selection.mode === 'some') return [...selection.ids]
    const all = await everyRow(async (offset, limit) => ({ rows: await rows(offset, limit) }))
    return all.map(({ id }) => id).filter((id) => !selection.except.has(id))
  }
  return { choice, setChoice, selection, setSelection, source, selected, rules: head.value?.rules ?? [] }
}
