import { add, cmp } from '../../money/decimal'
import { greatest, usdText } from '../amount'
import { rules } from '../catalogue'
import { find, inForce, type ForexFinding } from '../cite'
import { subjectOn, type Subject } from '../../model/forex/common'
import { missingRateFinding, type Converted } from '../rates'

/** 20万: exempt below, never at it. The reminder stands strictly between. */
const THRESHOLD = '200000'
const REMINDER = '180000'
const B02 = rules.B02
const B03 = rules.B03

export type ThresholdStatus = 'exempt' | 'warn' | 'block' | 'listed' | 'review'
export type ThresholdStep = {
  cumulative: string | null
  status: ThresholdStatus
  rule: string
  findings: ForexFinding[]
}

/** A receipt or payment that counts towards the sums of its year. */
type Event = { target: string; day: string; currency: string; direction: 'receipt' | 'payment' }

/** Receipts and payments of a calendar year, two sums of which the larger counts. */
export class YearSums {
  readonly #sums = new Map<string, { receipts: string; payments: string }>()
  /** What the first event of a year that could not be converted wants, by year. */
  readonly #open = new Map<string, { month: string; currency: string }>()

  constructor({ ytdYear, ytdReceiptsUsd = '0', ytdPaymentsUsd = '0' }: Subject) {
    if (ytdYear !== undefined) {
      this.#sums.set(String(ytdYear), { receipts: ytdReceiptsUsd, payments: ytdPaymentsUsd })
    }
  }

  /** Add an event; the sum after it, or the rate that is missing once an event of that year could not be converted. */
  after(
    { day, currency, direction }: Event,
    converted: Converted,
  ): { sum: string } | { month: string; currency: string } {
    const year = day.slice(0, 4)
    if (!('usd' in converted)) {
      const missing = this.#open.get(year) ?? { month: day.slice(0, 7), currency }
      this.#open.set(year, missing)
      return { month: day.slice(0, 7), currency }
    }
    const before = this.#sums.get(year) ?? { receipts: '0', payments: '0' }
    const sums =
      direction === 'receipt'
        ? { ...before, receipts: add(before.receipts, converted.usd) }
        : { ...before, payments: add(before.payments, converted.usd) }
    this.#sums.set(year, sums)
    return this.#open.get(year) ?? { sum: greatest(sums.receipts, sums.payments) }
  }
}

/** Whether the subject stands in the 名录 on a day. */
export function isListed(subject: Subject, day: string): boolean {
  const { listed, listedOn } = subjectOn(subject, day)
  return listed !== false && (typeof listedOn !== 'string' || listedOn <= day)
}

/** Where a subject stands after an event: listed, or exempt up to the threshold on transaction information. */
export function thresholdStep(
  subject: Subject,
  event: Event,
  converted: Converted,
  sums: YearSums,
): ThresholdStep {
  const { target, day } = event
  const after = sums.after(event, converted)
  const sum = 'sum' in after ? after.sum : undefined
  const cumulative = sum === undefined ? null : usdText(sum)
  const step = (status: ThresholdStatus, rule: string, findings: ForexFinding[]): ThresholdStep => ({
    cumulative,
    status,
    rule,
    findings,
  })
  const say = (head: (typeof rules)[keyof typeof rules]) =>
    find(head, { target, day, params: { cumulative: cumulative ?? '' } })
  if (isListed(subject, day)) return step('listed', 'FX-B01', [])
  if (subject.route !== 'transactionInfo' || !inForce(B02, day)) {
    return step('block', 'FX-B01', [say(rules.B01)])
  }
  if (!('sum' in after)) {
    return step('review', 'C2', missingRateFinding({ missing: after.month }, target, after.currency))
  }
  if (cmp(after.sum, THRESHOLD) >= 0) {
    const head = inForce(rules.B04, day) ? rules.B04 : rules.B01
    return step('block', head.id, [say(head)])
  }
  if (cmp(after.sum, REMINDER) > 0 && inForce(B03, day)) return step('warn', 'FX-B03', [say(B03)])
  return step('exempt', 'FX-B02', [say(B02)])
}
