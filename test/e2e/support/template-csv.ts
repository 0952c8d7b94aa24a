import { templateHeaders } from '#shared/import/profiles/template'
import type { RecordKind } from '#shared/model/import-report'

export type Row = Readonly<Record<string, string>>

/** A file in our own template, of rows that name only the columns they fill. */
export function templateCsv(kind: RecordKind, ...rows: readonly Row[]): string {
  const headers = templateHeaders(kind).map((header) => header.replace('*', ''))
  for (const row of rows) {
    const unknown = Object.keys(row).filter((key) => !headers.includes(key))
    if (unknown.length > 0) throw new Error(`no such column: ${unknown.join()}`)
  }
  const lines = rows.map((row) => headers.map((header) => row[header] ?? '').join(','))
  return [headers.join(','), ...lines, ''].join('\r\n')
}
