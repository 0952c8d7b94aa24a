import { cmp, sum } from '../../money/decimal'
import { usdText } from '../amount'
import { rules } from '../catalogue'
import { find, type ForexFinding } from '../cite'
import type { BankCredit } from '../../model/forex/credit'
import type { SaleOrder } from '../../model/forex/papers'
import { missingRateFinding, type Rates } from '../rates'
import { plain } from '../same-text'
import type { ReceiptFacts } from './facts'
import type { Caps, OrderCap } from './order-caps'

/** Above this in USD a bank reports: goods, and everything else. */
const LARGE_GOODS = '30000000'
const LARGE_OTHER = '10000000'

/** C01 and, where the rate is missing, C2: one order through a payment institution. */
export function checkCap(order: SaleOrder, { credit, caps, rates }: ReceiptFacts): ForexFinding[] {
  if (credit.channel !== 'paymentInstitution' || order.currency === 'CNY') return []
  const of = caps.of(order)
  if (!of) {
    if (!order.orderedOn) return []
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
      day: order.orderedOn ?? credit.valueDate,
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
