import type { RefusedRow } from './api'
import type { Assembler } from './build/assembler'
import type { Draft, Gap } from './group'
import type { Findings } from './read-cell'
import type { RowReader } from './read-row'
import type { RawRow } from './rows'

export type RowResult = { line?: Draft | Gap; refused?: RefusedRow; findings: Findings }

/** Cells → a draft for grouping, or a refusal with its reasons. Knows which rows of one record are adjacent. */
export class RowStage {
  readonly #reader: RowReader
  readonly #assembler: Assembler
  readonly #keyPosition: number | undefined
  #block = 0
  #lastKey: string | undefined

  constructor(reader: RowReader, assembler: Assembler, keyPosition: number | undefined) {
    this.#reader = reader
    this.#assembler = assembler
    this.#keyPosition = keyPosition
  }

  take(row: RawRow): RowResult {
    const findings: Findings = { row: row.row, errors: [], warnings: [] }
    const read = this.#reader.read(row, findings)
    if (findings.errors.length === 0) findings.errors.push(...this.#assembler.check(read, row.row))
    if (findings.errors.length > 0) {
      const refused = { row: row.row, cells: row.cells, errors: findings.errors }
      const named = this.#keyPosition !== undefined && read.values[this.#keyPosition] !== ''
      return named
        ? { refused, findings, line: { key: this.#assembler.keyOf(read), row: row.row } }
        : { refused, findings }
    }
    const key = this.#assembler.keyOf(read)
    if (key !== this.#lastKey) this.#block++
    this.#lastKey = key
    return { findings, line: { key, row: row.row, block: this.#block, ...read } }
  }
}
