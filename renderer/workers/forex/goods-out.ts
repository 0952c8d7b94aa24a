import { claimKey } from '#shared/rebate/keys'
import type { ForexStore } from './store'

/** Goods as they were declared: by which paper, on which day they left, of which shop ('' where nobody can tell). */
export type GoodsOut = { ref: string; day: string; shop: string; currency: string; amount: string }

/** Goods of these go out by 清单, which count themselves: their 汇总报关单 would count the same goods again. */
const listModes: ReadonlySet<string> = new Set(['9610', '1210'])

/** Shops whose orders each item of a 报关单 declares. */
export async function shopsByItem(store: ForexStore): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { orderItems, orders } = await store.trade()
  const shops = new Map<string, Set<string>>()
  for (const { declarationNo, item, orderId } of orderItems) {
    const key = claimKey(declarationNo, item)
    shops.set(key, (shops.get(key) ?? new Set()).add(orders.get(orderId)?.shop ?? ''))
  }
  return shops
}

/** 清单 and noted 报关单 that left, and the items of 报关单 that only a file told of. */
export async function goodsOut(store: ForexStore): Promise<GoodsOut[]> {
  const { papers } = await store.trade()
  const goods = papers.flatMap(({ no, day, shop, fob }): GoodsOut[] =>
    day === ''
      ? []
      : Object.entries(fob).map(([currency, amount]) => ({ ref: no, day, shop, currency, amount })),
  )
  const shops = await shopsByItem(store)
  const noted = new Set(papers.map(({ no }) => no))
  for (const [ref, { item, origin }] of await store.items()) {
    const { no, exportDate: day, amount, currency, supervisionMode } = item
    if (origin !== 'import' || noted.has(no) || listModes.has(supervisionMode)) continue
    if (day === undefined || amount === undefined || currency === undefined) continue
    const [only = '', ...more] = shops.get(ref) ?? []
    goods.push({ ref, day, shop: more.length === 0 ? only : '', currency, amount })
  }
  return goods
}
