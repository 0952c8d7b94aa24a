import { createHash } from 'node:crypto'
import { CountryFinder } from '#shared/codes/country'
import { loadCodeBook } from '#shared/codes/load'
import { encodeMessage } from '#shared/ceb/encode'
import { declareOne } from '#shared/declaration/declare-one'
import { goods, declareInput, sourced } from '#shared/declaration/fixture.test-data'
import type { Sourced } from '#shared/declaration/sourced'
import { importFile } from '#shared/import/import'
import { recordKey } from '#shared/import/key'
import type { OrderMatch } from '#shared/matching/break'
import { defaultMatchConfig } from '#shared/matching/config'
import { orderFacts, paymentFacts, waybillFacts } from '#shared/matching/facts'
import { matchAll } from '#shared/matching/match-all'
import { MatchIndex } from '#shared/matching/match-index'
import type { Goods } from '#shared/model/goods'
import type { CebDocument } from '#shared/model/list'
import type { Order } from '#shared/model/order'
import type { Payment } from '#shared/model/payment'
import type { Waybill } from '#shared/model/waybill'
import { generate } from '../generator/generate'
import { hashJoin, naiveRows } from './bare'
import { timed, type Step } from './step'

const perMessage = 100
const seed = 11

/** Import, 对碰, building and encoding of 清单, each beside its bare work, on invoice lines as UTF-8 bytes. */
export async function benchDomain(file: Uint8Array): Promise<Step[]> {
  const steps: Step[] = []
  const note = (step: Step) => void steps.push(step)
  const orders = await benchImport(file, note)
  const documents = [...generate(orders, seed).documents()]
  const payments = documents.flatMap((one) => one.payments)
  const waybills = documents.flatMap((one) => one.waybills)
  const matches = await benchMatch(orders, payments, waybills, note)
  await benchEncode({ orders, payments, waybills, matches }, note)
  return steps
}

type Note = (step: Step) => void

async function benchImport(file: Uint8Array, note: Note): Promise<Order[]> {
  const orders: Order[] = []
  const { ms, result } = await timed(() =>
    importFile({
      bytes: {
        size: file.length,
        async *open() {
          for (let at = 0; at < file.length; at += 1 << 16) yield file.subarray(at, at + (1 << 16))
        },
      },
      fileName: 'lines.csv',
      kind: 'orders',
      profile: 'auto',
      options: { currency: 'GBP', timezone: 'Europe/London', platform: 'own', shop: 'one' },
      decoder: (encoding) => new TextDecoder(encoding),
      digest: (text) => createHash('sha256').update(text).digest('base64url'),
      sink: {
        records: (items) => void orders.push(...items.map(({ record }) => record as Order)),
        refused: () => {},
        warnings: () => {},
      },
    }),
  )
  if (!result.ok) throw new Error(JSON.stringify(result))
  const bare = await timed(() => naiveRows(new TextDecoder().decode(file)).length)
  note({
    step: 'import',
    count: result.report.rowsAccepted,
    unit: 'lines',
    ms,
    bare: 'decode, split by line and comma',
    bareMs: bare.ms,
  })
  return orders
}

async function benchMatch(
  orders: readonly Order[],
  payments: readonly Payment[],
  waybills: readonly Waybill[],
  note: Note,
): Promise<OrderMatch[]> {
  const { ms, result: matches } = await timed(() => {
    const index = new MatchIndex()
    for (const order of orders) index.addOrder(orderFacts(recordKey(order), order))
    payments.forEach((payment, at) => index.addPayment(paymentFacts(`p${at}`, payment)))
    waybills.forEach((waybill, at) => index.addWaybill(waybillFacts(`w${at}`, waybill)))
    return [...matchAll(index, defaultMatchConfig)]
  })
  const bare = await timed(() => hashJoin(orders, payments, waybills))
  note({
    step: 'match',
    count: matches.length,
    unit: 'orders',
    ms,
    bare: 'hash join by the order number as written',
    bareMs: bare.ms,
  })
  return matches
}

type Matched = { orders: Order[]; payments: Payment[]; waybills: Waybill[]; matches: OrderMatch[] }

async function benchEncode({ orders, payments, waybills, matches }: Matched, note: Note): Promise<void> {
  const codes = await loadCodeBook().then((book) => ({ book, countries: new CountryFinder(book) }))
  const master = goodsOf(orders)
  // Such lines name no consignee; the invented parcels were weighed without looking into them, by nobody in particular.
  const byKey = new Map(orders.map((order) => [recordKey(order), { ...order, consignee: 'Consignee' }]))
  const shipped = waybills.map((waybill) => ({ ...waybill, logisticsCode: '', grossWeight: undefined }))
  const ready = matches.filter(({ state }) => state === 'matched')
  const fromIndex = <T>(all: readonly T[], ids: readonly string[]) =>
    ids.map((id) => sourced(id, all[Number(id.slice(1))] as T))
  const base = declareInput({ codes, goods: master })
  const { ms: buildMs, result: inventories } = await timed(() =>
    ready.flatMap((match) =>
      declareOne({
        ...base,
        orders: [sourced(match.order, byKey.get(match.order) as Order)],
        waybills: fromIndex(shipped, match.waybills),
        payments: fromIndex(payments, match.payments),
      }).parts.flatMap(({ result }) => result.list?.documents.inventory ?? []),
    ),
  )
  const messages: CebDocument[][] = []
  for (let at = 0; at < inventories.length; at += perMessage)
    messages.push(inventories.slice(at, at + perMessage))
  const encoded = await timed(() => {
    let length = 0
    for (const documents of messages) {
      length += encodeMessage({ type: 'CEB603', guid: base.guid(), version: '1.0', documents }).length
    }
    return length
  })
  const bare = await timed(() =>
    messages.reduce((sum, documents) => sum + JSON.stringify(documents).length, 0),
  )
  const words = { unit: 'lists', bare: 'JSON.stringify of the same documents', bareMs: bare.ms }
  note({
    step: 'build lists (303, 403, 505, 603, checked)',
    count: inventories.length,
    ms: buildMs,
    ...words,
  })
  note({ step: 'encode CEB603', count: inventories.length, ms: encoded.ms, ...words })
}

/** A goods master that knows every SKU of these orders. */
function goodsOf(orders: readonly Order[]): Map<string, Sourced<Goods>> {
  const skus = new Set(orders.flatMap(({ lines }) => lines.map(({ sku }) => sku ?? '')))
  return new Map(
    [...skus].map((sku) => [
      sku,
      sourced(`g-${sku}`, goods({ sku, name: sku, itemName: sku, fairPrice: '1' })),
    ]),
  )
}
