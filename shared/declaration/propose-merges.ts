import type { Order } from '../model/order'
import { ExactSum } from '../money/decimal'
import { orderAmount } from '../matching/facts'
import { mergeKey } from './merge'
import { MAX_LINES } from './split'

/** Why orders on one waybill cannot be declared as one. */
export type MergeFault = 'few' | 'differs' | 'lines' | 'listed' | 'merged'

/** An order that might travel with others; `bound`: a living 清单 declares it, or it is part of a 合单 already. */
export type Traveller = { id: string; order: Order; bound?: 'listed' | 'merged' }

/**
 * Orders that would be one declared order: the first gives its number. `waybillNo` is '' when an officer chose them.
 * Amounts are per order in their one currency.
 */
export type MergeProposal = {
  waybillNo: string
  orderNo: string
  country: string
  currency: string
  amount: string
  lines: number
  orders: { id: string; orderNo: string; amount: string }[]
  fault?: MergeFault
}

const reaches = ({ class: kind }: Order['lines'][number]) => kind === 'goods' || kind === 'gift'

/** What 合单 of these orders would give, and what stands against it. The oldest order gives its number. */
export function proposeMerge(waybillNo: string, travellers: readonly Traveller[]): MergeProposal {
  const sorted = [...travellers].sort(
    (a, b) =>
      (a.order.orderedAt ?? '').localeCompare(b.order.orderedAt ?? '') ||
      a.order.orderNo.localeCompare(b.order.orderNo),
  )
  const lines = sorted.reduce((sum, { order }) => sum + order.lines.filter(reaches).length, 0)
  const orders = sorted.map(({ id, order }) => ({ id, orderNo: order.orderNo, amount: orderAmount(order) }))
  const amount = new ExactSum()
  for (const one of orders) amount.add(one.amount)
  const first = sorted[0]?.order
  const fault = faultOf(sorted, lines)
  return {
    waybillNo,
    orderNo: first?.orderNo ?? '',
    country: first?.country ?? '',
    currency: first?.currency ?? '',
    amount: amount.toString(),
    lines,
    orders,
    ...(fault && { fault }),
  }
}

function faultOf(travellers: readonly Traveller[], lines: number): MergeFault | undefined {
  if (travellers.length < 2) return 'few'
  const bound = travellers.find((one) => one.bound)?.bound
  if (bound) return bound
  if (new Set(travellers.map(({ order }) => mergeKey(order))).size > 1) return 'differs'
  return lines > MAX_LINES ? 'lines' : undefined
}

/** One proposal for each waybill that several orders share; those that can be done come first. */
export function proposeMerges(byWaybill: ReadonlyMap<string, readonly Traveller[]>): MergeProposal[] {
  return [...byWaybill]
    .filter(([, travellers]) => travellers.length > 1)
    .map(([waybillNo, travellers]) => proposeMerge(waybillNo, travellers))
    .sort((a, b) => Number(a.fault !== undefined) - Number(b.fault !== undefined))
}
