import type { Reason } from '#shared/protocol/engine/records'
import type { LeftOut, SealedRecord, Stored } from '../../data/port'

/** What an act left alone; all are counted, the first are listed with their reason. */
export type LeftOuts = { leftOutCount: number; leftOut: LeftOut[] }

const listed = 200

export function leaveOut(
  acted: LeftOuts,
  { id, record }: Stored<SealedRecord<'lists'>>,
  reason: Reason,
): void {
  acted.leftOutCount += 1
  if (acted.leftOut.length < listed) acted.leftOut.push({ list: id, copNo: record.list.copNo, reason })
}
