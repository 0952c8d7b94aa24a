import type { Text } from '#shared/model/text'
import type { RowError } from '#shared/model/import-report'
import type { ErrorRow } from './ErrorRows.props'
import { maskText } from '#shared/model/mask'

/** Key of the n-th column of the file in the grid of its refused rows. */
export const cellKey = (column: number) => `cell-${column}`
export const columnOf = (key: string): number | undefined =>
  key.startsWith('cell-') ? Number(key.slice('cell-'.length)) : undefined

/** Cells as they stand now. */
export const cellsOf = (row: ErrorRow): readonly string[] => row.mended ?? row.cells

/** Columns in which something is wrong, by their place in the header; those without a place are left out. */
export function wrongColumns(row: ErrorRow, header: readonly string[]): number[] {
  const places = row.errors.map(({ column }) => header.indexOf(column)).filter((at) => at >= 0)
  return [...new Set(places)]
}

/** Why a cell is wrong; undefined once it differs from what was refused. */
export function faultOf(
  row: ErrorRow,
  header: readonly string[],
  column: number,
  masked: ReadonlySet<number> = new Set(),
): Text | undefined {
  const error = row.errors.find((each) => header.indexOf(each.column) === column)
  const changed = row.mended !== undefined && row.mended[column] !== row.cells[column]
  if (!error || changed) return undefined
  const { zh, en } = error.message
  return { zh: maskedText(zh, error, header, masked), en: maskedText(en, error, header, masked) }
}

/** All cells of a row with some of them replaced; short rows are filled up to the header. */
export function withCells(
  row: ErrorRow,
  header: readonly string[],
  changes: ReadonlyMap<number, string>,
): string[] {
  const cells = cellsOf(row)
  return Array.from({ length: Math.max(header.length, cells.length) }, (_, at) =>
    changes.has(at) ? changes.get(at)! : (cells[at] ?? ''),
  )
}

/** Sentences of several errors in one cell, each once. */
export function joined(texts: readonly string[]): string {
  return [...new Set(texts)].join(' / ')
}

/** What is said about a cell of a masked column, without the value it quotes. */
export function maskedText(
  text: string,
  { column, value }: Pick<RowError, 'column' | 'value'>,
  header: readonly string[],
  masked: ReadonlySet<number>,
): string {
  return value !== '' && masked.has(header.indexOf(column)) ? text.replaceAll(value, maskText(value)) : text
}
