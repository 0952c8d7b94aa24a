import { add, cmp, isZero, mul, sub, sum } from '../../money/decimal'
import { positive, written } from '../amount'
import { rules } from '../catalogue'
import { find, type ForexFinding } from '../cite'
import type { BankCredit } from '../../model/forex/credit'
import type { ForexSettings } from '../../model/forex/common'

/** Taken from the money before it was credited, in its currency: Σ71F; where the sender bears all, nothing. */
export function foreignCharges({ charges, currency }: BankCredit): string {
  if (!charges || charges.bearer === 'OUR') return '0'
  return sum(
    (charges.senderCharges ?? []).filter((one) => one.currency === currency).map(({ amount }) => amount),
  )
}

/** L04: who bore the charges and what they were. */
export function chargeFindings(credit: BankCredit): ForexFinding[] {
  if (!credit.charges) return []
  const amount = written(foreignCharges(credit), credit.currency)
  return [
    find(rules.L04, {
      target: credit.id,
      field: 'charges',
      day: credit.valueDate,
      params: { bearer: credit.charges.bearer, amount },
    }),
  ]
}

/** What the receipt is compared with: Σ of matched lines, the expected credit of a netting, or 33B of an advice. */
export type Compared = { expected: string; excess: string; unexplained: string; findings: ForexFinding[] }

/** C03 and C04: the receipt with its charges above or below what it is matched with. */
export function compareAmounts(
  credit: BankCredit,
  expected: string | undefined,
  { receiptToleranceRate }: ForexSettings,
): Compared {
  if (expected === undefined) return { expected: '0', excess: '0', unexplained: '0', findings: [] }
  const gross = add(credit.amount, foreignCharges(credit))
  const excess = positive(sub(gross, expected))
  const unexplained = positive(sub(expected, gross))
  const place = { target: credit.id, field: 'amount', day: credit.valueDate }
  const findings: ForexFinding[] = []
  if (!isZero(excess)) {
    findings.push(find(rules.C03, { ...place, params: { amount: written(excess, credit.currency) } }))
  }
  if (!isZero(unexplained)) {
    const beyond = cmp(unexplained, mul(receiptToleranceRate, positive(expected))) > 0
    const params = { amount: written(unexplained, credit.currency) }
    findings.push(find(rules.C04, { ...place, severity: beyond ? 'review' : 'info', params }))
  }
  return { expected, excess, unexplained, findings }
}

/** 33B where it is in the currency of the credit: what an advice without orders is compared with. */
export const instructedAmount = ({ charges, currency }: BankCredit): string | undefined =>
  charges?.instructed?.currency === currency ? charges.instructed.amount : undefined
