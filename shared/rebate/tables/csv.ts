import { strToU8 } from 'fflate'
import { harmless } from '../../table/harmless'
import type { ExportTable } from './table'

const cell = (value: string): string => {
  const safe = harmless(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as CSV that Excel opens in Chinese: byte order mark, CRLF. */
export function csvOf({ columns, rows }: ExportTable): Uint8Array {
  const lines = [columns.map(({ title }) => cell(title)), ...rows.map((row) => row.map(cell))]
  return strToU8(`\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`)
}
