import { entryOf, type EntryFault } from '#shared/entry/entry-faults'
import { entryLabel, headFields, itemFields, orderHeading, readEntries } from '#shared/entry/read-entries'
import type { BookKind } from '#shared/model/enterprise'
import type { EntryItem, ExportEntry } from '#shared/model/export-entry'
import { ordersOf } from '../../app/useLinkedOrders'
import { workbookRows } from '../../components/read-workbook'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import type { BookPort, Change, Stored } from '../../data/port'

const columns = [...headFields, ...itemFields]

/** The 报关单 as a workbook this room reads back: one row for each item, the head repeated. */
export function exportEntries(
  name: string,
  all: readonly { entry: ExportEntry; orderNos: string }[],
  book: BookKind,
): Promise<unknown> {
  const header = [...columns.map((field) => entryLabel(field).zh), orderHeading.zh]
  const rows = all.flatMap(({ entry, orderNos }) =>
    entry.items.map((item) => [
      ...headFields.map((field) => String(entry[field as keyof ExportEntry] ?? '')),
      ...itemFields.map((field) => String(item[field as keyof EntryItem] ?? '')),
      orderNos,
    ]),
  )
  return saveExcel(`${name}.xlsx`, [
    {
      name,
      ...practiceMark(book),
      columns: header.map((title) => ({ title, width: Math.max(12, title.length * 2 + 2), kind: 'text' })),
      rows,
    },
  ])
}

/** A 报关单 of a file that was not taken: the row it begins in and what is wrong. */
export type RefusedEntry = {
  row: number
  number: string
  faults: readonly EntryFault[]
  orders: readonly string[]
}
export type EntryImport = {
  changes: Change[]
  added: number
  updated: number
  unknown: string[]
  refused: RefusedEntry[]
}

/** What a file would do: a number that is known is written over and keeps its orders where the file names none. */
export async function readEntryFile(
  file: File,
  port: BookPort,
  all: readonly Stored<ExportEntry>[],
): Promise<EntryImport | undefined> {
  const read = readEntries(await workbookRows(file))
  if (!read) return undefined
  const known = new Map(all.map((stored) => [stored.record.entryId ?? '', stored]))
  const result: EntryImport = { changes: [], added: 0, updated: 0, unknown: read.unknown, refused: [] }
  for (const { row, values, items, orderNos, faults } of read.entries) {
    const orders = await ordersOf(port, orderNos.join(' '))
    const number = values['entryId'] ?? ''
    if (faults.some(({ severity }) => severity === 'refuse') || orders.unknown.length > 0) {
      result.refused.push({ row, number, faults, orders: orders.unknown })
      continue
    }
    const before = number === '' ? undefined : known.get(number)
    const linked = orderNos.length > 0 ? orders.ids : (before?.record.orders ?? [])
    const record = entryOf(values, items, linked)
    result.changes.push({ table: 'exportEntries', op: 'put', id: before?.id, rev: before?.rev ?? 0, record })
    if (before) result.updated += 1
    else result.added += 1
  }
  return result
}
