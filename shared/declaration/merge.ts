import { sum } from '../money/decimal'
import type { Order } from '../model/order'
import { sourceFault, type BuildFault } from './build-fault'
import type { DeclaredOrder } from './declared-order'
import { orderTexts } from './order-texts'
import { MAX_LINES } from './split'

/** What must be equal for several orders to travel as one: one consignee, one destination, one currency, one shop. */
export const mergeKey = (order: Order) =>
  [order.platform, order.shop, order.currency, order.country, order.consignee, order.address]
    .map((part) => (part ?? '').normalize('NFKC').trim().toLowerCase())
    .join('|')

/**
 * 合单: several orders of one consignee in one parcel become one declared order; the originals are kept and still
 * found by their own numbers. It carries `orderNo`, by default the number of the first.
 */
export function mergeOrders(
  orders: readonly { declared: DeclaredOrder; order: Order }[],
  orderNo?: string,
): DeclaredOrder | BuildFault {
  const [first] = orders
  if (!first) throw new RangeError('nothing to merge')
  if (orders.length === 1) return first.declared
  const source = { record: 'order', key: first.order.orderNo, field: 'orderNo' } as const
  const stranger = orders.find(({ order }) => mergeKey(order) !== mergeKey(first.order))
  if (stranger) return sourceFault(orderTexts.mergeDiffers, source, stranger.order.orderNo)
  // Rows of different files may be equal, so a merged line is known by its position instead.
  const lines = orders.flatMap(({ declared }) => declared.lines).map((line, at) => ({ ...line, row: at + 1 }))
  if (lines.length > MAX_LINES) return sourceFault(orderTexts.mergeTooBig, source, `${lines.length}`)
  return {
    ...first.declared,
    orderNo: orderNo ?? first.declared.orderNo,
    originals: orders.flatMap(({ declared }) => declared.originals),
    freight: sum(orders.map(({ declared }) => declared.freight)),
    lines,
  }
}
