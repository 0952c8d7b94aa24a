import { z } from 'zod'
import { currency, day, decimalText, field, instant } from './field'
import { Source } from './order'

/** An imported waybill; immutable. Business key: logisticsCode + logisticsNo. Most files hold order, number and weight only. */
export const Waybill = z.object({
  record: z.literal('waybill'),
  kind: field(z.enum(['waybill']), 'public', '类型', 'Kind'),
  logisticsCode: field(z.string(), 'business', '物流企业代码', 'Carrier code'),
  logisticsName: field(z.string().optional(), 'business', '物流企业名称', 'Carrier'),
  logisticsNo: field(z.string().min(1), 'business', '运单号', 'Waybill number'),
  orderNo: field(z.string().optional(), 'business', '订单号', 'Order number'),
  grossWeight: field(decimalText.optional(), 'business', '毛重(千克)', 'Gross weight (kg)'),
  packNo: field(z.int().positive().optional(), 'business', '件数', 'Parcels'),
  freight: field(decimalText.optional(), 'business', '运杂费', 'Freight'),
  insuredFee: field(decimalText.optional(), 'business', '保价费', 'Insurance'),
  currency: field(currency.optional(), 'business', '币制', 'Currency'),
  goodsInfo: field(z.string().optional(), 'business', '主要货物信息', 'Goods'),
  billNo: field(z.string().optional(), 'business', '提运单号', 'Bill of lading'),
  totalPackageNo: field(z.string().optional(), 'business', '总包号', 'Bag number'),
  /** Retail import by 9610: the vehicle and the voyage that brought it. */
  trafNo: field(z.string().optional(), 'business', '运输工具编号', 'Vehicle'),
  voyageNo: field(z.string().optional(), 'business', '航班航次号', 'Flight or voyage'),
  arrivedOn: field(day.optional(), 'business', '进口日期', 'Date of import'),
  consignee: field(z.string().optional(), 'personal', '收货人', 'Consignee'),
  phone: field(z.string().optional(), 'personal', '电话', 'Phone'),
  address: field(z.string().optional(), 'personal', '地址', 'Address'),
  shippedAt: field(instant.optional(), 'business', '发货时间', 'Shipped at'),
  fileTime: field(z.string().optional(), 'business', '文件原时间', 'Time in the file'),
  businessDay: field(day.optional(), 'public', '业务日期', 'Business day'),
  source: Source,
})
export type Waybill = z.infer<typeof Waybill>
