import type { Finding } from '../../rules/rule'
import { deadlinesOf, type DeadlineGiven, type Deadlines } from '../deadlines/terms'
import { claimKey } from '../keys'
import { completeness } from '../filing-papers'
import type { LineEvent } from '../life/states'
import {
  answersOf,
  claimedItem,
  exemptDeclared,
  papersByNumber,
  type BatchFacts,
  type BatchLine,
} from './claim'
import type { RebateAnswers, RebateLine, RebatePapers } from './records'
import { standingFindings } from './returned'
import { paperCase } from './tables'

export type LineTerms = { key: string; exportDate: string; deadlines: Deadlines; findings: Finding[] }

/** Terms that were counted for one day of a check, by the events they were counted from. */
export type KnownTerms = Map<string, Terms>

const papersComplete = (papers: RebatePapers | undefined, claimedOn: string | undefined): boolean =>
  papers !== undefined &&
  claimedOn !== undefined &&
  completeness(paperCase(papers, claimedOn), claimedOn).missing.length === 0

type Terms = ReturnType<typeof deadlinesOf>
type Given = Pick<BatchFacts, 'asOf' | 'batch' | 'lines' | 'papers'>

/** Terms of each line, in their order. Lines of one day and the same events share them. */
function* eachTerms({ asOf, batch, lines, papers }: Given, known: KnownTerms): Generator<[BatchLine, Terms]> {
  const byNumber = papersByNumber(papers)
  for (const one of lines) {
    const given = eventsOf(one, answersOf(batch, one.line), byNumber.get(one.item.no))
    const same = Object.values(given).join()
    let terms = known.get(same)
    if (!terms) known.set(same, (terms = deadlinesOf(given, asOf)))
    yield [one, terms]
  }
}

const eventOf = ({ history }: RebateLine, event: LineEvent): string | undefined =>
  history.length === 0 ? undefined : history.findLast((fact) => fact.event === event)?.on

/** What the terms of a line are counted from. */
function eventsOf(
  { item, line }: BatchLine,
  answers: RebateAnswers,
  papers: RebatePapers | undefined,
): DeadlineGiven {
  const { fxStatus: status, fxContractDate } = answers
  const [claimedOn, paidOn] = [eventOf(line, 'declare'), eventOf(line, 'pay')]
  return {
    exportDate: claimedItem(item, answers).exportDate,
    // What was joined may be a part only; the 收汇台账 says whether it is all.
    fxCollected:
      status === 'collected' ||
      status === 'deemedCollected' ||
      papers?.receipts.some(({ credit }) => credit === undefined) === true,
    claimedOn,
    exemptDeclaredOn: exemptDeclared(line).exemptDeclaredOn,
    fxContractDate,
    // No paper says when it was filed: complete ones are taken as filed in time.
    filingDocumentsFiledOn: papersComplete(papers, claimedOn) ? claimedOn : undefined,
    // With agreement and certificate there is nothing left to apply for.
    agentExport: answers.entrusted === true && answers.agencyFormalities !== true,
    refundPaidOn: paidOn,
    preRefundDoneOn: line.preRefund && !line.settlement ? paidOn : undefined,
  }
}

const findingsOf = (key: string, findings: readonly Finding[]): Finding[] =>
  findings.map((found) => ({ ...found, target: `line:${key}` }))

/** Terms of every line, with what is overdue on the day of the check. */
export function deadlinesOfLines(facts: Given): LineTerms[] {
  const lines: LineTerms[] = []
  for (const [{ item, line }, { findings, ...deadlines }] of eachTerms(facts, new Map())) {
    const key = claimKey(item.no, item.item)
    const { exportDate } = claimedItem(item, answersOf(facts.batch, line))
    const all = [...findingsOf(key, findings), ...standingFindings(item, line)]
    lines.push({ key, exportDate, deadlines, findings: all })
  }
  return lines
}

/**
 * What is overdue of the lines on the day of the check.
 * @param known terms counted before for the same `asOf`
 */
export function overdueOfLines(facts: Given, known: KnownTerms): Finding[] {
  const overdue: Finding[] = []
  for (const [{ item, line }, { findings }] of eachTerms(facts, known)) {
    if (findings.length > 0) overdue.push(...findingsOf(claimKey(item.no, item.item), findings))
    if (item.returned) overdue.push(...standingFindings(item, line))
  }
  return overdue
}
