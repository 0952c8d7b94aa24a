import { columnNames, indexHeader } from '../../import/header'
import { isBlank, type RawRow } from '../../table/rows'
import { trimmed } from '../../table/clean/text'

/** A header that was found, the rows above it, and the filled rows under it with their cells by field. */
export type Columns<F extends string> = {
  has(field: F): boolean
  above: readonly RawRow[]
  rows: readonly { row: number; get(field: F): string }[]
}

const HEAD_ROWS = 30

/** The first row that names everything needed, as a table; undefined where none of the first rows does. */
export function columnsIn<F extends string>(
  rows: readonly RawRow[],
  names: Readonly<Record<F, readonly string[]>>,
  needed: readonly NoInfer<F>[],
): Columns<F> | undefined {
  for (const { row: headerRow, cells } of rows.slice(0, HEAD_ROWS)) {
    const find = indexHeader(columnNames(cells))
    const at = new Map<F, number>()
    for (const field of Object.keys(names) as F[]) {
      const column = names[field].map(find).find((one) => one !== undefined)
      if (column !== undefined) at.set(field, column)
    }
    if (!needed.every((field) => at.has(field))) continue
    return {
      has: (field) => at.has(field),
      above: rows.filter(({ row }) => row < headerRow),
      rows: rows
        .filter((raw) => raw.row > headerRow && !isBlank(raw))
        .map((raw) => ({ row: raw.row, get: (field) => trimmed(raw.cells[at.get(field) ?? -1] ?? '') })),
    }
  }
  return undefined
}
