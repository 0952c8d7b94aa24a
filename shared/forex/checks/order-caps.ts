import { cmp } from '../../money/decimal'
import type { SaleOrder } from '../../model/forex/papers'
import type { Rates } from '../rates'

/** What one trade through a payment institution may be worth in USD, by the day of the order. */
const capVersions: readonly { from: string; usd: string }[] = [
  { from: '2015-01-29', usd: '50000' },
  { from: '', usd: '10000' },
]
/** Of an order whose day is outside the case, as it stands now. */
const capOf = (day: string | undefined): string =>
  capVersions.find(({ from }) => day === undefined || day >= from)?.usd ?? '50000'

/** An order in USD beside the cap of its day. */
export type OrderCap = { usd: string; cap: string; over: boolean }

/** Caps of orders, each found once however many receipts and reports ask. */
export class Caps {
  readonly #known = new Map<SaleOrder, OrderCap | undefined>()

  constructor(readonly rates: Rates) {}

  /** Undefined without a rate, which only dollars need no day for. Money in CNY knows no cap. */
  of(order: SaleOrder): OrderCap | undefined {
    const known = this.#known.get(order)
    if (known || this.#known.has(order)) return known
    const cap = capOfOrder(order, this.rates)
    this.#known.set(order, cap)
    return cap
  }
}

function capOfOrder(order: SaleOrder, rates: Rates): OrderCap | undefined {
  if (order.currency === 'CNY') return undefined
  const day = order.orderedOn ?? undefined
  if (day === undefined && order.currency !== 'USD') return undefined
  const converted = rates.usd(order.amount, order.currency, day ?? '')
  if (!('usd' in converted)) return undefined
  const cap = capOf(day)
  return { usd: converted.usd, cap, over: cmp(converted.usd, cap) > 0 }
}
