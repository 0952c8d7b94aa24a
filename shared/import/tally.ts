import { ExactSum, isZero } from '../money/decimal'
import type { ImportReport, RowError } from '../model/import-report'
import type { Assembled } from './build/assembler'
import type { Question } from './profile'
import type { Mapping } from '../table/mapping'

/** Warnings of one rule that are handed on in full; the rest are counted only. */
export const WARNINGS_PER_RULE = 200

/** What a file was read as, and what it leaves open. */
export type ReadAs = Pick<ImportReport, 'file' | 'profile' | 'encoding' | 'sheet'> & {
  mapping: Mapping
  questions: readonly Question[]
}

/** The running counts of one import. Every row read ends in exactly one of accepted, refused, duplicate. */
export class Tally {
  rowsRead = 0
  #accepted = 0
  #refused = 0
  #duplicates = 0
  #updated = 0
  readonly #kinds = new Map<string, number>()
  readonly #classes = new Map<string, number>()
  readonly #amounts = new Map<string, ExactSum>()
  readonly #warnings = new Map<string, number>()

  accept({ record, rows, classes, amounts }: Assembled, updated: boolean): void {
    this.#accepted += rows.length
    if (updated) this.#updated += rows.length
    this.#count(this.#kinds, record.kind)
    for (const name of classes) this.#count(this.#classes, name)
    for (const { currency, amount } of amounts) {
      if (currency === 'unspecified' && isZero(amount)) continue
      const sum = this.#amounts.get(currency) ?? new ExactSum()
      this.#amounts.set(currency, sum)
      sum.add(amount)
    }
  }

  refuse(rows: number): void {
    this.#refused += rows
  }

  duplicate(rows: number): void {
    this.#duplicates += rows
  }

  /** Count a warning; true while it should also be handed on. */
  warn(warning: Pick<RowError, 'rule'>): boolean {
    return this.#count(this.#warnings, warning.rule) <= WARNINGS_PER_RULE
  }

  report({ file, profile, encoding, sheet, mapping, questions }: ReadAs): ImportReport {
    const plain = (map: Map<string, number>) =>
      Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
    return {
      file,
      profile,
      encoding,
      rowsRead: this.rowsRead,
      rowsAccepted: this.#accepted,
      rowsRefused: this.#refused,
      duplicates: this.#duplicates,
      updated: this.#updated,
      records: { byKind: plain(this.#kinds) },
      classes: plain(this.#classes),
      amounts: Object.fromEntries([...this.#amounts].map(([currency, sum]) => [currency, sum.toString()])),
      ...(sheet !== undefined && { sheet }),
      mapping,
      ...(this.#warnings.size > 0 ? { warnings: plain(this.#warnings) } : {}),
      ...(questions.length > 0 ? { questions: questions.map(({ id, text }) => ({ id, ...text })) } : {}),
    }
  }

  #count(map: Map<string, number>, name: string): number {
    const count = (map.get(name) ?? 0) + 1
    map.set(name, count)
    return count
  }
}
