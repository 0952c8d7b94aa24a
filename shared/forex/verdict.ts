import { results, type Result } from '../model/forex/result'
import { cmp } from '../money/decimal'
import type { Text } from '../model/text'
import { sortFindings } from '../rules/rule'
import { forexSeverities, type ForexFinding } from './cite'

export const resultText: Readonly<Record<Result, Text>> = {
  BLOCKED: { zh: '不可提交', en: 'Do not present' },
  REVIEW: { zh: '待人工判断', en: 'Needs a decision' },
  PARTIAL: { zh: '部分可提交', en: 'Part can be presented' },
  READY: { zh: '可提交', en: 'Ready to present' },
}

export const worst = (all: readonly Result[]): Result =>
  results.find((result) => all.includes(result)) ?? 'READY'

/** Findings that stop a form or a claimed path and leave the receipt alone. */
const beside: ReadonlySet<string> = new Set(['FX-G05', 'FX-G06', 'FX-F07'])

/** The result that findings and amounts lead to. Without amounts a hold is for a person to look at. */
export function resultOf(
  findings: readonly ForexFinding[],
  amounts?: { eligible: string; credited: string },
): Result {
  const grades = new Set(findings.filter(({ rule }) => !beside.has(rule)).map(({ severity }) => severity))
  if (grades.has('block')) return 'BLOCKED'
  if (grades.has('review')) return 'REVIEW'
  if (!amounts) return grades.has('hold') ? 'REVIEW' : 'READY'
  if (cmp(amounts.eligible, amounts.credited) >= 0) return 'READY'
  return cmp(amounts.eligible, '0') > 0 ? 'PARTIAL' : 'REVIEW'
}

/** Each finding once, gravest first, in an order that does not depend on the order of the input. */
export function tidy(findings: readonly ForexFinding[]): ForexFinding[] {
  const once = new Map(
    findings.map((one) => [`${one.rule} ${one.target} ${one.severity} ${one.field} ${one.text.en}`, one]),
  )
  return sortFindings([...once.values()], forexSeverities)
}
