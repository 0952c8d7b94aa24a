import type { Order } from '#shared/model/order'
import type { Payment } from '#shared/model/payment'
import type { Waybill } from '#shared/model/waybill'

/** Cells of a file by splitting alone: no quotes, no types, no checks. */
export function naiveRows(csv: string): string[][] {
  return csv.split('\n').map((line) => line.split(','))
}

/** Payments and waybills joined to orders by their number exactly as written. */
export function hashJoin(
  orders: readonly Order[],
  payments: readonly Payment[],
  waybills: readonly Waybill[],
): number {
  const paymentOf = new Map(payments.map((payment) => [payment.orderNo, payment]))
  const waybillOf = new Map(waybills.map((waybill) => [waybill.orderNo, waybill]))
  return orders.filter(({ orderNo }) => paymentOf.has(orderNo) && waybillOf.has(orderNo)).length
}
