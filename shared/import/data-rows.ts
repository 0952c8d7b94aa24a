import { namesOf } from './binding'
import { normalizeHeader, trimmed } from '../table/clean/text'
import { keyFields } from './fields/index'
import { endsTable, isFooter, isTotalWord } from './footer'
import type { Recognition } from './recognise'
import { isBlank, type RawRow } from '../table/rows'

/** How many of something, as a line of totals says instead of a number. */
const COUNT = /^\d+\s*(?:件|票|单|笔|个|条|行|项|orders?|rows?|items?|pcs)$/i

/** One column as a heading could repeat it, in any of the languages we know. */
type Heading = { column: number; names: ReadonlySet<string> }

/** Which rows of a table are records. What is none is counted by a rule name and otherwise left alone. */
export class DataRows {
  readonly #columns: number
  readonly #headings: Heading[]
  readonly #keys: number[]
  readonly #skipped: (rule: string) => void
  #ended = false

  constructor(
    { header, binding, profile }: Pick<Recognition, 'header' | 'binding' | 'profile'>,
    skipped: (rule: string) => void = () => {},
  ) {
    this.#columns = header.length
    this.#headings = binding.fields.flatMap(({ field, def, columns }) =>
      columns.map((column) => ({
        column,
        names: new Set([header[column] ?? '', ...namesOf(field, def)].map(normalizeHeader)),
      })),
    )
    const keys = keyFields[profile.kind]
    this.#keys = binding.fields.flatMap(({ field, columns }) => (keys.includes(field) ? columns : []))
    this.#skipped = skipped
  }

  isRecord(row: RawRow): boolean {
    const rule = this.#rule(row)
    if (rule) this.#skipped(rule)
    return rule === undefined
  }

  #rule(row: RawRow): string | undefined {
    if (isBlank(row)) return 'row.blank'
    this.#ended ||= endsTable(row)
    if (this.#ended || isFooter(row, this.#columns)) return 'row.footer'
    if (this.#isTotal(row)) return 'row.total'
    return this.#isHeading(row) ? 'row.heading' : undefined
  }

  /** A line of totals: it starts with the word, and where records have their number it has nothing else. */
  #isTotal({ cells }: RawRow): boolean {
    const first = cells.find((cell) => trimmed(cell) !== '') ?? ''
    if (!isTotalWord(first)) return false
    const known = (cell: string) => cell !== '' && cell !== trimmed(first) && !COUNT.test(cell)
    return !this.#keys.some((column) => known(trimmed(cells[column] ?? '')))
  }

  /** The heading once more, as printed pages repeat it, or its translation in a second line. */
  #isHeading({ cells }: RawRow): boolean {
    let found = 0
    for (const { column, names } of this.#headings) {
      const cell = cells[column] ?? ''
      if (trimmed(cell) === '') continue
      if (!names.has(normalizeHeader(cell))) return false
      found++
    }
    return found > 1
  }
}
