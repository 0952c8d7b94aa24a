/** A cell by row index and index among the shown columns. */
export type Position = { row: number; col: number }
/** Inclusive block of cells. */
export type Range = { top: number; left: number; bottom: number; right: number }
export type Bounds = { rows: number; firstCol: number; lastCol: number; page: number }

/** The block between the cell where the selection began and the one that moves. */
export function rangeBetween(a: Position, b: Position): Range {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.col, b.col),
    right: Math.max(a.col, b.col),
  }
}

export function inRange(range: Range, { row, col }: Position): boolean {
  return row >= range.top && row <= range.bottom && col >= range.left && col <= range.right
}

export function isSingle(range: Range): boolean {
  return range.top === range.bottom && range.left === range.right
}

/** Where a navigation key leads from `from`; undefined when the key does not navigate. */
export function move(from: Position, key: string, ctrl: boolean, bounds: Bounds): Position | undefined {
  const clamp = (row: number, col: number): Position => ({
    row: Math.min(Math.max(row, 0), bounds.rows - 1),
    col: Math.min(Math.max(col, bounds.firstCol), bounds.lastCol),
  })
  const { row, col } = from
  const last = bounds.rows - 1
  switch (key) {
    case 'ArrowUp':
      return clamp(ctrl ? 0 : row - 1, col)
    case 'ArrowDown':
      return clamp(ctrl ? last : row + 1, col)
    case 'ArrowLeft':
      return clamp(row, ctrl ? bounds.firstCol : col - 1)
    case 'ArrowRight':
      return clamp(row, ctrl ? bounds.lastCol : col + 1)
    case 'Home':
      return clamp(ctrl ? 0 : row, bounds.firstCol)
    case 'End':
      return clamp(ctrl ? last : row, bounds.lastCol)
    case 'PageUp':
      return clamp(row - bounds.page, col)
    case 'PageDown':
      return clamp(row + bounds.page, col)
    default:
      return undefined
  }
}

/** The next (or previous) cell in reading order among columns that pass; undefined at the end of the grid. */
export function nextCell(
  from: Position,
  step: 1 | -1,
  bounds: Bounds,
  passes: (col: number) => boolean,
): Position | undefined {
  let { row, col } = from
  for (;;) {
    col += step
    if (col > bounds.lastCol) [row, col] = [row + 1, bounds.firstCol]
    if (col < bounds.firstCol) [row, col] = [row - 1, bounds.lastCol]
    if (row < 0 || row >= bounds.rows) return undefined
    if (passes(col)) return { row, col }
    // One whole lap without a column that passes.
    if (col === from.col) return undefined
  }
}
