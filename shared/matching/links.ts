import type { ListFacts, OrderFacts, PaymentFacts, WaybillFacts } from './facts'
import { reduceKey } from './key'

/** Keys under which records meet. Equal keys make a pair possible; whether it is exact or a near miss is looked at then. */

const byOrder = (number: string) => `o${reduceKey(number)}`
const byPayment = (number: string) => `p${reduceKey(number)}`
const byWaybill = (number: string) => `w${reduceKey(number)}`

export function orderKeys(order: OrderFacts): string[] {
  const keys = [byOrder(order.orderNo)]
  if (order.paymentNo) keys.push(byPayment(order.paymentNo))
  if (order.logisticsNo) keys.push(byWaybill(order.logisticsNo))
  return keys
}

/** A payment that names its order is found by it; one that does not, by its own number on the order. */
export const paymentKey = (payment: PaymentFacts) =>
  payment.orderNo ? byOrder(payment.orderNo) : byPayment(payment.paymentNo)

export const waybillKey = (waybill: WaybillFacts) =>
  waybill.orderNo ? byOrder(waybill.orderNo) : byWaybill(waybill.logisticsNo)

/** Whether the numbers that made the keys meet are the same digit for digit. */
export const namesPayment = (order: OrderFacts, payment: PaymentFacts) =>
  payment.orderNo ? payment.orderNo === order.orderNo : payment.paymentNo === order.paymentNo

export const namesWaybill = (order: OrderFacts, waybill: WaybillFacts) =>
  waybill.orderNo ? waybill.orderNo === order.orderNo : waybill.logisticsNo === order.logisticsNo

/** A waybill number is unique within its carrier. */
export const carrierNumber = (waybill: Pick<WaybillFacts | ListFacts, 'logisticsCode' | 'logisticsNo'>) =>
  `${waybill.logisticsCode}|${waybill.logisticsNo}`

/** The order that a cancellation names, within its own shop. */
export const cancelledOrder = ({ platform, shop, cancels }: OrderFacts) => `${platform}|${shop}|${cancels}`
export const cancellableAs = ({ platform, shop, orderNo }: OrderFacts) => `${platform}|${shop}|${orderNo}`
