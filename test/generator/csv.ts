import type { Payment } from '#shared/model/payment'
import type { Waybill } from '#shared/model/waybill'

const cell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

export const csvLine = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`

/** Columns of our own payment template. */
export const paymentHeader = [
  '支付流水',
  '订单号',
  '平台',
  '店铺',
  '金额',
  '手续费',
  '币制',
  '到账时间',
  '交易类型',
  '关联流水',
]

const kinds: Partial<Record<Payment['kind'], string>> = {
  payment: '收款',
  refund: '退款',
  conversion: '换汇',
}

export const paymentCells = (payment: Payment): string[] => [
  payment.paymentNo,
  payment.orderNo ?? '',
  payment.platform,
  payment.shop,
  payment.amount,
  payment.fee ?? '',
  payment.currency ?? '',
  payment.paidAt ?? '',
  kinds[payment.kind] ?? '',
  payment.refersTo ?? '',
]

/** Columns of our own waybill template. */
export const waybillHeader = ['运单号', '订单号', '物流企业代码', '毛重(千克)', '件数']

export const waybillCells = (waybill: Waybill): string[] => [
  waybill.logisticsNo,
  waybill.orderNo ?? '',
  waybill.logisticsCode,
  waybill.grossWeight ?? '',
  String(waybill.packNo ?? 1),
]
