import { sub, sum } from '../../money/decimal'
import type { DeclarationList } from '../../model/list'

/**
 * What each person bought in each calendar year by the 清单 of this book. A lower bound of what customs counts: other
 * sellers are not known here. Held in memory only, because it is keyed by identity numbers.
 */
export class PersonYears {
  /** `idNumber year` → orderNo → 完税价格. */
  readonly #known = new Map<string, Map<string, string>>()

  /** Count a 清单 of retail import; any other is passed over, the same order again replaces what it counted. */
  add({ documents, retail, businessDay, orderNo }: DeclarationList): void {
    const person = documents.inventory.head['buyerIdNumber']
    if (!retail || !person) return
    const key = keyOf(person, businessDay)
    const orders = this.#known.get(key) ?? new Map<string, string>()
    orders.set(orderNo, retail.dutiable)
    this.#known.set(key, orders)
  }

  /** Sum of the year of `day` (YYYY-MM-DD) without the order that is being built. */
  sumOf(person: string, day: string, without: string): string {
    const orders = this.#known.get(keyOf(person, day))
    if (!orders) return '0'
    return sub(sum(orders.values()), orders.get(without) ?? '0')
  }
}

/** Customs reads the x of an identity number as X. */
const keyOf = (person: string, day: string) => `${person.trim().toUpperCase()} ${day.slice(0, 4)}`
