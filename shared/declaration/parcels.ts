import { allocate, sum } from '../money/decimal'
import { minorDigits } from '../money/currency'
import type { Payment } from '../model/payment'
import type { Waybill } from '../model/waybill'
import type { Sourced } from './sourced'

/**
 * One waybill for several 清单 (an order of more than 100 lines in one parcel): each gets a number of its own,
 * `运单号-1`, and its share of weight and charges. 口径待确认: the carrier must know these numbers.
 * @param weights calculated gross weight of each part
 */
export function shareWaybill(waybill: Waybill, weights: readonly string[]): Waybill[] {
  const share = (amount: string | undefined, places: number) =>
    amount === undefined ? [] : allocate(amount, weights, places)
  const gross = share(waybill.grossWeight, 5)
  const freight = share(waybill.freight, minorDigits(waybill.currency ?? ''))
  const insured = share(waybill.insuredFee, minorDigits(waybill.currency ?? ''))
  return weights.map((_, at) => ({
    ...waybill,
    logisticsNo: `${waybill.logisticsNo}-${at + 1}`,
    packNo: 1,
    ...(gross[at] !== undefined && { grossWeight: gross[at] }),
    ...(freight[at] !== undefined && { freight: freight[at] }),
    ...(insured[at] !== undefined && { insuredFee: insured[at] }),
  }))
}

/** A payment as it goes into one 收款单, with the other payments (instalments, orders of a 合单) it stands for. */
export type JoinedPayment = Sourced<Payment> & { others: readonly Pick<Sourced<Payment>, 'id' | 'rev'>[] }

/**
 * One 收款单 for several payments: their sum, under the number of the first. Only payments of one currency can be
 * added; those in the order's own currency come first, the others wait for a 收款单 of their own.
 */
export function joinPayments(
  payments: readonly Sourced<Payment>[],
  currency: string,
): JoinedPayment | undefined {
  const own = payments.filter(({ value }) => value.currency === currency)
  const wanted = own[0] ?? payments[0]
  if (!wanted) return undefined
  const alike = payments.filter(({ value }) => value.currency === wanted.value.currency)
  const others = alike.filter((payment) => payment !== wanted).map(({ id, rev }) => ({ id, rev }))
  const amount = others.length ? sum(alike.map(({ value }) => value.amount)) : wanted.value.amount
  return { ...wanted, value: { ...wanted.value, amount }, others }
}

/** One payment for the parts of a 拆单: each 收款单 carries its share, together what was received. */
export function sharePayment(payment: Payment, worth: readonly string[]): Payment[] {
  const amounts = allocate(payment.amount, worth, minorDigits(payment.currency ?? ''))
  return amounts.map((amount) => ({ ...payment, amount }))
}
