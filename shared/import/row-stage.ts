import type { RefusedRow } from './api'
import type { Assembler } from './build/assembler'
import type { Draft, Gap } from './group'
import { hashText } from './hash'
import { noFindings, type Findings } from './read-cell'
import type { RowReader } from './read-row'
import type { RawRow } from '../table/rows'

export type RowResult = { line?: Draft | Gap; refused?: RefusedRow; findings: Findings }

/** Cells → a draft for grouping, or a refusal with its reasons. Knows which rows of one record are adjacent. */
export class RowStage {
  readonly #reader: RowReader
  readonly #assembler: Assembler
  readonly #keyPositions: readonly number[]
  #block = 0
  #lastKey: string | undefined

  constructor(reader: RowReader, assembler: Assembler, keyPositions: readonly number[]) {
    this.#reader = reader
    this.#assembler = assembler
    this.#keyPositions = keyPositions
  }

  take(row: RawRow): RowResult {
    const findings = noFindings(row.row)
    const read = this.#reader.read(row, findings)
    const named = new Set(findings.errors.map((error) => error.column))
    // A cell that was refused reads as empty; saying "empty" as well would only confuse.
    findings.errors.push(...this.#assembler.check(read, row.row).filter((error) => !named.has(error.column)))
    if (findings.errors.length > 0) {
      const refused = { row: row.row, cells: row.cells, errors: findings.errors }
      const keyed = this.#keyPositions.some((position) => read.values[position] !== '')
      return keyed
        ? { refused, findings, line: { key: this.#assembler.keyOf(read), row: row.row } }
        : { refused, findings }
    }
    const key = this.#assembler.keyOf(read)
    if (key !== this.#lastKey) this.#block++
    this.#lastKey = key
    return {
      findings,
      line: { key, row: row.row, block: this.#block, print: hashText(row.cells.join('\u001f')), ...read },
    }
  }
}
