import { z } from 'zod'
import { currency, day, decimalText, field } from '../field'
import { quantity, rate, tradeTerms } from './common'
import { taxpayer } from './enterprise'

/** One line of a purchase invoice or 缴款书. */
export const PurchaseInvoiceLine = z.object({
  line: field(z.int().positive(), 'business', '行号', 'Line'),
  name: field(z.string(), 'business', '货物名称', 'Goods'),
  taxCategoryCode: field(z.string().optional(), 'business', '税收分类编码', 'Tax category code'),
  spec: field(z.string().optional(), 'business', '规格型号', 'Specification'),
  /** As it stands there: it may be blank. */
  unit: field(z.string(), 'business', '单位', 'Unit'),
  qty: field(quantity, 'business', '数量', 'Quantity'),
  net: field(decimalText, 'business', '金额', 'Net amount'),
  rate: field(rate, 'business', '税率/征收率', 'Rate'),
  tax: field(decimalText, 'business', '税额', 'Tax'),
})
export type PurchaseInvoiceLine = z.infer<typeof PurchaseInvoiceLine>

/** A voucher of a purchase with its lines. */
export const PurchaseInvoice = z.object({
  number: field(z.string().min(1), 'business', '发票号码', 'Invoice number'),
  code: field(z.string().optional(), 'business', '发票代码', 'Invoice code'),
  kind: field(z.enum(['vatSpecial', 'vatOrdinary', 'customsPayment']), 'business', '发票票种', 'Kind'),
  form: field(z.enum(['digital', 'paper', 'electronic']).optional(), 'business', '发票来源', 'Form'),
  date: field(day, 'business', '开票日期', 'Issued on'),
  /** Day the supplier sent the goods. */
  dispatchDate: field(day.optional(), 'business', '发货日期', 'Dispatched on'),
  sellerName: field(z.string(), 'business', '销方名称', 'Seller'),
  sellerTaxNo: field(z.string(), 'business', '销方识别号', 'Taxpayer number of the seller'),
  sellerTaxpayer: field(taxpayer.optional(), 'business', '销方纳税人类型', 'Taxpayer type of the seller'),
  sellerRegion: field(z.string().optional(), 'business', '销方地区', 'Region of the seller'),
  sellerStatus: field(
    z.enum(['normal', 'nonNormal', 'absconded']).optional(),
    'business',
    '销方状态',
    'State of the seller',
  ),
  buyerName: field(z.string(), 'business', '购方名称', 'Buyer'),
  buyerTaxNo: field(z.string(), 'business', '购方识别号', 'Taxpayer number of the buyer'),
  lines: z.array(PurchaseInvoiceLine),
  status: field(
    z.enum(['normal', 'void', 'redReversed', 'abnormal']),
    'business',
    '发票状态',
    'State of the invoice',
  ),
  usage: field(z.enum(['rebate', 'credit', 'none']), 'business', '用途', 'Use'),
})
export type PurchaseInvoice = z.infer<typeof PurchaseInvoice>

/** The export side of a 关联号. */
export const ClaimExport = z.object({
  linkNo: z.string(),
  declarationNo: z.string(),
  item: z.int().positive(),
  qty: quantity,
  exportInvoiceNo: z.string().optional(),
  fobUsd: decimalText.optional(),
  /** 退（免）税业务类型; HWC-YT for the unsold part of an overseas warehouse. */
  businessType: z.string().optional(),
  /** 代理出口货物证明号 with its two-digit item. */
  agencyCertificateNo: z.string().optional(),
})
export type ClaimExport = z.infer<typeof ClaimExport>

/** The purchase side of a 关联号: which part of which invoice line. Quantity in the unit of the invoice. */
export const ClaimPurchase = z.object({
  linkNo: z.string(),
  invoiceNumber: z.string(),
  line: z.int().positive(),
  hsCode: z.string(),
  qty: quantity,
  net: decimalText,
  levyRate: rate.optional(),
  rebateRate: rate.optional(),
})
export type ClaimPurchase = z.infer<typeof ClaimPurchase>

/** A sum stated by another paper; without `item` it is that of the whole 报关单. */
export const AmountDocument = z.object({
  no: z.string(),
  declarationNo: z.string(),
  item: z.int().positive().optional(),
  tradeTerms: tradeTerms.optional(),
  amount: decimalText,
  currency,
})
export type AmountDocument = z.infer<typeof AmountDocument>

export const ForexReceipt = z.object({
  no: z.string(),
  date: day,
  payer: z.string().optional(),
  currency,
  amount: decimalText,
  declarationNo: z.string(),
  item: z.int().positive().optional(),
  /** The credit of the 收汇台账 it was joined from; absent of one that was typed. */
  credit: z.string().optional(),
})
export type ForexReceipt = z.infer<typeof ForexReceipt>

/** 备案单证 of one 报关单. */
export const FilingDocuments = z.object({
  declarationNo: z.string(),
  contracts: z.array(z.string()).optional(),
  transport: z.array(z.string()).optional(),
  broker: z.array(z.string()).optional(),
  packingNetWeight: quantity.optional(),
  transportNetWeight: quantity.optional(),
  freightOrigin: z.string().optional(),
})
export type FilingDocuments = z.infer<typeof FilingDocuments>

/** What earlier periods already used. */
export const Ledger = z.object({
  exports: z
    .array(
      z.object({
        declarationNo: z.string(),
        item: z.int(),
        period: z.string().optional(),
        batch: z.string().optional(),
      }),
    )
    .optional(),
  purchases: z
    .array(
      z.object({
        invoiceNumber: z.string(),
        line: z.int(),
        qty: quantity,
        net: decimalText,
        period: z.string().optional(),
        batch: z.string().optional(),
      }),
    )
    .optional(),
})
export type Ledger = z.infer<typeof Ledger>

/** Figures an enterprise sets itself (企业内部口径). */
export const RebateSettings = z.object({
  exchangeCostBand: z.tuple([rate, rate]).optional(),
  amountTolerance: decimalText.optional(),
  invoiceAfterExportDays: z.int().min(0).optional(),
  netWeightTolerance: rate.optional(),
  /** Which HS chapters a 税收分类编码 points to, by prefix. */
  taxCategoryChapters: z.array(z.object({ prefix: z.string(), chapters: z.array(z.string()) })).optional(),
})
export type RebateSettings = z.infer<typeof RebateSettings>

export const defaultSettings = {
  exchangeCostBand: ['5.0', '8.0'],
  amountTolerance: '1.00',
  invoiceAfterExportDays: 30,
  netWeightTolerance: '0.05',
  taxCategoryChapters: [],
} satisfies Required<RebateSettings>
