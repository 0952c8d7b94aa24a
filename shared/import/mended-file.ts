import { add } from '../money/decimal'
import type { ImportReport } from '../model/import-report'
import type { Order } from '../model/order'
import type { InvoiceFact } from '../model/rebate/facts'
import { linePlaces } from './build/invoices'
import type { Bytes } from '../table/ports'

/** A row of a file as the officer mended it; `row` is where it stands in the file. */
export type MendedRow = { row: number; cells: readonly string[] }

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`

/**
 * Mended rows under the header of their file, as a file of their own that the importer reads like any other. The n-th
 * of them stands in row n + 1 there.
 * @param encode text to UTF-8
 */
export function mendedFile(
  header: readonly string[],
  rows: readonly MendedRow[],
  encode: (text: string) => Uint8Array,
): Bytes {
  // The mark says UTF-8, so that a few rows of letters are never guessed to be something else.
  const bytes = encode(`\ufeff${line(header)}${rows.map(({ cells }) => line(cells)).join('')}`)
  return {
    size: bytes.length,
    async *open() {
      yield await Promise.resolve(bytes)
    },
  }
}

/** Records that several rows make: each of their lines knows its row. */
export type GroupedRecord = Order | InvoiceFact

/** Lines of an invoice are numbered among all its rows, also those that are missing. */
function numbered<R extends GroupedRecord>(record: R): R {
  if (record.record === 'order') return record
  const places = linePlaces([...record.lines.map(({ row }) => row), ...(record.refusedRows ?? [])])
  return { ...record, lines: record.lines.map((line) => ({ ...line, line: places.get(line.row)! })) }
}

/** A record read from mended rows, with the row numbers of the file they came from. */
export function inOwnRows<R extends GroupedRecord>(record: R, rowOf: (row: number) => number): R {
  const { source, refusedRows } = record
  return numbered({
    ...record,
    lines: record.lines.map((each) => ({ ...each, row: rowOf(each.row) })),
    ...(refusedRows && { refusedRows: refusedRows.map(rowOf) }),
    source: { ...source, firstRow: rowOf(source.firstRow), lastRow: rowOf(source.lastRow) },
  })
}

/**
 * A record together with rows of it that were refused at first. The stored head stays; the part fills what it lacks.
 * Lines stand in the order of the file; `refusedRows` keeps the rows that are still missing.
 */
export function completeRecord<R extends GroupedRecord>(stored: R, part: R): R {
  const mended = new Set(part.lines.map((line) => line.row))
  const { refusedRows = [], ...rest } = stored
  const left = refusedRows.filter((row) => !mended.has(row))
  const kept: R['lines'][number][] = stored.lines.filter((line) => !mended.has(line.row))
  const { refusedRows: _theirs, ...head } = part
  return numbered({
    ...head,
    ...rest,
    lines: [...kept, ...part.lines].sort((a, b) => a.row - b.row),
    source: {
      profile: stored.source.profile,
      firstRow: Math.min(stored.source.firstRow, part.source.firstRow),
      lastRow: Math.max(stored.source.lastRow, part.source.lastRow),
    },
    ...(left.length > 0 ? { refusedRows: left } : {}),
  } as unknown as R)
}

/** The record with exactly these rows missing; without any it is complete. */
export function withRefusedRows<R extends GroupedRecord>(record: R, rows: readonly number[]): R {
  const { refusedRows: _before, ...complete } = record
  const missing = [...new Set(rows)].sort((a, b) => a - b)
  return numbered((missing.length > 0 ? { ...complete, refusedRows: missing } : complete) as R)
}

/**
 * The counts of an import after rows of it were tried again: `again` is the report of these rows alone, in which
 * `joined` records completed one that was counted before. The identity of the counts holds as it did.
 */
export function addMended(
  before: ImportReport,
  again: ImportReport,
  joined: Readonly<Record<string, number>>,
): ImportReport {
  const { rowsAccepted, duplicates, updated } = again
  return {
    ...before,
    rowsAccepted: before.rowsAccepted + rowsAccepted,
    rowsRefused: before.rowsRefused - rowsAccepted - duplicates,
    duplicates: before.duplicates + duplicates,
    updated: before.updated + updated,
    records: { byKind: addCounts(addCounts(before.records.byKind, again.records.byKind), joined, -1) },
    classes: addCounts(before.classes, again.classes),
    amounts: addAmounts(before.amounts, again.amounts),
  }
}

type Counts = Readonly<Record<string, number>>

function addCounts(a: Counts, b: Counts, times = 1): Record<string, number> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  const sums = names.map((name) => [name, (a[name] ?? 0) + times * (b[name] ?? 0)] as const)
  return Object.fromEntries(sums.filter(([, count]) => count !== 0))
}

function addAmounts(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return Object.fromEntries(names.map((name) => [name, add(a[name] ?? '0', b[name] ?? '0')]))
}
