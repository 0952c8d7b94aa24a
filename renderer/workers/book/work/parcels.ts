import { ashore } from '#shared/departure/boarding'
import type { Ashore, Boarding } from '#shared/departure/boarding'
import {
  compareWeight,
  defaultTolerance,
  verdicts,
  weighingCounts,
  WeightTolerance,
} from '#shared/departure/weight-check'
import type { Verdict } from '#shared/departure/weight-check'
import { ExactSum } from '#shared/money/decimal'
import type { BillView, ListRow, ParcelPage, ParcelQuery, ParcelView } from '../../../data/port'
import { normalNumber } from '../../../data/sealing/blind'
import { readSetting, toleranceKey } from '../../../data/settings'
import { command } from '../../../data/write/command'
import { numberSeparator } from '../projection/rows-of'
import type { BookSession } from '../session'
import { pageLimit } from '../views'

const numbersListed = 50
const decidedAtOnce = 500

export const toleranceOf = async ({ book }: BookSession): Promise<WeightTolerance> =>
  (await readSetting(book.context, toleranceKey, WeightTolerance)) ?? defaultTolerance

type Weight = { calculated: string | undefined; known: boolean }

/** Every weighed parcel, each once, against what the goods master and its 清单 say. */
export async function allParcels(session: BookSession): Promise<ParcelView[]> {
  const { projection } = session
  const weighings = projection.parcels.weighings()
  if (weighings.size === 0) return []
  const tolerance = await toleranceOf(session)
  const weights = calculatedWeights(session)
  const lists = listsByParcel(session)
  return [...weighings].map(([number, { id, weighing }]): ParcelView => {
    const { calculated, known } = weights.get(number) ?? { calculated: undefined, known: false }
    const compared = compareWeight(weighing.grossWeight, calculated, tolerance)
    const list = lists.get(number)
    return {
      id,
      logisticsNo: weighing.logisticsNo,
      totalPackageNo: weighing.totalPackageNo ?? '',
      billNo: weighing.billNo ?? '',
      voyageNo: weighing.voyageNo ?? '',
      weighed: weighing.grossWeight,
      calculated: calculated ?? '',
      difference: compared.difference,
      verdict: known || list ? compared.verdict : 'unknown',
      decision: projection.overlay(id, 'weight')?.take ?? '',
      list: list?.id ?? '',
      copNo: list?.copNo ?? '',
      listState: list?.state ?? '',
      declared: list?.grossWeight ?? '',
      departure: projection.parcels.departureOf(weighing.logisticsNo)?.copNo ?? '',
    }
  })
}

/** By waybill number. An order that goes in several parcels says nothing about one of them. */
function calculatedWeights({ projection }: BookSession): Map<string, Weight> {
  const weights = new Map<string, Weight>()
  for (const { id, state, waybillNo } of projection.orders.rows()) {
    if (state === '' || state === 'cancelled') continue
    const numbers = waybillNo.split(numberSeparator).filter(Boolean)
    const own = numbers.length === 1 ? projection.calculatedGross(id) : undefined
    for (const number of numbers.map(normalNumber)) {
      const other = weights.get(number)
      if (!other) weights.set(number, { calculated: own, known: true })
      else if (other.calculated === undefined || own === undefined) other.calculated = undefined
      else other.calculated = sumOf([other.calculated, own])
    }
  }
  return weights
}

function listsByParcel({ projection }: BookSession): Map<string, ListRow> {
  const lists = new Map<string, ListRow>()
  for (const row of projection.lists.rows()) {
    if (row.state !== 'void') lists.set(normalNumber(row.waybillNo), row)
  }
  return lists
}

export const sumOf = (weights: readonly string[]): string => {
  const sum = new ExactSum()
  for (const weight of weights) sum.add(weight)
  return sum.toString()
}

const isOf = (billNo: string | undefined) => (parcel: ParcelView) =>
  billNo === undefined || parcel.billNo === billNo

const undecided = ({ verdict, decision }: ParcelView) => verdict === 'over' && decision === ''

export async function pageParcels(session: BookSession, query: ParcelQuery): Promise<ParcelPage> {
  const all = (await allParcels(session)).filter(isOf(query.billNo))
  const shown = query.verdict ? all.filter(({ verdict }) => verdict === query.verdict) : all
  // What waits for a decision comes first, the largest difference in front.
  const sorted = [...shown].sort((a, b) => Number(undecided(b)) - Number(undecided(a)))
  const count = (verdict: Verdict) => all.filter((one) => one.verdict === verdict).length
  return {
    rows: sorted.slice(query.offset, query.offset + Math.min(query.limit, pageLimit)),
    total: shown.length,
    byVerdict: Object.fromEntries(
      verdicts.map((verdict) => [verdict, count(verdict)]),
    ) as ParcelPage['byVerdict'],
    undecided: all.filter(undecided).length,
    grossWeight: sumOf(all.map(({ weighed }) => weighed)),
    tolerance: await toleranceOf(session),
  }
}

/** Lay the decision over the weighings; they themselves never change. */
export async function decideWeights(
  session: BookSession,
  which: { ids: string[] } | { billNo?: string },
  take: 'weighed' | 'calculated',
  reason: string,
): Promise<number> {
  const { book, who } = session
  const ids =
    'ids' in which
      ? which.ids
      : (await allParcels(session))
          .filter(isOf(which.billNo))
          .filter(undecided)
          .map(({ id }) => id)
  const group = crypto.randomUUID()
  for (let i = 0; i < ids.length; i += decidedAtOnce) {
    const part = ids.slice(i, i + decidedAtOnce)
    await command(
      book.context,
      'weight.decide',
      who,
      reason,
      (draft) =>
        Promise.all(part.map((fact) => draft.put('overlays', { aspect: 'weight', fact, take, reason }))),
      { group },
    )
  }
  return ids.length
}

/** The weight that counts for a parcel: as weighed, unless it differs too much and somebody said otherwise. */
export const weightOf = ({ verdict, decision, weighed, calculated, declared }: ParcelView): string =>
  weighingCounts(verdict, decision) ? weighed : calculated || declared || weighed

export const boardingOf = ({ verdict, decision, listState, departure }: ParcelView): Boarding => ({
  verdict,
  decision,
  list: listState === 'void' ? '' : listState,
  departure,
})

/** Bills and voyages of the sheets, those with parcels to board first. */
export async function billsOf(session: BookSession): Promise<BillView[]> {
  const weighings = session.projection.parcels.weighings()
  const bills = new Map<string, { parcels: ParcelView[]; trafName: string }>()
  for (const parcel of await allParcels(session)) {
    if (parcel.billNo === '') continue
    const key = `${parcel.billNo} ${parcel.voyageNo}`
    const bill = bills.get(key) ?? { parcels: [], trafName: '' }
    bills.set(key, bill)
    bill.parcels.push(parcel)
    bill.trafName ||= weighings.get(normalNumber(parcel.logisticsNo))?.weighing.trafName ?? ''
  }
  return [...bills.values()]
    .map(({ parcels, trafName }) => billView(parcels, trafName))
    .sort((a, b) => b.ready - a.ready)
}

function billView(parcels: readonly ParcelView[], trafName: string): BillView {
  const left = new Map<Ashore, string[]>()
  const ready: ParcelView[] = []
  for (const parcel of parcels) {
    const reason = ashore(boardingOf(parcel))
    if (!reason) ready.push(parcel)
    else left.set(reason, [...(left.get(reason) ?? []), parcel.logisticsNo])
  }
  const [first] = parcels
  return {
    billNo: first!.billNo,
    voyageNo: first!.voyageNo,
    trafName,
    trafMode: '',
    bags: new Set(parcels.map(({ totalPackageNo }) => totalPackageNo).filter(Boolean)).size,
    parcels: parcels.length,
    ready: ready.length,
    grossWeight: sumOf(ready.map(weightOf)),
    ashore: [...left].map(([reason, numbers]) => ({
      reason,
      parcels: numbers.length,
      numbers: numbers.slice(0, numbersListed),
    })),
  }
}
