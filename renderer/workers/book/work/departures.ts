import { ashore } from '#shared/departure/boarding'
import type { Parcel } from '#shared/departure/departure'
import { DataRefusal } from '../../../data/errors/refusal'
import type { DepartureChoice, DepartureView, SealedRecord, Stored } from '../../../data/port'
import { allRecords } from '../../../data/read/records'
import { command } from '../../../data/write/command'
import type { BookSession } from '../session'
import { allParcels, boardingOf, weightOf } from './parcels'

/** Parcels of a bill and voyage that may board, in the order of their bags. */
export async function boarding(
  session: BookSession,
  { billNo, voyageNo }: DepartureChoice,
): Promise<Parcel[]> {
  const parcels = await allParcels(session)
  return parcels
    .filter((one) => one.billNo === billNo && (one.voyageNo === voyageNo || one.voyageNo === ''))
    .filter((one) => ashore(boardingOf(one)) === undefined)
    .map((one) => ({
      logisticsNo: one.logisticsNo,
      totalPackageNo: one.totalPackageNo,
      grossWeight: weightOf(one),
      list: one.list,
    }))
    .sort((a, b) =>
      `${a.totalPackageNo} ${a.logisticsNo}` < `${b.totalPackageNo} ${b.logisticsNo}` ? -1 : 1,
    )
}

/** Every 总分单, newest first. */
export async function departureViews({ book }: BookSession): Promise<DepartureView[]> {
  const all = await allRecords(book.context, 'departures')
  return all.map(viewOf).sort((a, b) => (a.copNo < b.copNo ? 1 : -1))
}

function viewOf({ id, rev, record }: Stored<SealedRecord<'departures'>>): DepartureView {
  const { parcels, documents, ...rest } = record
  const bags = new Set(parcels.map(({ totalPackageNo }) => totalPackageNo).filter(Boolean)).size
  return { ...rest, id, rev, parcels: parcels.length, bags, parts: documents.length }
}

/** What others reported, ticked by hand: who, when, and what it was seen from. */
export async function tick(
  { book, who }: BookSession,
  id: string,
  what: 'arrived' | 'left',
  note: string,
): Promise<void> {
  const { context } = book
  await command(context, `departure.${what}`, who, note, async (draft) => {
    const found = await draft.get('departures', id)
    if (!found) throw new DataRefusal('missing', { table: 'departures', id })
    const ticked = { how: 'ticked' as const, who, at: context.now(), ...(note && { note }) }
    await draft.put('departures', { ...found.record, [what]: ticked }, id)
  })
}
