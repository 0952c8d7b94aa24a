import { FileFault } from '../file-fault'
import { MOST_COLUMNS, type CellType, type RawRow } from '../rows'
import { plainNumber, serialText } from './number'
import { unescaped, type XmlHandler } from './xml'

export type CellContext = { strings: readonly string[]; dates: readonly boolean[]; from1904: boolean }

/** `AB12` → 27; -1 when there is no column in it. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

type Open = { column: number; type: string; style: number; value: string; formula: boolean }

/** sheetN.xml → rows. Cells keep what Excel says they are; a formula is marked whatever its cached value is. */
export class SheetHandler implements XmlHandler {
  /** Rows completed so far; the reader takes them out. */
  rows: RawRow[] = []
  readonly #context: CellContext
  #row: RawRow & { types: CellType[] } = { row: 0, cells: [], types: [] }
  #cell: Open | undefined
  #collect = false
  #phonetic = false

  constructor(context: CellContext) {
    this.#context = context
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    switch (name) {
      case 'row': {
        const row = Number(attributes['r'] ?? this.#row.row + 1)
        this.#row = {
          row,
          cells: [],
          types: [],
          ...(/^(1|true)$/.test(attributes['hidden'] ?? '') ? { hidden: true } : {}),
        }
        return
      }
      case 'c': {
        const reference = attributes['r']
        this.#cell = {
          column: reference === undefined ? this.#row.cells.length : columnOf(reference),
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          value: '',
          formula: false,
        }
        return
      }
      case 'f':
        if (this.#cell) this.#cell.formula = true
        return
      case 'v':
      case 't':
        this.#collect = this.#cell !== undefined && !this.#phonetic
        return
      case 'rPh':
        this.#phonetic = true
    }
  }

  text = (part: string): void => {
    if (this.#collect && this.#cell) this.#cell.value += part
  }

  close = (name: string): void => {
    if (name === 'v' || name === 't') this.#collect = false
    else if (name === 'rPh') this.#phonetic = false
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.rows.push(this.#row)
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    if (!cell || cell.column < 0) return
    // Before the row is filled up to there: the place of a cell is what the file says it is.
    if (cell.column >= MOST_COLUMNS) throw new FileFault('file.too-wide', { row: String(this.#row.row) })
    while (this.#row.cells.length < cell.column) {
      this.#row.cells.push('')
      this.#row.types.push('text')
    }
    const [text, type] = this.#read(cell)
    this.#row.cells[cell.column] = text
    this.#row.types[cell.column] = cell.formula ? 'formula' : type
  }

  #read({ type, value, style }: Open): [string, CellType] {
    switch (type) {
      case 's':
        return [this.#context.strings[Number(value)] ?? '', 'text']
      case 'inlineStr':
      case 'str':
        return [unescaped(value), 'text']
      case 'b':
        return [value === '1' ? 'TRUE' : 'FALSE', 'boolean']
      case 'e':
        return [value, 'error']
      case 'd':
        return [value.replace('T', ' '), 'date']
      default: {
        if (value === '') return ['', 'text']
        const date = this.#context.dates[style] ? serialText(value, this.#context.from1904) : undefined
        return date === undefined ? [plainNumber(value), 'number'] : [date, 'date']
      }
    }
  }
}
