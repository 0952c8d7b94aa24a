import type { Text } from '../../model/text'
import { add, cmp } from '../../money/decimal'
import type { Finding } from '../../rules/rule'
import { layerOf } from '../layers'
import type { CancelledRefund, RateEntry } from '../../model/rebate/common'
import { taxpayerOn, type RebateEnterprise } from '../../model/rebate/enterprise'
import type { TreatmentLine } from '../../model/rebate/export-line'
import { rateIndexOf, type RateIndex } from '../rate-lookup'
import { methodRule } from '../enterprise-status'
import { bars } from './bars'
import { conditions, consumptionTaxRule } from './conditions'
import { zeroRates } from './rates'
import { isMark, type Decision, type LineFacts, type TreatmentRule } from './rule'
import { statusRules, voidResumption } from './status'
import { voucherRules } from './vouchers'

/** The rules in the order they are asked; the first that decides a line, decides it. */
export const treatmentOrder: readonly TreatmentRule[] = [
  ...bars,
  ...zeroRates,
  voidResumption,
  ...statusRules,
  ...voucherRules,
]
export { conditions, consumptionTaxRule }

export type TreatmentGiven = {
  enterprise: RebateEnterprise
  lines: readonly TreatmentLine[]
  rateLibrary: readonly RateEntry[]
  cancelledRefundList?: readonly CancelledRefund[]
}

/** A rule that would have decided had it come first, and what it would have said. */
export type Lost = { rule: string; treatment: Decision['treatment']; note: Text }

export type LineTreatment = {
  line: string
  treatment: Decision['treatment']
  refundAllowed: boolean
  /** Absent before the first law layer, where nothing is decided. */
  decidedBy?: string
  /** Every rule that had part in it, the deciding one included. */
  reasons: string[]
  lost: Lost[]
  note: Text
  method?: Decision['method']
  inputVat?: Decision['inputVat']
  rebateRate?: string
  /** Of the library; it may not tell one. */
  levyRate?: string
  rateCode?: string
  consumptionTax?: 'refund' | 'exemptNoRefund'
  businessTypeCode?: string
  layer?: string
  findings: Finding[]
}

/** The rules a treatment runs by; tests take some away. */
export type TreatmentRules = {
  order: readonly TreatmentRule[]
  conditions: readonly TreatmentRule[]
  consumptionTax: boolean
}
export const treatmentRules: TreatmentRules = { order: treatmentOrder, conditions, consumptionTax: true }

const beforeLayers: Text = {
  zh: '2011-01-01 前出口，不在规则范围内，须人工判断',
  en: 'Exported before 2011-01-01: outside the rules, a person decides',
}

const noRule: Text = { zh: '没有规则适用', en: 'No rule applies' }

/** The treatment of every line. Lines do not influence each other, but for the value of their declaration. */
export function treatLines(
  given: TreatmentGiven,
  asOf: string,
  rules: TreatmentRules = treatmentRules,
): LineTreatment[] {
  const index = rateIndexOf(given.rateLibrary)
  const values = declarationValues(given.lines)
  return given.lines.map((line) => {
    const facts = factsOf(line, given, asOf, index, values)
    return facts ? treatLine(facts, rules) : undecided(line)
  })
}

const undecided = ({ line }: TreatmentLine): LineTreatment => ({
  line,
  treatment: 'needs-confirmation',
  refundAllowed: false,
  reasons: [],
  lost: [],
  note: beforeLayers,
  findings: [],
})

/** Value in USD by declaration; a declaration with an amount in another currency, or none, is left out. */
function declarationValues(lines: readonly TreatmentLine[]): Map<string, string | undefined> {
  const values = new Map<string, string | undefined>()
  const seen = new Set<string>()
  for (const { declaration } of lines) {
    const { no, item, amount, currency } = declaration
    // One item may stand on several lines; it is one value.
    const key = `${no}#${item}`
    if (seen.has(key)) continue
    seen.add(key)
    const before = values.has(no) ? values.get(no) : '0'
    const usd = currency === 'USD' && amount !== undefined && before !== undefined
    values.set(no, usd ? add(before, amount) : undefined)
  }
  return values
}

/** What the rules look at; undefined before the first law layer. */
export function factsOf(
  line: TreatmentLine,
  { enterprise, cancelledRefundList = [] }: TreatmentGiven,
  asOf: string,
  index: RateIndex,
  values: ReadonlyMap<string, string | undefined>,
): LineFacts | undefined {
  const { no, hsCode, exportDate, extensionCode } = line.declaration
  const layer = layerOf(exportDate)
  if (!layer) return undefined
  const { mainMaterial, annex8 } = line
  const followsMaterial =
    mainMaterial !== undefined &&
    mainMaterial.annex9 &&
    !annex8 &&
    exportDate >= layer.materialShare.from &&
    cmp(mainMaterial.costShare, layer.materialShare.share) >= 0
  return {
    line,
    enterprise,
    asOf,
    layer,
    taxpayer: taxpayerOn(enterprise, exportDate),
    rate: followsMaterial
      ? index.lookUp(mainMaterial.code, exportDate)
      : index.lookUp(hsCode, exportDate, extensionCode),
    followsMaterial,
    cancelled:
      cancelledRefundList.length === 0
        ? undefined
        : cancelledRefundList.find(({ code, from }) => hsCode.startsWith(code) && exportDate >= from),
    declarationUsd: values.get(no),
  }
}

type Run = {
  reasons: string[]
  findings: Finding[]
  decided?: { rule: TreatmentRule; said: Decision }
  lost: Lost[]
}

function ask(rules: readonly TreatmentRule[], facts: LineFacts): Run {
  const run: Run = { reasons: [], findings: [], lost: [] }
  for (const rule of rules) {
    const said = rule.decide(facts)
    if (said === undefined) continue
    if (isMark(said)) {
      if (run.decided) continue
      run.reasons.push(rule.id)
      run.findings.push(...(said.findings ?? []))
    } else if (run.decided) {
      run.lost.push({ rule: rule.id, treatment: said.treatment, note: said.note ?? rule.text })
    } else {
      run.decided = { rule, said }
      run.reasons.push(rule.id, ...(said.also ?? []))
    }
  }
  return run
}

export function treatLine(facts: LineFacts, rules: TreatmentRules = treatmentRules): LineTreatment {
  const first = ask(rules.order, facts)
  const candidate = first.decided?.said.candidate === true
  const second = candidate ? ask(rules.conditions, facts) : undefined
  const decided = second?.decided ?? first.decided
  const lost = second ? [...first.lost, ...second.lost] : first.lost
  if (second?.decided && first.decided) {
    const { rule, said } = first.decided
    lost.unshift({ rule: rule.id, treatment: said.treatment, note: said.note ?? rule.text })
  }
  const base: Partial<Decision> =
    candidate && second?.decided ? { ...first.decided?.said, ...second.decided.said } : (decided?.said ?? {})
  const treatment = decided?.said.treatment ?? 'needs-confirmation'
  const refund = treatment === 'refund'
  const { line, enterprise, rate, layer } = facts
  const consumptionTax =
    rules.consumptionTax && line.consumptionTaxGoods ? consumptionTaxOf(treatment, enterprise) : undefined
  const reasons = new Set(first.reasons)
  for (const reason of second?.reasons ?? []) reasons.add(reason)
  if (consumptionTax) reasons.add(consumptionTaxRule.id)
  const findings = second ? [...first.findings, ...second.findings] : first.findings
  if (refund || candidate) findings.push(...methodRule(enterprise, `line:${line.line}`))
  const inputVat = refund || !candidate ? base.inputVat : decided?.said.inputVat
  const treated: LineTreatment = {
    line: line.line,
    treatment,
    refundAllowed: refund,
    reasons: [...reasons],
    lost,
    note: decided?.said.note ?? decided?.rule.text ?? noRule,
    layer: layer.id,
    findings,
  }
  if (decided) treated.decidedBy = decided.rule.id
  if (refund && base.method) treated.method = base.method
  if (inputVat) treated.inputVat = inputVat
  if (rate.kind === 'found') {
    treated.rebateRate = rate.entry.rebateRate
    if (rate.entry.levyRate !== undefined) treated.levyRate = rate.entry.levyRate
    treated.rateCode = rate.entry.code
  }
  if (consumptionTax) treated.consumptionTax = consumptionTax
  if (refund && base.businessType) treated.businessTypeCode = base.businessType
  return treated
}

function consumptionTaxOf(
  treatment: Decision['treatment'],
  { type }: RebateEnterprise,
): 'refund' | 'exemptNoRefund' | undefined {
  if (treatment === 'refund') return type === 'trading' ? 'refund' : 'exemptNoRefund'
  return treatment === 'exempt' ? 'exemptNoRefund' : undefined
}
