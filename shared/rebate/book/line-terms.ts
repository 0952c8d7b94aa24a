import type { Finding } from '../../rules/rule'
import { deadlinesOf, type DeadlineGiven, type Deadlines } from '../deadlines/terms'
import { claimKey } from '../keys'
import { completeness } from '../filing-papers'
import { answersOf, claimedItem, exemptDeclared, papersByNumber, type BatchFacts } from './claim'
import type { RebatePapers } from './records'
import { paperCase } from './tables'

export type LineTerms = { key: string; exportDate: string; deadlines: Deadlines; findings: Finding[] }

/** Terms that were counted for one day of a check, by the events they were counted from. */
export type KnownTerms = Map<string, ReturnType<typeof deadlinesOf>>

const papersComplete = (papers: RebatePapers | undefined, claimedOn: string | undefined): boolean =>
  papers !== undefined &&
  claimedOn !== undefined &&
  completeness(paperCase(papers, claimedOn), claimedOn).missing.length === 0

/**
 * Terms of every line, with what is overdue on the day of the check. Lines of one day and the same events share them.
 * @param known terms counted before for the same `asOf`
 */
export function deadlinesOfLines(
  { asOf, batch, lines, papers }: Pick<BatchFacts, 'asOf' | 'batch' | 'lines' | 'papers'>,
  known: KnownTerms = new Map(),
): LineTerms[] {
  const byNumber = papersByNumber(papers)
  const termsOf = (given: DeadlineGiven) => {
    const same = Object.values(given).join()
    const found = known.get(same) ?? deadlinesOf(given, asOf)
    known.set(same, found)
    return found
  }
  return lines.map(({ item, line }) => {
    const answers = answersOf(batch, line)
    const { exportDate } = claimedItem(item, answers)
    const receipts = byNumber.get(item.no)?.receipts ?? []
    const status = answers.fxStatus
    const on = (event: string) => line.history.findLast((fact) => fact.event === event)?.on
    const claimedOn = on('declare')
    const { findings, ...deadlines } = termsOf({
      exportDate,
      // What was joined may be a part only; the 收汇台账 says whether it is all.
      fxCollected:
        receipts.some(({ credit }) => credit === undefined) ||
        status === 'collected' ||
        status === 'deemedCollected',
      claimedOn,
      exemptDeclaredOn: exemptDeclared(line).exemptDeclaredOn,
      fxContractDate: answers.fxContractDate,
      // No paper says when it was filed: complete ones are taken as filed in time.
      filingDocumentsFiledOn: papersComplete(byNumber.get(item.no), claimedOn) ? claimedOn : undefined,
      // With agreement and certificate there is nothing left to apply for.
      agentExport: answers.entrusted === true && answers.agencyFormalities !== true,
      refundPaidOn: on('pay'),
      preRefundDoneOn: line.preRefund && !line.settlement ? on('pay') : undefined,
    })
    const key = claimKey(item.no, item.item)
    return {
      key,
      exportDate,
      deadlines,
      findings: findings.map((found) => ({ ...found, target: `line:${key}` })),
    }
  })
}
