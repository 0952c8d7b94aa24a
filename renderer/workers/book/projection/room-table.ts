import type { NumberKind, Room, Rows } from '../../../data/port'
import { normalNumber } from '../../../data/sealing/blind'
import { numberSeparator } from './rows-of'

export type RowNumber = { kind: NumberKind; number: string }

/** Where the numbers of a row stand, by which it is searched, pasted and found. */
const numberColumns: { [R in Room]: [NumberKind, keyof Rows[R] & string][] } = {
  orders: [
    ['order', 'orderNo'],
    ['payment', 'paymentNo'],
    ['waybill', 'waybillNo'],
  ],
  payments: [
    ['payment', 'paymentNo'],
    ['order', 'orderNo'],
  ],
  waybills: [
    ['waybill', 'waybillNo'],
    ['order', 'orderNo'],
    ['bill', 'billNo'],
    ['bag', 'totalPackageNo'],
  ],
  lists: [
    ['copNo', 'copNo'],
    ['preNo', 'preNo'],
    ['invtNo', 'invtNo'],
    ['order', 'orderNo'],
    ['order', 'originalOrderNos'],
    ['waybill', 'waybillNo'],
  ],
  goods: [['sku', 'sku']],
}

/**
 * The unsealed columns of one list, in the order of the rows' arrival. Numbers are kept beside each row in their one
 * spelling, so that a search over a hundred thousand rows compares plain texts.
 */
export class RoomTable<R extends Room> {
  readonly room: R
  readonly #rows = new Map<string, Rows[R]>()
  readonly #numbers = new Map<string, RowNumber[]>()
  #version = 0

  constructor(room: R) {
    this.room = room
  }

  /** Grows with every change; what was computed from an older one is stale. */
  get version(): number {
    return this.#version
  }

  get size(): number {
    return this.#rows.size
  }

  get(id: string): Rows[R] | undefined {
    return this.#rows.get(id)
  }

  rows(): IterableIterator<Rows[R]> {
    return this.#rows.values()
  }

  numbers(id: string): readonly RowNumber[] {
    return this.#numbers.get(id) ?? []
  }

  put(row: Rows[R]): void {
    this.#rows.set(row.id, row)
    this.#numbers.set(row.id, numbersOf(this.room, row))
    this.#version++
  }

  /** Change columns of a row that hold no number: what it is found by stays. */
  patch(id: string, change: Partial<Rows[R]>): void {
    const row = this.#rows.get(id)
    if (!row) return
    this.#rows.set(id, { ...row, ...change })
    this.#version++
  }

  /** Put the rows into the order of this text column: records come from the store in the order of their ids. */
  arrange(column: keyof Rows[R] & string): void {
    const text = (row: Rows[R]) => String(row[column])
    const rows = [...this.#rows.values()].sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0))
    this.#rows.clear()
    for (const row of rows) this.#rows.set(row.id, row)
    this.#version++
  }

  delete(id: string): void {
    if (!this.#rows.delete(id)) return
    this.#numbers.delete(id)
    this.#version++
  }

  clear(): void {
    this.#rows.clear()
    this.#numbers.clear()
    this.#version++
  }
}

function numbersOf<R extends Room>(room: R, row: Rows[R]): RowNumber[] {
  const found: RowNumber[] = []
  for (const [kind, column] of numberColumns[room]) {
    const value = row[column] as string | string[]
    for (const text of typeof value === 'string' ? value.split(numberSeparator) : value) {
      const number = normalNumber(text)
      if (number && !found.some((known) => known.kind === kind && known.number === number)) {
        // The same text need not lie twice in memory.
        found.push({ kind, number: number === text ? text : number })
      }
    }
  }
  return found
}
