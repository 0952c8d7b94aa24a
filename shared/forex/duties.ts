import { cmp, isZero, mul, sub } from '../money/decimal'
import { addDays, addMonths, daysBetween, nextApril, nextMonth } from '../rules/days'
import { rules } from './catalogue'
import { declarationDue } from './checks/declaration'
import { find, inForce, tell, type ForexFinding, type ForexRule } from './cite'
import { isStrict, subjectOn } from '../model/forex/common'
import type { DutyInput, TradeCredit } from '../model/forex/input'
import { resultOf, tidy } from './verdict'
import type { Result } from '../model/forex/result'

/** A dated obligation. `required` false: looked at, and nothing is due. `from`, `to`: a window instead of a day. */
export type Duty = {
  rule: string
  target: string
  required: boolean
  days: number | null
  due: string | null
  from?: string
  to?: string
}

export type Adjustment =
  { action: 'none' } | { action: 'reverseAndRefile'; reverse: string; refile: string; carry: string }

export type DutyReport = {
  result: Result
  duties: Duty[]
  adjustments: Record<string, Adjustment>
  findings: ForexFinding[]
}

const REPORT_WITHIN = 30
const ADVANCE_DAYS = 30
const DEFERRED_DAYS = { A: 90, other: 30 } as const
const FORECAST_AFTER = 20
const OFFSHORE = { days: 90, usd: '500000' } as const
const REEXPORT = '1.20'

class Duties {
  readonly duties: Duty[] = []
  readonly findings: ForexFinding[] = []

  add(head: ForexRule, duty: Omit<Duty, 'rule'>, day: string): void {
    if (!inForce(head, day)) return
    this.duties.push({ ...duty, rule: head.id })
    if (!duty.required) return
    const params = {
      days: duty.days ?? '?',
      due: duty.due ?? duty.to ?? '',
      until: duty.to ?? '',
      from: duty.from ?? '',
      to: duty.to ?? '',
    }
    this.findings.push(find(head, { target: duty.target, day, params }))
  }
}

/** E, G01, J06–J08, B06, M01, M03: what is due when. `asOf` is today, for what is overdue or still unknown. */
export function checkDuties(input: DutyInput, asOf: string): DutyReport {
  const all = new Duties()
  for (const credit of input.tradeCredits ?? []) tradeCredit(credit, input, asOf, all)
  for (const credit of input.bankCredits ?? []) {
    const { due, findings } = declarationDue({ credit, input, asOf })
    all.findings.push(...findings)
    if (due !== undefined) {
      all.duties.push({ rule: rules.G01.id, target: credit.id, required: true, days: null, due })
    }
  }
  for (const { id, changedOn, filedOn } of input.changes ?? []) {
    const due = addDays(changedOn, REPORT_WITHIN)
    const duty = { target: id, required: true, days: null, due }
    if (filedOn) all.duties.push({ ...duty, rule: rules.B06.id })
    else all.add(rules.B06, duty, changedOn)
  }
  for (const { id, affiliated, advancedOn, repaidOn } of input.advances ?? []) {
    const last = addMonths(advancedOn, 12)
    const late = (repaidOn ?? asOf) > last
    const duty = { target: id, required: late || !affiliated, days: null, due: null }
    all.add(rules.J07, duty, advancedOn)
    const told = { target: id, day: advancedOn }
    all.findings.push(...tell(rules.J06, told), ...tell(rules.J08, told))
  }
  for (const { id, exportDate } of input.warehouseExports ?? []) {
    const due = addDays(exportDate, FORECAST_AFTER)
    all.add(rules.E03, { target: id, required: true, days: null, due }, exportDate)
  }
  for (const { id, archivedOn } of input.archives ?? []) {
    const to = addMonths(archivedOn, 60)
    all.add(rules.M01, { target: id, required: true, days: null, due: null, to }, archivedOn)
  }
  for (const { id, paymentDate, receiptDate, firstLegUsd } of input.offshoreResales ?? []) {
    const days = Math.abs(daysBetween(paymentDate, receiptDate))
    const required = days > OFFSHORE.days && cmp(firstLegUsd, OFFSHORE.usd) > 0
    all.add(rules.E05, { target: id, required, days, due: null }, receiptDate)
  }
  const adjustments = preRefunds(input, all)
  others(input, asOf, all)
  const findings = tidy(all.findings)
  return { result: resultOf(findings), duties: all.duties, adjustments, findings }
}

/** E01, E02, E04, E06–E08, F06: reports of advances and deferred receipts, by class and by the day of the event. */
function tradeCredit(credit: TradeCredit, input: DutyInput, asOf: string, all: Duties): void {
  const { id: target, type } = credit
  const advance = type === 'advanceReceipt'
  const start = advance ? credit.receiptDate : credit.exportDate
  if (!start) return
  const subject = subjectOn(input.subject, start)
  const expected = advance ? credit.expectedExport : credit.expectedReceipt
  const days = expected ? daysBetween(start, expected) : null
  const strict = isStrict(subject)
  const allowed = advance ? ADVANCE_DAYS : strict ? DEFERRED_DAYS.other : DEFERRED_DAYS.A
  // While the day is not known the duty arises when the days allowed are over.
  const passed = days === null ? asOf >= addDays(start, allowed) : days > allowed
  const exempt = subject.listed === false
  const required = !exempt && (passed || (strict && advance))
  const due = addDays(start, REPORT_WITHIN)
  const head = strict ? rules.E04 : advance ? rules.E01 : rules.E02
  if (inForce(head, start)) {
    all.add(head, { target, required, days, due: required ? due : null }, start)
    const late = (credit.reportedOn ?? asOf) > due
    if (required && late) {
      all.findings.push(find(rules.E06, { target, field: 'reportedOn', day: start, params: { due } }))
    }
  }
  if (exempt) all.findings.push(find(rules.E08, { target, day: start }))
  const outlasts = !advance && (days ?? daysBetween(start, asOf)) > DEFERRED_DAYS.A
  if (strict && outlasts && inForce(rules.F06, start)) {
    all.findings.push(find(rules.F06, { target, day: start }))
  }
  const { reportedAmount, reportedExpected, amount } = credit
  const amended =
    (reportedAmount !== undefined && amount !== undefined && cmp(reportedAmount, amount) !== 0) ||
    (reportedExpected !== undefined && !!expected && reportedExpected !== expected)
  if (amended) all.add(rules.E07, { target, required: true, days: null, due: null }, start)
}

/** M03: the window to reckon an advance rebate in, and what an advance that was not exact leads to. */
function preRefunds(input: DutyInput, all: Duties): Record<string, Adjustment> {
  const adjustments: Record<string, Adjustment> = {}
  for (const { id, settledOn, preRefund, actual } of input.preRefunds ?? []) {
    if (!inForce(rules.M03, settledOn)) continue
    const window = { from: nextMonth(settledOn), to: nextApril(settledOn) }
    all.add(rules.M03, { target: id, required: true, days: null, due: null, ...window }, settledOn)
    if (actual === undefined) continue
    const carry = sub(actual, preRefund)
    adjustments[id] = isZero(carry)
      ? { action: 'none' }
      : { action: 'reverseAndRefile', reverse: sub('0', preRefund), refile: actual, carry }
  }
  return adjustments
}

/** F05, G10, L06: re-export of class B, declarations that no longer agree, proceeds kept abroad. */
function others(
  { subject, reExports, filedDeclarations, keptAbroad }: DutyInput,
  asOf: string,
  all: Duties,
): void {
  for (const { id, receipt, payment } of reExports ?? []) {
    if (subjectOn(subject, asOf).class === 'B' && cmp(receipt, mul(payment, REEXPORT)) > 0) {
      all.findings.push(find(rules.F05, { target: id, day: asOf }))
    }
  }
  for (const { id, filed, now } of filedDeclarations ?? []) {
    if (cmp(filed.amount, now.amount) === 0 && filed.code === now.code) continue
    const what = `${filed.code} ${filed.amount} → ${now.code} ${now.amount}`
    all.duties.push({ rule: rules.G10.id, target: id, required: true, days: null, due: null })
    all.findings.push(find(rules.G10, { target: id, day: asOf, params: { what } }))
  }
  for (const { id } of keptAbroad ?? []) all.findings.push(find(rules.L06, { target: id, day: asOf }))
}
