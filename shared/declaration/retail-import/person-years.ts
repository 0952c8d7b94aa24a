import { div, isZero, mul, round, sub, sum } from '../../money/decimal'
import type { DeclarationList } from '../../model/list'

/** What came back of a line, in its declared unit. */
export type CameBack = { gnum: string; qty: string }

/**
 * What of a 清单 still counts for the year: 完税价格 less the share of the goods whose return customs granted, freight and
 * insurance in proportion. To the cent.
 */
function counted({ documents, retail }: DeclarationList, cameBack: readonly CameBack[]): string {
  const lines = documents.inventory.lines ?? []
  const whole = sum(lines.map((line) => line['totalPrice'] ?? '0'))
  const returned = sum(
    cameBack.map(({ gnum, qty }) => mul(lines.find((line) => line['gnum'] === gnum)?.['price'] ?? '0', qty)),
  )
  if (!retail || isZero(whole) || isZero(returned)) return retail?.dutiable ?? '0'
  return sub(retail.dutiable, round(div(mul(retail.dutiable, returned), whole, 10), 2))
}

/**
 * What each person bought in each calendar year by the 清单 of this book. A lower bound of what customs counts: other
 * sellers are not known here. Held in memory only, because it is keyed by identity numbers.
 */
export class PersonYears {
  /** `idNumber year` → orderNo → 完税价格. */
  readonly #known = new Map<string, Map<string, string>>()

  /**
   * Count a 清单 of retail import less what came back of it, which gives the year back; any other is passed over, the same
   * order again replaces what it counted.
   */
  add(list: DeclarationList, cameBack: readonly CameBack[] = []): void {
    const { documents, retail, businessDay, orderNo } = list
    const person = documents.inventory.head['buyerIdNumber']
    if (!retail || !person) return
    const key = keyOf(person, businessDay)
    const orders = this.#known.get(key) ?? new Map<string, string>()
    orders.set(orderNo, counted(list, cameBack))
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
