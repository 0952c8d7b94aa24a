import { FileFault } from '../file-fault'
import { MOST_COLUMNS, type RawRow, type RowFlaw } from '../rows'

const QUOTE = '"'
/** A quoted cell longer than this has lost its closing quote; without a limit it would swallow the file. */
const LONGEST_CELL = 1 << 20

/** What goes on longer than this without a line end is no table. */
export const LONGEST_ROW = 1 << 25

/**
 * Text of a delimited file → rows, in any chunks: the same text cut anywhere gives the same rows. Quoted cells may
 * hold delimiters, line ends and doubled quotes; lines end with LF, CRLF or CR. What follows a closing quote belongs
 * to the cell (blanks are dropped); `="…"`, the way to keep Excel from reading an id as a number, is its content.
 */
export class Splitter {
  readonly #delimiter: string
  #buffer = ''
  #position = 0
  #final = false
  #row = 0
  #newline = -2
  #return = -2
  #quote = -2
  #flaw: RowFlaw | undefined

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  /** Rows that `text` completes. */
  push(text: string): RawRow[] {
    this.#buffer = this.#buffer.slice(this.#position) + text
    const rows = this.#drain()
    if (this.#buffer.length - this.#position > LONGEST_ROW)
      throw new FileFault('file.long-row', { row: String(this.#row + 1) })
    return rows
  }

  /** The last row, when the file does not end with a line end. */
  end(): RawRow[] {
    this.#final = true
    this.#buffer = this.#buffer.slice(this.#position)
    return this.#drain()
  }

  #drain(): RawRow[] {
    this.#position = 0
    this.#newline = this.#return = this.#quote = -2
    const rows: RawRow[] = []
    while (this.#position < this.#buffer.length) {
      this.#flaw = undefined
      const cells = this.#record()
      if (!cells) break
      this.#row++
      if (cells.length > MOST_COLUMNS) throw new FileFault('file.too-wide', { row: String(this.#row) })
      rows.push(this.#flaw ? { row: this.#row, cells, flaw: this.#flaw } : { row: this.#row, cells })
    }
    return rows
  }

  /** One record from the position on; undefined when the buffer ends before it does. */
  #record(): string[] | undefined {
    const end = this.#lineEnd(this.#position)
    this.#quote = this.#next(QUOTE, this.#quote, this.#position)
    const plain = this.#quote < 0 || (end >= 0 && this.#quote > end)
    if (!plain) return this.#quotedRecord()
    if (end < 0) {
      if (!this.#final) return undefined
      const cells = this.#buffer.slice(this.#position).split(this.#delimiter)
      this.#position = this.#buffer.length
      return cells
    }
    const next = this.#afterLineEnd(end)
    if (next < 0) return undefined
    const cells = this.#buffer.slice(this.#position, end).split(this.#delimiter)
    this.#position = next
    return cells
  }

  #quotedRecord(): string[] | undefined {
    const cells: string[] = []
    let at = this.#position
    for (;;) {
      const end = this.#cell(at, cells)
      if (end < 0) return undefined
      if (end >= this.#buffer.length) {
        this.#position = end
        return cells
      }
      if (this.#buffer[end] === this.#delimiter) {
        at = end + 1
        if (at >= this.#buffer.length) {
          if (!this.#final) return undefined
          cells.push('')
          this.#position = at
          return cells
        }
        continue
      }
      const next = this.#afterLineEnd(end)
      if (next < 0) return undefined
      this.#position = next
      return cells
    }
  }

  /** Append the cell that starts at `start`; returns where its delimiter or line end is, -1 for "not yet known". */
  #cell(start: number, cells: string[]): number {
    const guarded = this.#buffer.startsWith('="', start)
    if (!guarded && !this.#final && this.#buffer.length - start < 2 && this.#buffer[start] === '=') return -1
    const open = guarded ? start + 1 : start
    if (this.#buffer[open] !== QUOTE) return this.#bareCell(start, cells)
    const close = this.#closingQuote(open)
    if (close === -1) return -1
    if (close === -2) {
      this.#flaw = 'open-quote'
      return this.#bareCell(start, cells)
    }
    const end = this.#cellEnd(close + 1)
    if (end < 0) return -1
    const inner = this.#buffer.slice(open + 1, close).replaceAll('""', QUOTE)
    const tail = this.#buffer.slice(close + 1, end)
    if (tail.trim() === '') cells.push(inner)
    else if (guarded) cells.push(this.#buffer.slice(start, end))
    else if (/[\r\n]/.test(inner)) {
      // The quote that seemed to close it opens a cell of a later row: this row lost its own, the next ones are sound.
      this.#flaw = 'open-quote'
      return this.#bareCell(start, cells)
    } else {
      this.#flaw ??= 'stray-quote'
      cells.push(inner + tail)
    }
    return end
  }

  #bareCell(start: number, cells: string[]): number {
    const end = this.#cellEnd(start)
    if (end < 0) return -1
    const text = this.#buffer.slice(start, end)
    if (text.includes(QUOTE)) this.#flaw ??= 'stray-quote'
    cells.push(text)
    return end
  }

  /** Position of the quote that closes the one at `open`; -1: the buffer is too short to tell, -2: there is none. */
  #closingQuote(open: number): number {
    let at = open + 1
    for (;;) {
      const quote = this.#buffer.indexOf(QUOTE, at)
      if (quote < 0 || quote - open > LONGEST_CELL) {
        return this.#final || this.#buffer.length - open > LONGEST_CELL ? -2 : -1
      }
      if (quote + 1 >= this.#buffer.length) return this.#final ? quote : -1
      if (this.#buffer[quote + 1] !== QUOTE) return quote
      at = quote + 2
    }
  }

  #cellEnd(from: number): number {
    const buffer = this.#buffer
    const delimiter = this.#delimiter.charCodeAt(0)
    for (let at = from; at < buffer.length; at++) {
      const code = buffer.charCodeAt(at)
      if (code === delimiter || code === 10 || code === 13) return at
    }
    return this.#final ? buffer.length : -1
  }

  #lineEnd(from: number): number {
    this.#newline = this.#next('\n', this.#newline, from)
    this.#return = this.#next('\r', this.#return, from)
    if (this.#newline < 0) return this.#return
    return this.#return < 0 ? this.#newline : Math.min(this.#newline, this.#return)
  }

  /** Where the next record starts; -1 when a CR ends the buffer and its LF may still come. */
  #afterLineEnd(end: number): number {
    if (this.#buffer[end] === '\n') return end + 1
    if (end + 1 >= this.#buffer.length) return this.#final ? end + 1 : -1
    return this.#buffer[end + 1] === '\n' ? end + 2 : end + 1
  }

  /** `indexOf` that remembers its last answer while it still lies ahead; -1 stands until the buffer changes. */
  #next(char: string, known: number, from: number): number {
    return known === -1 || known >= from ? known : this.#buffer.indexOf(char, from)
  }
}
