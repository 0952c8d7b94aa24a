import { cmp } from '../money/decimal'
import type { Text } from '../model/text'
import type { ReceiptFacts } from './checks/facts'
import { nettedLines, type Declaration } from './checks/declaration'
import { netReport, type Netting } from './checks/netting'
import type { ForexFinding } from './cite'
import { subjectOn } from '../model/forex/common'
import type { PlatformReport } from '../model/forex/netting'
import { remarkOf } from './remark'
import { resultOf, resultText, tidy } from './verdict'
import type { Result } from '../model/forex/result'

/** A platform statement from which nothing was paid out. */
export type ReportVerdict = {
  id: string
  result: Result
  word: Text
  netting: Netting
  declare: Pick<Declaration, 'actual' | 'restored' | 'remark'>
  findings: ForexFinding[]
}

/** A netting that came to nothing or less: declared with what it restores, and an outward payment where it is negative. */
export function checkUnpaidReport(
  report: PlatformReport,
  { subject, settings, asOf }: Pick<ReceiptFacts, 'subject' | 'settings' | 'asOf'>,
): ReportVerdict {
  const day = report.to ?? asOf
  const facts = { subject: subjectOn(subject, day), settings, day }
  const { netting, findings } = netReport(report, { amount: '0', charges: '0' }, facts)
  const paid = cmp(netting.expectedCredit, '0') < 0 ? netting.expectedCredit : '0'
  const all = tidy(findings)
  const result = resultOf(all)
  const remark = remarkOf({ notes: [], netted: true, advance: false })
  return {
    id: report.id,
    result,
    word: resultText[result],
    netting,
    declare: { ...nettedLines(paid, '0', netting, null), remark: remark.text },
    findings: all,
  }
}
