import { modesOfOrderType, type Member } from '#shared/ceb/dossier-rules'
import { businessListLimit } from '#shared/declaration/modes/cny'
import { modeRules } from '#shared/declaration/modes/modes'
import type { ListMode } from '#shared/model/mode'
import { cmp, sum } from '#shared/money/decimal'
import { importLimit, importRejections, typesWith } from './dossier'
import { holds } from './filed'
import type { Filed } from './filed-document'
import type { Rejection } from './rejection'

const decimal = /^-?\d+(\.\d+)?$/
const equalAmounts = (a = '', b = '') => (decimal.test(a) && decimal.test(b) ? cmp(a, b) === 0 : a === b)

/**
 * Lines of a 清单 and of its order are one to one by gnum, with the same article and quantity (customs error 1322).
 * The article number of a 清单 is shorter (20) than that of an order (30), so its beginning decides.
 */
function linesDiffer(list: Filed, order: Filed): boolean {
  const declared = list.content.lines ?? []
  const ordered = new Map((order.content.lines ?? []).map((line) => [Number(line.gnum), line]))
  if (declared.length !== ordered.size) return true
  return declared.some((line) => {
    const match = ordered.get(Number(line.gnum))
    if (!match || !equalAmounts(line.qty, match.qty)) return true
    return !(match.itemNo ?? '').startsWith(line.itemNo ?? '')
  })
}

/** The order of a 清单: same platform, same seller, same number. */
export const isOrderOf = (order: Filed, list: Filed) =>
  order.message === typesWith(list).order &&
  order.orderKey === list.orderKey &&
  order.content.head.ebpCode === list.content.head.ebpCode

export const isWaybillOf = (waybill: Filed, list: Filed) =>
  waybill.message === typesWith(list).logistics && waybill.waybillKey === list.waybillKey

/** The 支付单 that customs compares with the order of an import; a 收款单 of an export is compared with nothing. */
export const isPaymentOf = (payment: Filed, list: Filed) =>
  list.message === 'CEB621' && payment.message === 'CEB411' && payment.orderKey === list.orderKey

/** Whether a document is examined together with a 清单. */
export const belongsTo = (other: Filed, list: Filed) =>
  isOrderOf(other, list) || isWaybillOf(other, list) || isPaymentOf(other, list)

/** The customs number of the yuan: the only currency in which the desk can judge a limit without a rate. */
const yuan = '142'

/** What the 监管方式 forbids, by the tables that the client builds its 清单 from. */
function modeRejections({ content: { head, lines = [] } }: Filed, order: Filed): Rejection[] {
  const { tradeMode = '' } = head
  const { orderType = '' } = order.content.head
  const found: Rejection[] = []
  if (tradeMode && modesOfOrderType[orderType]?.includes(tradeMode) === false) {
    const desc = `订单类型${orderType}与清单贸易方式${tradeMode}不匹配（演练规则）`
    found.push({ code: 'Y204', desc })
  }
  const isBusiness = ['B', 'W'].includes(modeRules[tradeMode as ListMode]?.orderType)
  const inYuan = lines.every(({ currency, totalPrice = '' }) => currency === yuan && decimal.test(totalPrice))
  if (
    isBusiness &&
    inYuan &&
    cmp(sum(lines.map(({ totalPrice = '0' }) => totalPrice)), businessListLimit) > 0
  ) {
    found.push({
      code: 'Y205',
      desc: `${tradeMode}清单单票超过${businessListLimit}元，应改用报关单（演练规则）`,
    })
  }
  return found
}

/** Order, payment and waybill of a 清单 as far as they are here. */
export type Partners = Readonly<Partial<Record<Exclude<Member, 'inventory'>, Filed>>>

/**
 * 三单对碰 as the customs side does it. `others` are the other 清单 of this enterprise with the same order or waybill.
 * Numbers with Y are 演练规则; 1322, 13035 and 22007 are customs' own as seen in receipts.
 */
export function matchRejections(list: Filed, partners: Partners, others: readonly Filed[]): Rejection[] {
  const { order, logistics } = partners
  const found: Rejection[] = []
  if (order) found.push(...orderRejections(list, order))
  if (logistics) found.push(...waybillRejections(list, logistics))
  if (list.message === 'CEB621') {
    found.push(...importRejections({ ...partners, inventory: list }), ...importLimit(list))
  } else if (order) found.push(...modeRejections(list, order))
  const rival = others.find(holds)
  if (rival) {
    const isReleased = rival.status === '800' || rival.status === '899'
    found.push({
      code: isReleased ? '22007' : 'Y203',
      desc: `订单或运单已被清单${rival.content.head.copNo}使用${isReleased ? '，该清单已放行' : '（演练规则）'}`,
    })
  }
  return found
}

function orderRejections(list: Filed, order: Filed): Rejection[] {
  const found: Rejection[] = []
  if (linesDiffer(list, order)) {
    found.push({ code: '1322', desc: '清单与订单的商品项不一致（项号、商品或数量），请核对订单和清单表体' })
  }
  const currencies = new Set((list.content.lines ?? []).map((line) => line.currency))
  if (currencies.size > 0 && !currencies.has(order.content.head.currency)) {
    found.push({
      code: 'Y201',
      desc: `清单币制${[...currencies].join('、')}与订单币制${order.content.head.currency}不一致（演练规则）`,
    })
  }
  return found
}

function waybillRejections({ content: { head } }: Filed, waybill: Filed): Rejection[] {
  const shipped = waybill.content.head
  const weight = shipped.grossWeight ?? shipped.weight
  if (equalAmounts(weight, head.grossWeight) && equalAmounts(shipped.packNo, head.packNo)) return []
  return [{ code: 'Y202', desc: '清单的毛重或件数与运单不一致，请按运单核对（演练规则）' }]
}
