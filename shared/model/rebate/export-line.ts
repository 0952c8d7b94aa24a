import { z } from 'zod'
import { currency, day, decimalText, field } from '../field'
import { FeeItem, quantity, rate, tradeTerms } from './common'

/** One item of an export 报关单 with the head it needs; a 9610 汇总报关单 is one too. */
export const DeclarationItem = z.object({
  no: field(z.string(), 'business', '报关单号', 'Declaration number'),
  item: field(z.int().positive(), 'business', '项号', 'Item'),
  hsCode: field(z.string(), 'business', '商品代码', 'HS code'),
  /** The extension code of the 文库 picked for the actual goods. */
  extensionCode: field(z.string().optional(), 'business', '扩展码', 'Extension code'),
  name: field(z.string(), 'business', '商品名称', 'Name'),
  qty: field(quantity.optional(), 'business', '成交数量', 'Quantity'),
  unit: field(z.string().optional(), 'business', '成交单位', 'Unit'),
  qty1: field(quantity.optional(), 'business', '法定第一数量', 'First statutory quantity'),
  unit1: field(z.string().optional(), 'business', '法定第一单位', 'First statutory unit'),
  qty2: field(quantity.optional(), 'business', '法定第二数量', 'Second statutory quantity'),
  unit2: field(z.string().optional(), 'business', '法定第二单位', 'Second statutory unit'),
  exportDate: field(day, 'business', '出口日期', 'Export date'),
  declareDate: field(day.optional(), 'business', '申报日期', 'Declared on'),
  /** Day the sale was booked. */
  revenueDate: field(day.optional(), 'business', '销售入账日期', 'Booked on'),
  supervisionMode: field(z.string().regex(/^\d{4}$/), 'business', '监管方式', 'Mode'),
  tradeTerms: field(tradeTerms.optional(), 'business', '成交方式', 'Terms'),
  amount: field(decimalText.optional(), 'business', '总价', 'Total'),
  currency: field(currency.optional(), 'business', '币制', 'Currency'),
  freight: FeeItem.optional(),
  insurance: FeeItem.optional(),
  other: FeeItem.optional(),
  destination: field(z.string().optional(), 'business', '运抵国', 'Country of arrival'),
  originPlace: field(z.string().optional(), 'business', '境内货源地', 'Domestic source'),
  netWeight: field(quantity.optional(), 'business', '净重', 'Net weight'),
  consignor: field(z.string().optional(), 'business', '境内发货人', 'Consignor'),
  consignorTaxNo: field(z.string().optional(), 'business', '发货人税号', 'Taxpayer number of the consignor'),
  /** 备案号: 手册 or 账册 of processing trade the item went out under. */
  handbookNo: field(z.string().optional(), 'business', '备案号（手册、账册）', 'Handbook'),
  agentBroker: field(z.string().optional(), 'business', '申报单位', 'Broker'),
  /** What of it came back: quantity in its deal unit, absent where that cannot be told; day of the last return, their numbers. */
  returned: z.object({ qty: quantity.optional(), on: day, by: z.array(z.string()) }).optional(),
})
export type DeclarationItem = z.infer<typeof DeclarationItem>

export const voucherTypes = [
  'vatSpecial',
  'customsPayment',
  'vatOrdinary',
  'govNonTax',
  'auctionWithReceipt',
  'restructuringTransfer',
  'farmPurchase',
  'scrapPurchase',
] as const
export const VoucherType = z.enum(voucherTypes)
export type VoucherType = z.infer<typeof VoucherType>

/** Answers that end refund and exemption alike. */
export const riskAnswers = [
  'falseFilingDocuments',
  'forgedVoucher',
  'fakeSelfOperated',
  'goodsNotOwned',
  'refundSuspended',
] as const

/** What decides the treatment of one export line. A fact that is absent is false, an absent list is empty. */
export const TreatmentLine = z.object({
  line: z.string(),
  declaration: DeclarationItem,
  goodsSource: z.enum(['purchased', 'own', 'deemedOwn', 'usedEquipment']),
  vouchers: z.array(z.object({ type: VoucherType, number: z.string().optional() })),
  otherPapersComplete: z.boolean().optional(),
  inputUncredited: z.boolean().optional(),
  departed: z.boolean(),
  bookedAsSale: z.boolean(),
  notBookedReason: z.enum(['sample', 'exhibit', 'unsoldOverseasWarehouse', 'other']).optional(),
  fxStatus: z.enum(['collected', 'pending', 'deemedCollected', 'cannotCollect', 'overdue']),
  buyer: z.enum(['overseas', 'zoneEntity']),
  zoneEntry: z.enum(['comprehensiveBonded', 'bondedPort', 'zhuhaiMacaoPark', 'bondedLogisticsB']).optional(),
  zoneExit: z.boolean().optional(),
  /** 9810: what of the item the ledger of the warehouse abroad shows as sold when it is claimed. */
  soldQty: quantity.optional(),
  goodsClass: z.enum(['general', 'dailyConsumer', 'transportVehicle']).optional(),
  ecommerceList: z
    .object({
      invtNo: z.string().optional(),
      statisticsFlag: z.enum(['A', 'B']),
      platformRecordComplete: z.boolean().optional(),
      clearedAtZoneCustoms: z.boolean().optional(),
    })
    .optional(),
  noInvoiceExemptionClaimed: z.boolean().optional(),
  cancelledListException: z.enum(['bidWonMechanical', 'listedRawMaterial', 'zoneGoods']).optional(),
  riskAnswers: z.array(z.enum(riskAnswers)).optional(),
  /** Faults of 公告2013年第12号 第五条第（九）项, by number 1–14. */
  paperFaults: z.array(z.int().min(1).max(14)).optional(),
  /** Exported for another, and whether agreement and 代理出口货物证明 exist. */
  entrusted: z.boolean().optional(),
  agencyFormalities: z.boolean().optional(),
  consumptionTaxGoods: z.boolean().optional(),
  /**
   * Consumption tax paid before, by its 专用缴款书 or the invoice: the ad valorem rate (从价), and CNY for one of a unit of the
   * 报关单 (从量); goods under both (复合计征) have both.
   */
  consumptionTaxRate: rate.optional(),
  consumptionTaxPerUnit: quantity.optional(),
  consumptionTaxUnit: z.string().optional(),
  /** 已使用过的设备: by the card of the asset. */
  originalValue: decimalText.optional(),
  accumulatedDepreciation: decimalText.optional(),
  mainMaterial: z.object({ code: z.string(), costShare: rate, annex9: z.boolean() }).optional(),
  annex8: z.boolean().optional(),
  claimedOn: day.optional(),
  /** An earlier claim of it stands with the office: what follows is said of that claim, not of this one. */
  claimStands: z.boolean().optional(),
  exemptDeclaredOn: day.optional(),
})
export type TreatmentLine = z.infer<typeof TreatmentLine>
