import { z } from 'zod'
import { fxKinds, FxRateRow } from './fx-rate'
import { Source } from '../order'
import { field } from '../field'
import { Handbook } from './handbook'
import { PurchaseInvoice, PurchaseInvoiceLine } from './claim'
import { RateEntry } from './common'
import { DeclarationItem } from './export-line'

/**
 * A purchase invoice as a file has it. `row` is where a line stands there; with `refusedRows` lines of it are missing, and
 * nothing may be claimed on it until they are mended.
 */
export const InvoiceFact = PurchaseInvoice.extend({
  record: z.literal('invoice'),
  lines: z.array(PurchaseInvoiceLine.extend({ row: z.int() })),
  refusedRows: z.array(z.int()).optional(),
  source: Source,
})
export type InvoiceFact = z.infer<typeof InvoiceFact>

/** One item of a 报关单 as a file has it. */
export const DeclarationFact = DeclarationItem.extend({
  record: z.literal('declaration'),
  kind: field(z.enum(['declaration']), 'public', '类型', 'Kind'),
  source: Source,
})
export type DeclarationFact = z.infer<typeof DeclarationFact>

/** One entry of a 文库. */
export const RateFact = RateEntry.extend({
  record: z.literal('rate'),
  kind: field(z.enum(['rate']), 'public', '类型', 'Kind'),
  source: Source,
})
export type RateFact = z.infer<typeof RateFact>

/** A handbook of processing trade. */
export const HandbookFact = Handbook.extend({
  record: z.literal('handbook'),
  source: Source,
})
export type HandbookFact = z.infer<typeof HandbookFact>

/** One quotation; `origin` says whose it is. */
export const FxFact = FxRateRow.omit({ source: true }).extend({
  record: z.literal('exchange-rate'),
  kind: field(z.enum(fxKinds), 'public', '汇率种类', 'Kind of rate'),
  origin: field(z.string(), 'public', '来源', 'Source of the rate'),
  source: Source,
})
export type FxFact = z.infer<typeof FxFact>
