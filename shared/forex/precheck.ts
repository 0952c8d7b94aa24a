import { add, cmp, isZero, mul, sub } from '../money/decimal'
import { least, positive, quotient, usdText, whole, withinCap, written } from './amount'
import { lawAsOf, rules } from './catalogue'
import { chargeFindings, compareAmounts, foreignCharges, instructedAmount } from './checks/amounts'
import { checkLarge, splitting } from './checks/caps'
import { Caps } from './checks/order-caps'
import { codeOf } from './checks/codes'
import { convert } from './checks/conversion'
import {
  checkDraft,
  declarationDue,
  linesOfNatures,
  linesOfParts,
  nettedLines,
  type Declaration,
} from './checks/declaration'
import { checkDocuments, ordersExamined, rebateLink } from './checks/documents'
import type { ReceiptFacts } from './checks/facts'
import { asOneReport, netReport } from './checks/netting'
import { checkAdvance, checkRmb, isAdvance } from './checks/rmb'
import { checkChannel, checkClass, checkPayer, heldForPayer } from './checks/subject'
import { thresholdStep, YearSums } from './checks/threshold'
import { find, tell, type ForexFinding } from './cite'
import { explainReceipt } from './explain'
import { settingsOf, subjectOn } from '../model/forex/common'
import type { BankCredit } from '../model/forex/credit'
import type { ReceiptInput } from '../model/forex/input'
import type { SaleOrder } from '../model/forex/papers'
import { balancesOf, ordersOf, type OrderFigures } from './paper-balances'
import { missingRateFinding, Rates } from './rates'
import { ReceiptIndex } from './receipt-index'
import type { ReceiptVerdict } from './receipt-verdict'
import { remarkOf } from './remark'
import { checkUnpaidReport, type ReportVerdict } from './unpaid-report'
import { UsageLedger } from './usage'
import { resultOf, resultText, tidy, worst } from './verdict'
import type { Result } from '../model/forex/result'

export type ReceiptReport = {
  lawAsOf: string
  result: Result
  receipts: ReceiptVerdict[]
  reports: ReportVerdict[]
  orders: Record<string, OrderFigures>
  /** What is left of every order and customs paper that has an amount. */
  docBalances: Record<string, string>
  totals: { eligibleUsd: string; heldUsd: string; sumUsd: string }
  findings: ForexFinding[]
}

/** Sums that are consumed from receipt to receipt, in the order of their value dates. */
class Running {
  readonly sums: YearSums
  /** USD left of a class B quota, which receipts of days in class B take; undefined where none is stated. */
  quota: string | undefined

  constructor({ subject }: ReceiptInput) {
    this.sums = new YearSums(subject)
    const { receiptQuotaUsd, receiptQuotaUsedUsd = '0' } = subject
    if (receiptQuotaUsd !== undefined) {
      this.quota = positive(sub(receiptQuotaUsd, receiptQuotaUsedUsd))
    }
  }
}

/**
 * Check receipts before they are presented. Every check runs, a block hides nothing; what a receipt that cannot be
 * presented would have used stays free. The order of the input does not matter.
 * @param asOf today, for what is overdue; every other rule looks at the day of its event
 */
export function precheckReceipts(input: ReceiptInput, asOf: string): ReceiptReport {
  const index = new ReceiptIndex(input)
  const rates = new Rates(input.rates)
  const usage = new UsageLedger(input.usageLedger)
  const caps = new Caps(rates)
  const running = new Running(input)
  const base = {
    subject: input.subject,
    settings: settingsOf(input.settings),
    input,
    index,
    rates,
    caps,
    usage,
    asOf,
  }
  const split = splitOrders(index, caps)

  const receipts: ReceiptVerdict[] = []
  const usd = { eligible: '0', held: '0' }
  for (const credit of index.credits) {
    const subject = subjectOn(input.subject, credit.valueDate)
    const verdict = checkReceipt({ ...base, subject, credit }, running, split.get(credit.id) ?? [])
    receipts.push(verdict.receipt)
    usd.eligible = add(usd.eligible, verdict.usd.eligible)
    usd.held = add(usd.held, verdict.usd.held)
  }
  const reports = (input.platformReports ?? [])
    .filter(({ creditId }) => creditId === null)
    .map((report) => checkUnpaidReport(report, base))
  const findings = tidy([...receipts, ...reports].flatMap((one) => one.findings))
  return {
    lawAsOf,
    result: worst([...receipts, ...reports].map(({ result }) => result)),
    receipts,
    reports,
    orders: ordersOf(input, receipts, caps),
    docBalances: balancesOf(input, usage, receipts),
    totals: {
      eligibleUsd: usdText(usd.eligible),
      heldUsd: usdText(usd.held),
      sumUsd: usdText(add(usd.eligible, usd.held)),
    },
    findings,
  }
}

/** C02 looks over all receipts of payment institutions; its finding stands at each that has one of the orders. */
function splitOrders(index: ReceiptIndex, caps: Caps): ReadonlyMap<string, ForexFinding[]> {
  const orders = new Set<SaleOrder>()
  const through = index.credits.filter(({ channel }) => channel === 'paymentInstitution')
  for (const { id } of through) {
    for (const { orderId } of index.lines(id)) {
      const order = orderId === null ? undefined : index.orders.get(orderId)
      if (order) orders.add(order)
    }
  }
  const byOrder = new Map<string, ForexFinding>()
  const groups = splitting(orders, caps).sort((a, b) => (a.finding.target < b.finding.target ? -1 : 1))
  for (const { finding, orderIds } of groups) for (const id of orderIds) byOrder.set(id, finding)
  const found = new Map<string, ForexFinding[]>()
  if (byOrder.size === 0) return found
  for (const { id } of through) {
    const own = new Set(index.lines(id).flatMap(({ orderId }) => byOrder.get(orderId ?? '') ?? []))
    if (own.size > 0) found.set(id, [...own])
  }
  return found
}

function checkReceipt(
  facts: ReceiptFacts,
  running: Running,
  split: readonly ForexFinding[],
): { receipt: ReceiptVerdict; usd: { eligible: string; held: string } } {
  const { credit, subject, settings, index, rates, usage } = facts
  const { currency, valueDate: day } = credit
  const natural = subject.type === 'individual'
  const converted = rates.usd(credit.amount, currency, day)
  const place = { target: credit.id, day, currency, direction: 'receipt' as const }
  const findings: ForexFinding[] = [
    ...(natural || subject.listed === undefined
      ? []
      : thresholdStep(subject, place, converted, running.sums).findings),
    ...missingRateFinding(converted, credit.id, currency),
    ...checkChannel(facts),
    ...(natural ? [] : checkClass(facts)),
    ...checkPayer(facts),
    ...split,
    ...checkLarge(credit, rates),
    ...rebateLink(facts),
  ]

  const charges = foreignCharges(credit)
  const report = asOneReport(index.reports(credit.id))
  const netted = report && netReport(report, { amount: credit.amount, charges }, { subject, settings, day })
  const documents = checkDocuments(netted && index.lines(credit.id).length === 0 ? unlinked(facts) : facts)
  findings.push(...(netted?.findings ?? []), ...documents.findings, ...chargeFindings(credit))

  const examined = ordersExamined(facts)
  const hasOrders = documents.lines.some(({ orderId }) => orderId !== null)
  const advised = instructedAmount(credit)
  const expected = netted
    ? netted.netting.expectedCredit
    : hasOrders
      ? documents.matched
      : examined
        ? undefined
        : advised
  const compared = compareAmounts(credit, expected, settings)
  // An advice alone says what was sent; that more came than was sent is for the bank to explain, not to hold.
  const fromAdvice = !netted && !hasOrders
  findings.push(...compared.findings.filter(({ rule }) => !(fromAdvice && rule === 'FX-C03')))

  const matched = netted ? netted.netting.netProceeds : documents.matched
  const supported = netted ? netted.netting.netProceeds : documents.supported
  const basis = netted
    ? positive(sub(netted.netting.expectedCredit, charges))
    : examined
      ? isZero(matched)
        ? '0'
        : quotient(mul(supported, sub(matched, charges)), matched)
      : credit.amount
  let eligible = positive(least(credit.amount, basis))

  const rmb = checkRmb(index.rmb(credit.id), facts)
  findings.push(...rmb.findings, ...checkAdvance(index.rmb(credit.id), facts))
  eligible = positive(least(eligible, sub(credit.amount, rmb.gap)))

  let needsRegistration = '0'
  const quota = subject.class === 'B' ? running.quota : undefined
  if (quota !== undefined) {
    const perUnit = rates.perUnit(currency, day)
    if ('usd' in perUnit) {
      const cap = quotient(quota, perUnit.usd)
      if (cmp(eligible, cap) > 0) {
        const within = withinCap(cap, currency)
        needsRegistration = sub(eligible, within)
        eligible = within
        const params = { amount: written(needsRegistration, currency) }
        findings.push(find(rules.F02, { target: credit.id, field: 'amount', day, params }))
      }
    }
  }

  const due = declarationDue(facts)
  const conversion = convert(index.quote(credit.id), facts)
  const natures = credit.natures && linesOfNatures(facts, credit.natures)
  findings.push(
    ...due.findings,
    ...conversion.findings,
    ...(natures?.findings ?? []),
    ...checkDraft(index.draft(credit.id), facts),
  )

  if (heldForPayer(facts)) eligible = '0'
  const blocked = resultOf(findings) === 'BLOCKED'
  if (blocked) eligible = '0'
  if (blocked || heldForPayer(facts)) usage.giveBack()
  else usage.keep()
  const shown = written(eligible, currency)
  const held = sub(credit.amount, shown)
  const perUnit = rates.perUnit(currency, day)
  const usd =
    'usd' in perUnit
      ? { eligible: mul(eligible, perUnit.usd), held: mul(sub(credit.amount, eligible), perUnit.usd) }
      : undefined
  if (quota !== undefined && usd) running.quota = positive(sub(quota, usd.eligible))

  const code = netted ? codeOfReport(credit, facts) : undefined
  const parts = [...documents.parts, { code: null, note: '', amount: compared.excess }]
  const lines = natures?.lines ?? (hasOrders && !netted ? linesOfParts(credit.amount, parts) : undefined)
  const remark = remarkOf({
    notes: netted ? [code?.note ?? ''] : (natures?.notes ?? documents.parts.map(({ note }) => note)),
    netted: netted !== undefined,
    advance: isAdvance(credit, index.rmb(credit.id)),
  })
  findings.push(
    ...remark.findings(credit.id, day),
    ...codeFindings(
      credit.id,
      day,
      lines?.map((one) => one.code),
    ),
  )
  const declare: Declaration = {
    txCurrency: currency,
    txAmount: whole(credit.amount),
    ...(!isZero(charges) && { foreignCharge: { currency, amount: written(charges, currency) } }),
    ...(lines && { lines }),
    ...(netted && nettedLines(credit.amount, charges, netted.netting, code?.code ?? null)),
    ...conversion.form,
    ...(natures && { sumEqualsTxAmount: natures.sumEqualsTxAmount }),
    ...(due.due !== undefined && { dueDate: due.due }),
    remark: remark.text,
  }
  const all = tidy(findings)
  const result = resultOf(all, { eligible: shown, credited: credit.amount })
  const receipt: Omit<ReceiptVerdict, 'figures'> = {
    id: credit.id,
    result,
    word: resultText[result],
    currency,
    credited: credit.amount,
    matchedGross: written(matched, currency),
    supportedGross: written(supported, currency),
    foreignCharges: written(charges, currency),
    excess: written(fromAdvice ? '0' : compared.excess, currency),
    unexplained: written(compared.unexplained, currency),
    eligible: shown,
    held: written(held, currency),
    eligibleUsd: usd ? usdText(usd.eligible) : null,
    heldUsd: usd ? usdText(usd.held) : null,
    needsRegistration: written(needsRegistration, currency),
    settlement: currency === 'CNY' ? 'notApplicable' : 'applicable',
    ...(netted && { netting: netted.netting }),
    declare,
    ...(rmb.statement && { rmbStatement: rmb.statement }),
    ...(conversion.conversion && { conversion: conversion.conversion }),
    lines: documents.lines,
    findings: all,
  }
  return {
    receipt: { ...receipt, figures: explainReceipt(receipt) },
    usd: usd ?? { eligible: '0', held: '0' },
  }
}

/** A netted receipt without payment lines rests on its platform statement, not on orders. */
const unlinked = (facts: ReceiptFacts): ReceiptFacts => {
  const { orders: _orders, paymentLines: _lines, ...input } = facts.input
  return { ...facts, input }
}

const codeOfReport = (credit: Pick<BankCredit, 'id'>, { index }: Pick<ReceiptFacts, 'index'>) => {
  const papers = index.papersOfCredit(credit.id)
  return codeOf(
    papers[0]?.supervisionMode,
    papers.map(({ type }) => type),
  )
}

function codeFindings(target: string, day: string, codes: readonly (string | null)[] = []): ForexFinding[] {
  return [...new Set(codes)].flatMap((code) => {
    if (code === null) return []
    return tell(code === '122030' ? rules.G03 : rules.G02, { target, day, params: { code } })
  })
}
