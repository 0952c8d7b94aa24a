import { foldPasted } from '../normalize'
import { editText, isEditable } from './cell-text'
import type { Range } from './range'
import type { Block } from './tsv'
import type { CellChange, GridColumn, GridRow } from './types'

/** Changes of one act, and what it could not do: cells that cannot be edited, values whose width was folded. */
export type Plan = { changes: CellChange[]; skipped: number; folded: number }

/**
 * Write values over a block of rows. `rows` are the rows from `top` on; `valueAt` gives the new text of a cell by its
 * offset in the block, undefined to leave it.
 */
function plan(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  top: number,
  left: number,
  width: number,
  valueAt: (row: number, col: number) => string | undefined,
): Plan {
  const changes: CellChange[] = []
  let skipped = 0
  rows.forEach((row, r) => {
    for (let c = 0; c < width; c += 1) {
      const column = columns[left + c]
      const after = valueAt(r, c)
      if (!column || after === undefined) continue
      if (!isEditable(column, row)) {
        skipped += 1
        continue
      }
      const before = editText(column, row)
      if (before !== after) changes.push({ rowId: row.id, rowIndex: top + r, key: column.key, before, after })
    }
  })
  return { changes, skipped, folded: 0 }
}

/** The rows and columns that a paste covers: one value fills the whole range, a block starts at its corner. */
export function pasteTarget(block: Block, range: Range, total: number, lastCol: number): Range {
  const single = block.length === 1 && block[0]!.length === 1
  const height = single ? range.bottom - range.top + 1 : block.length
  const width = single ? range.right - range.left + 1 : Math.max(...block.map((row) => row.length))
  return {
    top: range.top,
    left: range.left,
    bottom: Math.min(range.top + height - 1, total - 1),
    right: Math.min(range.left + width - 1, lastCol),
  }
}

/** Paste: every value folded to half width where it is a number or code. `left` counts data columns from 0. */
export function planPaste(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  target: Range,
  left: number,
  block: Block,
): Plan {
  const single = block.length === 1 && block[0]!.length === 1
  let folded = 0
  const result = plan(columns, rows, target.top, left, target.right - target.left + 1, (r, c) => {
    const text = single ? block[0]![0]! : block[r]?.[c]
    if (text === undefined) return undefined
    const clean = foldPasted(text)
    if (clean !== text && isEditable(columns[left + c]!, rows[r])) folded += 1
    return clean
  })
  return { ...result, folded }
}

/** Fill down: the first of `rows` is the source, the others take its values. */
export function planFill(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  sourceRow: number,
  left: number,
  width: number,
): Plan {
  const [source, ...targets] = rows
  if (!source) return { changes: [], skipped: 0, folded: 0 }
  return plan(columns, targets, sourceRow + 1, left, width, (_r, c) => editText(columns[left + c]!, source))
}

export function planClear(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  top: number,
  left: number,
  width: number,
): Plan {
  return plan(columns, rows, top, left, width, () => '')
}
