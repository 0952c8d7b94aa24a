import { fillText } from '../model/text'
import type { Break, BreakKind, Note } from './break'
import type { MatchConfig } from './config'
import { breakTexts, noteTexts } from './texts'

/** Collects the breaks and notes of one order with their words and the effect the configuration gives them. */
export class Findings {
  readonly breaks: Break[] = []
  readonly notes: Note[] = []
  readonly config: MatchConfig
  readonly #orderNo: string

  constructor(orderNo: string, config: MatchConfig) {
    this.#orderNo = orderNo
    this.config = config
  }

  /** `field` is `record.field` of the document that disagrees; `ours` and `theirs` as a person would write them. */
  add(kind: BreakKind, field: string, ours: string, theirs: string): void {
    const params = { orderNo: this.#orderNo, ours, theirs }
    const { message, fix } = breakTexts[kind]
    this.breaks.push({
      kind,
      effect: this.config.effects[kind],
      orderNo: this.#orderNo,
      field,
      ours,
      theirs,
      message: fillText(message, params),
      fix,
    })
  }

  note(kind: Note['kind'], params: Record<string, string | number>): void {
    this.notes.push({ kind, message: fillText(noteTexts[kind], params) })
  }
}
