import { allocate, sum } from '../../money/decimal'
import { cents } from '../../rules/explain'
import { sortFindings, type Finding } from '../../rules/rule'
import { handbookFindings } from '../handbooks'
import { claimKey } from '../keys'
import { itemKey } from '../match/index'
import { precheckPart, type LinkAmounts, type PartResult } from '../precheck'
import type { ManufacturerPeriod } from '../amounts/manufacturer-period'
import { fobsOf, precheckOf, type BatchFacts } from './claim'
import { deadlinesOfLines, type KnownTerms } from './line-terms'
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
      refunds.set(key, cents(sum([refunds.get(key) ?? '0', parts[at]!])))
    })
  }
  return refunds
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
      const refund = refunds.get(line)
      return {
        key: line,
        treatment,
        refundAllowed,
        note,
        ...(decidedBy !== undefined && { decidedBy }),
        ...(rebateRate !== undefined && { rebateRate }),
        ...(refund !== undefined && { refund }),
      }
    }),
    links: facts.links.map(({ linkNo }) => amounts.get(linkNo)),
    exports: trading
      ? []
      : facts.lines.map((line, at) => {
          const fob = fobs.get(itemKey(line.item.no, line.item.item))
          return exportOfLine(line, fob ?? {}, result.lines[at]!, facts.handbooks)
        }),
    findings: sortFindings([
      ...result.findings,
      ...[...fobs.values()].flatMap(({ findings }) => findings),
      ...deadlinesOfLines(facts, known).flatMap(({ findings }) => findings),
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
