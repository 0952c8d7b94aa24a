import { endsTable, isFooter } from './footer'
import { isBlank, type RawRow } from './rows'

/** Which rows of a table are records. What is none is counted by a rule name and otherwise left alone. */
export class DataRows {
  readonly #columns: number
  readonly #skipped: (rule: string) => void
  #ended = false

  constructor(columns: number, skipped: (rule: string) => void = () => {}) {
    this.#columns = columns
    this.#skipped = skipped
  }

  isRecord(row: RawRow): boolean {
    if (isBlank(row)) {
      this.#skipped('row.blank')
      return false
    }
    this.#ended ||= endsTable(row)
    if (this.#ended || isFooter(row, this.#columns)) {
      this.#skipped('row.footer')
      return false
    }
    return true
  }
}
