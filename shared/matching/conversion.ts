import { minorDigits } from '../money/currency'
import { abs, cmp, div, isZero, mul, round } from '../money/decimal'
import type { PaymentFacts } from './facts'

export type Conversion = { amount: string; rate: string }

/**
 * What a payment in another currency came to, by the two lines with which the institution converted it: one takes
 * the payment's currency out, the other puts the order's in. The institution may have converted the amount less its
 * fee; then the gross amount is valued at the same rate. Undefined when the pair is not complete.
 */
export function conversionOf(
  payment: PaymentFacts,
  legs: readonly PaymentFacts[],
  to: string,
): Conversion | undefined {
  const out = legs.find((leg) => leg.currency === payment.currency && !isZero(leg.amount))
  const into = legs.find((leg) => leg.currency === to && !isZero(leg.amount))
  if (!out || !into) return undefined
  const taken = abs(out.amount)
  const given = abs(into.amount)
  const gross = abs(payment.amount)
  const amount = cmp(taken, gross) === 0 ? given : round(div(mul(gross, given), taken, 8), minorDigits(to))
  return { amount, rate: div(given, taken, 6) }
}
