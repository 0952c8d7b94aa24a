import {
  compareWeight,
  defaultTolerance,
  weighingCounts,
  WeightTolerance,
} from '#shared/departure/weight-check'
import { weighingKey } from '#shared/import/key'
import type { OrderMatch } from '#shared/matching/break'
import type { Order } from '#shared/model/order'
import type { Waybill } from '#shared/model/waybill'
import type { Weighing } from '#shared/model/weighing'
import { mul, sum } from '#shared/money/decimal'
import type { BookContext } from '../../data/context'
import { readFacts, storedKeys } from '../../data/facts/read'
import type { Fact } from '../../data/port'
import { eachRecord } from '../../data/read/records'
import { readSetting, toleranceKey } from '../../data/settings'

/** What a weighing is compared with: which orders a parcel is of, and what an officer decided about it. */
export type Comparison = {
  orders: ReadonlyMap<string, Order>
  matches: readonly OrderMatch[]
  decision: (weighing: string) => 'weighed' | 'calculated' | undefined
}

/**
 * Waybills with what the warehouse's 称重装袋表 says of their parcels: weight, bag, bill and voyage. A weight that differs too much
 * from the calculated one counts only when an officer said so; until then the waybill keeps what it had.
 */
export async function asWeighed(
  context: BookContext,
  waybills: readonly Fact<'waybills'>[],
  comparison: Comparison,
): Promise<Fact<'waybills'>[]> {
  const keyOf = ({ record }: Fact<'waybills'>) => weighingKey(record.logisticsNo)
  const stored = await storedKeys(context, 'weighings', waybills.map(keyOf))
  if (stored.size === 0) return [...waybills]
  const ids = [...stored.values()].map(({ id }) => id)
  const facts = new Map((await readFacts(context, 'weighings', ids)).map(({ id, record }) => [id, record]))
  const tolerance = (await readSetting(context, toleranceKey, WeightTolerance)) ?? defaultTolerance
  const calculated = await calculatedWeights(context, comparison)
  return waybills.map((waybill) => {
    const id = stored.get(keyOf(waybill))?.id
    const weighing = id === undefined ? undefined : facts.get(id)
    if (id === undefined || !weighing) return waybill
    const { verdict } = compareWeight(weighing.grossWeight, calculated.get(waybill.id), tolerance)
    const counts = weighingCounts(verdict, comparison.decision(id) ?? '')
    return { ...waybill, record: withWeighing(waybill.record, weighing, counts) }
  })
}

/** Waybill → gross weight of its orders by the goods master, for parcels that hold their orders whole. */
async function calculatedWeights(
  context: BookContext,
  { orders, matches }: Comparison,
): Promise<Map<string, string>> {
  const gross = new Map<string, string>()
  for await (const chunk of eachRecord(context, 'goods')) {
    for (const { record } of chunk) gross.set(record.sku, record.grossWeight)
  }
  const weights = new Map<string, string>()
  const unknown = new Set<string>()
  for (const { order, waybills } of matches) {
    const lines = (orders.get(order)?.lines ?? []).filter(
      (line) => line.class === 'goods' || line.class === 'gift',
    )
    const whole = waybills.length === 1 && lines.length > 0 && lines.every(({ sku }) => gross.has(sku))
    for (const waybill of waybills) {
      if (!whole) unknown.add(waybill)
      else {
        const own = lines.map(({ sku, quantity }) => mul(quantity, gross.get(sku)!))
        weights.set(waybill, sum([weights.get(waybill) ?? '0', ...own]))
      }
    }
  }
  for (const waybill of unknown) weights.delete(waybill)
  return weights
}

function withWeighing(waybill: Waybill, weighing: Weighing, weightCounts: boolean): Waybill {
  const { grossWeight, billNo, voyageNo, totalPackageNo } = weighing
  return {
    ...waybill,
    ...(weightCounts && { grossWeight }),
    ...(billNo !== undefined && { billNo }),
    ...(voyageNo !== undefined && { voyageNo }),
    ...(totalPackageNo !== undefined && { totalPackageNo }),
  }
}
