import { z } from 'zod'
import { refuseUnrealDays } from '../../time/real-days'
import {
  AmountDocument,
  ClaimExport,
  ClaimPurchase,
  FilingDocuments,
  ForexReceipt,
  Ledger,
  PurchaseInvoice,
  RebateSettings,
} from './claim'
import { CancelledRefund, day, RateLibrary } from './common'
import { RebateEnterprise } from './enterprise'
import { DeclarationItem, TreatmentLine } from './export-line'

const Facts = z.strictObject({
  asOf: day,
  lines: z.array(TreatmentLine),
  library: RateLibrary,
  newestLibrary: day.optional(),
  cancelledRefundList: z.array(CancelledRefund).optional(),
  claim: z.strictObject({
    enterprise: RebateEnterprise,
    settings: RebateSettings.optional(),
    declarations: z.array(DeclarationItem),
    invoices: z.array(PurchaseInvoice),
    exports: z.array(ClaimExport),
    purchases: z.array(ClaimPurchase),
    ledger: Ledger.optional(),
    exportInvoices: z.array(AmountDocument).optional(),
    contracts: z.array(AmountDocument).optional(),
    forexReceipts: z.array(ForexReceipt).optional(),
    filingDocuments: z.array(FilingDocuments).optional(),
  }),
})
/** The facts of one pre-check as a file: what `precheck` is given. */
export const PrecheckFile = Facts.superRefine(refuseUnrealDays)
export type PrecheckFile = z.infer<typeof PrecheckFile>
