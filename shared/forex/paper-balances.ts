import { add } from '../money/decimal'
import { isPositive, usdText, written } from './amount'
import type { Caps } from './checks/order-caps'
import type { LineVerdict } from './checks/documents'
import type { ReceiptInput } from '../model/forex/input'
import type { UsageLedger } from './usage'

/** An order beside the cap of its day, and how much of it these receipts rest on. */
export type OrderFigures = { usdEq: string | null; overCap: boolean; supported: string }

/** Every order of the input by its number. */
export function ordersOf(
  { orders = [] }: ReceiptInput,
  receipts: readonly { lines: readonly LineVerdict[] }[],
  caps: Caps,
): Record<string, OrderFigures> {
  const supported = new Map<string, string>()
  for (const { lines } of receipts) {
    for (const { orderId, supported: part } of lines) {
      if (orderId === null) continue
      const before = supported.get(orderId)
      supported.set(orderId, before === undefined ? part : add(before, part))
    }
  }
  const figures: Record<string, OrderFigures> = {}
  for (const order of orders) {
    const cap = caps.of(order)
    figures[order.id] = {
      usdEq: cap ? usdText(cap.usd) : null,
      overCap: cap?.over ?? false,
      supported: written(supported.get(order.id) ?? '0', order.currency),
    }
  }
  return figures
}

type Presented = { currency: string; eligible: string; lines: readonly LineVerdict[] }

/** Orders that money of another currency rests on: such a receipt takes all of an order, whatever its sum. */
function lentWhole(orders: NonNullable<ReceiptInput['orders']>, receipts: readonly Presented[]): Set<string> {
  const currencies = new Map(orders.map(({ id, currency }) => [id, currency]))
  const lent = new Set<string>()
  for (const { currency, eligible, lines } of receipts) {
    if (!isPositive(eligible)) continue
    for (const { orderId, supported } of lines) {
      if (orderId === null || !isPositive(supported)) continue
      if (currencies.get(orderId) !== currency) lent.add(orderId)
    }
  }
  return lent
}

/** What is left of every order, and of every customs paper that has an amount. */
export function balancesOf(
  { orders = [], customsDocs = [] }: ReceiptInput,
  usage: UsageLedger,
  receipts: readonly Presented[],
): Record<string, string> {
  const left: Record<string, string> = {}
  const lent = lentWhole(orders, receipts)
  for (const { id, amount, currency } of orders) {
    left[id] = written(lent.has(id) ? '0' : usage.free('order', id, amount), currency)
  }
  for (const { no, amount, currency = 'USD' } of customsDocs) {
    if (amount !== undefined) left[no] = written(usage.free('customsDoc', no, amount), currency)
  }
  return left
}
