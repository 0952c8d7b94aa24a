import { lineAmount } from '../matching/facts'
import { add, sum } from '../money/decimal'
import type { Order } from '../model/order'
import { sourceFault, type BuildFault } from './build-fault'
import type { DeclaredOrder } from './declared-order'
import { declareLines, type LineContext } from './lines'
import { orderTexts } from './order-texts'
import { retailOf } from './retail-import/retail-order'
import { retailTexts } from './retail-import/retail-texts'
import type { Sourced } from './sourced'

type Words = Parameters<typeof sourceFault>[0]

/** Gifts are worth their fair price in the 清单, but nobody paid for them. */
export const isSold = (line: { class: string }): boolean => line.class === 'goods'

/** An imported order as it will be declared before 拆单 or 合单, or every reason why it cannot be. */
export function declareOrder(
  { id, rev, value: order }: Sourced<Order>,
  context: LineContext,
): { order: DeclaredOrder; faults?: undefined } | { faults: BuildFault[] } {
  const refuse = (words: Words, field: string, value: string) =>
    sourceFault(words, { record: 'order', key: order.orderNo, field }, value)
  if (order.kind !== 'order') return { faults: [refuse(orderTexts.notAnOrder, 'kind', order.kind)] }
  const faults: BuildFault[] = []
  const refused = order.refusedRows ?? []
  if (refused.length) faults.push(refuse(orderTexts.incomplete, 'refusedRows', refused.join(' ')))
  if (!order.currency) faults.push(refuse(orderTexts.noCurrency, 'currency', ''))
  const declared = declareLines(order, context)
  faults.push(...declared.faults)
  if (faults.length || !order.currency) return { faults }
  const imported = order.direction === 'import'
  if (imported !== (context.direction === 'import')) {
    return { faults: [refuse(imported ? retailTexts.importOrder : retailTexts.exportOrder, 'direction', '')] }
  }
  const freightLines = order.lines.filter((line) => line.class === 'freight').map(lineAmount)
  const freight = add(order.freight ?? '0', sum(freightLines))
  const goodsValue = sum(declared.lines.filter(isSold).map(({ amount }) => amount))
  return {
    order: {
      orderNo: order.orderNo,
      originals: [{ id, rev, orderNo: order.orderNo }],
      platform: order.platform,
      shop: order.shop,
      currency: order.currency,
      country: order.country ?? '',
      freight,
      ...(imported && { retail: retailOf(order, goodsValue, freight) }),
      lines: declared.lines,
    },
  }
}
