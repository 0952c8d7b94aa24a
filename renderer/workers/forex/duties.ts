import { creditAges, flowMonths, twelveMonths, type Flow } from '#shared/forex/aggregate'
import { lawAsOf } from '#shared/forex/catalogue/index'
import { checkDuties } from '#shared/forex/duties'
import { computeFigures } from '#shared/forex/figures'
import {
  collections,
  deferredReceipts,
  forexReceipts,
  itemKey,
  statusByItem,
  type Collection,
} from '#shared/forex/link/collection'
import type { BankCredit } from '#shared/model/forex/credit'
import type { TradeCredit } from '#shared/model/forex/input'
import { dutyCalendar } from '#shared/forex/outputs/duty-calendar'
import { checkRefunds } from '#shared/forex/refunds'
import { checkRegistration } from '#shared/forex/registration'
import { checkWarehouse } from '#shared/forex/warehouse'
import type { DeclarationItem } from '#shared/model/rebate/export-line'
import type * as Port from '../../data/port'
import { verdictOf } from './check'
import { calendarOf, creditOf, creditsById, monthRatesOf, ratesOf, subjectOf } from './facts'
import { goodsOut } from './goods-out'
import type { ForexStore } from './store'

/** Receipts of goods, checked or handed in, with what is answered about them. */
async function goodsCredits(store: ForexStore): Promise<BankCredit[]> {
  const byId = await creditsById(store)
  return [...store.held.forexCredits.values()].flatMap(({ record }) => {
    const one = byId.get(record.creditId)
    const nature = record.claim?.nature
    return one && (nature === 'goods' || nature === 'advance') ? [creditOf(one, record, store)] : []
  })
}

/** What receipts say of the items of 报关单; of receipts handed in by the verdict they went with. */
export async function collectionsOf(
  store: ForexStore,
  asOf: string,
): Promise<{ all: Collection[]; credits: BankCredit[] }> {
  const { orderItems } = await store.trade()
  const items = [...(await store.items()).values()].flatMap(({ item }) =>
    item.exportDate === undefined ? [] : [item as DeclarationItem],
  )
  const credits = await goodsCredits(store)
  const receipts = credits.flatMap(({ id }) => verdictOf(store, id) ?? [])
  const contractDays: Record<string, string> = {}
  for (const { declarationNo, contractDay } of store.notes('expected')) {
    if (contractDay !== undefined) contractDays[declarationNo] = contractDay
  }
  const facts = {
    items,
    orderItems,
    assigned: store.notes('assigned'),
    marks: store.notes('mark'),
    contractDays,
  }
  return { all: collections({ receipts }, credits, facts, asOf), credits }
}

export async function collectionView(store: ForexStore, asOf: string): Promise<Port.ForexCollections> {
  const { all, credits } = await collectionsOf(store, asOf)
  return { asOf, collections: all, status: [...statusByItem(all)], receipts: forexReceipts(all, credits) }
}

/** Advances and deferred receipts: those that were stated, and exports that are not paid yet. */
async function tradeCredits(store: ForexStore, asOf: string): Promise<TradeCredit[]> {
  const stated = store.notes('tradeCredit')
  const known = new Set(stated.map(({ id }) => id))
  const expected: Record<string, string> = {}
  for (const { declarationNo, item, expected: day } of store.notes('expected')) {
    if (day !== undefined) expected[itemKey({ declarationNo, item })] = day
  }
  const { all, credits } = await collectionsOf(store, asOf)
  const advances = credits
    .filter(({ id, isAdvance }) => isAdvance === true && !known.has(id))
    .map(({ id, valueDate, amount, currency }): TradeCredit => ({
      id,
      type: 'advanceReceipt',
      receiptDate: valueDate,
      amount,
      currency,
    }))
  return [...stated, ...advances, ...deferredReceipts(all, expected).filter(({ id }) => !known.has(id))]
}

export async function dutiesOf(store: ForexStore, asOf: string): Promise<Port.ForexDuties> {
  const subject = subjectOf(store)
  const common = {
    subject,
    settings: store.rules.settings,
    rates: monthRatesOf(store),
    calendar: calendarOf(store),
  }
  const credits = await goodsCredits(store)
  const report = checkDuties(
    {
      ...common,
      tradeCredits: await tradeCredits(store, asOf),
      bankCredits: credits,
      changes: store.notes('change'),
      advances: store.notes('advance'),
      warehouseExports: store.notes('warehouseExport'),
      archives: store.notes('archive'),
      preRefunds: store.notes('preRefund'),
      offshoreResales: store.notes('offshoreResale'),
      reExports: store.notes('reExport'),
      filedDeclarations: store.notes('filedDeclaration'),
      keptAbroad: store.notes('keptAbroad'),
    },
    asOf,
  )
  const done = new Set([
    ...store.notes('dutyDone').map(({ rule, target }) => `${rule} ${target}`),
    ...credits.flatMap(({ id, declaredOn }) => (declaredOn ? [`FX-G01 ${id}`] : [])),
  ])
  const entries = dutyCalendar(report, undefined, done)
  return {
    asOf,
    lawAsOf,
    entries,
    overdue: entries.filter(({ day }) => day < asOf).length,
    report,
    refunds: checkRefunds({ ...common, refunds: store.notes('refund') }),
    registration: checkRegistration(
      {
        ...common,
        events: credits.map(({ id, valueDate: date, currency, amount }) => ({
          id,
          date,
          direction: 'receipt' as const,
          currency,
          amount,
        })),
      },
      asOf,
    ),
    warehouse: checkWarehouse({ ...common, lots: store.notes('lot'), ledger: store.notes('stock') }, asOf),
  }
}

/** Goods flow, funds flow, open credits by age, indicators. What has no rate of its month is named and not converted. */
export async function aggregateOf(store: ForexStore, asOf: string): Promise<Port.ForexAggregate> {
  const goods = (await goodsOut(store)).map(({ day, currency, amount, ref }): Flow => ({
    kind: 'export',
    day,
    currency,
    amount,
    ref,
  }))
  const money = (await goodsCredits(store)).map(({ id, valueDate: day, currency, amount }): Flow => ({
    kind: 'receipt',
    day,
    currency,
    amount,
    ref: id,
  }))
  const back = store.notes('refund').map(({ id, refundDate: day, currency, amount }): Flow => ({
    kind: 'payment',
    day,
    currency,
    amount,
    ref: id,
  }))
  const months = flowMonths([...goods, ...money, ...back], ratesOf(store))
  const flows = twelveMonths(months, asOf)
  return {
    asOf,
    lawAsOf,
    months,
    figures: computeFigures(
      { ...(store.subject && { subject: subjectOf(store) }), ...(flows && { flows }) },
      asOf,
    ),
    complete: flows !== undefined,
    ages: creditAges(await tradeCredits(store, asOf), asOf),
  }
}
