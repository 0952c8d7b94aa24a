import type { TaxBill } from '#shared/import-tax/tax-bill'
import type { Stored } from '../../../data/port'

/** Every 电子税单, held unsealed: sums by month and pages need them all. */
export class TaxIndex {
  readonly #bills = new Map<string, TaxBill>()

  put(bills: readonly Stored<TaxBill>[]): void {
    for (const { id, record } of bills) this.#bills.set(id, record)
  }

  bills(): ReadonlyMap<string, TaxBill> {
    return this.#bills
  }
}
