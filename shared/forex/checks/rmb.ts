import { abs, isZero, mul, sub, sum, toFixed } from '../../money/decimal'
import { addDays, daysBetween } from '../../rules/days'
import { quotient, written } from '../amount'
import { rules } from '../catalogue'
import { find, tell, type ForexFinding } from '../cite'
import { isStrict } from '../../model/forex/common'
import type { BankCredit, RmbStatement } from '../../model/forex/credit'
import type { ReceiptFacts } from './facts'

/** The 收款说明 of a receipt in CNY; amounts as stated, missing parts zero. */
export type RmbParts = {
  total: string
  declaredGoods: string
  advance: string
  noCustoms: string
  advanceRatioPct?: string
}

/** H01, H03: money in CNY and its statement. `gap`: by how much the statement misses the receipt. */
export function checkRmb(
  stated: RmbStatement | undefined,
  { credit }: ReceiptFacts,
): { statement?: RmbParts; gap: string; findings: ForexFinding[] } {
  const { id: target, valueDate: day, currency, amount } = credit
  const findings = currency === 'CNY' ? tell(rules.H01, { target, day }) : []
  if (!stated) return { gap: '0', findings }
  const { declaredGoods = '0', advance = '0', noCustoms = '0', contractAmount } = stated
  const total = sum([declaredGoods, advance, noCustoms])
  const statement: RmbParts = { total, declaredGoods, advance, noCustoms }
  if (contractAmount !== undefined && !isZero(contractAmount)) {
    statement.advanceRatioPct = toFixed(mul(quotient(advance, contractAmount), '100'), 2)
  }
  // A statement that names none of its parts was not split: the split is not examined.
  const split = [stated.declaredGoods, stated.advance, stated.noCustoms].some((part) => part !== undefined)
  const gap = split ? abs(sub(amount, total)) : '0'
  if (!isZero(gap)) {
    const params = { total: written(total, currency), amount: written(amount, currency) }
    findings.push(find(rules.H03, { target, field: 'rmb', day, params }))
  }
  return { statement, gap, findings }
}

const ADVANCE_DAYS = 30

/** Whether money came before its goods: as was said of the credit, else as its statement splits it. */
export const isAdvance = (credit: Pick<BankCredit, 'isAdvance'>, stated: RmbStatement | undefined): boolean =>
  credit.isAdvance ?? (stated?.advance !== undefined && !isZero(stated.advance))

/** E01, E04, E08: an advance whose export lies far off, or is unknown when 30 days are over. */
export function checkAdvance(stated: RmbStatement | undefined, facts: ReceiptFacts): ForexFinding[] {
  const { credit, subject, asOf } = facts
  const { id: target, valueDate: day } = credit
  if (!isAdvance(credit, stated)) return []
  if (subject.listed === false) return tell(rules.E08, { target, day })
  if (isStrict(subject)) return tell(rules.E04, { target, day })
  const expected = stated?.expectedExport
  if (expected === undefined) return []
  const days = expected === null ? undefined : daysBetween(day, expected)
  const due = days === undefined ? asOf >= addDays(day, ADVANCE_DAYS) : days > ADVANCE_DAYS
  return due ? tell(rules.E01, { target, day, params: { days: days ?? '?' } }) : []
}
