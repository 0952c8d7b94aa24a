import type { PrintDocument } from '#shared/print/document'
import type { Language } from '#shared/model/text'
import { businessDay } from '#shared/time/shanghai'
import { readCurrency } from '#shared/table/clean/currency'
import type { RebateLine } from '#shared/rebate/book/records'
import { exemptMonth } from '#shared/rebate/exempt/monthly'
import type { ExemptLine, ExemptMonth } from '#shared/rebate/exempt/monthly'
import { exemptSheet } from '#shared/rebate/exempt/print'
import { lessensSales, takenBack } from '#shared/returns/taken-back'
import type { ReturnedList } from '#shared/returns/taken-back'
import { factsOfList, treatmentOfList } from '#shared/rebate/exempt/sales'
import type { SimplifiedList } from '#shared/rebate/exempt/sales'
import { claimKey } from '#shared/rebate/keys'
import type { DeclarationItem } from '#shared/model/rebate/export-line'
import { treatLines } from '#shared/rebate/treatment/treat'
import type { ReturnCase } from '#shared/returns/case'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import type { SealedRecord } from '../../data/records'
import { eachRecord, getRecords } from '../../data/read/records'
import { command } from '../../data/write/command'
import { today } from './facts'
import { cancelledOf, itemFacts } from './item-facts'
import { enterpriseOf } from './store'
import type { RebateStore } from './store'

/** A line of the month with the record its tick 已申报 is kept on. */
type Sale = ExemptLine & { record: { no: string; item: number; importId: string } }
type Left = ExemptMonth['left']

const monthOfPeriod = (period: string): string => `${period.slice(0, 4)}-${period.slice(4)}`
const declaredIn = (store: RebateStore, no: string, item: number) => {
  const period = store.lineOf.get(claimKey(no, item))?.record.exemptIn
  return period === undefined ? {} : { declaredIn: period }
}

/** Items of 报关单 of a month, treated by their own facts. */
function itemSales(store: RebateStore, period: string, rates: NonNullable<RebateStore['library']>): Sale[] {
  const candidates = [...store.items].flatMap(([key, { item, importId, shops }]) => {
    const line = store.lineOf.get(key)?.record
    const exportDate = item.exportDate ?? line?.exportDate
    if (exportDate === undefined || !exportDate.startsWith(monthOfPeriod(period))) return []
    return [{ key, line, importId, shops, item: { ...item, exportDate } as DeclarationItem }]
  })
  const lines = candidates.map(({ key, item, line }) => itemFacts(store, key, item, line))
  const treated = treatLines(
    {
      enterprise: store.enterprise!,
      lines,
      rateLibrary: rates.entries,
      cancelledRefundList: cancelledOf(store),
    },
    today(store),
  )
  return candidates.map(({ key, item, importId, shops }, at) => ({
    source: key,
    period,
    exportDate: item.exportDate,
    amount: item.amount ?? '0',
    currency: item.currency ?? '',
    country: item.destination ?? '',
    shop: shops?.length === 1 ? shops[0]!.shop : '',
    ...(shops && shops.length > 1 && { shares: shops }),
    treatment: treated[at]!,
    ...declaredIn(store, item.no, item.item),
    record: { no: item.no, item: item.item, importId },
  }))
}

/** 清单 of 简化申报: no 报关单 comes of them, so each is a line of its own. */
function listSales(
  store: RebateStore,
  period: string,
  lists: readonly SimplifiedList[],
  rates: NonNullable<RebateStore['library']>,
): Sale[] {
  const lines = lists.map((list) => factsOfList(list, store.enterprise!, store.rules.exempt))
  const treated = treatLines(
    {
      enterprise: store.enterprise!,
      lines,
      rateLibrary: rates.entries,
      cancelledRefundList: cancelledOf(store),
    },
    today(store),
  )
  return lists.map(({ invtNo, closedOn, amount, currency, country, shop }, at) => ({
    source: invtNo,
    period,
    exportDate: closedOn,
    amount,
    currency,
    country,
    shop,
    treatment: treatmentOfList(treated[at]!),
    ...declaredIn(store, invtNo, 1),
    record: { no: invtNo, item: 1, importId: '' },
  }))
}

/** What came back in the month: negative lines at the rate of the day the goods were exported, treated as the 清单 they take back. */
async function returnSales(
  store: RebateStore,
  period: string,
  rates: NonNullable<RebateStore['library']>,
): Promise<{ sales: Sale[]; left: Left }> {
  const { context } = store.book
  const cases: ReturnCase[] = []
  for await (const chunk of eachRecord(context, 'returns')) {
    for (const { record } of chunk) {
      const inMonth = businessDay(record.notedAt).startsWith(monthOfPeriod(period))
      if (inMonth && lessensSales(record)) cases.push(record)
    }
  }
  const lists = await getRecords(context, 'lists', [...new Set(cases.map(({ list }) => list))])
  const listOf = new Map(lists.map((list) => [list.id, returnedList(store, list.record)]))
  const sales: Sale[] = []
  const left: Left = []
  for (const one of cases) {
    const taken = takenBack(one, listOf.get(one.list))
    if (!taken) continue
    const { copNo: source, invtNo } = one
    if ('why' in taken) left.push({ source, why: taken.why })
    else {
      const { declaredIn: _before, ...sale } = listSales(store, period, [taken.list], rates)[0]!
      const record = { no: source, item: 1, importId: '' }
      sales.push({ ...sale, source, corrects: invtNo, ...declaredIn(store, source, 1), record })
    }
  }
  return { sales, left }
}

function returnedList(store: RebateStore, record: SealedRecord<'lists'>): ReturnedList {
  const { copNo, shop, country, currency, documents } = record.list
  return {
    ...{ copNo, shop, country, currency: readCurrency(currency) ?? currency },
    statisticsFlag: documents.inventory.head['statisticsFlag'] ?? '',
    lines: documents.inventory.lines ?? [],
    ...(record.state === 'cleared' && {
      closedOn: businessDay(record.answeredAt ?? store.book.context.now()),
    }),
  }
}

async function monthOf(store: RebateStore, period: string, lists: readonly SimplifiedList[]) {
  const { enterprise, library } = store
  if (!enterprise) throw new DataRefusal('no-claimant')
  if (!library) throw new DataRefusal('no-rates')
  const back = await returnSales(store, period, library)
  const sales = [
    ...itemSales(store, period, library),
    ...listSales(store, period, lists, library),
    ...back.sales,
  ]
  const { kind, choices, firstDayGap } = store.rules.fx
  const fxPolicy =
    choices.findLast(({ from }) => from.slice(0, 7).replace('-', '') <= period)?.policy ?? 'saleDay'
  const rates = store.fx.filter((row) => row.kind === kind)
  const openAsExempt = store.rules.exempt?.openReason !== undefined
  const month = exemptMonth(period, sales, { fxPolicy, rates, firstDayGap }, {}, openAsExempt)
  return {
    ...month,
    left: [...month.left, ...back.left],
    recordOf: new Map(sales.map((sale) => [sale.source, sale])),
  }
}

const listed = 1000

export async function exemptView(
  store: RebateStore,
  period: string,
  lists: readonly SimplifiedList[],
): Promise<Port.ExemptView> {
  const { rows, recordOf: _records, ...month } = await monthOf(store, period, lists)
  return {
    ...month,
    rows: rows.slice(0, listed).map(rowOf),
    rowCount: rows.length,
    policy: store.rules.exempt ?? {},
  }
}

const rowOf = (row: ExemptMonth['rows'][number]): Port.ExemptRow => ({
  source: row.source,
  exportDate: row.exportDate,
  amount: row.amount,
  currency: row.currency,
  cny: row.cny,
  fxRate: row.fxRate,
  fxDate: row.fxDate ?? '',
  country: row.country,
  shop: row.shares ? row.shares.map(({ shop }) => shop).join('、') : row.shop,
  declaredIn: row.declaredIn ?? '',
  corrects: row.corrects ?? '',
  decided: row.decided ?? false,
})

export async function exemptPrint(
  store: RebateStore,
  period: string,
  lists: readonly SimplifiedList[],
  language: Language,
  software: string,
): Promise<PrintDocument> {
  const month = await monthOf(store, period, lists)
  const { name = '', taxNo = '' } = store.enterprise!
  return exemptSheet(
    month,
    {
      book: (await enterpriseOf(store.book))?.book ?? 'practice',
      language,
      enterprise: `${name} ${taxNo}`.trim(),
      openReason: store.rules.exempt?.openReason,
    },
    {
      maker: store.who,
      printer: store.who,
      now: store.book.context.now(),
      software,
      tables: [store.library!.version],
    },
  )
}

/** Records of one commit. */
const partSize = 500

/** Tick 已申报. Refused while a rate is missing: the sum would be wrong. */
export async function declareExempt(
  store: RebateStore,
  period: string,
  lists: readonly SimplifiedList[],
  why: string,
): Promise<number> {
  const { rows, missingRates, recordOf } = await monthOf(store, period, lists)
  const [missing] = missingRates
  if (missing) throw new DataRefusal('no-fx', { day: missing.day, currency: missing.currency })
  const open = rows.filter((row) => row.declaredIn === undefined)
  const group = crypto.randomUUID()
  for (let at = 0; at < open.length; at += partSize) {
    await command(
      store.book.context,
      'rebate.exempt',
      store.who,
      why,
      async (draft) => {
        for (const { source, exportDate } of open.slice(at, at + partSize)) {
          const fresh: RebateLine = {
            ...recordOf.get(source)!.record,
            exportDate,
            batch: '',
            answers: {},
            history: [],
            touchedAt: store.book.context.now(),
          }
          const before = await draft.get('rebateLines', await draft.idOf('rebateLines', fresh))
          await draft.put('rebateLines', { ...(before?.record ?? fresh), exemptIn: period })
        }
      },
      { group },
    )
  }
  return open.length
}
