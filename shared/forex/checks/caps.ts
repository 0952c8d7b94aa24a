import { cmp, sum } from '../../money/decimal'
import { usdText } from '../amount'
import { rules } from '../catalogue'
import { find, type ForexFinding } from '../cite'
import type { BankCredit } from '../model/credit'
import type { SaleOrder } from '../model/papers'
import { missingRateFinding, type Rates } from '../rates'
import type { ReceiptFacts } from './facts'
import { plain } from './facts'

/** What one trade through a payment institution may be worth in USD, by the day of the order. */
const capVersions: readonly { from: string; usd: string }[] = [
  { from: '2015-01-29', usd: '50000' },
  { from: '', usd: '10000' },
]
const capOf = (day: string): string => capVersions.find(({ from }) => day >= from)?.usd ?? '50000'

/** Above this in USD a bank reports: goods, and everything else. */
const LARGE_GOODS = '30000000'
const LARGE_OTHER = '10000000'

/** An order in USD beside the cap of its day. */
export type OrderCap = { usd: string; cap: string; over: boolean }

/** Caps of orders, each found once however many receipts and reports ask. */
export class Caps {
  readonly #known = new Map<SaleOrder, OrderCap | undefined>()

  constructor(readonly rates: Rates) {}

  /** Undefined without day or rate. Money in CNY knows no cap. */
  of(order: SaleOrder): OrderCap | undefined {
    const known = this.#known.get(order)
    if (known || this.#known.has(order)) return known
    const cap = capOfOrder(order, this.rates)
    this.#known.set(order, cap)
    return cap
  }
}

function capOfOrder(order: SaleOrder, rates: Rates): OrderCap | undefined {
  if (!order.orderedOn || order.currency === 'CNY') return undefined
  const converted = rates.usd(order.amount, order.currency, order.orderedOn)
  if (!('usd' in converted)) return undefined
  const cap = capOf(order.orderedOn)
  return { usd: converted.usd, cap, over: cmp(converted.usd, cap) > 0 }
}

/** C01 and, where the rate is missing, C2: one order through a payment institution. */
export function checkCap(order: SaleOrder, { credit, caps, rates }: ReceiptFacts): ForexFinding[] {
  if (credit.channel !== 'paymentInstitution' || !order.orderedOn || order.currency === 'CNY') return []
  const of = caps.of(order)
  if (!of) {
    return missingRateFinding(
      rates.usd(order.amount, order.currency, order.orderedOn),
      order.id,
      order.currency,
    )
  }
  if (!of.over) return []
  return [
    find(rules.C01, {
      target: order.id,
      field: 'amount',
      day: order.orderedOn,
      params: { usd: usdText(of.usd), cap: of.cap },
    }),
  ]
}

/** C02: orders of one buyer on one day through payment institutions, each within the cap, together above it. */
export function splitting(
  orders: Iterable<SaleOrder>,
  caps: Caps,
): { finding: ForexFinding; orderIds: string[] }[] {
  const days = new Map<string, { order: SaleOrder; of: OrderCap }[]>()
  for (const order of orders) {
    const of = caps.of(order)
    const name = order.buyer?.name ?? order.consignee
    if (!of || of.over || !name || !order.orderedOn) continue
    const key = `${order.orderedOn} ${plain(name)}`
    const group = days.get(key)
    if (group) group.push({ order, of })
    else days.set(key, [{ order, of }])
  }
  return [...days.values()].flatMap((group) => {
    if (group.length < 2) return []
    const usd = sum(group.map(({ of }) => of.usd))
    // Whoever gave the papers first, the least number names the group.
    const [first] = group.sort((a, b) => (a.order.id < b.order.id ? -1 : 1))
    if (!first || cmp(usd, first.of.cap) <= 0) return []
    const buyer = first.order.buyer?.name ?? first.order.consignee ?? ''
    const day = first.order.orderedOn ?? ''
    const finding = find(rules.C02, {
      target: buyer,
      day,
      params: { buyer, day, count: group.length, usd: usdText(usd) },
    })
    return [{ finding, orderIds: group.map(({ order }) => order.id) }]
  })
}

/** C05: what a bank reports as large. */
export function checkLarge(credit: BankCredit, rates: Rates): ForexFinding[] {
  const converted = rates.usd(credit.amount, credit.currency, credit.valueDate)
  if (!('usd' in converted)) return []
  const goods = credit.natures?.every(({ kind }) => kind === 'goods') ?? true
  if (cmp(converted.usd, goods ? LARGE_GOODS : LARGE_OTHER) <= 0) return []
  const params = { usd: usdText(converted.usd) }
  return [find(rules.C05, { target: credit.id, field: 'amount', day: credit.valueDate, params })]
}
