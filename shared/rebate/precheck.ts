import { cmp, isZero, normalize, sum } from '../money/decimal'
import { raise, sortFindings, within, type Finding } from '../rules/rule'
import {
  tradingLineAmounts,
  tradingLineRefund,
  tradingTotals,
  type TradingAmounts,
  type TradingResult,
  type TradingTotals,
} from './amounts/trading'
import type { TradingLine } from './amounts/trading-line'
import { tradingRules } from './amounts/trading-rules'
import { enterpriseFindings } from './enterprise-status'
import { claimKey } from './keys'
import { ClaimIndex, itemKey, type Claim, type Link } from './match/index'
import { crossFindings, matchClaim, partRules } from './match/match'
import { linkQuantities } from './match/pairing'
import { fromDealUnit, pairsOf } from './match/units'
import type { LinkQuantity } from './match/link-quantity'
import type { CancelledRefund, RateLibrary } from '../model/rebate/common'
import type { TreatmentLine } from '../model/rebate/export-line'
import { mixedLink, preRefundFindings } from './pre-refund'
import { returnFindings } from './returned'
import { libraryFindings } from './rate-lookup'
import { conditions, treatLines, treatmentOrder, type LineTreatment } from './treatment/treat'

/** One run of the wizard: who, on which day, which lines, which library, and the claim with its papers. */
export type PrecheckGiven = {
  asOf: string
  lines: readonly TreatmentLine[]
  library: RateLibrary
  /** When the newest known release of the library came out. */
  newestLibrary?: string
  cancelledRefundList?: readonly CancelledRefund[]
  claim: Claim
}

/** The values of a link; how they were made says `explainLink`, or the memory of a batch would be formulas. */
export type LinkAmounts = TradingAmounts

export type PrecheckResult = {
  lines: LineTreatment[]
  links: LinkQuantity[]
  /** 免退税 by link; absent for a manufacturer, whose amounts are of a period. */
  amounts?: { links: LinkAmounts[]; totals: TradingTotals }
  findings: Finding[]
  counts: { blocking: number; warning: number; info: number }
}

const decidingRules = new Map([...treatmentOrder, ...conditions].map((rule) => [rule.id, rule]))

/** A claimed line whose goods are not refunded: the deciding rule says why, and on which ground. */
function claimedAmiss(treated: LineTreatment, line: TreatmentLine): Finding {
  const { rule, no, item } = { rule: treated.decidedBy ?? '', ...line.declaration }
  const fix = {
    zh: '从本批申报中移出，按此处理方式办理；事实有误的先更正',
    en: 'Take it out of the claim and treat it so; correct the facts if they are wrong',
  }
  const text = {
    zh: `${no}#${item} 不退税：${treated.note.zh}`,
    en: `${no}#${item} is not refunded: ${treated.note.en}`,
  }
  return {
    rule,
    target: `line:${line.line}`,
    field: 'treatment',
    severity: 'blocking',
    text,
    why: treated.note,
    fix,
    basis: (decidingRules.get(rule)?.basis ?? []).filter((one) => within(line.declaration.exportDate, one)),
  }
}

/** What the refund of an item rests on beside its vouchers. */
type Refunded = {
  rate: string
  consumptionTax?: ConsumptionTax
  usedEquipment?: TradingLine['usedEquipment']
}

/** How goods were taxed before: by value, by quantity in a unit of the 报关单, or both. */
type ConsumptionTax = Pick<
  TreatmentLine,
  'consumptionTaxRate' | 'consumptionTaxPerUnit' | 'consumptionTaxUnit'
>
const isTold = ({ consumptionTaxRate, consumptionTaxPerUnit }: ConsumptionTax): boolean =>
  consumptionTaxRate !== undefined || consumptionTaxPerUnit !== undefined

const writtenTax = ({
  consumptionTaxRate: a,
  consumptionTaxPerUnit: b,
  consumptionTaxUnit,
}: ConsumptionTax) => JSON.stringify([a && normalize(a), b && normalize(b), b && consumptionTaxUnit?.trim()])

/** The tax all of them were under; undefined where one has none, or another one: then it is not one sum of the link. */
const commonTax = ([first, ...others]: readonly (ConsumptionTax | undefined)[]):
  ConsumptionTax | undefined =>
  first && others.every((one) => one && writtenTax(one) === writtenTax(first)) ? first : undefined

/** What a link refunds of consumption tax; nothing at all where the quantity of it cannot be told. */
function consumptionTaxOf(
  link: Link,
  tax: ConsumptionTax | undefined,
): Pick<TradingLine, 'consumptionTaxRate' | 'consumptionTaxByQuantity'> {
  if (!tax) return {}
  const { consumptionTaxRate, consumptionTaxPerUnit: perUnit, consumptionTaxUnit: unit = '' } = tax
  const byValue = consumptionTaxRate === undefined ? {} : { consumptionTaxRate }
  if (perUnit === undefined) return byValue
  const quantities = link.exports.map(({ qty }, at) => {
    const item = link.items[at]
    return item && fromDealUnit(qty, unit, item)
  })
  if (quantities.some((qty) => qty === undefined)) return {}
  return { ...byValue, consumptionTaxByQuantity: { qty: sum(quantities as string[]), unit, perUnit } }
}

/**
 * What a link is refunded on: its purchases at the rate of the goods it holds, the lowest where these differ (C14); of goods
 * bought beyond what was exported the exported share (D03). Nothing when the goods are not refunded.
 */
function tradingLine(
  index: ClaimIndex,
  link: Link,
  refunded: ReadonlyMap<string, Refunded>,
): TradingLine | undefined {
  const items = index.itemsOfLink(link)
  const [first] = items
  const own = first && refunded.get(itemKey(first.no, first.item))
  if (!first || own === undefined) return undefined
  const all =
    items.length === 1 ? [own] : items.flatMap(({ no, item }) => refunded.get(itemKey(no, item)) ?? [])
  const beyond = linkQuantities(index, link).filter(({ keptQty }) => !isZero(keptQty))
  const purchases: TradingLine['purchases'] = []
  link.purchases.forEach(({ net, hsCode }, at) => {
    const of = link.lines[at]
    if (!of) return
    const { invoice, line } = of
    const share: TradingLine['purchases'][number] = {
      voucher: invoice.kind,
      invoiceNumber: invoice.number,
      invoiceLine: line.line,
      net,
      invoiceRate: line.rate,
    }
    const kept = beyond.find((one) => one.hsCode === hsCode)
    if (kept) {
      share.qty = kept.purchaseQty
      share.usedQty = kept.exportQty
    }
    if (invoice.sellerTaxpayer !== undefined) share.sellerTaxpayer = invoice.sellerTaxpayer
    purchases.push(share)
  })
  return {
    line: link.linkNo,
    linkNo: link.linkNo,
    exportDate: first.exportDate,
    libraryRate: all.reduce((low, one) => (cmp(one.rate, low) < 0 ? one.rate : low), own.rate),
    purchases,
    ...(own.consumptionTax && consumptionTaxOf(link, commonTax(all.map((one) => one.consumptionTax)))),
    ...(own.usedEquipment && { usedEquipment: own.usedEquipment }),
  }
}

/** What the items rest on that are refunded, by item. An asset without its card has no base. */
function refundedItems(
  lines: readonly TreatmentLine[],
  treated: readonly LineTreatment[],
): Map<string, Refunded> {
  const refunded = new Map<string, Refunded>()
  lines.forEach((line, at) => {
    const { declaration, goodsSource, originalValue, accumulatedDepreciation } = line
    const { refundAllowed, rebateRate, consumptionTax } = treated[at]!
    if (!refundAllowed || rebateRate === undefined) return
    const one: Refunded = { rate: rebateRate }
    if (consumptionTax === 'refund' && isTold(line)) one.consumptionTax = line
    if (goodsSource === 'usedEquipment') {
      one.usedEquipment = {
        originalValue: originalValue ?? '0',
        accumulatedDepreciation: accumulatedDepreciation ?? '0',
      }
    }
    refunded.set(itemKey(declaration.no, declaration.item), one)
  })
  return refunded
}

/** What an amount needs and nobody has said: the rate of the consumption tax, the card of an asset. */
function untoldFindings(line: TreatmentLine, treated: LineTreatment): Finding[] {
  const { c09, d17 } = tradingRules
  const target = `line:${line.line}`
  const findings: Finding[] = []
  if (treated.consumptionTax === 'refund' && !isTold(line)) {
    const message = {
      zh: '缺消费税税率或单位税额，未计算消费税退税；按消费税专用缴款书填写',
      en: 'Rate and amount per unit of the consumption tax are missing: its refund is not computed; enter them by the payment book',
    }
    findings.push(raise(d17, { target, field: 'consumptionTaxRate', severity: 'warning', message }))
  }
  if (treated.consumptionTax === 'refund' && line.consumptionTaxPerUnit !== undefined) {
    const { consumptionTaxUnit: unit = '', declaration } = line
    if (fromDealUnit('1', unit, declaration) === undefined) {
      const message = {
        zh: '从量消费税的计税单位「{unit}」不是报关单该项的单位（{units}），未计算消费税退税',
        en: 'The goods are taxed by {unit}, the item is declared in {units}: no consumption tax is refunded',
      }
      const units = pairsOf(declaration)
        .map((pair) => pair.unit)
        .join('、')
      const params = { unit, units }
      findings.push(raise(d17, { target, field: 'consumptionTaxUnit', message, params }))
    }
  }
  const untold = line.originalValue === undefined || line.accumulatedDepreciation === undefined
  if (treated.refundAllowed && line.goodsSource === 'usedEquipment' && untold) {
    const message = {
      zh: '缺设备原值或已提折旧，计税依据按 0 计',
      en: 'Original value or depreciation of the asset is missing: its base is taken as 0',
    }
    findings.push(raise(c09, { target, field: 'originalValue', message }))
  }
  return findings
}

/** Goods under several rates of consumption tax in one link: its refund cannot be told apart. */
function consumptionFindings(index: ClaimIndex, refunded: ReadonlyMap<string, Refunded>): Finding[] {
  return [...index.links.values()].flatMap((link) => {
    const taxes = index
      .itemsOfLink(link)
      .flatMap(({ no, item }) => refunded.get(itemKey(no, item)) ?? [])
      .map((one) => one.consumptionTax)
    if (taxes.every((tax) => tax === undefined) || commonTax(taxes)) return []
    const message = {
      zh: '同一关联号内消费税税率或单位税额不同，或只有部分填写，未计算消费税退税；分开配单',
      en: 'Goods of one link differ in their consumption tax: its refund is not computed; keep them apart',
    }
    return [raise(tradingRules.d17, { target: `link:${link.linkNo}`, field: 'consumptionTaxRate', message })]
  })
}

const treat = (
  { asOf, library, claim, cancelledRefundList = [] }: PrecheckGiven,
  lines: readonly TreatmentLine[],
) =>
  treatLines({ enterprise: claim.enterprise, lines, rateLibrary: library.entries, cancelledRefundList }, asOf)

/** The amounts of one link with how each was made; undefined for a link that is not refunded. */
export function explainLink(given: PrecheckGiven, linkNo: string): TradingResult | undefined {
  const index = new ClaimIndex(given.claim)
  const link = index.links.get(linkNo)
  if (!link) return undefined
  const held = new Set(index.itemsOfLink(link).map(({ no, item }) => itemKey(no, item)))
  const own = given.lines.filter(({ declaration: { no, item } }) => held.has(itemKey(no, item)))
  const line = tradingLine(index, link, refundedItems(own, treat(given, own)))
  return line && tradingLineRefund(line)
}

/** The amounts of every link that is refunded, each with how it was made. */
export function explainLinks(given: PrecheckGiven): TradingResult[] {
  const index = new ClaimIndex(given.claim)
  return linesOfLinks(index, refundedItems(given.lines, treat(given, given.lines))).map((line) =>
    tradingLineRefund(line),
  )
}

function linesOfLinks(index: ClaimIndex, refunded: ReadonlyMap<string, Refunded>): TradingLine[] {
  const lines: TradingLine[] = []
  for (const link of index.links.values()) {
    const line = tradingLine(index, link, refunded)
    if (line) lines.push(line)
  }
  return lines
}

/** What is judged of lines and papers that share nothing with any other line or paper of the claim. */
export type PartResult = {
  lines: LineTreatment[]
  links: LinkQuantity[]
  amounts: LinkAmounts[]
  findings: Finding[]
  /** 报关单 by export invoice number: a number may be used in several parts. */
  invoiceNames: ReadonlyMap<string, ReadonlySet<string>>
  /** Latest export date of its lines. */
  latest: string
}

/** Treatment, findings and amounts of lines with every paper that belongs to them. Pure. */
export function precheckPart(given: PrecheckGiven): PartResult {
  const { lines, claim } = given
  const treated = treat(given, lines)
  const index = new ClaimIndex(claim)
  const matched = matchClaim(claim, partRules, index)
  const findings: Finding[] = []
  for (const result of treated) findings.push(...result.findings)
  const trading = claim.enterprise.type === 'trading'
  lines.forEach((line, at) => {
    const { no, item } = line.declaration
    const rows = index.claimedOf.get(claimKey(no, item))
    // A line of a 生产企业 is claimed by standing here, without a link.
    if ((rows || !trading) && !treated[at]!.refundAllowed) findings.push(claimedAmiss(treated[at]!, line))
    if (rows) findings.push(...preRefundFindings(line, rows, given.asOf))
    if (line.declaration.returned && (rows || !trading))
      findings.push(...returnFindings(line, trading ? rows : undefined))
  })
  for (const link of index.links.values()) findings.push(...mixedLink(link))
  const refunded = trading ? refundedItems(lines, treated) : new Map<string, Refunded>()
  if (trading) {
    lines.forEach((line, at) => findings.push(...untoldFindings(line, treated[at]!)))
    if (lines.some(isTold)) findings.push(...consumptionFindings(index, refunded))
  }
  return {
    lines: treated,
    links: matched.links,
    amounts: trading ? linesOfLinks(index, refunded).map(tradingLineAmounts) : [],
    findings: [...findings, ...matched.findings],
    invoiceNames: index.declarationsOfInvoice,
    latest: lines.reduce(
      (latest, { declaration: { exportDate } }) => (exportDate > latest ? exportDate : latest),
      '',
    ),
  }
}

/** What is found about a claim as a whole: the enterprise, the library, and numbers used in several parts. */
export function findingsOfAll(
  {
    asOf,
    library,
    newestLibrary,
    claim,
  }: Pick<PrecheckGiven, 'asOf' | 'library' | 'newestLibrary'> & {
    claim: Pick<Claim, 'enterprise'>
  },
  parts: readonly Pick<PartResult, 'invoiceNames' | 'latest'>[],
): Finding[] {
  const latest = parts.map((part) => part.latest).filter((day) => day !== '')
  return [
    ...enterpriseFindings(claim.enterprise, asOf),
    ...libraryFindings(library, newestLibrary, latest),
    ...crossFindings(joinNames(parts.map(({ invoiceNames }) => invoiceNames))),
  ]
}

function joinNames(parts: readonly PartResult['invoiceNames'][]): Map<string, Set<string>> {
  const joined = new Map<string, Set<string>>()
  for (const names of parts) {
    for (const [no, declarations] of names) {
      const known = joined.get(no)
      if (known) for (const one of declarations) known.add(one)
      else joined.set(no, new Set(declarations))
    }
  }
  return joined
}

/** The whole pre-check: treatment of every line, everything found about the claim, and the amounts. Pure. */
export function precheck(given: PrecheckGiven): PrecheckResult {
  const part = precheckPart(given)
  const findings = sortFindings([...findingsOfAll(given, [part]), ...part.findings])
  const count = (severity: Finding['severity']) =>
    findings.filter((found) => found.severity === severity).length
  return {
    lines: part.lines,
    links: part.links,
    ...(given.claim.enterprise.type === 'trading' && {
      amounts: { links: part.amounts, totals: tradingTotals(part.amounts) },
    }),
    findings,
    counts: { blocking: count('blocking'), warning: count('warning'), info: count('info') },
  }
}
