import { missingGoods } from '#shared/declaration/missing-goods'
import type { MissingGoods } from '#shared/declaration/missing-goods'
import { readFacts } from '../../../data/facts/read'
import { getRecords } from '../../../data/read/records'
import type { BookSession } from '../session'

const ordersAtOnce = 2000

/** The 缺商品资料 sheet. Only orders that lack something are read; cancelled ones wait for nothing. */
export async function missingGoodsOf({ book, projection }: BookSession): Promise<MissingGoods[]> {
  const lacking = [...projection.orders.rows()].filter(
    ({ kind, state, missing }) => kind === 'order' && state !== 'cancelled' && missing.length > 0,
  )
  const found = new Map<string, MissingGoods>()
  for (let i = 0; i < lacking.length; i += ordersAtOnce) {
    const part = lacking.slice(i, i + ordersAtOnce)
    const facts = await readFacts(
      book.context,
      'orders',
      part.map(({ id }) => id),
    )
    const lacks = new Map(part.map(({ id, missing }) => [id, new Set(missing)]))
    const skus = new Map(facts.map(({ id, record }) => [record, lacks.get(id)]))
    for (const one of missingGoods(skus.keys(), (sku, order) => !skus.get(order)?.has(sku))) {
      const before = found.get(one.sku)
      found.set(one.sku, before ? { ...before, orders: before.orders + one.orders } : one)
    }
  }
  await addKnown({ book, projection }, found)
  return [...found.values()].sort((a, b) => b.orders - a.orders || (a.sku < b.sku ? -1 : 1))
}

/** A SKU the master has, and of which the mode of an order wants more: its record, to be completed. */
async function addKnown(
  { book, projection }: Pick<BookSession, 'book' | 'projection'>,
  found: Map<string, MissingGoods>,
): Promise<void> {
  const ids = [...projection.goods.rows()].filter(({ sku }) => found.has(sku)).map(({ id }) => id)
  for (const { id, rev, record } of await getRecords(book.context, 'goods', ids)) {
    found.set(record.sku, { ...found.get(record.sku)!, known: { id, rev, value: record } })
  }
}
