import { z } from 'zod'
import { instant } from '../model/field'
import { BreakKind } from './break'
import { abs, cmp, mul, sub, sum } from '../money/decimal'
import type { Order, OrderLine } from '../model/order'
import type { Payment } from '../model/payment'
import type { Waybill } from '../model/waybill'

/**
 * What 对碰 keeps of each record: a few short texts, so that a million orders fit in a worker. `id` is whatever the
 * caller knows the record by (a fact id in a book, the business key in the command line).
 */
export type OrderFacts = {
  id: string
  orderNo: string
  kind: Order['kind']
  platform: string
  shop: string
  /** What the buyer owes: the platform's total, else the lines with freight, tax and discount. */
  amount: string
  currency: string
  day: string
  paymentNo: string
  logisticsNo: string
  /** `sku×quantity` of goods and gifts, one a line, sorted: equal texts declare the same things. '' = nothing to ship. */
  goods: string
  /** Nothing in it was sold: it is declared only if it really is shipped. */
  giftsOnly: boolean
  /** Goods for a warehouse abroad (9810): nobody has paid for them, and nobody owes it. */
  unsold?: boolean
  refusedRows: number
  cancels: string
}

export type PaymentFacts = {
  id: string
  kind: Payment['kind']
  paymentNo: string
  orderNo: string
  platform: string
  shop: string
  amount: string
  currency: string
  fee: string
  day: string
  refersTo: string
}

export type WaybillFacts = {
  id: string
  logisticsNo: string
  logisticsCode: string
  orderNo: string
}

/** A 清单 that was already made, by this or an earlier import. */
export type ListFacts = {
  copNo: string
  orders: readonly string[]
  logisticsCode: string
  logisticsNo: string
  /** As in OrderFacts; '' when not known. */
  goods: string
}

/**
 * 对碰 decided by an officer: these payments and waybills belong to this order because of `reason`. `accepts` names
 * breaks that stand but were accepted for the same reason.
 */
export const ManualMatch = z.object({
  order: z.string(),
  payments: z.array(z.string()),
  waybills: z.array(z.string()),
  reason: z.string().min(1),
  who: z.string(),
  at: instant,
  accepts: z.array(BreakKind).optional(),
})
export type ManualMatch = z.infer<typeof ManualMatch>

const dayOf = (record: { businessDay?: string; orderedAt?: string; paidAt?: string }) =>
  record.businessDay ?? (record.orderedAt ?? record.paidAt ?? '').slice(0, 10)

/** What one line comes to: the file's own total where it states one, else quantity × price less the line's discount. */
export const lineAmount = (line: OrderLine): string =>
  line.amount ?? sub(mul(line.quantity, line.price), line.discount ?? '0')

/** Value of an order as its buyer pays it. Lines of every class count: a platform's freight may be a line of its own. */
export function orderAmount(order: Order): string {
  if (order.total !== undefined) return order.total
  const lines = order.lines.map(lineAmount)
  return sub(sum([...lines, order.freight ?? '0', order.tax ?? '0']), abs(order.discount ?? '0'))
}

/** The shippable content of an order as one text, for comparing with what a 清单 declared. */
export function goodsText(lines: readonly { sku: string; quantity: string; class: string }[]): string {
  const quantities = new Map<string, string[]>()
  for (const line of lines) {
    if (line.class !== 'goods' && line.class !== 'gift' && line.class !== 'return') continue
    quantities.set(line.sku, [...(quantities.get(line.sku) ?? []), line.quantity])
  }
  return [...quantities]
    .map(([sku, parts]) => [sku, sum(parts)] as const)
    .filter(([, quantity]) => cmp(quantity, '0') > 0)
    .map(([sku, quantity]) => `${sku}×${quantity}`)
    .sort()
    .join('\n')
}

/** A cancellation lists what it takes back with negative quantities; as a text it equals the order it cancels wholly. */
const cancelledGoods = (lines: readonly OrderLine[]) =>
  goodsText(lines.map((line) => ({ sku: line.sku, quantity: abs(line.quantity), class: 'goods' })))

export function orderFacts(id: string, order: Order): OrderFacts {
  return {
    id,
    orderNo: order.orderNo,
    kind: order.kind,
    platform: order.platform,
    shop: order.shop,
    amount: orderAmount(order),
    currency: order.currency ?? '',
    day: dayOf(order),
    paymentNo: order.paymentNo ?? '',
    logisticsNo: order.logisticsNo ?? '',
    goods: order.kind === 'cancellation' ? cancelledGoods(order.lines) : goodsText(order.lines),
    giftsOnly: !order.lines.some((line) => line.class === 'goods'),
    refusedRows: order.refusedRows?.length ?? 0,
    cancels: order.cancels ?? '',
  }
}

export function paymentFacts(id: string, payment: Payment): PaymentFacts {
  return {
    id,
    // A file that only has signs calls money that goes back a payment too.
    kind: payment.kind === 'payment' && payment.amount.startsWith('-') ? 'refund' : payment.kind,
    paymentNo: payment.paymentNo,
    orderNo: payment.orderNo ?? '',
    platform: payment.platform,
    shop: payment.shop,
    amount: payment.amount,
    currency: payment.currency ?? '',
    fee: payment.fee ?? '0',
    day: dayOf(payment),
    refersTo: payment.refersTo ?? '',
  }
}

export function waybillFacts(id: string, waybill: Waybill): WaybillFacts {
  return {
    id,
    logisticsNo: waybill.logisticsNo,
    logisticsCode: waybill.logisticsCode,
    orderNo: waybill.orderNo ?? '',
  }
}
