import { z } from 'zod'
import { refuseUnrealDays } from '../../time/real-days'
import { common, currency, day, decimalText, Subject } from './common'
import { BankCredit, DraftForm, Quote, RegistrationForm, RmbStatement } from './credit'
import { PlatformReport, StockLine, WarehouseLot } from './netting'
import { Contract, CustomsPaper, PaperUse, PaymentLine, SaleOrder, SaleWaybill, WarehouseOut } from './papers'

/** Receipts to be checked. A section left out is outside the check; an empty one means that there is none. */
export const ReceiptInput = z.strictObject({
  ...common,
  bankCredits: z.array(BankCredit),
  paymentLines: z.array(PaymentLine).optional(),
  orders: z.array(SaleOrder).optional(),
  waybills: z.array(SaleWaybill).optional(),
  warehouseOuts: z.array(WarehouseOut).optional(),
  customsDocs: z.array(CustomsPaper).optional(),
  platformReports: z.array(PlatformReport).optional(),
  usageLedger: z.array(PaperUse).optional(),
  contracts: z.array(Contract).optional(),
  registrationForms: z.array(RegistrationForm).optional(),
  quotes: z.array(Quote).optional(),
  draftForms: z.array(DraftForm).optional(),
  rmb: z.array(RmbStatement).optional(),
})
export type ReceiptInput = z.infer<typeof ReceiptInput>

/** Receipts as a file hands them to the command line, with the day they are checked on. */
export const ForexPrecheckFile = ReceiptInput.extend({ asOf: day }).superRefine((facts, context) => {
  refuseUnrealDays(facts, context)
  facts.bankCredits.forEach(({ amount }, at) => {
    if (!amount.startsWith('-')) return
    const message = 'a credit is not negative; money that went back is a refund'
    context.addIssue({ code: 'custom', path: ['bankCredits', at, 'amount'], message })
  })
})
export type ForexPrecheckFile = z.infer<typeof ForexPrecheckFile>

export const TradeCredit = z.strictObject({
  id: z.string(),
  type: z.enum(['advanceReceipt', 'deferredReceipt']),
  receiptDate: day.nullable().optional(),
  exportDate: day.nullable().optional(),
  expectedExport: day.nullable().optional(),
  expectedReceipt: day.nullable().optional(),
  amount: decimalText.optional(),
  currency: currency.optional(),
  reportedOn: day.nullable().optional(),
  /** What was reported, where it was. */
  reportedAmount: decimalText.optional(),
  reportedExpected: day.optional(),
})
export type TradeCredit = z.infer<typeof TradeCredit>

export const DutyInput = z.strictObject({
  ...common,
  tradeCredits: z.array(TradeCredit).optional(),
  bankCredits: z.array(BankCredit).optional(),
  changes: z
    .array(
      z.strictObject({
        id: z.string(),
        what: z.enum(['name', 'uscc', 'legalRepresentative', 'contact', 'registeredAddress']),
        changedOn: day,
        filedOn: day.nullable().optional(),
      }),
    )
    .optional(),
  advances: z
    .array(
      z.strictObject({
        id: z.string(),
        cost: z.enum(['warehousing', 'logistics', 'tax']).optional(),
        advancedBy: z.enum(['logistics', 'courier', 'platform']).optional(),
        affiliated: z.boolean(),
        advancedOn: day,
        repaidOn: day.nullable(),
      }),
    )
    .optional(),
  warehouseExports: z.array(z.strictObject({ id: z.string(), exportDate: day })).optional(),
  archives: z.array(z.strictObject({ id: z.string(), archivedOn: day })).optional(),
  preRefunds: z
    .array(
      z.strictObject({
        id: z.string(),
        settledOn: day,
        preRefund: decimalText,
        actual: decimalText.optional(),
      }),
    )
    .optional(),
  offshoreResales: z
    .array(z.strictObject({ id: z.string(), paymentDate: day, receiptDate: day, firstLegUsd: decimalText }))
    .optional(),
  reExports: z
    .array(z.strictObject({ id: z.string(), receipt: decimalText, payment: decimalText }))
    .optional(),
  /** Declarations that were filed, beside what the ledger holds now. */
  filedDeclarations: z
    .array(
      z.strictObject({
        id: z.string(),
        filed: z.strictObject({ amount: decimalText, code: z.string() }),
        now: z.strictObject({ amount: decimalText, code: z.string() }),
      }),
    )
    .optional(),
  keptAbroad: z.array(z.strictObject({ id: z.string(), currency, amount: decimalText })).optional(),
})
export type DutyInput = z.infer<typeof DutyInput>

export const RegistrationInput = z.strictObject({
  ...common,
  events: z
    .array(
      z.strictObject({
        id: z.string(),
        date: day,
        direction: z.enum(['receipt', 'payment']),
        currency,
        amount: decimalText,
      }),
    )
    .optional(),
  applicationDate: day.optional(),
})
export type RegistrationInput = z.infer<typeof RegistrationInput>

export const refundDocuments = [
  'creditAdvice',
  'contractOrCustomsDoc',
  'reasonStatement',
  'returnAgreementOrReturnDoc',
] as const

export const Refund = z.strictObject({
  id: z.string(),
  kind: z.enum(['goods', 'service']).default('goods'),
  originalDate: day,
  refundDate: day,
  currency,
  amount: decimalText,
  originalAmount: decimalText.optional(),
  sameRoute: z.boolean(),
  sameParties: z.boolean().optional(),
  registrationFormNo: z.string().nullable().optional(),
  documents: z.array(z.enum(refundDocuments)).optional(),
  /** The receipt was converted to CNY. */
  converted: z.boolean().optional(),
  /** The goods come back: days of their export and of its release. */
  goodsBack: z.strictObject({ exportedOn: day, releasedOn: day }).optional(),
})
export type Refund = z.infer<typeof Refund>

export const RefundInput = z.strictObject({ ...common, refunds: z.array(Refund) })
export type RefundInput = z.infer<typeof RefundInput>

export const WarehouseInput = z.strictObject({
  ...common,
  lots: z.array(WarehouseLot),
  ledger: z.array(StockLine),
})
export type WarehouseInput = z.infer<typeof WarehouseInput>

export const IndividualInput = z.strictObject({
  ...common,
  bankCredits: z.array(BankCredit),
  evidence: z
    .array(
      z.strictObject({
        id: z.string(),
        creditId: z.string(),
        amount: decimalText,
        kind: z.enum(['transactionInfo', 'documents']).optional(),
      }),
    )
    .optional(),
  payees: z
    .array(
      z.strictObject({ id: z.string(), name: z.string(), store: z.string(), amount: decimalText, currency }),
    )
    .optional(),
})
export type IndividualInput = z.infer<typeof IndividualInput>

const flow = { imports: decimalText, exports: decimalText, receipts: decimalText, payments: decimalText }

export const FiguresInput = z.strictObject({
  subject: Subject.optional(),
  flows: z.strictObject(flow).optional(),
  balances: z
    .strictObject({
      advanceReceipts: decimalText,
      advancePayments: decimalText,
      deferredReceipts: decimalText,
      deferredPayments: decimalText,
    })
    .partial()
    .optional(),
  /** Indicators as SAFE's account shows them, to be taken apart. */
  reported: z
    .strictObject({
      totalDifference: decimalText,
      scale: decimalText,
      fundsGoodsRatio: decimalText,
      creditBalance: decimalText,
      creditBalanceRatio: decimalText,
    })
    .partial()
    .optional(),
  insurance: z
    .strictObject({
      coverPct: decimalText,
      capPerBuyer: decimalText,
      currency: currency.optional(),
      losses: z.array(z.strictObject({ id: z.string(), amount: decimalText })),
    })
    .optional(),
  policyFinance: z
    .strictObject({
      invoice: decimalText,
      buyerLimit: decimalText,
      advancePct: decimalText,
      tenorDays: z.int(),
      maxTenorDays: z.int(),
    })
    .optional(),
  /** A quarter as the platform told the tax office, beside the ledger. */
  platformIncome: z
    .strictObject({ platform: z.string(), reported: decimalText, booked: decimalText })
    .optional(),
})
export type FiguresInput = z.infer<typeof FiguresInput>
