import { fillText, type Text } from '../../model/text'
import type { Fault } from '../fault'
import type { Field, MessageTable } from '../table'
import { fieldRule, type FieldRuleId } from './field-texts'

type Params = Readonly<Record<string, string | number>>

/** Collects the faults of one document. In a receipt, which others wrote, only what the schema rejects refuses. */
export class FaultSink {
  readonly faults: Fault[] = []
  readonly #lenient: boolean

  constructor(table: MessageTable) {
    this.#lenient = table.origin === 'authority'
  }

  /** A fault of one field of the element at `parent` by a field rule; its label and meaning are filled in. */
  field(id: FieldRuleId, parent: string, field: Field, value: string, params: Params = {}): void {
    const path = `${parent}/${field.name}`
    const rule = fieldRule(id)
    const { label, meaning } = field
    const fill = (text: Text): Text => ({
      zh: fillText(text, { label: label.zh, meaning: meaning.zh, ...params }).zh,
      en: fillText(text, { label: label.en, meaning: meaning.en, ...params }).en,
    })
    const severity = this.#lenient && !rule.schema ? 'warn' : rule.severity
    this.faults.push({ path, rule: id, severity, value, message: fill(rule.message), fix: fill(rule.fix) })
  }

  add(fault: Fault): void {
    this.faults.push(fault)
  }
}
