import { add } from '../money/decimal'
import type { Binding } from './binding'
import type { BoundField } from './bound-field'
import { readInstant, type DateOrder, type InstantReading } from '../table/clean/instant'
import { trimmed } from '../table/clean/text'
import { CellReader, type CellRules, type Findings, type Marks } from './read-cell'
import type { RawRow } from '../table/rows'
import { refuse, remark } from './rules'

export type RowRules = CellRules & {
  dateOrder: DateOrder | undefined
  timezone: string | undefined
}

/** The time of a row: the file's own text, and the instant when zone and order are known. */
export type RowTime = { text: string; instant?: string; businessDay?: string }

/**
 * A row as its kind sees it: one value for each bound field, '' where there is none, and what marks beside its numbers
 * said.
 */
export type RowValues = { values: string[]; time?: RowTime; marks?: Marks }

/** How many rows carried a mark, and how many had a number without one. */
class Marked {
  #marked = 0
  #bare = 0

  count(mark: unknown, hasNumber: boolean): void {
    if (mark !== undefined) this.#marked++
    else if (hasNumber) this.#bare++
  }

  get all(): boolean {
    return this.#marked > 0 && this.#bare === 0
  }
}

/** Cells → values of the bound fields. Findings that are errors refuse the row. */
export class RowReader {
  readonly #binding: Binding
  readonly #rules: RowRules
  readonly #cells: CellReader
  readonly #width: number
  readonly #amounts: number[]
  readonly #weights: number[]
  /** Some time could not become an instant because nobody said the zone. */
  zoneOpen = false
  /** Whether every row says beside its numbers what they are in. */
  readonly marked = { currency: new Marked(), weight: new Marked() }
  #lastTime: { text: string; reading: InstantReading } | undefined

  constructor(binding: Binding, rules: RowRules, width: number) {
    this.#binding = binding
    this.#rules = rules
    this.#cells = new CellReader(rules)
    this.#width = width
    const positions = (kind: 'money' | 'weight') =>
      binding.fields.flatMap(({ def }, position) => (def[kind] ? [position] : []))
    this.#amounts = positions('money')
    this.#weights = positions('weight')
  }

  read(row: RawRow, findings: Findings): RowValues {
    this.#shape(row, findings)
    const values: string[] = []
    let time: RowTime | undefined
    for (const bound of this.#binding.fields) {
      const value = this.#value(bound, row, findings)
      if (bound.def.type === 'instant' && value !== '') time = this.#time(bound, value, findings)
      values.push(value)
    }
    this.#required(values, findings)
    const { marks } = findings
    const filled = (positions: readonly number[]) => positions.some((position) => values[position] !== '')
    this.marked.currency.count(marks.currency, filled(this.#amounts))
    this.marked.weight.count(marks.weight, filled(this.#weights))
    const marked = marks.currency !== undefined || marks.weight !== undefined
    return { values, ...(time && { time }), ...(marked && { marks }) }
  }

  #required(values: readonly string[], findings: Findings): void {
    this.#binding.fields.forEach(({ def, header }, position) => {
      if (!def.required || values[position] !== '') return
      if (def.unless?.some((field) => (values[this.#binding.index.get(field) ?? -1] ?? '') !== '')) return
      if (findings.errors.some((error) => error.column === header)) return
      findings.errors.push(refuse('field.required', { row: findings.row, column: header }))
    })
  }

  #shape(row: RawRow, findings: Findings): void {
    const { cells, flaw } = row
    if (flaw === 'open-quote')
      findings.errors.push(refuse('row.open-quote', { row: row.row, value: cells.at(-1) ?? '' }))
    else if (flaw === 'stray-quote') {
      findings.warnings.push(
        remark('row.stray-quote', { row: row.row, value: cells.find((cell) => cell.includes('"')) ?? '' }),
      )
    }
    if (cells.length > this.#width && cells.slice(this.#width).some((cell) => cell.trim() !== '')) {
      const value = cells.slice(this.#width).join(' ')
      findings.errors.push(
        refuse('row.ragged', { row: row.row, value, cells: cells.length, columns: this.#width }),
      )
    } else if (cells.length < this.#width && row.types === undefined) {
      findings.warnings.push(remark('row.short', { row: row.row }))
    }
    if (row.hidden) findings.warnings.push(remark('row.hidden', { row: row.row }))
  }

  #value(bound: BoundField, row: RawRow, findings: Findings): string {
    if (bound.combine === 'constant') return bound.constant
    const [first = 0] = bound.columns
    if (bound.combine === 'one') return this.#cell(bound, first, row, findings)
    const parts = bound.columns
      .map((column) => this.#cell(bound, column, row, findings))
      .filter((part) => part !== '')
    return bound.combine === 'join' ? parts.join(bound.glue) : parts.reduce(add, '0')
  }

  #cell(bound: BoundField, column: number, row: RawRow, findings: Findings): string {
    const { type } = bound.def
    if (row.merged?.has(column) && (type === 'decimal' || type === 'integer')) return ''
    return this.#cells.read(bound, row.cells[column] ?? '', row.types?.[column], findings)
  }

  #time(bound: BoundField, value: string, findings: Findings): RowTime {
    const text = trimmed(value)
    if (this.#lastTime?.text !== text) {
      this.#lastTime = { text, reading: readInstant(text, this.#rules.dateOrder, this.#rules.timezone) }
    }
    const { reading } = this.#lastTime
    if ('instant' in reading) return { text, ...reading }
    const place = { row: findings.row, column: bound.header, value: text }
    if ('fault' in reading) {
      findings.errors.push(refuse(reading.fault === 'serial' ? 'excel.serial-date' : 'field.instant', place))
    } else if (reading.unknown === 'order') findings.warnings.push(remark('field.date-order', place))
    else this.zoneOpen = true
    return { text }
  }
}
