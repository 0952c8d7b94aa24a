import type { Text } from '../../model/text'
import type { Finding } from '../../rules/rule'
import type { LinkAmounts } from '../precheck'
import type { LineTreatment } from '../treatment/treat'

/** A line as a run judged it. `refund` in CNY; absent where none is computed, and for a manufacturer, whose refund is of a period. */
export type RunLine = Pick<LineTreatment, 'treatment' | 'refundAllowed' | 'note'> & {
  key: string
  decidedBy?: string
  rebateRate?: string
  refund?: string
}
export type FoundNow = Finding & { id: string }

/** What a run keeps: enough to show, page and compare it without the facts. */
export type RunResult = {
  lines: RunLine[]
  links: LinkAmounts[]
  findings: FoundNow[]
  /** Totals by figure, to compare runs. */
  totals: { figure: string; label: Text; value: string }[]
  refund: string
}
