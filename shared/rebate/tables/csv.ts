import { strToU8 } from 'fflate'
import type { ExportTable } from './table'

/** A cell Excel would run as a formula stands behind an apostrophe; amounts may be negative. */
const cell = (value: string, kind: string): string => {
  const safe = kind !== 'amount' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as CSV that Excel opens in Chinese: byte order mark, CRLF. */
export function csvOf({ columns, rows }: ExportTable): Uint8Array {
  const kinds = columns.map(({ kind }) => kind)
  const lines = [
    columns.map(({ title }) => cell(title, 'text')),
    ...rows.map((row) => row.map((value, at) => cell(value, kinds[at] ?? 'text'))),
  ]
  return strToU8(`\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`)
}
