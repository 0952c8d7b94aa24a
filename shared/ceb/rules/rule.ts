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
export class Place {
  constructor(
    readonly head: string,
    readonly lines: string,
  ) {}

  line(index: number): string {
    return `${this.lines}[${index + 1}]`
  }
}

/** The faults of rules in one document. One object a document: documents come by the hundred thousand. */
export class RuleRun {
  #rule: DocumentRule | undefined

  constructor(
    readonly place: Place,
    readonly sink: { add(fault: Fault): void },
  ) {}

  run(rules: readonly DocumentRule[], { head, lines = [] }: CebDocument, context: CheckContext): void {
    const report: Report = (at, value, params) => this.#report(at, value, params)
    for (const rule of rules) {
      this.#rule = rule
      rule.check(head, lines, report, context)
    }
  }

  #report({ field, line }: Parameters<Report>[0], value: string, params: Params = {}): void {
    const rule = this.#rule
    if (!rule) return
    const parent = line === undefined ? this.place.head : this.place.line(line)
    this.sink.add({
      path: `${parent}/${field}`,
      rule: rule.id,
      severity: rule.severity,
      value,
      message: fillText(rule.message, params),
      fix: fillText(rule.fix, params),
    })
  }
}
