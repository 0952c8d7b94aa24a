import { sortFindings, type Finding } from '../rules/rule'
import { tradingLineRefund, tradingTotals, type TradingResult, type TradingTotals } from './amounts/trading'
import type { TradingLine } from './amounts/trading-line'
import { enterpriseFindings } from './enterprise-status'
import { claimKey } from './keys'
import { ClaimIndex, itemKey, lineKey, type Claim, type Link } from './match/index'
import { matchClaim, matchRules } from './match/match'
import type { LinkQuantity } from './match/pairing'
import type { CancelledRefund, RateLibrary } from './model/common'
import type { TreatmentLine } from './model/export-line'
import { libraryFindings } from './rate-lookup'
import { treatLines, type LineTreatment } from './treatment/treat'

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
export type LinkAmounts = Omit<TradingResult, 'figures'>

export type PrecheckResult = {
  lines: LineTreatment[]
  links: LinkQuantity[]
  /** 免退税 by link; absent for a manufacturer, whose amounts are of a period. */
  amounts?: { links: LinkAmounts[]; totals: TradingTotals }
  findings: Finding[]
  counts: { blocking: number; warning: number; info: number }
}

/** A claimed line whose goods are not refunded: the deciding rule says why. */
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
    basis: [],
  }
}

/** What a link is refunded on: its purchases at the rate of the goods it holds; nothing when these are not refunded. */
function tradingLine(
  index: ClaimIndex,
  link: Link,
  rates: ReadonlyMap<string, string>,
): TradingLine | undefined {
  const [first] = index.itemsOfLink(link)
  const rate = first && rates.get(itemKey(first.no, first.item))
  if (!first || rate === undefined) return undefined
  const purchases = link.purchases.flatMap((row) => {
    const of = index.invoiceLines.get(lineKey(row.invoiceNumber, row.line))
    if (!of) return []
    const { invoice, line } = of
    const small = invoice.sellerTaxpayer === undefined ? {} : { sellerTaxpayer: invoice.sellerTaxpayer }
    return [
      {
        voucher: invoice.kind,
        invoiceNumber: invoice.number,
        net: row.net,
        invoiceRate: line.rate,
        ...small,
      },
    ]
  })
  return {
    line: link.linkNo,
    linkNo: link.linkNo,
    exportDate: first.exportDate,
    libraryRate: rate,
    purchases,
  }
}

/** Rates of the items that are refunded, by item. */
function refundedRates(
  lines: readonly TreatmentLine[],
  treated: readonly LineTreatment[],
): Map<string, string> {
  const rates = new Map<string, string>()
  lines.forEach(({ declaration: { no, item } }, at) => {
    const { refundAllowed, rebateRate } = treated[at]!
    if (refundAllowed && rebateRate !== undefined) rates.set(itemKey(no, item), rebateRate)
  })
  return rates
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
  const line = tradingLine(index, link, refundedRates(own, treat(given, own)))
  return line && tradingLineRefund(line)
}

/** The amounts of every link that is refunded, each with how it was made. */
export function explainLinks(given: PrecheckGiven): TradingResult[] {
  const index = new ClaimIndex(given.claim)
  return [...eachLink(index, refundedRates(given.lines, treat(given, given.lines)))]
}

function* eachLink(index: ClaimIndex, rates: ReadonlyMap<string, string>): Generator<TradingResult> {
  for (const link of index.links.values()) {
    const line = tradingLine(index, link, rates)
    if (line) yield tradingLineRefund(line)
  }
}

function linkAmounts(
  index: ClaimIndex,
  rates: ReadonlyMap<string, string>,
): NonNullable<PrecheckResult['amounts']> {
  const links: LinkAmounts[] = []
  for (const { figures: _figures, ...values } of eachLink(index, rates)) links.push(values)
  return { links, totals: tradingTotals(links) }
}

/** The whole pre-check: treatment of every line, everything found about the claim, and the amounts. Pure. */
export function precheck(given: PrecheckGiven): PrecheckResult {
  const { asOf, lines, library, claim, newestLibrary } = given
  const treated = treat(given, lines)
  const index = new ClaimIndex(claim)
  const matched = matchClaim(claim, matchRules, index)
  const rates = refundedRates(lines, treated)
  const amiss = lines.flatMap((line, at) => {
    const { no, item } = line.declaration
    const claimed = index.claimedOf.has(claimKey(no, item))
    return claimed && !treated[at]!.refundAllowed ? [claimedAmiss(treated[at]!, line)] : []
  })
  const findings = sortFindings([
    ...enterpriseFindings(claim.enterprise, asOf),
    ...libraryFindings(
      library,
      newestLibrary,
      lines.map(({ declaration }) => declaration.exportDate),
    ),
    ...treated.flatMap((result) => result.findings),
    ...amiss,
    ...matched.findings,
  ])
  const count = (severity: Finding['severity']) =>
    findings.filter((found) => found.severity === severity).length
  return {
    lines: treated,
    links: matched.links,
    ...(claim.enterprise.type === 'trading' && { amounts: linkAmounts(index, rates) }),
    findings,
    counts: { blocking: count('blocking'), warning: count('warning'), info: count('info') },
  }
}
