import { lineAmount } from '../matching/facts'
import { add, sum } from '../money/decimal'
import type { Order } from '../model/order'
import { sourceFault, type BuildFault } from './build-fault'
import type { DeclaredOrder } from './declared-order'
import { declareLines, type LineContext } from './lines'
import { orderTexts } from './order-texts'
import type { Sourced } from './sourced'

/** An imported order as it will be declared before 拆单 or 合单, or every reason why it cannot be. */
export function declareOrder(
  { id, rev, value: order }: Sourced<Order>,
  context: LineContext,
): { order: DeclaredOrder; faults?: undefined } | { faults: BuildFault[] } {
  const refuse = (words: (typeof orderTexts)[keyof typeof orderTexts], field: string, value: string) =>
    sourceFault(words, { record: 'order', key: order.orderNo, field }, value)
  if (order.kind !== 'order') return { faults: [refuse(orderTexts.notAnOrder, 'kind', order.kind)] }
  const faults: BuildFault[] = []
  const refused = order.refusedRows ?? []
  if (refused.length) faults.push(refuse(orderTexts.incomplete, 'refusedRows', refused.join(' ')))
  if (!order.currency) faults.push(refuse(orderTexts.noCurrency, 'currency', ''))
  const declared = declareLines(order, context)
  faults.push(...declared.faults)
  if (faults.length || !order.currency) return { faults }
  const freightLines = order.lines.filter((line) => line.class === 'freight').map(lineAmount)
  return {
    order: {
      orderNo: order.orderNo,
      originals: [{ id, rev, orderNo: order.orderNo }],
      platform: order.platform,
      shop: order.shop,
      currency: order.currency,
      country: order.country ?? '',
      freight: add(order.freight ?? '0', sum(freightLines)),
      lines: declared.lines,
    },
  }
}
