import type { Text } from '../../model/text'
import { minorDigits } from '../../money/currency'
import { abs, add, cmp, isZero, mul, round, sub, sum } from '../../money/decimal'
import { quotient } from '../amount'
import type { Rates } from '../rates'
import type { Share, SplitCredit, SplitPayment } from './split'

type Used = { paymentId: string; orderId: string }

/**
 * Credits whose remittance names payments in other currencies, taken apart by what the payments are worth at SAFE's 折算率 of
 * the month of the credit. Only where every rate is known, nothing named served before, and the payments come to the credit
 * within the tolerance of the enterprise: which rate the payer's bank took is not known, so the shares are 口径待确认. They make
 * the credit to its last minor unit, the last takes what rounding left.
 * @param tolerance of the whole credit, as a part of it
 */
export function splitAcross(
  credits: readonly SplitCredit[],
  payments: readonly SplitPayment[],
  rates: Rates,
  { used, tolerance }: { used: readonly Used[]; tolerance: string },
): Share[] {
  const taken = new Set(used.flatMap(({ paymentId, orderId }) => [paymentId, orderId]))
  const byName = new Map<string, SplitPayment[]>()
  for (const one of payments) {
    for (const name of new Set([one.id, one.orderId])) byName.set(name, [...(byName.get(name) ?? []), one])
  }
  const wanted = new Map<string, number>()
  const ways = credits.flatMap((credit) => {
    const own = [...new Set(credit.named.flatMap((name) => byName.get(name) ?? []))]
    if (own.length === 0 || own.every(({ currency }) => currency === credit.currency)) return []
    if (own.some(({ id, orderId }) => taken.has(id) || taken.has(orderId))) return []
    for (const { id } of own) wanted.set(id, (wanted.get(id) ?? 0) + 1)
    return [{ credit, own }]
  })
  return ways.flatMap(({ credit, own }): Share[] => {
    if (own.some(({ id }) => (wanted.get(id) ?? 0) > 1)) return []
    const { currency, day, amount } = credit
    const here = rates.perUnit(currency, day)
    if (!('usd' in here) || isZero(here.usd)) return []
    const worth: string[] = []
    for (const one of own) {
      const there = rates.perUnit(one.currency, day)
      if (!('usd' in there)) return []
      worth.push(quotient(mul(one.amount, there.usd), here.usd))
    }
    const all = sum(worth)
    if (isZero(all) || cmp(abs(sub(amount, all)), mul(amount, tolerance)) > 0) return []
    const places = minorDigits(currency)
    const near = round(all, places)
    const why: Text = {
      zh: `附言写明的 ${own.length} 笔按 ${day.slice(0, 7)} 折算率合 ${near} ${currency}，入账 ${amount} ${currency}，按比例拆分（口径待确认）`,
      en: `The ${own.length} payments named are ${near} ${currency} at the rates of ${day.slice(0, 7)}; ${amount} ${currency} were credited and are shared in proportion (unconfirmed)`,
    }
    let [weight, given] = ['0', '0']
    return own.map(({ id: paymentId, orderId }, at) => {
      weight = add(weight, worth[at] ?? '0')
      const upTo = at === own.length - 1 ? amount : round(quotient(mul(amount, weight), all), places)
      const part = sub(upTo, given)
      given = upTo
      return { creditId: credit.id, paymentId, orderId, amount: part, why }
    })
  })
}
