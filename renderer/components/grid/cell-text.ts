import { maskText } from '#shared/model/mask'
import type { GridColumn, GridRow } from './types'

function plain(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(' ') : String(value)
}

/** Text of a cell as it is shown and copied; personal columns are masked in both. */
export function cellText<R extends GridRow>(column: GridColumn<R>, row: R): string {
  const value = row[column.key]
  const text = column.format ? column.format(value, row) : plain(value)
  return column.masked ? maskText(text) : text
}

/** Text the editor of a cell starts with. */
export function editText<R extends GridRow>(column: GridColumn<R>, row: R): string {
  const value = row[column.key]
  return column.edit ? column.edit(value, row) : plain(value)
}

/** A masked value cannot be edited in place: the officer would write over what they cannot see. */
export function isEditable<R extends GridRow>(column: GridColumn<R>, row: R | undefined): boolean {
  if (!row || column.masked || !column.editable) return false
  return column.editable === true || column.editable(row)
}
