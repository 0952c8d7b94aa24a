import type { Fault } from '../ceb/fault'
import type { Text } from '../model/text'

export type SourceRecord = 'order' | 'goods' | 'template' | 'waybill' | 'payment' | 'enterprise' | 'zone'

/** Where the officer mends a fault: the record, which one of it (order number, SKU, template name …), and its field. */
export type FaultSource = { record: SourceRecord; key: string; field: string }

/** Why a 清单 was not built. `document` names the message (`CEB603`), '' when it failed before there was one. */
export type BuildFault = Fault & { document: string; source: FaultSource }

type Words = { rule: string; message: Text; fix: Text }

/** A fault found before any document was made. */
export function sourceFault(words: Words, source: FaultSource, value: string): BuildFault {
  return {
    ...words,
    document: '',
    path: `${source.record}[${source.key}]/${source.field}`,
    severity: 'refuse',
    value,
    source,
  }
}
