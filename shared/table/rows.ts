/** What Excel says a cell is; a text file says nothing. */
export type CellType = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula'

/** A fault in how a row is written. `stray-quote` is readable and remarked, `open-quote` makes the row unreadable. */
export type RowFlaw = 'stray-quote' | 'open-quote'

/** Columns of the widest sheet Excel has (XFD). What claims more was not written to be read. */
export const MOST_COLUMNS = 16_384

/** One row of the file, cells as text. `row` is 1-based and counts every row of the file as Excel does. */
export type RawRow = {
  row: number
  cells: string[]
  types?: CellType[]
  flaw?: RowFlaw
  /** Columns whose cell is merged with one above; they hold its text. */
  merged?: Set<number>
  hidden?: boolean
}

/** Nothing to read; the Ctrl+Z with which old programs end a file is nothing either. */
export function isBlank(row: RawRow): boolean {
  return row.cells.every((cell) => cell.trim() === '' || cell === '\u001a')
}
