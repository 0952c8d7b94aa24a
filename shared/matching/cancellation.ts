import { cmp, sum } from '../money/decimal'

/** Whether these cancellations together take back everything the order ships. Contents as in `OrderFacts.goods`. */
export function cancelsAll(ordered: string, cancelled: readonly string[]): boolean {
  if (ordered === '') return false
  const taken = new Map<string, string>()
  for (const [sku, quantity] of cancelled.flatMap(items)) {
    taken.set(sku, sum([taken.get(sku) ?? '0', quantity]))
  }
  return items(ordered).every(([sku, quantity]) => cmp(taken.get(sku) ?? '0', quantity) >= 0)
}

function items(goods: string): [sku: string, quantity: string][] {
  if (goods === '') return []
  return goods.split('\n').map((item) => {
    const at = item.lastIndexOf('×')
    return [item.slice(0, at), item.slice(at + 1)]
  })
}
