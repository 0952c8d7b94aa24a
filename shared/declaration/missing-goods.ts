import { fieldMeta } from '../model/field'
import { Goods, goodsColumns, type GoodsColumn } from '../model/goods'
import type { Order } from '../model/order'
import type { Sourced } from './sourced'

/**
 * A SKU that orders hold and of which the goods master does not know enough, with the number of orders that wait for it.
 * `known`: the record is there and lacks what the mode of these orders needs (账册备案料号).
 */
export type MissingGoods = { sku: string; name: string; orders: number; known?: Sourced<Goods> }

/** SKUs of goods and gifts that orders lack, those that block most orders first. */
export function missingGoods(
  orders: Iterable<Order>,
  isKnown: (sku: string, order: Order) => boolean,
): MissingGoods[] {
  const missing = new Map<string, MissingGoods>()
  for (const order of orders) {
    if (order.kind !== 'order') continue
    const seen = new Set<string>()
    for (const { sku, name, class: kind } of order.lines) {
      if ((kind !== 'goods' && kind !== 'gift') || seen.has(sku) || isKnown(sku, order)) continue
      seen.add(sku)
      const known = missing.get(sku)
      if (known) known.orders += 1
      else missing.set(sku, { sku, name, orders: 1 })
    }
  }
  return [...missing.values()].sort((a, b) => b.orders - a.orders || (a.sku < b.sku ? -1 : 1))
}

/** Fields of the goods master in the order of the sheet; their labels are the headings the goods import recognises. */
const sheetFields = goodsColumns.map((name) => [name, Goods.shape[name]] as const)

/** The 缺商品资料 sheet to be filled in by Excel and imported as goods: what is known stands in it, the rest is empty. */
export function missingGoodsSheet(missing: readonly MissingGoods[]): { header: string[]; rows: string[][] } {
  const header = [...sheetFields.map(([name, schema]) => fieldMeta(schema)?.zh ?? name), '待申报订单数']
  const rows = missing.map(({ sku, name, orders, known }) => {
    const values: Partial<Pick<Goods, GoodsColumn>> = known?.value ?? { sku, name }
    return [...sheetFields.map(([field]) => values[field] ?? ''), String(orders)]
  })
  return { header, rows }
}
