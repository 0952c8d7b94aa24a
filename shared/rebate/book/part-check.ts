import { add, allocate } from '../../money/decimal'
import { cents } from '../../rules/explain'
import { sortFindings, type Finding } from '../../rules/rule'
import { handbookFindings } from '../handbooks'
import { claimKey } from '../keys'
import { itemKey } from '../match/index'
import { precheckPart, type LinkAmounts, type PartResult } from '../precheck'
import type { ManufacturerPeriod } from '../amounts/manufacturer-period'
import { fobsOf, precheckOf, type BatchFacts } from './claim'
import { overdueOfLines, type KnownTerms } from './line-terms'
import type { ItemFob } from './fob'
import type { Part } from './parts'
import { exportOfLine } from './period'
import type { RunLine } from './run-result'
import { refundWith, totalsOf, type TotalValues } from './totals'

/** What was found of one part; lines and links in its order, undefined for a link that is not refunded. */
export type PartFound = Pick<PartResult, 'invoiceNames' | 'latest'> & {
  lines: RunLine[]
  links: readonly (LinkAmounts | undefined)[]
  exports: readonly (ManufacturerPeriod['exports'][number] | undefined)[]
  findings: Finding[]
  totals: TotalValues
}

/** Refund of each line: that of its links, by its share of their quantity, to the cent. */
function refundsOfLines(
  links: BatchFacts['links'],
  amounts: ReadonlyMap<string, LinkAmounts>,
): Map<string, string> {
  const refunds = new Map<string, string>()
  for (const { linkNo, exports } of links) {
    const refund = refundWith(amounts.get(linkNo) ?? {})
    if (refund === undefined) continue
    const weights = exports.map(({ qty }) => qty)
    const parts = allocate(refund, weights, 2)
    exports.forEach(({ declarationNo, item }, at) => {
      const key = claimKey(declarationNo, item)
      const before = refunds.get(key)
      refunds.set(key, cents(before === undefined ? parts[at]! : add(before, parts[at]!)))
    })
  }
  return refunds
}

function* findingsOfFobs(fobs: Iterable<ItemFob>): Generator<Finding> {
  for (const { findings } of fobs) yield* findings
}

/** Treatment, findings, terms and amounts of what hangs together in a batch. Pure; the same members give the same. */
export function checkPart(batch: BatchFacts, part: Part, known: KnownTerms): PartFound {
  const facts: BatchFacts = { ...batch, ...part }
  const fobs = fobsOf(facts)
  const result = precheckPart(precheckOf(facts, fobs))
  const trading = facts.batch.kind === 'trading'
  // The line of a refund is its link.
  const amounts = new Map(result.amounts.map((one) => [one.line, one]))
  const refunds = refundsOfLines(facts.links, amounts)
  return {
    lines: result.lines.map(({ line, treatment, refundAllowed, note, decidedBy, rebateRate }) => {
      const told: RunLine = { key: line, treatment, refundAllowed, note }
      const refund = refunds.get(line)
      if (decidedBy !== undefined) told.decidedBy = decidedBy
      if (rebateRate !== undefined) told.rebateRate = rebateRate
      if (refund !== undefined) told.refund = refund
      return told
    }),
    links: facts.links.map(({ linkNo }) => amounts.get(linkNo)),
    exports: trading
      ? []
      : facts.lines.map((line, at) => {
          const fob = fobs.get(itemKey(line.item.no, line.item.item))
          return exportOfLine(facts.batch, line, fob ?? {}, result.lines[at]!, facts.handbooks)
        }),
    findings: sortFindings([
      ...result.findings,
      ...findingsOfFobs(fobs.values()),
      ...overdueOfLines(facts, known),
      ...(trading
        ? []
        : facts.lines.flatMap(({ item }) =>
            handbookFindings(item, facts.handbooks?.get(item.handbookNo ?? '')),
          )),
    ]),
    totals: totalsOf(result.amounts),
    invoiceNames: result.invoiceNames,
    latest: result.latest,
  }
}
