import { sortFindings, type Finding } from '../rules/rule'
import { tradingRefund, type TradingResult, type TradingTotals } from './amounts/trading'
import type { TradingLine } from './amounts/trading-line'
import { enterpriseFindings } from './enterprise-status'
import { ClaimIndex, itemKey, lineKey, type Claim } from './match/index'
import { matchClaim } from './match/match'
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

export type PrecheckResult = {
  lines: LineTreatment[]
  links: LinkQuantity[]
  /** 免退税 by link; absent for a manufacturer, whose amounts are of a period. */
  amounts?: { links: TradingResult[]; totals: TradingTotals }
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

/** What each link is refunded: its purchases at the rate of the goods it holds. Links of goods not refunded have none. */
function tradingLines(index: ClaimIndex, rates: ReadonlyMap<string, string>): TradingLine[] {
  return [...index.links.values()].flatMap((link): TradingLine[] => {
    const items = index.itemsOfLink(link)
    const [first] = items
    const rate = first && rates.get(itemKey(first.no, first.item))
    if (!first || rate === undefined) return []
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
    return [
      { line: link.linkNo, linkNo: link.linkNo, exportDate: first.exportDate, libraryRate: rate, purchases },
    ]
  })
}

/** The whole pre-check: treatment of every line, everything found about the claim, and the amounts. Pure. */
export function precheck(given: PrecheckGiven): PrecheckResult {
  const { asOf, lines, library, claim, newestLibrary, cancelledRefundList = [] } = given
  const { enterprise } = claim
  const treated = treatLines({ enterprise, lines, rateLibrary: library.entries, cancelledRefundList }, asOf)
  const matched = matchClaim(claim)
  const index = new ClaimIndex(claim)
  const claimed = new Set(
    claim.exports.flatMap((row) => {
      const item = index.itemOf(row)
      return item ? [itemKey(item.no, item.item)] : []
    }),
  )
  const rates = new Map<string, string>()
  const amiss: Finding[] = []
  lines.forEach((line, at) => {
    const result = treated[at]!
    const key = itemKey(line.declaration.no, line.declaration.item)
    if (result.refundAllowed && result.rebateRate !== undefined) rates.set(key, result.rebateRate)
    else if (claimed.has(key)) amiss.push(claimedAmiss(result, line))
  })
  const findings = sortFindings([
    ...enterpriseFindings(enterprise, asOf),
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
  const trading =
    enterprise.type === 'trading' ? tradingRefund({ lines: tradingLines(index, rates) }) : undefined
  return {
    lines: treated,
    links: matched.links,
    ...(trading && { amounts: { links: trading.lines, totals: trading.totals } }),
    findings,
    counts: { blocking: count('blocking'), warning: count('warning'), info: count('info') },
  }
}
