import type { RowError } from '../../model/import-report'
import type { ImportedRecord } from '../api'
import type { Binding } from '../binding'
import type { Draft, Group } from '../group'
import type { RowTime, RowValues } from '../read-row'
import type { ImportOptions, Profile } from '../profile'

/** A row read by field name. */
export type RowView = { row: number; get(field: string): string; has(field: string): boolean; time?: RowTime }

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

/** Reads drafts by field name through one binding. */
export function viewer(binding: Binding): (draft: RowValues & { row?: number }) => RowView {
  return (draft) => ({
    row: draft.row ?? 0,
    get: (field) => {
      const position = binding.index.get(field)
      return position === undefined ? '' : (draft.values[position] ?? '')
    },
    has: (field) => binding.index.has(field),
    ...(draft.time ? { time: draft.time } : {}),
  })
}

/** `{name: text}` when there is text, else nothing: an absent value is an absent property. */
export function optional<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  return text === '' ? {} : ({ [name]: text } as Record<Name, string>)
}

/** True when two rows say exactly the same. */
export function sameContent(a: Draft, b: Draft): boolean {
  return a.values.length === b.values.length && a.values.every((value, index) => value === b.values[index])
}

export type Matcher = (text: string) => boolean

/** A marker's pattern, tested case-insensitively. */
export function matcher(pattern: string): Matcher {
  const expression = new RegExp(pattern, 'i')
  return (text) => expression.test(text)
}
