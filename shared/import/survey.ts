import type { Binding } from './binding'
import type { BoundField } from './bound-field'
import { dateEvidence, type DateOrder } from '../table/clean/instant'
import { decimalEvidence, type DecimalStyle } from '../table/clean/number'
import type { RawRow } from '../table/rows'

/** Rows looked at before an unsuspicious file counts as decided. */
const ENOUGH = 2000

/** What only the whole file can decide. */
export type Verdict = {
  dateOrder: DateOrder | undefined
  /** Some dates could be read both ways and nothing decides. */
  dateOrderOpen: boolean
  decimal: DecimalStyle | undefined
  /** Some values have a lone comma group and nothing decides what it means. */
  decimalOpen: boolean
  /** Id fields whose long numbers all end in zeros after the 15th digit: Excel cut them. */
  cutIds: ReadonlySet<string>
}

type LongIds = { long: number; zeroed: number; zeros: number }

/**
 * Looks through the rows of a file for evidence on day/month order, decimal mark and numbers cut by Excel. No single
 * row decides; evidence for both orders leaves the question open.
 */
export class Survey {
  readonly #dates: BoundField[]
  readonly #decimals: BoundField[]
  readonly #ids: BoundField[]
  readonly #longIds = new Map<string, LongIds>()
  readonly #seen = { dmy: 0, mdy: 0, dotted: 0, dateOpen: 0, point: 0, comma: 0, decimalOpen: 0, rows: 0 }

  constructor(binding: Binding) {
    const of = (type: string) =>
      binding.fields.filter((bound) => bound.def.type === type && bound.columns.length > 0)
    this.#dates = of('instant')
    this.#decimals = of('decimal')
    this.#ids = of('id')
  }

  add(row: RawRow): void {
    this.#seen.rows++
    for (const bound of this.#dates)
      this.#date(bound.columns.map((column) => row.cells[column] ?? '').join(' '))
    for (const bound of this.#decimals) for (const column of bound.columns) this.#decimal(row, column)
    for (const bound of this.#ids) for (const column of bound.columns) this.#id(bound.field, row, column)
  }

  /** True once more rows cannot change anything that matters. */
  get settled(): boolean {
    const { rows, dmy, mdy, dotted, dateOpen, point, comma, decimalOpen } = this.#seen
    const dates = dotted + dateOpen === 0 || dmy + mdy > 0
    const decimals = decimalOpen === 0 ? point + comma > 0 || this.#decimals.length === 0 : point + comma > 0
    return rows >= ENOUGH && dates && decimals && this.#longIds.size === 0
  }

  verdict(): Verdict {
    const { dmy, mdy, dotted, dateOpen, point, comma, decimalOpen } = this.#seen
    const isDotted = dotted > 0 && dateOpen === 0
    const dateOrder = mdy === 0 && (dmy > 0 || isDotted) ? 'dmy' : mdy > 0 && dmy === 0 ? 'mdy' : undefined
    const decimal = point > 0 && comma === 0 ? 'point' : comma > 0 && point === 0 ? 'comma' : undefined
    const cut = [...this.#longIds].filter(([, ids]) => ids.zeroed === ids.long && ids.zeros >= 3)
    return {
      dateOrder,
      dateOrderOpen: dateOrder === undefined && dateOpen + dmy + mdy > 0,
      decimal,
      decimalOpen: decimal === undefined && (decimalOpen > 0 || (point > 0 && comma > 0)),
      cutIds: new Set(cut.map(([field]) => field)),
    }
  }

  #date(text: string): void {
    const evidence = dateEvidence(text)
    if (evidence === 'ambiguous') this.#seen.dateOpen++
    else if (evidence) this.#seen[evidence]++
  }

  #decimal(row: RawRow, column: number): void {
    // A number cell of a workbook is stored in binary; its text is ours and says nothing about the file.
    if (row.types?.[column] === 'number') return
    const evidence = decimalEvidence(row.cells[column] ?? '')
    if (evidence === 'ambiguous') this.#seen.decimalOpen++
    else if (evidence) this.#seen[evidence]++
  }

  #id(field: string, row: RawRow, column: number): void {
    const cell = row.cells[column] ?? ''
    if (cell.length < 16 || !/^\d{16,}$/.test(cell)) return
    const ids = this.#longIds.get(field) ?? { long: 0, zeroed: 0, zeros: 0 }
    ids.long++
    if (/^\d{15}0+$/.test(cell)) {
      ids.zeroed++
      ids.zeros += cell.length - 15
    }
    this.#longIds.set(field, ids)
  }
}
