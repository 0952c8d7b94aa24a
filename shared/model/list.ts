import { z } from 'zod'
import { day, decimalText, field, instant } from './field'
import { Override } from './override'

/** One customs document as element name → text, in no particular order; the field tables of `ceb/` give the order. */
export const CebDocument = z.object({
  head: z.record(z.string(), z.string()),
  lines: z.array(z.record(z.string(), z.string())).optional(),
})
export type CebDocument = z.infer<typeof CebDocument>

/** The record, revision and reference table a derived value came from; a newer source marks an unsent list 待更新. */
export const Provenance = z.object({ record: z.string(), id: z.string(), rev: z.int() })

/**
 * A derived value that an officer replaced in one 清单, with the reason. `derived`: what stood there by the sources; when they
 * say something else later, the override has to be confirmed or dropped. `line` counts from 1, absent for the head.
 */
export const FieldOverride = Override.extend({
  orderNo: z.string(),
  document: z.string(),
  line: z.int().positive().optional(),
  element: z.string(),
})
export type FieldOverride = z.infer<typeof FieldOverride>

const text = z.object({ zh: z.string(), en: z.string() })

/** What a rule remarked without refusing (an unknown code of an incomplete table, say). `path` names the element. */
export const ListWarning = z.object({
  document: z.string(),
  path: z.string(),
  rule: z.string(),
  value: z.string(),
  message: text,
  fix: text,
  /** What the rule says in general, and how sure that is; absent of the rules of a message, which are read from it. */
  why: text.optional(),
  strength: z.enum(['primary', 'to-confirm', 'house']).optional(),
  /** The record in which it is mended; lists built by older versions do not tell. */
  source: z
    .object({
      record: z.enum(['order', 'goods', 'template', 'waybill', 'payment', 'enterprise', 'zone']),
      key: z.string(),
      field: z.string(),
    })
    .optional(),
})
export type ListWarning = z.infer<typeof ListWarning>

/**
 * What a 清单 of retail import comes to by the limits and taxes of the law, as far as this book knows. Amounts in CNY.
 * An estimate: customs says what is really due.
 */
export const RetailEstimate = z.object({
  /** Day from which the law that was applied is in force. */
  law: day,
  /** 完税价格: goods, freight and insurance. */
  dutiable: decimalText,
  /** Share of VAT and consumption tax that is levied, 1 when one article above the limit of an order pays in full. */
  share: decimalText,
  /** Absent while the goods master lacks a rate; `missing` names the SKUs. */
  tax: z
    .object({ duty: decimalText, consumption: decimalText, vat: decimalText, total: decimalText })
    .optional(),
  missing: z.array(z.string()).optional(),
  /** What this person bought this year by other 清单 of this book: a lower bound, others sell too. */
  knownYear: decimalText,
})
export type RetailEstimate = z.infer<typeof RetailEstimate>

/** 清单 with its dossier: the documents that are sent for one declared (sub-)order. Business key: copNo. */
export const DeclarationList = z.object({
  copNo: field(z.string().max(30), 'business', '企业唯一编号', 'Own number'),
  tradeMode: field(z.string(), 'business', '贸易方式', 'Trade mode'),
  platform: field(z.string(), 'business', '平台', 'Platform'),
  shop: field(z.string(), 'business', '店铺', 'Shop'),
  /** The number that is declared; differs from the platform's for 拆单 (`原单号-1`) and 合单. */
  orderNo: field(z.string(), 'business', '申报订单号', 'Declared order number'),
  originalOrderNos: field(z.array(z.string()), 'business', '平台订单号', 'Platform order numbers'),
  logisticsNo: field(z.string(), 'business', '运单号', 'Waybill number'),
  country: field(z.string(), 'business', '运抵国', 'Country of arrival'),
  currency: field(z.string(), 'business', '币制', 'Currency'),
  amount: field(decimalText, 'business', 'FOB金额', 'FOB amount'),
  pieces: field(z.int(), 'business', '件数', 'Parcels'),
  grossWeight: field(decimalText, 'business', '毛重', 'Gross weight'),
  netWeight: field(decimalText, 'business', '净重', 'Net weight'),
  /** Only what this enterprise transmits itself: a document another party answers for is absent, never made. */
  documents: z.object({
    order: CebDocument.optional(),
    receipts: CebDocument.optional(),
    logistics: CebDocument.optional(),
    inventory: CebDocument,
  }),
  warnings: z.array(ListWarning).optional(),
  overrides: z.array(FieldOverride).optional(),
  retail: RetailEstimate.optional(),
  preNo: field(z.string().optional(), 'business', '电子口岸编号', 'E-port number'),
  invtNo: field(z.string().optional(), 'business', '清单编号', 'Customs list number'),
  attempt: field(z.int().positive(), 'public', '第几次申报', 'Attempt'),
  builtAt: field(instant, 'public', '生成时间', 'Built at'),
  businessDay: field(day, 'public', '业务日期', 'Business day'),
  provenance: z.array(Provenance),
})
export type DeclarationList = z.infer<typeof DeclarationList>
