import type { Order } from '#shared/model/order'
import type { Payment } from '#shared/model/payment'
import type { Waybill } from '#shared/model/waybill'
import type { Weighing } from '#shared/model/weighing'
import type { BlindKind } from '../sealing/blind'

/** Imported records that never change. */
export type FactOf = { orders: Order; payments: Payment; waybills: Waybill; weighings: Weighing }
export type FactKind = keyof FactOf
/** Kinds a 清单 is made of; what a warehouse weighed stands beside them. */
export type SourceKind = Exclude<FactKind, 'weighings'>
export const factKinds = ['orders', 'payments', 'waybills', 'weighings'] as const

/** A fact with the business key and content digest under which a later import recognises it. */
export type FactItem<K extends FactKind = FactKind> = {
  key: string
  digest: string
  record: FactOf[K]
  /** Id of the older fact that this one replaces (更新). */
  replaces?: string
}
export type Fact<K extends FactKind> = { id: string; record: FactOf[K] }

type Numbers = { [K in FactKind]: (record: FactOf[K]) => [BlindKind, string | undefined][] }
const numbers: Numbers = {
  orders: (r) => [
    ['order', r.orderNo],
    ['payment', r.paymentNo],
    ['waybill', r.logisticsNo],
  ],
  payments: (r) => [
    ['payment', r.paymentNo],
    ['order', r.orderNo],
  ],
  waybills: (r) => [
    ['waybill', r.logisticsNo],
    ['order', r.orderNo],
  ],
  weighings: (r) => [['waybill', r.logisticsNo]],
}

/** The numbers by which a fact can be found without opening it. */
export function numbersOf<K extends FactKind>(kind: K, record: FactOf[K]): [BlindKind, string][] {
  return numbers[kind](record).filter((entry): entry is [BlindKind, string] => Boolean(entry[1]))
}
