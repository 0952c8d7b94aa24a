import { z } from 'zod'
import { currency, day, decimalText } from './common'

export const costClass = z.enum([
  'warehousing',
  'logistics',
  'tax',
  'commission',
  'advertising',
  'paymentFee',
  'storagePenalty',
  'compensation',
  'repair',
  'loanRepayment',
  'dividend',
  'equity',
])
export type CostClass = z.infer<typeof costClass>

/** A cost a platform took off. `documentId` null: no document; `ownGoods` false: for goods this firm did not export. */
export const CostLine = z.strictObject({
  id: z.string(),
  class: costClass,
  amount: decimalText,
  documentId: z.string().nullable().optional(),
  ownGoods: z.boolean().optional(),
  counterparty: z.string().optional(),
})
export type CostLine = z.infer<typeof CostLine>

/** The statement behind a netted receipt; `creditId` null: nothing was paid out. */
export const PlatformReport = z.strictObject({
  id: z.string(),
  creditId: z.string().nullable(),
  currency,
  from: day.optional(),
  to: day.optional(),
  counterparty: z.string().optional(),
  sales: decimalText,
  customerRefunds: decimalText,
  declaredValueOfSoldGoods: decimalText.optional(),
  costs: z.array(CostLine),
})
export type PlatformReport = z.infer<typeof PlatformReport>

/** Goods declared to an overseas warehouse. */
export const WarehouseLot = z.strictObject({
  docNo: z.string(),
  sku: z.string(),
  units: z.int(),
  unitValue: decimalText,
  currency,
  supervisionMode: z.enum(['9810', '0110']).optional(),
  exportedOn: day.optional(),
})
export type WarehouseLot = z.infer<typeof WarehouseLot>

/** What a warehouse says of one SKU. Scrapped from stock: units that were never sold. */
export const StockLine = z.strictObject({
  sku: z.string(),
  soldUnits: z.int(),
  avgPrice: decimalText,
  returnedRestocked: z.int().default(0),
  returnedScrapped: z.int().default(0),
  scrappedFromStock: z.int().default(0),
  stockCount: z.int().nullable().default(null),
})
export type StockLine = z.infer<typeof StockLine>
