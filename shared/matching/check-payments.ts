import { minorDigits } from '../money/currency'
import { abs, add, cmp, div, mul, round, sub, sum } from '../money/decimal'
import type { Candidates, PaymentCandidate } from './candidates'
import { conversionOf } from './conversion'
import type { OrderFacts } from './facts'
import type { Findings } from './findings'

/** A payment valued in the order's currency, or why it cannot be. */
type Valued = { candidate: PaymentCandidate; value: string }

/**
 * The payments of one order: there is one, in its currency (or converted into it by the institution), of its amount,
 * once, in time. `due` is false for orders that cost nothing: they need none.
 * @returns ids of the payments that count for the order
 */
export function checkPayments(
  order: OrderFacts,
  candidates: Candidates,
  findings: Findings,
  due: boolean,
): string[] {
  const { payments } = candidates
  const sure = payments.filter(({ link }) => link !== 'near')
  const considered = sure.length ? sure : payments
  for (const { fact } of payments.filter(({ link }) => link === 'near')) {
    findings.add('payment-key-differs', 'payment.orderNo', order.orderNo, fact.orderNo || fact.paymentNo)
  }
  if (payments.length === 0) {
    if (due) findings.add('payment-missing', 'payment.orderNo', money(order.amount, order.currency), '')
    return []
  }
  const valued: Valued[] = []
  for (const candidate of onlyOnce(order, considered, findings)) {
    const value = valueOf(order, candidate, findings)
    if (value !== undefined) valued.push({ candidate, value })
    checkUse(order, candidate, findings)
  }
  const counted = valued.length ? checkAmount(order, valued, findings) : []
  checkRefunds(order, candidates, findings)
  return counted.filter(({ link }) => link !== 'near').map(({ fact }) => fact.id)
}

/** The same payment number with the same amount is one payment exported twice. */
function onlyOnce(
  order: OrderFacts,
  payments: readonly PaymentCandidate[],
  findings: Findings,
): PaymentCandidate[] {
  const seen = new Map<string, PaymentCandidate>()
  for (const candidate of payments) {
    const { paymentNo, amount, currency } = candidate.fact
    const key = `${paymentNo} ${round(amount, 6)} ${currency}`
    if (seen.has(key)) {
      findings.add(
        'payment-duplicate',
        'payment.paymentNo',
        money(order.amount, order.currency),
        `${paymentNo} ${money(amount, currency)} ×2`,
      )
    } else seen.set(key, candidate)
  }
  return [...seen.values()]
}

function valueOf(
  order: OrderFacts,
  { fact, conversions }: PaymentCandidate,
  findings: Findings,
): string | undefined {
  if (!order.currency || !fact.currency || fact.currency === order.currency) return fact.amount
  const conversion = conversionOf(fact, conversions, order.currency)
  if (!conversion) {
    findings.add('payment-currency', 'payment.currency', order.currency, money(fact.amount, fact.currency))
    return undefined
  }
  findings.note('converted', {
    amount: fact.amount,
    from: fact.currency,
    converted: conversion.amount,
    to: order.currency,
    rate: conversion.rate,
  })
  return conversion.amount
}

/** Late, or claimed by another order too. */
function checkUse(order: OrderFacts, { fact, sharedWith }: PaymentCandidate, findings: Findings): void {
  if (sharedWith.length) {
    findings.add('payment-shared', 'payment.paymentNo', sharedWith.join(' '), fact.paymentNo)
  }
  if (order.day && fact.day && daysBetween(order.day, fact.day) > findings.config.lateDays) {
    findings.add('payment-late', 'payment.paidAt', order.day, fact.day)
  }
}

/** Compare what came with what is due; of a double payment only the one that settles the order counts. */
function checkAmount(order: OrderFacts, valued: readonly Valued[], findings: Findings): PaymentCandidate[] {
  const places = minorDigits(order.currency)
  const owed = round(order.amount, places)
  const equal = (value: string) => cmp(round(value, places), owed) === 0
  const total = sum(valued.map(({ value }) => value))
  const all = valued.map(({ candidate }) => candidate)
  if (equal(total)) {
    if (valued.length > 1) findings.note('payment-parts', { count: valued.length })
    return all
  }
  const whole = valued.find(({ value }) => equal(value))
  if (whole && valued.length > 1) {
    const numbers = valued.map(({ candidate }) => candidate.fact.paymentNo).join(' ')
    findings.add('payment-duplicate', 'payment.paymentNo', money(owed, order.currency), numbers)
    return [whole.candidate]
  }
  const fees = sum(valued.map(({ candidate }) => abs(candidate.fact.fee)))
  if (cmp(fees, '0') > 0 && equal(add(total, fees))) {
    findings.note('net-of-fee', { amount: total, fee: fees })
    return all
  }
  const short = sub(owed, total)
  const kind =
    cmp(short, '0') < 0
      ? 'payment-over'
      : withinTolerance(short, owed, findings)
        ? 'payment-short'
        : 'payment-under'
  findings.add(
    kind,
    'payment.amount',
    money(owed, order.currency),
    money(round(total, places), order.currency),
  )
  return all
}

function withinTolerance(short: string, owed: string, { config }: Findings): boolean {
  const share = div(mul(owed, config.shortPercent), '100', 6)
  return cmp(short, config.shortAmount) <= 0 || cmp(short, share) <= 0
}

function checkRefunds(order: OrderFacts, { refunds }: Candidates, findings: Findings): void {
  if (refunds.length === 0) return
  const back = sum(refunds.map((refund) => abs(refund.amount)))
  const [first] = refunds
  const comparable = refunds.every(
    ({ currency }) => !currency || !order.currency || currency === order.currency,
  )
  const full = comparable && cmp(back, order.amount) >= 0
  findings.add(
    full ? 'refund-full' : 'refund-part',
    'payment.refund',
    money(order.amount, order.currency),
    money(back, first?.currency ?? ''),
  )
}

const money = (amount: string, currency: string) => `${amount} ${currency}`.trim()

const DAY = 86_400_000
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY
