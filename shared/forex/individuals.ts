import { add, cmp, isZero, mul, sub, sum } from '../money/decimal'
import type { Text } from '../model/text'
import { least, positive, quotient, usdText, withinCap, written } from './amount'
import { rules } from './catalogue'
import { Caps } from './checks/order-caps'
import { checkChannel, checkPayer } from './checks/subject'
import { find, type ForexFinding } from './cite'
import { settingsOf, type Subject } from '../model/forex/common'
import type { BankCredit } from '../model/forex/credit'
import type { IndividualInput } from '../model/forex/input'
import { precheckReceipts } from './precheck'
import type { ReceiptVerdict } from './receipt-verdict'
import { missingRateFinding, Rates } from './rates'
import { ReceiptIndex } from './receipt-index'
import { UsageLedger } from './usage'
import { resultOf, tidy, worst } from './verdict'
import type { Result } from '../model/forex/result'

/** What an individual may settle in a calendar year without evidence. */
const QUOTA = '50000'
/** Up to the first no form is wanted, above the second one is; between them the bank is asked. */
const FORM = { exempt: '5000', required: '10000' } as const

export type BopForm = 'exempt' | 'required' | 'needsConfirmation'
export type IndividualVerdict = {
  id: string
  result: Result
  eligibleByEvidence: string
  eligibleByQuota: string
  eligible: string
  held: string
  quotaUsedAfterUsd: string
  bopForm: BopForm | null
  findings: ForexFinding[]
}
export type IndividualReport = { result: Result; findings: ForexFinding[] } & (
  | { treatedAs: 'individual'; receipts: IndividualVerdict[] }
  | { treatedAs: 'enterprise'; receipts: ReceiptVerdict[] }
)

/** K01: the certificate decides whose rules hold. */
export const treatedAs = ({ type, certificate }: Subject): 'individual' | 'enterprise' =>
  certificate === 'idCard' || (certificate === undefined && type === 'individual')
    ? 'individual'
    : 'enterprise'

/** From when evidence lifts the quota: through a payment institution, and through a bank. */
const EVIDENCE_FROM = { paymentInstitution: '2019-04-29', bank: '2020-05-20' } as const

/**
 * K: receipts of an individual; what evidence supports is outside the annual quota, the rest inside it. Who shows a
 * licence is judged by the rules for enterprises.
 */
export function checkIndividual(input: IndividualInput, asOf: string): IndividualReport {
  const { subject } = input
  const rates = new Rates(input.rates)
  const whole = [find(rules.K01, { target: 'subject', day: asOf })]
  if (subject.type === 'soleTrader') whole.push(find(rules.B09, { target: 'subject', day: asOf }))
  if (treatedAs(subject) === 'enterprise') {
    const { evidence: _evidence, payees: _payees, ...facts } = input
    const judged = precheckReceipts({ ...facts, subject: { ...subject, type: 'enterprise' } }, asOf)
    const { result, receipts, findings } = judged
    return { result, treatedAs: 'enterprise', receipts, findings: tidy([...whole, ...findings]) }
  }
  whole.push(...spread(input))
  if (subject.filedLocally) whole.push(find(rules.K05, { target: 'subject', day: asOf }))
  const blocked = resultOf(whole) === 'BLOCKED'
  const used = new Map<string, string>()
  if (subject.ytdYear !== undefined) used.set(String(subject.ytdYear), subject.quotaUsedUsd ?? '0')
  const index = new ReceiptIndex({ subject, bankCredits: input.bankCredits })
  const receipts = index.credits.map((credit) => {
    const year = credit.valueDate.slice(0, 4)
    const before = used.get(year) ?? (subject.ytdYear === undefined ? (subject.quotaUsedUsd ?? '0') : '0')
    const verdict = receiptOf(credit, input, index, rates, before, blocked, asOf)
    used.set(year, verdict.used)
    return verdict.receipt
  })
  const findings = tidy([...whole, ...receipts.flatMap((one) => one.findings)])
  return {
    result: worst([resultOf(whole), ...receipts.map(({ result }) => result)]),
    treatedAs: 'individual',
    receipts,
    findings,
  }
}

function receiptOf(
  credit: BankCredit,
  input: IndividualInput,
  index: ReceiptIndex,
  rates: Rates,
  usedBefore: string,
  stopped: boolean,
  asOf: string,
): { receipt: IndividualVerdict; used: string } {
  const { id: target, currency, amount, valueDate: day } = credit
  const facts = {
    credit,
    subject: input.subject,
    settings: settingsOf(input.settings),
    input: { subject: input.subject, bankCredits: input.bankCredits },
    index,
    rates,
    caps: new Caps(rates),
    usage: new UsageLedger(),
    asOf,
  }
  const findings = [...checkChannel(facts), ...checkPayer(facts)]
  const counts = day >= EVIDENCE_FROM[credit.channel]
  const shown = sum(
    (input.evidence ?? []).filter(({ creditId }) => counts && creditId === target).map((one) => one.amount),
  )
  let byEvidence = least(amount, shown)
  if (cmp(byEvidence, '0') > 0) findings.push(find(rules.K02, { target, day }))
  const rest = sub(amount, byEvidence)
  const perUnit = rates.perUnit(currency, day)
  const converted = rates.usd(amount, currency, day)
  const known = 'usd' in perUnit ? perUnit.usd : undefined
  let byQuota = '0'
  if (!isZero(rest) && input.evidence !== undefined) {
    if (known === undefined) {
      const missing = 'outside' in perUnit ? { missing: day.slice(0, 7) } : perUnit
      findings.push(...missingRateFinding(missing, target, currency))
    } else {
      const left = positive(sub(QUOTA, usedBefore))
      byQuota = cmp(mul(rest, known), left) <= 0 ? rest : withinCap(quotient(left, known), currency)
      const over = sub(rest, byQuota)
      if (!isZero(over)) {
        const params = { amount: written(over, currency) }
        findings.push(find(rules.K03, { target, field: 'amount', day, params }))
      }
    }
  }
  if (input.evidence === undefined) byEvidence = amount
  const bopForm = 'usd' in converted ? formOf(converted.usd) : null
  if (bopForm !== null && 'usd' in converted) {
    const params = { usd: usdText(converted.usd), answer: formText[bopForm] }
    findings.push(find(rules.G08, { target, day, params }))
  }
  if (stopped || resultOf(findings) === 'BLOCKED') [byEvidence, byQuota] = ['0', '0']
  const eligible = add(byEvidence, byQuota)
  const used = add(usedBefore, known === undefined ? '0' : mul(byQuota, known))
  const all = tidy(findings)
  return {
    used,
    receipt: {
      id: target,
      result: stopped ? 'BLOCKED' : resultOf(all, { eligible, credited: amount }),
      eligibleByEvidence: written(byEvidence, currency),
      eligibleByQuota: written(byQuota, currency),
      eligible: written(eligible, currency),
      held: written(sub(amount, eligible), currency),
      quotaUsedAfterUsd: usdText(used),
      bopForm,
      findings: all,
    },
  }
}

const formOf = (usd: string): BopForm =>
  cmp(usd, FORM.exempt) <= 0 ? 'exempt' : cmp(usd, FORM.required) <= 0 ? 'needsConfirmation' : 'required'

const formText: Readonly<Record<BopForm, Text>> = {
  exempt: { zh: '免填申报单', en: 'no form' },
  needsConfirmation: {
    zh: '是否免填口径待确认，请问银行',
    en: 'whether a form is wanted is open, ask the bank',
  },
  required: { zh: '须填申报单', en: 'a form is wanted' },
}

/** K04: money of one store on several people. */
function spread({ payees }: IndividualInput): ForexFinding[] {
  const stores = new Map<string, Set<string>>()
  for (const { store, name } of payees ?? []) stores.set(store, (stores.get(store) ?? new Set()).add(name))
  return [...stores].flatMap(([store, names]) =>
    names.size < 2
      ? []
      : [find(rules.K04, { target: store, field: 'payees', params: { store, count: names.size } })],
  )
}
