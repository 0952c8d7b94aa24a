import type { Departure, Parcel } from '#shared/departure/departure'
import { transmitterOf } from '#shared/protocol/transmitters'
import { consolidationDocuments, grossOf } from '#shared/departure/documents'
import type { Agent } from '#shared/departure/documents'
import type { Book } from '../../data/book'
import { DataRefusal } from '../../data/errors/refusal'
import type { DepartureChoice, DepartureQueued } from '../../data/port'
import { getRecord, getRecords } from '../../data/read/records'
import { newGuid } from '../declaration/build'
import { queueParts } from '../declaration/parts-queue'
import { loadSources } from '../declaration/sources'

export type DepartTask = { choice: DepartureChoice; parcels: readonly Parcel[]; why: string }

type Group = { agent: Agent; head: Record<string, string>; parcels: Parcel[] }
const shared = ['customsCode', 'agentCode', 'logisticsCode', 'loctNo'] as const

/** One 总分单 (607) for each customs office, declarant, carrier and site among these parcels, queued together. */
export async function depart(
  book: Book,
  who: string,
  { choice, parcels, why }: DepartTask,
): Promise<DepartureQueued> {
  if (parcels.length === 0) throw new DataRefusal('departure-empty', { billNo: choice.billNo })
  const sources = await loadSources(book)
  const now = book.context.now()
  const groups = await grouped(book, parcels)
  const theirs = groups.find(({ head }) => transmitterOf(sources.settings, 'CEB607', head) !== 'self')
  if (theirs) throw new DataRefusal('departure-theirs', { carrier: theirs.head['logisticsName'] ?? '' })
  const queued = await queueParts(
    book,
    who,
    why,
    sources,
    'departure.declare',
    groups.map((group) => ({
      table: 'departures' as const,
      message: 'CEB607',
      copNo: undefined,
      build: (copNo: string) => departureOf(group, copNo, choice, now),
    })),
  )
  return { ...queued, departures: queued.copNos, parcels: parcels.length }
}

async function grouped({ context }: Book, parcels: readonly Parcel[]): Promise<Group[]> {
  const groups = new Map<string, Group>()
  for (let i = 0; i < parcels.length; i += 200) {
    const part = parcels.slice(i, i + 200)
    const lists = await getRecords(
      context,
      'lists',
      part.map(({ list }) => list),
    )
    const heads = new Map(lists.map(({ id, record }) => [id, record.list.documents.inventory.head]))
    for (const parcel of part) {
      const head = heads.get(parcel.list)
      if (!head) throw new DataRefusal('missing', { table: 'lists', id: parcel.list })
      const key = shared.map((element) => head[element] ?? '').join('|')
      const group = groups.get(key)
      if (group) group.parcels.push(parcel)
      else {
        const agent = { code: head['agentCode'] ?? '', name: head['agentName'] ?? '' }
        groups.set(key, { agent, head, parcels: [parcel] })
      }
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

function departureOf(
  { agent, head, parcels }: Group,
  copNo: string,
  choice: DepartureChoice,
  now: string,
): Departure {
  const { billNo, voyageNo, trafName, trafMode, domesticTrafNo } = choice
  const record = {
    copNo,
    customsCode: head['customsCode'] ?? '',
    ...(head['loctNo'] && { loctNo: head['loctNo'] }),
    trafMode: trafMode || (head['trafMode'] ?? ''),
    trafName,
    voyageNo,
    billNo,
    ...(domesticTrafNo && { domesticTrafNo }),
    logisticsCode: head['logisticsCode'] ?? '',
    logisticsName: head['logisticsName'] ?? '',
    parcels,
  }
  return {
    ...record,
    grossWeight: grossOf(parcels),
    documents: consolidationDocuments({ ...record, agent, appType: '1', guid: newGuid, now }),
    state: 'waiting',
  }
}

/** Send a 总分单 again that was taken back or came back: same number, same parcels. */
export async function resendDeparture(
  book: Book,
  who: string,
  id: string,
  why: string,
): Promise<DepartureQueued> {
  const stored = await getRecord(book.context, 'departures', id)
  if (!stored) throw new DataRefusal('missing', { table: 'departures', id })
  const { record } = stored
  if (record.state !== 'draft' && record.state !== 'refused') {
    throw new DataRefusal('summary-stands', { copNo: record.copNo })
  }
  const sources = await loadSources(book)
  const rejected = record.state === 'refused' && record.answer?.code === '100'
  const { head } = record.documents[0]!
  const queued = await queueParts(book, who, why, sources, 'departure.resend', [
    {
      table: 'departures',
      message: 'CEB607',
      copNo: record.copNo,
      build: () => ({
        ...record,
        documents: consolidationDocuments({
          ...record,
          agent: { code: head['agentCode'] ?? '', name: head['agentName'] ?? '' },
          appType: rejected ? sources.zone.rejectedAppType : '1',
          guid: newGuid,
          now: book.context.now(),
        }),
      }),
    },
  ])
  return { ...queued, departures: queued.copNos, parcels: record.parcels.length }
}
