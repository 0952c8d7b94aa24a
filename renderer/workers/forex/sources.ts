import { currencyLetters } from '#shared/codes/currency'
import { CountryFinder } from '#shared/codes/country'
import { loadCodeBook } from '#shared/codes/load'
import { businessDay } from '#shared/time/shanghai'
import { readCurrency } from '#shared/table/clean/currency'
import type {
  BankEntryFact,
  BankFact,
  QuoteFact,
  SafeRateFact,
  SettlementFact,
} from '#shared/forex/files/facts'
import type { NoteFact } from '#shared/model/forex/note-fact'
import { noteFileKinds, type NoteFileKind } from '#shared/model/import-report'
import type { OrderItem } from '#shared/forex/link/collection'
import { supervisionMode } from '#shared/model/forex/common'
import type { CustomsPaper, SaleOrder, SaleWaybill } from '#shared/model/forex/papers'
import type { Order } from '#shared/model/order'
import { mul, sum } from '#shared/money/decimal'
import { entryIdOf, entryLines } from '#shared/model/customs-entry'
import type { Book } from '../../data/book'
import { importOf } from '../../data/facts/fact-id'
import { readFacts } from '../../data/facts/read'
import type { Edition } from '../../data/editions'
import { eachRecord } from '../../data/read/records'
import { publishedRows } from '../../data/reference'
import { knownCalendars } from '../../data/work-calendars'
import type { YearCalendar } from '#shared/time/work-calendar'
import type { Enterprise } from '#shared/model/enterprise'
import { monthRatesOf } from '#shared/reference/read'
import { isPracticeBook } from '../rebate/sources'

export type Kept<F> = { fact: F; importId: string }

/** Facts of the files of this room, each with the import that brought it. */
export type FileFacts = {
  bank: Kept<BankFact>[]
  settlements: Kept<SettlementFact>[]
  rates: Kept<SafeRateFact>[]
  /** The edition of 折算率 that was published, where one was taken. */
  published?: Edition
  /** Holidays by year, and the edition that was taken of them. */
  calendars: YearCalendar[]
  calendarEdition?: Edition
  quotes: Kept<QuoteFact>[]
  /** What files state row by row that is otherwise noted by hand. */
  notes: Kept<NoteFact>[]
}

export async function readFiles(book: Book): Promise<FileFacts> {
  const all = async <K extends 'bank' | 'settlement' | 'safe-rates' | 'bank-quotes' | NoteFileKind>(
    kind: K,
  ) => {
    const kept = []
    for await (const chunk of book.facts(kind)) {
      kept.push(...chunk.map(({ id, record }) => ({ fact: record, importId: importOf(id) })))
    }
    return kept
  }
  // Of a month that a file brought too, what the file says counts: an officer chose it.
  const isPractice = await isPracticeBook(book)
  const published = await publishedRows('safe-rates', isPractice)
  const rates = (published ? monthRatesOf(published.rows) : []).map((rate): Kept<SafeRateFact> => ({
    fact: { ...rate, record: 'safe-rate', kind: 'rate', source: published!.edition.source },
    importId: '',
  }))
  const { calendars, edition: calendarEdition } = await knownCalendars(isPractice)
  return {
    bank: await all('bank'),
    settlements: await all('settlement'),
    rates: [...(published ? rates : []), ...(await all('safe-rates'))],
    ...(published && { published: published.edition }),
    calendars,
    ...(calendarEdition && { calendarEdition }),
    quotes: await all('bank-quotes'),
    notes: (await Promise.all(noteFileKinds.map((kind) => all(kind)))).flat(),
  }
}

export const entriesOf = (bank: readonly Kept<BankFact>[]): Kept<BankEntryFact>[] =>
  bank.filter((one): one is Kept<BankEntryFact> => one.fact.record === 'bank-entry')

/** What an order was paid with, as a payment file tells it. */
export type TradePayment = {
  id: string
  orderNo: string
  amount: string
  currency: string
  day: string
  shop: string
}

/** A customs paper with what the month end wants of it: shop, day of the export ('' while it is not out), and its FOB by currency. */
export type TradePaper = CustomsPaper & { shop: string; day: string; fob: Record<string, string> }

/** Orders, payments, waybills and customs papers of the book, by the numbers they go by. */
export type Trade = {
  orders: ReadonlyMap<string, SaleOrder & { shop: string }>
  payments: readonly TradePayment[]
  waybills: ReadonlyMap<string, readonly SaleWaybill[]>
  papers: readonly TradePaper[]
  /** Which orders each item of a 报关单 declares, where that is known. */
  orderItems: readonly OrderItem[]
}

/** What codes and names of files mean. */
export type Codes = { letters(currency: string): string; country3(text: string): string | undefined }

export async function readCodes(): Promise<Codes> {
  const codes = await loadCodeBook({}, ['currency', 'country', 'country-iso'])
  const finder = new CountryFinder(codes)
  return {
    letters: (currency) => currencyLetters(codes, currency) ?? readCurrency(currency) ?? currency,
    country3: (text) => {
      const found = finder.find(text)
      const letters =
        found.kind === 'coded' ? found.row.iso : found.kind === 'uncoded' ? found.iso3 : undefined
      return letters !== undefined && /^[A-Z]{3}$/.test(letters) ? letters : undefined
    },
  }
}

const seller = (enterprise: Enterprise | undefined): SaleOrder['seller'] => ({
  name: enterprise?.name ?? '',
  country: 'CHN',
  ...(enterprise && { uscc: enterprise.uscc }),
})

/** An order as the check takes it; undefined where its file tells no amount or currency. */
function saleOf(order: Order, own: SaleOrder['seller'], { country3 }: Codes): SaleOrder | undefined {
  const goods = order.lines.filter((line) => line.class === 'goods')
  const amount = order.total ?? sum(goods.map((line) => line.amount ?? mul(line.quantity, line.price)))
  if (order.currency === undefined || order.kind !== 'order' || order.direction === 'import') return undefined
  const country = country3(order.country ?? '')
  return {
    id: order.orderNo,
    currency: order.currency,
    amount,
    orderedOn: order.businessDay ?? null,
    buyer: { name: order.buyerName ?? order.consignee ?? order.buyerId ?? '', ...(country && { country }) },
    seller: own,
    goods: [...new Set(goods.map(({ name, sku }) => name || sku))].slice(0, 5).join('、'),
    quantity: sum(goods.map(({ quantity }) => quantity)),
    consignee: order.consignee ?? '',
  }
}

/** Everything of the book that a receipt may rest on. */
export async function readTrade(
  book: Book,
  enterprise: Enterprise | undefined,
  codes: Codes,
): Promise<Trade> {
  const { context } = book
  const own = seller(enterprise)
  const orders = new Map<string, SaleOrder & { shop: string }>()
  const waybills = new Map<string, SaleWaybill[]>()
  const put = (waybill: SaleWaybill) => {
    const known = waybills.get(waybill.orderId)
    if (!known) waybills.set(waybill.orderId, [waybill])
    else if (!known.some(({ no }) => no === waybill.no)) known.push(waybill)
  }
  const orderOfWaybill = new Map<string, string>()
  for await (const chunk of book.facts('orders')) {
    for (const { record } of chunk) {
      const sale = saleOf(record, own, codes)
      if (sale) orders.set(sale.id, { ...sale, shop: record.shop })
      if (record.logisticsNo) orderOfWaybill.set(record.logisticsNo, record.orderNo)
    }
  }
  for await (const chunk of book.facts('waybills')) {
    for (const { record } of chunk) {
      const orderId = record.orderNo ?? orderOfWaybill.get(record.logisticsNo)
      if (orderId === undefined) continue
      const shippedOn = record.businessDay ?? null
      put({
        no: record.logisticsNo,
        orderId,
        shippedOn,
        ...(record.consignee && { consignee: record.consignee }),
      })
    }
  }
  const payments: TradePayment[] = []
  for await (const chunk of book.facts('payments')) {
    for (const { record } of chunk) {
      const { kind, paymentNo, orderNo, amount, currency, businessDay = '', shop } = record
      if (kind !== 'payment' || orderNo === undefined || currency === undefined) continue
      payments.push({ id: paymentNo, orderNo, amount, currency, day: businessDay, shop })
    }
  }
  const listed = await papersOfLists(book, codes, enterprise)
  const entered = await papersOfEntries(book, codes)
  const papers = [...listed.papers, ...entered.papers]
  for (const { orderIds = [], supervisionMode: mode } of papers) {
    for (const id of orderIds) {
      const order = orders.get(id)
      if (order) orders.set(id, { ...order, supervisionMode: mode })
    }
  }
  const orderItems = [...(await itemsOfSummaries(context, listed.byNumber)), ...entered.orderItems]
  return { orders, payments, waybills, papers, orderItems }
}

type Listed = { orderIds: string[]; lines: readonly Readonly<Record<string, string>>[] }

/** 清单 that customs knows: each serves the receipts of its orders. */
async function papersOfLists(book: Book, codes: Codes, enterprise: Enterprise | undefined) {
  const papers: TradePaper[] = []
  const byNumber = new Map<string, Listed>()
  for await (const chunk of eachRecord(book.context, 'lists')) {
    for (const { record } of chunk) {
      const { list, state, answeredAt } = record
      if (state === 'void' || list.invtNo === undefined || list.retail !== undefined) continue
      const mode = supervisionMode.safeParse(list.tradeMode)
      if (!mode.success) continue
      const orderIds = list.originalOrderNos
      const out = state === 'released' || state === 'cleared'
      byNumber.set(list.invtNo, { orderIds, lines: list.documents.inventory.lines ?? [] })
      papers.push({
        no: list.invtNo,
        type: 'list',
        supervisionMode: mode.data,
        exporterName: list.documents.inventory.head['ebcName'] ?? '',
        ...(enterprise && { exporterUscc: enterprise.uscc }),
        currency: codes.letters(list.currency),
        amount: list.amount,
        orderIds,
        shop: list.shop,
        day: out && answeredAt !== undefined ? businessDay(answeredAt) : '',
        fob: { [codes.letters(list.currency)]: list.amount },
      })
    }
  }
  return { papers, byNumber }
}

/** 报关单 noted in the book. Goods for a warehouse abroad are counted in units and have no amount to lend. */
async function papersOfEntries(book: Book, codes: Codes) {
  const papers: TradePaper[] = []
  const orderItems: OrderItem[] = []
  for await (const chunk of eachRecord(book.context, 'exportEntries')) {
    for (const { record } of chunk) {
      const { entryId, tradeMode, items, orders, ownerCode = '', ownerName = '' } = record
      if (entryId === undefined) continue
      const numbers = (await readFacts(book.context, 'orders', orders)).map((order) => order.record)
      const currencies = [...new Set(items.map((item) => codes.letters(item.currency)))]
      const [currency] = currencies
      const counted = tradeMode === '9810' || currencies.length !== 1
      const shops = [...new Set(numbers.map(({ shop }) => shop))]
      papers.push({
        no: entryId,
        type: 'declaration',
        supervisionMode: tradeMode,
        exporterName: ownerName,
        ...(ownerCode.length === 18 && { exporterUscc: ownerCode }),
        ...(currency !== undefined && { currency }),
        ...(!counted && { amount: sum(items.map(({ total }) => total)) }),
        ...(record.exportDate !== undefined && { exportedOn: record.exportDate }),
        orderIds: numbers.map(({ orderNo }) => orderNo),
        shop: shops.length === 1 ? shops[0]! : '',
        day: record.exportDate ?? '',
        fob: Object.fromEntries(
          currencies.map((one) => [
            one,
            sum(items.filter((item) => codes.letters(item.currency) === one).map(({ total }) => total)),
          ]),
        ),
      })
      const [order] = numbers
      // Which of several orders an item declares is not known; a person assigns what was received.
      if (order && numbers.length === 1) {
        for (const { gno, total } of items) {
          orderItems.push({ declarationNo: entryId, item: gno, orderId: order.orderNo, amount: total })
        }
      }
    }
  }
  return { papers, orderItems }
}

/** Lines of 清单 in the items of the 报关单 that came of them. */
async function itemsOfSummaries(
  context: Book['context'],
  lists: ReadonlyMap<string, Listed>,
): Promise<OrderItem[]> {
  const items: OrderItem[] = []
  for await (const chunk of eachRecord(context, 'customsEntries')) {
    for (const { record } of chunk) {
      const declarationNo = entryIdOf(record)
      if (declarationNo === '') continue
      for (const { invtNo, gnum, gseqno } of entryLines(record)) {
        const list = lists.get(invtNo)
        const line = list?.lines.find((one) => one['gnum'] === gnum)
        const [orderId] = list?.orderIds ?? []
        if (!line || orderId === undefined || list?.orderIds.length !== 1) continue
        items.push({ declarationNo, item: Number(gseqno), orderId, amount: line['totalPrice'] ?? '0' })
      }
    }
  }
  return items
}
