import { add, cmp, isZero, mul, neg, sub, sum, toFixed } from '../../money/decimal'
import { quotient, written } from '../amount'
import { rules } from '../catalogue'
import { find, inForce, tell, type ForexFinding } from '../cite'
import type { ForexSettings, Subject } from '../../model/forex/common'
import type { CostClass, CostLine, PlatformReport } from '../../model/forex/netting'
import { sameText } from '../same-text'

/** Classes the rule lists, classes of the pilot, and capital items that are never netted. The rest goes to the bank. */
const listed: readonly CostClass[] = ['warehousing', 'logistics', 'tax']
const ofPilot: readonly CostClass[] = ['compensation', 'repair']
const capital: readonly CostClass[] = ['loanRepayment', 'dividend', 'equity']

export const costNames: Readonly<Record<CostClass, { zh: string; en: string }>> = {
  warehousing: { zh: '仓储', en: 'warehousing' },
  logistics: { zh: '物流', en: 'logistics' },
  tax: { zh: '税收', en: 'tax' },
  commission: { zh: '平台佣金', en: 'commission' },
  advertising: { zh: '广告', en: 'advertising' },
  paymentFee: { zh: '支付手续费', en: 'payment fee' },
  storagePenalty: { zh: '超期仓储', en: 'storage penalty' },
  compensation: { zh: '赔偿', en: 'compensation' },
  repair: { zh: '维修', en: 'repair' },
  loanRepayment: { zh: '还款', en: 'loan repayment' },
  dividend: { zh: '股息', en: 'dividend' },
  equity: { zh: '股权', en: 'equity' },
}

export type CostGroup = 'allowed' | 'pilotAllowed' | 'review' | 'notNettable' | 'blocked'

/** A netting taken apart; amounts in the currency of the report. */
export type Netting = Record<CostGroup, string> & {
  netProceeds: string
  expectedCredit: string
  /** Expected less credited and charges. */
  residual: string
  declaredDifference?: string
  ratio?: string
  /** Costs behind the groups, with the document each rests on: what the restored items are made of. */
  costs: NettedCost[]
}

export type NettedCost = Pick<CostLine, 'id' | 'class' | 'amount' | 'documentId'> & { group: CostGroup }

/** On whose facts a report is judged; `day` is the value date, or the end of the report where nothing was paid. */
export type NettingFacts = { subject: Subject; settings: ForexSettings; day: string }

function groupOf(
  cost: CostLine,
  report: PlatformReport,
  { subject, settings, day }: NettingFacts,
): CostGroup {
  if (capital.includes(cost.class)) return 'blocked'
  if (cost.documentId === null || cost.ownGoods === false) return 'notNettable'
  if (listed.includes(cost.class) && inForce(rules.D01, day)) return 'allowed'
  const onePartner =
    cost.counterparty !== undefined &&
    report.counterparty !== undefined &&
    sameText(cost.counterparty, report.counterparty)
  const pilot =
    settings.pilotNetting && subject.premium === true && subject.class === 'A' && inForce(rules.D10, day)
  return pilot && onePartner && ofPilot.includes(cost.class) ? 'pilotAllowed' : 'review'
}

/**
 * Statements behind one credit as one, with their numbers joined by `+`; those in another currency than the first are not
 * added up. What they say apart is kept only where they agree.
 */
export function asOneReport(reports: readonly PlatformReport[]): PlatformReport | undefined {
  const [first, ...more] = reports
  if (!first || more.length === 0) return first
  const all = reports.filter(({ currency }) => currency === first.currency)
  const { from: _from, to: _to, counterparty, declaredValueOfSoldGoods: _declared, ...rest } = first
  const declared = all.flatMap(({ declaredValueOfSoldGoods: value }) => value ?? [])
  const onePartner = all.every((one) => sameText(one.counterparty ?? '', counterparty ?? ''))
  return {
    ...rest,
    id: all.map(({ id }) => id).join('+'),
    sales: sum(all.map(({ sales }) => sales)),
    customerRefunds: sum(all.map(({ customerRefunds }) => customerRefunds)),
    costs: all.flatMap(({ costs }) => costs),
    ...(counterparty !== undefined && onePartner && { counterparty }),
    ...(declared.length === all.length && { declaredValueOfSoldGoods: sum(declared) }),
  }
}

/**
 * Sales less refunds less what may be netted = what should have come. A cost that may not be netted stays in the
 * residual; one for the bank to confirm is counted meanwhile.
 */
export function netReport(
  report: PlatformReport,
  credited: { amount: string; charges: string },
  facts: NettingFacts,
): { netting: Netting; findings: ForexFinding[] } {
  const { day, settings } = facts
  const target = report.id
  const findings: ForexFinding[] = []
  const costs = report.costs.map((cost) => ({ cost, group: groupOf(cost, report, facts) }))
  const total = (of: CostGroup): string =>
    sum(costs.filter(({ group }) => group === of).map(({ cost }) => cost.amount))

  if (!isZero(report.customerRefunds)) findings.push(find(rules.I06, { target, day }))
  for (const { cost, group } of costs) findings.push(costFinding(cost, group, day))
  if (facts.subject.type === 'serviceEnterprise') findings.push(...tell(rules.D11, { target, day }))

  const netProceeds = sub(report.sales, report.customerRefunds)
  const [allowed, pilotAllowed, review] = [total('allowed'), total('pilotAllowed'), total('review')]
  const expectedCredit = sub(netProceeds, sum([allowed, pilotAllowed, review]))
  const netting: Netting = {
    netProceeds,
    allowed,
    pilotAllowed,
    review,
    notNettable: total('notNettable'),
    blocked: total('blocked'),
    expectedCredit,
    residual: sub(expectedCredit, add(credited.amount, credited.charges)),
    costs: costs.map(({ cost: { id, class: kind, amount, documentId }, group }) => ({
      id,
      class: kind,
      amount: written(amount, report.currency),
      group,
      ...(documentId !== undefined && { documentId }),
    })),
  }
  if (report.costs.length > 0) findings.push(...tell(rules.D03, { target, day }))
  findings.push(...tell(rules.D04, { target, day, params: { code: actualCode(netting) } }))
  if (cmp(expectedCredit, '0') < 0) {
    const amount = written(neg(expectedCredit), report.currency)
    findings.push(find(rules.D08, { target, day, params: { amount } }))
  }

  const declared = report.declaredValueOfSoldGoods
  if (declared !== undefined) {
    netting.declaredDifference = sub(netProceeds, declared)
    const seen = compareDeclared(target, netProceeds, declared, settings, day)
    if (seen.ratio !== undefined) netting.ratio = seen.ratio
    findings.push(...seen.findings)
    if (!isZero(netting.declaredDifference)) {
      const params = { amount: written(netting.declaredDifference, report.currency) }
      findings.push(...tell(rules.E14, { target, day, params }))
    }
  }
  return { netting, findings }
}

const beforeNetting = {
  zh: '费用类别“{cost}”：当日还没有轧差的规定，由银行确认',
  en: 'Cost class “{cost}”: no rule allowed netting on that day, the bank confirms',
}

function costFinding(cost: CostLine, group: CostGroup, day: string): ForexFinding {
  const place = { target: cost.id, field: 'class', day }
  if (group === 'notNettable') return find(rules.D09, { ...place, field: 'documentId' })
  if (group === 'allowed') return find(rules.D01, place)
  if (group === 'pilotAllowed') return find(rules.D10, place)
  const params = { cost: costNames[cost.class] }
  const message = listed.includes(cost.class) ? beforeNetting : undefined
  const severity = group === 'blocked' ? 'block' : 'review'
  return find(rules.D02, { ...place, params, severity, ...(message && { message }) })
}

/** D05 and D07: proceeds beside the declared value of the same goods. The ratio is compared unrounded, ends inside. */
export function compareDeclared(
  target: string,
  proceeds: string,
  declared: string,
  { declaredRatioMin: min, declaredRatioMax: max }: ForexSettings,
  day: string,
): { ratio?: string; findings: ForexFinding[] } {
  const ratio = isZero(declared) ? undefined : toFixed(quotient(proceeds, declared), 4)
  const outside = cmp(proceeds, mul(min, declared)) < 0 || cmp(proceeds, mul(max, declared)) > 0
  const params = { ratio: ratio ?? '–', min, max }
  return {
    ...(ratio !== undefined && { ratio }),
    findings: [
      ...tell(rules.D05, { target, day, params }),
      ...(outside ? [find(rules.D07, { target, field: 'ratio', day, params })] : []),
    ],
  }
}

/** D04: 999999 where money moved, 999998 where the net is nothing. */
export const actualCode = ({ expectedCredit }: Pick<Netting, 'expectedCredit'>): string =>
  isZero(expectedCredit) ? '999998' : '999999'
