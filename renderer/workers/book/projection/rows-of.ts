import { ExactSum, mul } from '#shared/money/decimal'
import type { DeclarationList } from '#shared/model/list'
import { directionOf } from '#shared/model/mode'
import type { Order } from '#shared/model/order'
import type { Payment } from '#shared/model/payment'
import type { Waybill } from '#shared/model/waybill'
import { importOf } from '../../../data/facts/fact-id'
import type {
  GoodsRow,
  ListRow,
  OrderRow,
  PaymentRow,
  SealedRecord,
  Stored,
  WaybillRow,
} from '../../../data/port'

/**
 * What of an order decides its state: every line that can reach a 清单, whether rows of it were refused, and whether the
 * file already brought it as cancelled (then it names itself as what it cancels, and is an order all the same).
 */
export type OrderGoods = { items: { sku: string; quantity: string }[]; partial: boolean; ended: boolean }

export function orderGoods(order: Order): OrderGoods {
  const items = order.lines
    .filter((line) => line.class === 'goods' || line.class === 'gift')
    .map(({ sku, quantity }) => ({ sku, quantity }))
  return {
    items,
    partial: (order.refusedRows?.length ?? 0) > 0,
    ended: order.kind === 'cancellation' && order.cancels === order.orderNo,
  }
}

/** Several numbers in one column of an order; `RoomTable` takes them apart again. */
export const numberSeparator = ', '

/** An order as far as its own record says; state, weights, breaks and list come from what refers to it. */
export function orderRow(id: string, order: Order): OrderRow {
  const amount = new ExactSum()
  const pieces = new ExactSum()
  for (const line of order.lines) {
    if (line.class !== 'goods' && line.class !== 'gift') continue
    amount.add(mul(line.quantity, line.price))
    pieces.add(line.quantity)
  }
  return {
    id,
    importId: importOf(id),
    kind: order.kind,
    platform: order.platform,
    shop: order.shop,
    orderNo: order.orderNo,
    orderedAt: order.orderedAt ?? '',
    day: order.businessDay ?? '',
    state: '',
    country: order.country ?? '',
    currency: order.currency ?? '',
    amount: amount.toString(),
    pieces: pieces.toString(),
    lines: order.lines.length,
    netWeight: '',
    grossWeight: '',
    paymentNo: order.paymentNo ?? '',
    waybillNo: order.logisticsNo ?? '',
    copNo: '',
    mergedInto: '',
    breaks: [],
    missing: [],
    mode: '',
    faults: [],
    note: '',
    labels: [],
    owner: '',
    remindOn: '',
  }
}

export function paymentRow(id: string, payment: Payment): PaymentRow {
  return {
    id,
    importId: importOf(id),
    kind: payment.kind,
    platform: payment.platform,
    shop: payment.shop,
    paymentNo: payment.paymentNo,
    orderNo: payment.orderNo ?? '',
    currency: payment.currency ?? '',
    amount: payment.amount,
    fee: payment.fee ?? '',
    paidAt: payment.paidAt ?? '',
    day: payment.businessDay ?? '',
    status: payment.status ?? '',
  }
}

export function waybillRow(id: string, waybill: Waybill): WaybillRow {
  return {
    id,
    importId: importOf(id),
    kind: waybill.kind,
    logisticsCode: waybill.logisticsCode,
    waybillNo: waybill.logisticsNo,
    orderNo: waybill.orderNo ?? '',
    grossWeight: waybill.grossWeight ?? '',
    pieces: String(waybill.packNo ?? 1),
    currency: waybill.currency ?? '',
    amount: waybill.freight ?? '',
    billNo: waybill.billNo ?? '',
    totalPackageNo: waybill.totalPackageNo ?? '',
    shippedAt: waybill.shippedAt ?? '',
    day: waybill.businessDay ?? '',
  }
}

/** A 清单 as far as its own record says; what it waits for, and whether it is 待更新, comes from what refers to it. */
export function listRow({ id, record }: Stored<SealedRecord<'lists'>>): ListRow {
  const { list, state, batchNo, answer, queuedAt, withdrawal } = record
  return {
    id,
    copNo: list.copNo,
    preNo: list.preNo ?? '',
    invtNo: list.invtNo ?? '',
    orderNo: list.orderNo,
    originalOrderNos: list.originalOrderNos,
    waybillNo: list.logisticsNo,
    platform: list.platform,
    shop: list.shop,
    country: list.country,
    currency: list.currency,
    amount: list.amount,
    pieces: String(list.pieces),
    grossWeight: list.grossWeight,
    netWeight: list.netWeight,
    state,
    batchNo: batchNo ?? '',
    code: answer?.code ?? '',
    answer: answer?.text ?? '',
    attempt: list.attempt,
    tradeMode: list.tradeMode,
    direction: directionOf(list.tradeMode),
    awaits: [],
    day: list.businessDay,
    queuedAt: queuedAt ?? '',
    awaitingSince: awaitingSince(record) ?? '',
    outdated: false,
    remarks: remarkKinds(list),
    withdrawal: withdrawal?.state ?? '',
    author: record.author ?? '',
    checkedBy: record.checked?.by ?? '',
  }
}

/** Rules of the refund have ids of their own catalogue. */
const remarkKinds = ({ warnings = [] }: DeclarationList): ListRow['remarks'] => [
  ...new Set(warnings.map(({ rule }) => (rule.startsWith('RB-') ? ('refund' as const) : ('other' as const)))),
]

/** When the document was queued whose answer is due: the 清单 itself, or its 撤销申请单. */
function awaitingSince({ state, queuedAt, withdrawal }: SealedRecord<'lists'>): string | undefined {
  if (state === 'withdrawing') return withdrawal?.queuedAt
  return state === 'waiting' ? queuedAt : undefined
}

export function goodsRow({ id, rev, record }: Stored<SealedRecord<'goods'>>): GoodsRow {
  const { sku, name, gname, gcode, barCode, unit, netWeight, grossWeight, statisticsFlag } = record
  return { id, rev, sku, name, gname, gcode, barCode, unit, netWeight, grossWeight, statisticsFlag }
}
