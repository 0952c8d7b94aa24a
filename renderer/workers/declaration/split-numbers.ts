import { MAX_LINES } from '#shared/declaration/split'
import { orderKey } from '#shared/import/key'
import type { BookContext } from '../../data/context'
import { storedKeys } from '../../data/facts/read'
import type { OrderInput } from './order-inputs'

/** Parts a plan may have more than parcels and hundreds of lines make: pieces are dealt out by weight. */
const spare = 5

/**
 * Numbers of parts (`原单号-1`) that imported orders have already. Looked up before the rules run, because those cannot
 * wait; only orders that may be split are looked at.
 */
export async function takenPartNumbers(
  context: BookContext,
  inputs: ReadonlyMap<string, OrderInput>,
): Promise<(orderNo: string) => boolean> {
  const byKey = new Map<string, string>()
  for (const { orders, waybills, plan, mergedNo } of inputs.values()) {
    const [first] = orders
    if (!first) continue
    const lines = orders.reduce((sum, { value }) => sum + value.lines.length, 0)
    const parts = Math.max(plan?.length ?? 0, waybills.length, Math.ceil(lines / MAX_LINES))
    if (parts < 2) continue
    const { platform, shop, orderNo } = first.value
    const numbers = plan
      ? plan.map((part) => part.orderNo)
      : Array.from({ length: parts + spare }, (_, n) => `${mergedNo ?? orderNo}-${n + 1}`)
    for (const number of numbers) byKey.set(orderKey(platform, shop, number), number)
  }
  if (byKey.size === 0) return () => false
  const stored = await storedKeys(context, 'orders', [...byKey.keys()])
  const taken = new Set([...stored.keys()].map((key) => byKey.get(key)!))
  return (orderNo) => taken.has(orderNo)
}
