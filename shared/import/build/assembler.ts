import type { RowError } from '../../model/import-report'
import type { ImportedRecord } from '../api'
import type { Binding } from '../binding'
import type { Group } from '../group'
import type { Marks } from '../read-cell'
import type { RowTime, RowValues } from '../read-row'
import type { ImportOptions, Profile } from '../profile'

/** A row read by field name: '' where the row, or the whole file, has nothing for the field. */
export class RowView {
  readonly row: number
  readonly time: RowTime | undefined
  readonly marks: Marks
  readonly #index: ReadonlyMap<string, number>
  readonly #values: readonly string[]

  constructor(index: ReadonlyMap<string, number>, { values, time, marks = {} }: RowValues, row: number) {
    this.#index = index
    this.#values = values
    this.row = row
    this.time = time
    this.marks = marks
  }

  get(field: string): string {
    const position = this.#index.get(field)
    return position === undefined ? '' : (this.#values[position] ?? '')
  }

  /** True when the file has a column for the field. */
  has(field: string): boolean {
    return this.#index.has(field)
  }
}

/** One record and what its rows count for in the report. */
export type Assembled = {
  record: ImportedRecord
  rows: number[]
  classes: string[]
  amounts: { currency: string; amount: string }[]
}

/** Turns rows of one kind into records. */
export type Assembler = {
  /** What the kind requires beyond single cells. Also where values are inherited from earlier rows. */
  check(values: RowValues, row: number): RowError[]
  /** Rows with the same key become one record (orders) or are numbered (the others). */
  keyOf(values: RowValues): string
  assemble(group: Group, remark: (warning: RowError) => void): Assembled[]
}

export type AssemblerContext = { profile: Profile; binding: Binding; options: ImportOptions }

/** Rows of one binding, by field name. */
export function viewer(binding: Binding): (values: RowValues & { row?: number }) => RowView {
  return (values) => new RowView(binding.index, values, values.row ?? 0)
}

/** `{name: text}` when there is text, else nothing: an absent value is an absent property. */
export function optional<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  return text === '' ? {} : ({ [name]: text } as Record<Name, string>)
}

export type Matcher = (text: string) => boolean

/** A marker's pattern, tested case-insensitively. */
export function matcher(pattern: string): Matcher {
  const expression = new RegExp(pattern, 'i')
  return (text) => expression.test(text)
}
