import { allocate } from '../money/decimal'
import { minorDigits } from '../money/currency'
import type { Payment } from '../model/payment'
import type { Waybill } from '../model/waybill'

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

/** One payment for the parts of a 拆单: each 收款单 carries its share, together what was received. */
export function sharePayment(payment: Payment, worth: readonly string[]): Payment[] {
  const amounts = allocate(payment.amount, worth, minorDigits(payment.currency ?? ''))
  return amounts.map((amount) => ({ ...payment, amount }))
}
