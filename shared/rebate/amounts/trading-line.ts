import { z } from 'zod'
import { day, decimalText, quantity, rate } from '../../model/rebate/common'
import { taxpayer } from '../../model/rebate/enterprise'
import { VoucherType } from '../../model/rebate/export-line'

/** A part of a voucher used for one export line. */
export const PurchaseShare = z.object({
  voucher: VoucherType,
  invoiceNumber: z.string().optional(),
  invoiceLine: z.int().positive().optional(),
  sellerTaxpayer: taxpayer.optional(),
  qty: quantity.optional(),
  unitPrice: decimalText.optional(),
  net: decimalText.optional(),
  gross: decimalText.optional(),
  invoiceRate: rate.optional(),
  tax: decimalText.optional(),
  /** Part of `qty` that was exported on this line. */
  usedQty: quantity.optional(),
  content: z.enum(['goods', 'material', 'processing']).optional(),
})
export type PurchaseShare = z.infer<typeof PurchaseShare>

export const TradingLine = z.object({
  line: z.string(),
  linkNo: z.string().optional(),
  hsCode: z.string().optional(),
  exportDate: day.optional(),
  libraryRate: rate,
  levyRate: rate.optional(),
  purchases: z.array(PurchaseShare),
  /** 委托加工: the processing invoice with the material in it is the base. */
  consigned: z.boolean().optional(),
  consumptionTaxRate: rate.optional(),
  /** 从量: the quantity exported in the unit it is taxed by, and CNY for one of it. */
  consumptionTaxByQuantity: z.object({ qty: quantity, unit: z.string(), perUnit: quantity }).optional(),
  exportSales: decimalText.optional(),
  freight: decimalText.optional(),
  usedEquipment: z.object({ originalValue: decimalText, accumulatedDepreciation: decimalText }).optional(),
})
export type TradingLine = z.infer<typeof TradingLine>
