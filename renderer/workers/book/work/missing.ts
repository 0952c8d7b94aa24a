import { missingGoods } from '#shared/declaration/missing-goods'
import type { MissingGoods } from '#shared/declaration/missing-goods'
import { readFacts } from '../../../data/facts/read'
import type { BookSession } from '../session'

const ordersAtOnce = 2000

/** The 缺商品资料 sheet. Only orders that lack something are read; cancelled ones wait for nothing. */
export async function missingGoodsOf({ book, projection }: BookSession): Promise<MissingGoods[]> {
  const lacking = [...projection.orders.rows()]
    .filter(({ kind, state, missing }) => kind === 'order' && state !== 'cancelled' && missing.length > 0)
    .map(({ id }) => id)
  const known = new Set([...projection.goods.rows()].map(({ sku }) => sku))
  const found = new Map<string, MissingGoods>()
  for (let i = 0; i < lacking.length; i += ordersAtOnce) {
    const facts = await readFacts(book.context, 'orders', lacking.slice(i, i + ordersAtOnce))
    for (const one of missingGoods(
      facts.map(({ record }) => record),
      (sku) => known.has(sku),
    )) {
      const before = found.get(one.sku)
      found.set(one.sku, before ? { ...before, orders: before.orders + one.orders } : one)
    }
  }
  return [...found.values()].sort((a, b) => b.orders - a.orders || (a.sku < b.sku ? -1 : 1))
}
