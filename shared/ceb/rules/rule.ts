import type { CebDocument } from '../../model/list'
import { fillText, type Text } from '../../model/text'
import type { Fault, Severity } from '../fault'
import type { MessageType, Values } from '../message'
import type { CheckContext } from './context'

export type Params = Readonly<Record<string, string | number>>

/** Reports a fault at a field of the head, or of the line with that index (from 0). */
export type Report = (at: { field: string; line?: number }, value: string, params?: Params) => void

/** A check over several fields of one document. Field checks ran before; a rule skips values that are no numbers. */
export type DocumentRule = {
  id: string
  on: readonly MessageType[]
  severity: Severity
  /** Where the rule stands, and how sure that is. */
  source: string
  message: Text
  fix: Text
  check(head: Values, lines: readonly Values[], report: Report, context: CheckContext): void
}

/** Paths of the fields of one document. */
export type Place = { head: string; line: (index: number) => string }

/** The faults one rule finds in one document. */
export function runRule(
  rule: DocumentRule,
  document: CebDocument,
  place: Place,
  context: CheckContext,
  add: (fault: Fault) => void,
): void {
  const report: Report = ({ field, line }, value, params = {}) => {
    const parent = line === undefined ? place.head : place.line(line)
    add({
      path: `${parent}/${field}`,
      rule: rule.id,
      severity: rule.severity,
      value,
      message: fillText(rule.message, params),
      fix: fillText(rule.fix, params),
    })
  }
  rule.check(document.head, document.lines ?? [], report, context)
}
