import { cmp, isZero, mul, round, sum } from '../money/decimal'
import type { Goods } from '../model/goods'
import type { Waybill } from '../model/waybill'
import type { Report } from './resolve'

/** Digits after the point of every quantity and weight in a message. */
const PLACES = 5

type Weighable = { quantity: string; goods: Goods }

export const calculatedGross = (lines: readonly Weighable[]) =>
  round(sum(lines.map(({ quantity, goods }) => mul(quantity, goods.grossWeight))), PLACES)

export const calculatedNet = (lines: readonly Weighable[]) =>
  round(sum(lines.map(({ quantity, goods }) => mul(quantity, goods.netWeight))), PLACES)

/**
 * Gross weight as the carrier weighed it, else as the goods master makes it; net always from the goods master.
 * 0 < net ≤ gross, or the weighing and the master contradict each other.
 */
export function weigh(
  lines: readonly Weighable[],
  waybill: Waybill,
  report: Report,
): { grossWeight: string; netWeight: string } {
  const grossWeight = round(waybill.grossWeight ?? calculatedGross(lines), PLACES)
  const netWeight = calculatedNet(lines)
  const weighed = waybill.grossWeight !== undefined
  const sku = lines[0]?.goods.sku ?? ''
  const source = weighed
    ? ({ record: 'waybill', key: waybill.logisticsNo, field: 'grossWeight' } as const)
    : ({ record: 'goods', key: sku, field: 'grossWeight' } as const)
  if (isZero(netWeight)) report('weightZero', { record: 'goods', key: sku, field: 'netWeight' }, netWeight)
  else if (isZero(grossWeight)) report('weightZero', source, grossWeight)
  else if (cmp(netWeight, grossWeight) > 0) report('netOverGross', source, `${netWeight} > ${grossWeight}`)
  return { grossWeight, netWeight }
}
