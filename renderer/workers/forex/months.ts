import type { ForexMonth } from '#shared/forex/book/records'
import {
  corrected,
  correctionRefusal,
  monthBridge,
  type Correction,
  type MonthBridge,
  type MonthFigures,
} from '#shared/forex/ledger/month-bridge'
import {
  figureNames,
  monthFigures,
  plainFigures,
  type FigureName,
  type SideEntry,
  type TracedFigures,
} from '#shared/forex/ledger/month-figures'
import {
  closedMonths,
  closeRefusal,
  laterCorrections,
  lockState,
  type MonthClose,
} from '#shared/forex/ledger/month-lock'
import { claimKey } from '#shared/rebate/keys'
import { cmp, isDecimal, isZero } from '#shared/money/decimal'
import type { Text } from '#shared/model/text'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import { refuseClosed } from './credits'
import { creditsById, levelsOf, today } from './facts'
import { goodsOut, shopsByItem } from './goods-out'
import type { ForexStore } from './store'

/** What stands beside the money: goods declared, claimed for refund or as exempt, sales of the VAT return, receipts. */
async function sidesOf(store: ForexStore): Promise<SideEntry[]> {
  const { papers } = await store.trade()
  const items = await store.items()
  const byId = await creditsById(store)
  const shopsOf = await shopsByItem(store)
  const sides: SideEntry[] = (await goodsOut(store)).map(({ day, ...one }) => ({
    figure: 'fob',
    month: day.slice(0, 7),
    ...one,
  }))
  const shopOfPaper = new Map(papers.map(({ no, shop }) => [no, shop]))
  for (const { record } of store.held.rebateLines.values()) {
    const key = claimKey(record.no, record.item)
    const { amount, currency } = items.get(key)?.item ?? {}
    if (amount === undefined || currency === undefined) continue
    const [only = '', ...more] = shopsOf.get(key) ?? [shopOfPaper.get(record.no) ?? '']
    const of = { shop: more.length === 0 ? only : '', currency, amount, ref: key }
    const last = record.history.findLast(({ event }) => event === 'declare' || event === 'withdraw')
    if (last?.event === 'declare') sides.push({ figure: 'rebateDeclared', month: last.on.slice(0, 7), ...of })
    const { exemptIn } = record
    if (exemptIn) {
      sides.push({ figure: 'exemptDeclared', month: `${exemptIn.slice(0, 4)}-${exemptIn.slice(4)}`, ...of })
    }
  }
  for (const { record } of store.held.forexMonths.values()) {
    const { month, shop, currency, vatSales } = record
    if (vatSales !== undefined)
      sides.push({ figure: 'vatSales', month, shop, currency, amount: vatSales, ref: '' })
  }
  for (const { record } of store.held.forexCredits.values()) {
    const credit = byId.get(record.creditId)?.credit
    const { nature, shop = '' } = record.claim ?? {}
    if (!credit || (nature !== 'goods' && nature !== 'advance')) continue
    const { id, currency, amount, valueDate } = credit
    sides.push({ figure: 'received', month: valueDate.slice(0, 7), shop, currency, amount, ref: id })
  }
  return sides
}

type Sheet = {
  figures: MonthFigures
  traced: TracedFigures | undefined
  record: ForexMonth | undefined
  rev: number
  carriedIn: { step: Port.ToldDifference['step']; amount: string }[]
  bridge: MonthBridge
}
type At = { month: string; shop: string; currency: string }
const keyOf = ({ month, shop, currency }: At): string => JSON.stringify([month, shop, currency])

const nothing = (at: At): MonthFigures => ({
  ...at,
  ...(Object.fromEntries(figureNames.map((name) => [name, '0'])) as Record<FigureName, string>),
})

const correctionsOf = (record: ForexMonth | undefined): Correction[] =>
  (record?.corrections ?? []).map((one) => ({
    ...one,
    month: record!.month,
    shop: record!.shop,
    currency: record!.currency,
  }))

/** Every month, shop and currency with figures or words, in order; each takes in what the one before it carried on. */
async function sheetsOf(store: ForexStore): Promise<ReadonlyMap<string, Sheet>> {
  const [levels, sides] = [await levelsOf(store), await sidesOf(store)]
  return store.made('months', () => {
    const traced = new Map(monthFigures(levels, sides).map((one) => [keyOf(one), one]))
    const stored = new Map([...store.held.forexMonths.values()].map((one) => [keyOf(one.record), one]))
    const places = new Map<string, At>()
    for (const { month, shop, currency } of [
      ...traced.values(),
      ...[...stored.values()].map(({ record }) => record),
    ]) {
      places.set(keyOf({ month, shop, currency }), { month, shop, currency })
    }
    const carried = new Map<string, Sheet['carriedIn']>()
    const sheets = new Map<string, Sheet>()
    for (const at of [...places.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      const key = keyOf(at)
      const book = JSON.stringify([at.shop, at.currency])
      const record = stored.get(key)?.record
      const found = traced.get(key)
      const now = corrected(found ? plainFigures(found) : nothing(at), correctionsOf(record))
      const { closed } = record ?? {}
      const figures = closed ? { ...nothing(at), ...closed.figures } : now
      const carriedIn = closed ? closed.carriedIn : (carried.get(book) ?? [])
      const bridge = monthBridge(figures, toldOf(record), carriedIn)
      carried.set(book, bridge.carried)
      sheets.set(key, {
        figures: now,
        traced: found,
        record,
        rev: stored.get(key)?.rev ?? 0,
        carriedIn,
        bridge,
      })
    }
    return sheets
  })
}

const toldOf = (record: ForexMonth | undefined) =>
  (record?.told ?? []).map(({ refs, note, ...told }) => ({
    ...told,
    ...(refs && { refs }),
    ...(note !== undefined && { note }),
  }))

const closesOf = (store: ForexStore): MonthClose[] =>
  [...store.held.forexMonths.values()].flatMap(({ record: { month, shop, currency, closed } }) =>
    closed ? [{ month, shop, currency, by: closed.by, at: closed.at }] : [],
  )

const rowOf = (store: ForexStore, { bridge }: Sheet): Port.ForexMonthRow => ({
  month: bridge.month,
  shop: bridge.shop,
  currency: bridge.currency,
  state: lockState(bridge, closesOf(store)),
  open: bridge.steps.filter(({ open }) => !isZero(open)).length,
})

/** Newest month first. */
export async function monthRows(store: ForexStore): Promise<Port.ForexMonthRow[]> {
  const sheets = await sheetsOf(store)
  return [...sheets.values()]
    .map((sheet) => rowOf(store, sheet))
    .sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0))
}

async function sheetAt(store: ForexStore, at: At): Promise<Sheet> {
  const found = (await sheetsOf(store)).get(keyOf(at))
  if (!found)
    throw new DataRefusal('missing', { table: 'forexMonths', id: `${at.month} ${at.shop} ${at.currency}` })
  return found
}

export async function monthView(store: ForexStore, at: At): Promise<Port.ForexMonthView> {
  const sheets = await sheetsOf(store)
  const sheet = await sheetAt(store, at)
  const { bridge, traced, record, rev, carriedIn, figures } = sheet
  const all = [...store.held.forexMonths.values()].flatMap((one) => said(one.record))
  const refusal = closeRefusal(bridge, closesOf(store), monthsOf(sheets, at), today(store))
  const { closed } = record ?? {}
  return {
    ...rowOf(store, sheet),
    rev,
    bridge,
    figures: Object.fromEntries(
      figureNames.map((name) => [name, traced?.[name] ?? { amount: '0', refs: [] }]),
    ) as Port.ForexMonthView['figures'],
    carriedIn,
    ...(record?.vatSales !== undefined && { vatSales: record.vatSales }),
    corrections: said(record),
    later: all
      .filter((one) => laterCorrections(bridge, [one]).length > 0)
      .map(({ shop: _shop, currency: _currency, ...one }) => one),
    ...(closed && { closed: { by: closed.by, at: closed.at } }),
    ...(!closed && refusal && { refusal }),
    drift: closed
      ? figureNames.flatMap((figure) => {
          const [before, now] = [closed.figures[figure] ?? '0', figures[figure]]
          return cmp(before, now) === 0 ? [] : [{ figure, closed: before, now }]
        })
      : [],
  }
}

const said = (record: ForexMonth | undefined) =>
  (record?.corrections ?? []).map((one) => ({
    ...one,
    month: record!.month,
    shop: record!.shop,
    currency: record!.currency,
  }))

const monthsOf = (sheets: ReadonlyMap<string, Sheet>, { shop, currency }: At): string[] =>
  [...sheets.values()].flatMap(({ bridge }) =>
    bridge.shop === shop && bridge.currency === currency ? [bridge.month] : [],
  )

/** Change what was said of a month, as it is in the database at the moment of writing; never of a closed one. */
async function changeMonth(
  store: ForexStore,
  name: string,
  at: At,
  why: string,
  change: (month: ForexMonth) => ForexMonth,
): Promise<void> {
  refuseClosed(store, at.month, at.shop, at.currency)
  await command(store.book.context, name, store.who, why, async (draft) => {
    const fresh: ForexMonth = { ...at, told: [], corrections: [] }
    const before = await draft.get('forexMonths', await draft.idOf('forexMonths', fresh))
    if (before?.record.closed) throw new DataRefusal('month-closed', at)
    return [await draft.put('forexMonths', change(before?.record ?? fresh))]
  })
}

export const tellDifferences = (store: ForexStore, at: At, told: Port.ToldDifference[], why: string) =>
  changeMonth(store, 'forex.tell', at, why, (month) => ({ ...month, told }))

export function typeVatSales(store: ForexStore, at: At, amount: string, why: string): Promise<void> {
  if (amount !== '' && !isDecimal(amount)) {
    throw new DataRefusal('invalid', { table: 'forexMonths', field: 'vatSales', detail: amount })
  }
  return changeMonth(store, 'forex.vat', at, why, ({ vatSales: _before, ...month }) => ({
    ...month,
    ...(amount !== '' && { vatSales: amount }),
  }))
}

/** Why and what to do, in both languages, for a refusal. */
const sentences = (why: Text, fix: Text) => ({ zh: `${why.zh}。${fix.zh}`, en: `${why.en}. ${fix.en}` })

export async function correctMonth(
  store: ForexStore,
  at: At,
  correction: { about: string; figure: FigureName; amount: string; reason: string },
): Promise<void> {
  const refusal = correctionRefusal({ ...at, ...correction }, closedMonths(closesOf(store), at))
  if (refusal) {
    const { text, fix } = refusal
    throw new DataRefusal('correction', sentences(text, fix))
  }
  const made = { ...correction, by: store.who, at: store.book.context.now() }
  await changeMonth(store, 'forex.correct', at, correction.reason, (month) => ({
    ...month,
    corrections: [...month.corrections, made],
  }))
}

/** 锁账: the figures stay as they stand now, whatever is imported later. */
export async function closeMonth(store: ForexStore, at: At, why: string): Promise<void> {
  const sheets = await sheetsOf(store)
  const { bridge, figures, carriedIn } = await sheetAt(store, at)
  const refusal = closeRefusal(bridge, closesOf(store), monthsOf(sheets, at), today(store))
  if (refusal) {
    const { text, fix } = refusal
    throw new DataRefusal('month-open', { month: at.month, ...sentences(text, fix) })
  }
  const closed = {
    by: store.who,
    at: store.book.context.now(),
    figures: Object.fromEntries(figureNames.map((name) => [name, figures[name]])) as Record<
      FigureName,
      string
    >,
    carriedIn,
  }
  await changeMonth(store, 'forex.close', at, why, (month) => ({ ...month, closed }))
}
