import { useCallback, useMemo } from 'react'
import type { EntryFault } from '#shared/entry/entry-faults'
import { itemFields } from '#shared/entry/read-entries'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type CellChange, type GridColumn, type GridRow } from '../../components/grid'
import { itemTitle, readItems, writeItems, type Item } from './fields'

/** Empty rows below the last item: there new ones are typed, and a block from Excel is pasted. */
const spare = 10
const widths: Partial<Record<string, number>> = { gno: 64, gname: 170, gmodel: 180, gcode: 110 }

type ItemsTableProps = {
  text: string
  faults: readonly EntryFault[]
  onChange: (text: string) => void
}

const isEmpty = (item: Item) =>
  Object.entries(item).every(([field, value]) => field === 'gno' || value === '')

/** Items of a 报关单 as a table that takes a block from Excel. */
export function ItemsTable({ text, faults, onChange }: ItemsTableProps) {
  const title = useColumnTitles('entries', 'items')
  const items = useMemo(() => readItems(text), [text])
  const columns = useMemo(
    (): GridColumn[] =>
      itemFields.map((field) => ({
        key: field,
        title: itemTitle(field),
        width: widths[field] ?? 90,
        editable: true,
      })),
    [],
  )
  const page = useCallback(
    async (offset: number, limit: number): Promise<GridRow[]> =>
      Array.from({ length: Math.max(0, Math.min(limit, items.length + spare - offset)) }, (_, i) => ({
        ...Object.fromEntries(itemFields.map((field) => [field, ''])),
        ...items[offset + i],
        id: String(offset + i),
      })),
    [items],
  )
  const onEdit = (changes: readonly CellChange[]) => {
    const next: Record<string, string>[] = items.map((item) => ({ ...item }))
    for (const { rowIndex, key, after } of changes) {
      while (next.length <= rowIndex) next.push({})
      next[rowIndex]![key] = after.trim()
    }
    const kept = next.filter((item) => !isEmpty(item))
    onChange(writeItems(kept.map((item, at) => ({ ...item, gno: item['gno'] || String(at + 1) }))))
  }
  return (
    <div className="entry-items" data-help="entries.items" data-field="items">
      <Grid
        id="entry-items"
        label={title('label')}
        columns={columns}
        source={{ total: items.length + spare, version: text, rows: page }}
        onEdit={onEdit}
        enterMoves="right"
        errorOf={({ id }, key) => {
          const fault = faults.find(({ field }) => field === `items.${id}.${key}`)
          return fault?.message
        }}
        totals={{ filter: { rows: items.length } }}
      />
    </div>
  )
}
