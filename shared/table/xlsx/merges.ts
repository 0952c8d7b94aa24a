import type { StreamDecoder } from '../ports'
import { FileFault } from '../file-fault'
import { isBlank, MOST_COLUMNS, type CellType, type RawRow } from '../rows'
import { columnOf } from './sheet'

/** Rows that a sheet shows as one in some of its columns. `range` as Excel names it. */
export type VerticalMerge = { range: string; columns: readonly number[]; top: number; bottom: number }

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="(([A-Z]+)(\d+):([A-Z]+)(\d+))"/g
/** Longer than any `mergeCell` element. */
const CARRY = 256

/** Finds merged rows in the bytes of a sheet. They stand behind its rows, so this runs before the rows are read. */
export class MergeScan {
  readonly found: VerticalMerge[] = []
  readonly #decoder: StreamDecoder
  #text = ''

  constructor(decoder: StreamDecoder) {
    this.#decoder = decoder
  }

  push(bytes: Uint8Array): void {
    this.#text += this.#decoder.decode(bytes, { stream: true })
    let done = 0
    if (this.#text.includes('mergeCell')) {
      for (const match of this.#text.matchAll(MERGE)) {
        done = match.index + match[0].length
        const [, range = '', first = '', top = '', last = '', bottom = ''] = match
        const left = columnOf(first)
        if (columnOf(last) >= MOST_COLUMNS) throw new FileFault('file.too-wide', { row: top })
        const columns = Array.from({ length: columnOf(last) - left + 1 }, (_, at) => left + at)
        if (top !== bottom) this.found.push({ range, columns, top: Number(top), bottom: Number(bottom) })
      }
    }
    this.#text = this.#text.slice(Math.max(done, this.#text.length - CARRY))
  }
}

type Held = { text: string; type: CellType; bottom: number }

/**
 * Gives rows what stands in the first row of a merge, where Excel shows it for all of them. `merged` names the columns,
 * because an amount that is shown once must not be counted twice. Rows must come in the order of the sheet.
 */
export class MergeFill {
  readonly #waiting: VerticalMerge[]
  readonly #held = new Map<number, Held>()

  constructor(merges: readonly VerticalMerge[]) {
    this.#waiting = [...merges].sort((a, b) => b.top - a.top)
  }

  apply(row: RawRow): RawRow {
    if (this.#held.size > 0) this.#fill(row)
    for (let next = this.#waiting.at(-1); next && next.top <= row.row; next = this.#waiting.at(-1)) {
      this.#waiting.pop()
      if (next.top === row.row) this.#hold(next, row)
    }
    return row
  }

  #hold({ columns, bottom }: VerticalMerge, { cells, types = [] }: RawRow): void {
    for (const column of columns) {
      const text = cells[column] ?? ''
      if (text !== '') this.#held.set(column, { text, type: types[column] ?? 'text', bottom })
    }
  }

  #fill(row: RawRow): void {
    const blank = isBlank(row)
    for (const [column, { text, type, bottom }] of this.#held) {
      if (bottom < row.row) this.#held.delete(column)
      else if (!blank && (row.cells[column] ?? '') === '') {
        while (row.cells.length <= column) row.cells.push('')
        row.cells[column] = text
        if (row.types) row.types[column] = type
        row.merged = (row.merged ?? new Set()).add(column)
      }
    }
  }
}
