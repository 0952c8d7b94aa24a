import { addDays, addMonths } from '../rules/days'
import { rules } from './catalogue'
import { isListed, thresholdStep, YearSums, type ThresholdStatus } from './checks/threshold'
import { tell, type ForexFinding } from './cite'
import { subjectOn } from '../model/forex/common'
import type { RegistrationInput } from '../model/forex/input'
import { Rates } from './rates'
import { resultOf, tidy } from './verdict'
import type { Result } from '../model/forex/result'

/** From this day any bank registers an enterprise; before, the branch of SAFE. */
const AT_BANKS = '2024-06-01'
const GUIDANCE_DAYS = 90
const SILENT_MONTHS = 24

export type RegistrationReport = {
  result: Result
  /** Cumulated USD of the calendar year after each event. */
  steps: Record<string, { cumulative: string | null; status: ThresholdStatus; rule: string }>
  registerAt?: 'safeBranch' | 'bank'
  guidanceEnds?: string
  findings: ForexFinding[]
}

/** B01–B09: where the enterprise stands with the 名录, event by event, whatever the order they come in. */
export function checkRegistration(input: RegistrationInput, asOf: string): RegistrationReport {
  const { subject, applicationDate } = input
  const rates = new Rates(input.rates)
  const sums = new YearSums(subject)
  const events = [...(input.events ?? [])].sort((a, b) =>
    a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.id < b.id ? -1 : 1,
  )
  const findings: ForexFinding[] = []
  const steps: RegistrationReport['steps'] = {}
  for (const { id, date, direction, currency, amount } of events) {
    const place = { target: id, day: date, currency, direction }
    const { findings: found, ...step } = thresholdStep(
      subject,
      place,
      rates.usd(amount, currency, date),
      sums,
    )
    steps[id] = step
    findings.push(...found)
  }

  const target = 'subject'
  const registerAt =
    applicationDate === undefined ? undefined : applicationDate < AT_BANKS ? 'safeBranch' : 'bank'
  if (registerAt && applicationDate !== undefined) {
    const where =
      registerAt === 'bank'
        ? { zh: '境内任一银行', en: 'any domestic bank' }
        : { zh: '外汇局分支局', en: 'the branch of SAFE' }
    findings.push(...tell(rules.B05, { target, day: applicationDate, params: { where } }))
  }
  const first = subject.firstTradeOn ?? events.find(({ date }) => isListed(subject, date))?.date
  const guidanceEnds =
    first !== undefined && subjectOn(subject, asOf).listed === true
      ? addDays(first, GUIDANCE_DAYS)
      : undefined
  if (guidanceEnds !== undefined && asOf <= guidanceEnds) {
    findings.push(...tell(rules.B08, { target, day: asOf, params: { ends: guidanceEnds } }))
  }
  if (
    subject.lastTradeOn &&
    isListed(subject, asOf) &&
    asOf >= addMonths(subject.lastTradeOn, SILENT_MONTHS)
  ) {
    findings.push(...tell(rules.B07, { target, field: 'lastTradeOn', day: asOf }))
  }
  if (subject.type === 'soleTrader') findings.push(...tell(rules.B09, { target, day: asOf }))
  const all = tidy(findings)
  return {
    result: resultOf(all),
    steps,
    ...(registerAt && { registerAt }),
    ...(guidanceEnds !== undefined && { guidanceEnds }),
    findings: all,
  }
}
