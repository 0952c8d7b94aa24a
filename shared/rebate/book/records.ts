import { z } from 'zod'
import { day, decimalText, field, instant } from '../../model/field'
import { fxKinds } from '../../model/rebate/fx-rate'
import { ManufacturerPeriod } from '../amounts/manufacturer-period'
import { paperKinds } from '../filing-papers'
import { lineEvents } from '../life/states'
import { Settlement } from '../settlement'
import { TaxedRecord } from '../taxed'
import { AmountDocument, FilingDocuments, ForexReceipt, RebateSettings } from '../../model/rebate/claim'
import { CancelledRefund, quantity, rate } from '../../model/rebate/common'
import { TreatmentLine } from '../../model/rebate/export-line'

/** What an officer answers about lines: facts that no paper holds. Absent: nobody has said so. */
export const RebateAnswers = TreatmentLine.pick({
  goodsSource: true,
  otherPapersComplete: true,
  inputUncredited: true,
  departed: true,
  bookedAsSale: true,
  notBookedReason: true,
  soldQty: true,
  fxStatus: true,
  buyer: true,
  zoneEntry: true,
  zoneExit: true,
  goodsClass: true,
  noInvoiceExemptionClaimed: true,
  cancelledListException: true,
  riskAnswers: true,
  paperFaults: true,
  entrusted: true,
  agencyFormalities: true,
  consumptionTaxGoods: true,
  consumptionTaxRate: true,
  consumptionTaxPerUnit: true,
  consumptionTaxUnit: true,
  originalValue: true,
  accumulatedDepreciation: true,
  mainMaterial: true,
  annex8: true,
})
  .partial()
  .extend({
    exportInvoiceNo: z.string().optional(),
    /** 备注 of the detail tables. */
    remark: z.string().optional(),
    extensionCode: z.string().optional(),
    businessType: z.string().optional(),
    /** 消费税专用缴款书 or its 分割单. */
    consumptionTaxVoucher: z.string().optional(),
    /** Main raw material of goods that follow its policy (B09): one of the list, and its share of the cost. */
    materialCode: z.string().optional(),
    materialShare: rate.optional(),
    /** Day the contract gives the buyer to pay, where it is later than the ordinary term (F05). */
    fxContractDate: day.optional(),
    /** Of an item whose papers here do not tell it. */
    exportDate: day.optional(),
  })
export type RebateAnswers = z.infer<typeof RebateAnswers>

/** 批次: one claim of one period. Numbers are never given twice. */
export const RebateBatch = z.object({
  period: field(z.string().regex(/^\d{6}$/), 'business', '所属期', 'Period'),
  number: field(z.string().regex(/^\d{3}$/), 'business', '批次', 'Batch'),
  kind: field(z.enum(['trading', 'manufacturer']), 'business', '企业类型', 'Kind'),
  note: field(z.string(), 'business', '备注', 'Note'),
  createdAt: instant,
  /** Exported: neither lines nor links change until it is taken back. */
  locked: z.boolean(),
  /** When its newest pre-check ended. */
  checkedAt: instant.optional(),
  /** The last 自检: where it was made and how many 疑点 it gave. */
  selfCheck: z
    .object({ at: instant, service: z.string(), lines: z.int(), blocking: z.int(), warning: z.int() })
    .optional(),
  answers: RebateAnswers,
  manufacturer: ManufacturerPeriod.omit({ exports: true, period: true }).optional(),
  /** Findings somebody has dealt with, by their id. */
  dealt: z.record(z.string(), z.object({ reason: z.string().min(1), who: z.string(), at: instant })),
})
export type RebateBatch = z.infer<typeof RebateBatch>

export const LineFact = z.object({
  event: z.enum(lineEvents),
  on: day,
  by: z.string(),
  text: z.string().optional(),
  amount: decimalText.optional(),
})

/** One exported item as far as anything was done about its refund; kept for good once it was claimed. */
export const RebateLine = z.object({
  no: field(z.string(), 'business', '报关单号', 'Declaration number'),
  item: field(z.int().positive(), 'business', '项号', 'Item'),
  exportDate: field(day, 'business', '出口日期', 'Export date'),
  /** Id of the batch; '' while it is in none. */
  batch: z.string(),
  /** Import that brought the item, '' where none did. */
  importId: z.string(),
  answers: RebateAnswers,
  /** 收汇状态 as the 收汇台账 knew it when it was joined; what somebody answered about the line goes before it. */
  fxStatus: TreatmentLine.shape.fxStatus.optional(),
  history: z.array(LineFact),
  /** When its history grew last: a pre-check that is newer looked at it. */
  touchedAt: instant,
  /** Expected refund when it was claimed. */
  refund: decimalText.optional(),
  /** Quantity that was claimed of it, kept when it was claimed. */
  claimed: quantity.optional(),
  /** What of it was claimed before its sale, kept when it was claimed; without `refund` for a manufacturer. */
  preRefund: z.object({ qty: quantity, refund: decimalText.optional() }).optional(),
  /** Of a 生产企业: its claim knows no 关联号, so that a line waits for no 配单. */
  linkless: z.boolean().optional(),
  /** Of a 生产企业: what of the item stays claimed and what is lost, while the rest that its settlement gave back is claimed anew. */
  earlier: z.object({ kept: quantity, lost: quantity }).optional(),
  /** 核算 of what was refunded before the sale. */
  settlement: Settlement.optional(),
  /** 所属期 in which it was declared exempt. */
  exemptIn: z.string().optional(),
  /** 视同内销: how it was accounted for. */
  taxed: TaxedRecord.optional(),
})
export type RebateLine = z.infer<typeof RebateLine>

/** 关联号: both sides of it. `imports`: those whose invoices it uses. */
export const RebateLink = z.object({
  linkNo: field(z.string().min(1), 'business', '关联号', 'Link number'),
  batch: z.string(),
  hsCode: field(z.string(), 'business', '商品代码', 'HS code'),
  exports: z.array(z.object({ declarationNo: z.string(), item: z.int().positive(), qty: quantity })),
  purchases: z.array(
    z.object({ invoiceNumber: z.string(), line: z.int().positive(), qty: quantity, net: decimalText }),
  ),
  /** 退（免）税业务类型 where it has one: HWC-YT is a pre-refund of goods in a warehouse abroad. */
  businessType: z.string().optional(),
  imports: z.array(z.string()),
})
export type RebateLink = z.infer<typeof RebateLink>

/** One pre-check of a batch. `packed`: what it found, compressed; `rests`: what it rested on, to see that something changed. */
export const RebateRun = z.object({
  batch: z.string(),
  run: z.int().positive(),
  at: instant,
  who: z.string(),
  asOf: day,
  library: z.string(),
  /** Day of that library, and the table of exchange rates that was used, with its day. */
  libraryDay: day.optional(),
  rates: z.string().optional(),
  lines: z.int(),
  counts: z.object({ blocking: z.int(), warning: z.int(), info: z.int() }),
  refund: decimalText,
  rests: z.string(),
  /** Milliseconds the check took, and lines that had to be judged anew. */
  ms: z.int().nonnegative().optional(),
  judged: z.int().nonnegative().optional(),
  packed: z.string(),
})
export type RebateRun = z.infer<typeof RebateRun>

/** What is known of the papers of one 报关单. Files stay where they are: name, number and digest are kept. */
export const RebatePapers = z.object({
  declarationNo: field(z.string().min(1), 'business', '报关单号', 'Declaration number'),
  purchased: z.boolean(),
  brokered: z.boolean(),
  files: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(paperKinds),
      number: z.string(),
      sha256: z.string().optional(),
      substitute: z.boolean().optional(),
      note: z.string().optional(),
    }),
  ),
  place: z.string(),
  kept: z.enum(['paper', 'image', 'digital']),
  exportInvoices: z.array(AmountDocument),
  contracts: z.array(AmountDocument),
  receipts: z.array(ForexReceipt),
  filing: FilingDocuments.omit({ declarationNo: true }),
})
export type RebatePapers = z.infer<typeof RebatePapers>

/** How this enterprise claims. */
export const RebateRules = z.object({
  settings: RebateSettings,
  numbers: z.object({ serialDigits: z.union([z.literal(4), z.literal(8)]), withBatch: z.boolean() }),
  fx: z.object({
    kind: z.enum(fxKinds),
    choices: z.array(
      z.object({ policy: z.enum(['saleDay', 'monthFirst']), from: day, reason: z.string().optional() }),
    ),
    firstDayGap: z.enum(['stop', 'next', 'previous']),
  }),
  /** 取消出口退（免）税清单, as it was taken from the announcements (B04). Absent: none was given, and the rule is not asked. */
  cancelledRefunds: z.array(CancelledRefund).optional(),
  /** 免税月报: what holds for all its 清单, and what it does where the law is open. */
  exempt: z
    .object({
      platformRecordComplete: z.boolean().optional(),
      clearedAtZoneCustoms: z.boolean().optional(),
      /** Why it declares exempt what the law leaves open (口径待确认); absent: it does not. */
      openReason: z.string().min(1).optional(),
    })
    .optional(),
})
export type RebateRules = z.infer<typeof RebateRules>

export const defaultRules: RebateRules = {
  settings: {},
  numbers: { serialDigits: 8, withBatch: true },
  fx: { kind: 'centralParity', choices: [], firstDayGap: 'stop' },
}

/** The numbers that were given. `change` grows with every link written, so that no two windows use one quantity twice. */
export const RebateSerials = z.object({
  links: z.record(z.string(), z.int()),
  batches: z.record(z.string(), z.int()),
  change: z.int(),
})
export type RebateSerials = z.infer<typeof RebateSerials>
export const noSerials: RebateSerials = { links: {}, batches: {}, change: 0 }
