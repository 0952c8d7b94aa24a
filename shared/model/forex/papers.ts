import { z } from 'zod'
import { field } from '../field'
import { country, currency, customsDocType, day, decimalText, supervisionMode } from './common'

export const Party = z.strictObject({
  name: field(z.string().optional(), 'personal', '姓名或名称', 'Name'),
  country: country.optional(),
  uscc: z.string().optional(),
})

/** A sale. An empty text or null is missing; a field that is left out is not examined. */
export const SaleOrder = z.strictObject({
  id: field(z.string().min(1), 'business', '订单号', 'Order number'),
  currency,
  amount: decimalText,
  orderedOn: day.nullable().optional(),
  buyer: Party.optional(),
  seller: Party.optional(),
  goods: z.string().optional(),
  quantity: z.string().optional(),
  consignee: field(z.string().optional(), 'personal', '收货人', 'Consignee'),
  supervisionMode: supervisionMode.nullable().optional(),
})
export type SaleOrder = z.infer<typeof SaleOrder>

/** What ties an order to a credit: the part of the order's price that the credit paid. */
export const PaymentLine = z.strictObject({
  id: field(z.string().min(1), 'business', '支付流水', 'Payment number'),
  orderId: z.string().nullable(),
  creditId: z.string(),
  currency: currency.optional(),
  amount: decimalText,
  paidOn: day.optional(),
  orderRef: z.string().optional(),
})
export type PaymentLine = z.infer<typeof PaymentLine>

export const SaleWaybill = z.strictObject({
  no: field(z.string().min(1), 'business', '运单号', 'Waybill number'),
  orderId: z.string(),
  shippedOn: day.nullable().optional(),
  deliveredOn: day.nullable().optional(),
  consignee: field(z.string().optional(), 'personal', '收货人', 'Consignee'),
  country: country.optional(),
  orderRef: z.string().optional(),
})
export type SaleWaybill = z.infer<typeof SaleWaybill>

export const WarehouseOut = z.strictObject({
  id: z.string(),
  orderId: z.string(),
  warehouseId: z.string().optional(),
  sku: z.string().optional(),
  units: z.int().optional(),
  outOn: day.optional(),
})
export type WarehouseOut = z.infer<typeof WarehouseOut>

/** 清单, 报关单 or 汇总报关单. `amount` is what receipts may take parts of; goods of 9810 are counted in units instead. */
export const CustomsPaper = z.strictObject({
  no: field(z.string().min(1), 'business', '单证号', 'Document number'),
  type: customsDocType,
  supervisionMode,
  exporterUscc: z.string().optional(),
  exporterName: z.string().optional(),
  currency: currency.optional(),
  amount: decimalText.optional(),
  exportedOn: day.optional(),
  orderIds: z.array(z.string()).optional(),
  creditIds: z.array(z.string()).optional(),
})
export type CustomsPaper = z.infer<typeof CustomsPaper>

/** One entry of the usage ledger: which paper served which receipt with how much. */
export const PaperUse = z.strictObject({
  docType: z.enum(['order', 'waybill', 'customsDoc']),
  docId: z.string(),
  amount: decimalText,
  usedBy: z.string(),
  usedOn: day.optional(),
})
export type PaperUse = z.infer<typeof PaperUse>

export const Contract = z.strictObject({
  id: z.string(),
  type: z.enum(['agencyExport', 'integratedService', 'payOnBehalf']),
  principalUscc: z.string().optional(),
  agentUscc: z.string().optional(),
})
export type Contract = z.infer<typeof Contract>
