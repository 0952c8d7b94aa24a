import { entryIdOf } from '#shared/model/customs-entry'
import type { Projection } from './projection'
import type { OwnNumber } from './search'

/** Numbers of what is in no list: 汇总申请 and its results, 报关单, bills and bags of 总分单, 退货. */
export function* ownNumbers(projection: Projection): Generator<OwnNumber> {
  const { summary, parcels, after } = projection
  for (const { id, copNo, preNo, state } of summary.applications()) {
    for (const number of [copNo, preNo])
      if (number) yield { kind: 'summary', room: 'summary', id, number, caption: copNo, state }
  }
  for (const { id, record } of summary.entries()) {
    const entryId = entryIdOf(record)
    const caption = entryId || record.declSeqNo
    for (const number of [record.sumNo, record.declSeqNo])
      if (number) yield { kind: 'summary', room: 'summary', id, number, caption, state: '' }
    if (entryId) yield { kind: 'entry', room: 'summary', id, number: entryId, caption, state: '' }
  }
  for (const [id, { number }] of projection.exportEntries()) {
    if (number) yield { kind: 'entry', room: 'entries', id, number, caption: number, state: '' }
  }
  for (const { id, copNo, state, departure } of parcels.departures()) {
    yield { kind: 'copNo', room: 'departure', id, number: copNo, caption: copNo, state }
    yield { kind: 'bill', room: 'departure', id, number: departure.billNo, caption: copNo, state }
    for (const bag of new Set(departure.parcels.map(({ totalPackageNo }) => totalPackageNo)))
      if (bag) yield { kind: 'bag', room: 'departure', id, number: bag, caption: copNo, state }
  }
  for (const [id, { copNo, orderNo, state }] of after.returns.all())
    yield { kind: 'return', room: 'returns', id, number: copNo, caption: orderNo, state }
}
