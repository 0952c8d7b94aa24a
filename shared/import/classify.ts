import { cmp } from '../money/decimal'
import type { LineClass, Order, OrderLine } from '../model/order'
import type { Payment } from '../model/payment'
import { matcher, type Matcher, type RowView } from './build/assembler'
import type { PaymentMarker, Profile } from './profile'

/** Field names of profile data → what is tested, compiled once for each import. */
export class Classifier {
  readonly #lines: { field: string; match: Matcher; class: LineClass }[]
  readonly #orders: { field: string; match: Matcher; kind: Order['kind'] }[]
  readonly #payments: (PaymentMarker & { match: Matcher })[]

  constructor(profile: Profile) {
    this.#lines = (profile.lines ?? []).map((marker) => ({ ...marker, match: matcher(marker.pattern) }))
    this.#orders = (profile.orders ?? []).map((marker) => ({ ...marker, match: matcher(marker.pattern) }))
    this.#payments = (profile.payments ?? []).map((marker) => ({ ...marker, match: matcher(marker.pattern) }))
  }

  /**
   * Class of one line: first what the profile's markers say the line is, then what its figures say. Negative
   * quantities are returns, a price of zero a gift, whatever else cannot be sold an adjustment.
   */
  line(row: RowView, quantity: string, price: string): LineClass {
    for (const marker of this.#lines) if (marker.match(row.get(marker.field))) return marker.class
    const sign = cmp(quantity, '0')
    if (sign < 0) return 'return'
    if (sign === 0 || cmp(price, '0') < 0) return 'adjustment'
    return cmp(price, '0') === 0 ? 'gift' : 'goods'
  }

  /** Kind that the head of an order declares; undefined when only its lines can tell. */
  declaredKind(row: RowView): Order['kind'] | undefined {
    for (const marker of this.#orders) {
      const text = row.get(marker.field)
      if (text !== '' && marker.match(text)) return marker.kind
    }
    return undefined
  }

  payment(row: RowView): Payment['kind'] {
    for (const { field, match, where = {}, kind } of this.#payments) {
      const text = row.get(field)
      const holds = Object.entries(where).every(([each, is]) => (row.get(each) === '') === (is === 'empty'))
      if (text !== '' && match(text) && holds) return kind
    }
    return 'payment'
  }
}

/** An order that consists of returns only takes goods back; without value it corrects the stock. */
export function kindOfLines(lines: readonly OrderLine[]): Order['kind'] {
  const negative = lines.length > 0 && lines.every((line) => cmp(line.quantity, '0') < 0)
  if (!negative) return 'order'
  return lines.every((line) => cmp(line.price, '0') === 0) ? 'adjustment' : 'cancellation'
}
