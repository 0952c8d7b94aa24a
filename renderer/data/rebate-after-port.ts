import type { PrintDocument } from '#shared/print/document'
import type { Language, Text } from '#shared/model/text'
import type { DeclarationItem } from '#shared/model/rebate/export-line'
import type { ReturnStanding } from '#shared/rebate/book/returned'
import type { Handbook } from '#shared/model/rebate/handbook'
import type { LetterLine, RebateLetter } from '#shared/rebate/life/letters'
import type { Settlement, SettlementGiven, SettlementState } from '#shared/rebate/settlement'
import type { Taxed, TaxedRecord } from '#shared/rebate/taxed'
import type { LineState } from '#shared/rebate/life/states'

/** Goods in a warehouse abroad whose refund was claimed before they were sold. Quantities in the deal unit, amounts in CNY. */
export type PreRefundRow = {
  key: string
  name: string
  unit: string
  batchNo: string
  exportDate: string
  line: LineState
  qty: string
  refund?: string
  paidOn?: string
  /** First and last day of 核算. */
  window?: [string, string]
  state: SettlementState
  settlement?: Settlement
  /** All of it, or a part, was given back: once sold that may be claimed as usual. */
  reclaimable: boolean
}

/** A supplier of invoices that claimed lines rest on. */
export type LetterSupplier = {
  sellerTaxNo: string
  sellerName: string
  invoices: { number: string; keys: string[] }[]
}
/** A 报关单 with lines the tax office has a claim of; `linkless`: of a 生产企业, whose claim names no invoice. */
export type LetterDeclaration = { no: string; batchNo: string; linkless: boolean; keys: string[] }
export type RebateLetterRow = RebateLetter & { id: string; lines: LetterLine[]; held: string; age: number }

/** An export that is taxed as sold at home. `why`: of the rule that decided. */
export type TaxedRow = Taxed & {
  key: string
  name: string
  exportDate: string
  decidedBy: string
  why: Text
  fobCny?: string
  record: TaxedRecord
}

/** A handbook of processing trade with what went out under it in this book. `ratio`: planned or, once written off, adjusted. */
export type HandbookRow = Handbook & {
  ratio?: string
  adjusted: boolean
  items: number
  fobCny: string
  bonded: string
}

/** An item of a 报关单 that came back, where its refund stands and what is left to do. Quantities in the deal unit, CNY. */
export type ReturnedRow = ReturnStanding & {
  key: string
  name: string
  unit: string
  qty: string
  exportDate: string
  state: LineState
  batch: string
  batchNo: string
  returned: NonNullable<DeclarationItem['returned']>
}

/** What follows a claim, or stands in its place: pre-refunds settled, letters of the office, sales taxed as at home, handbooks. */
export type RebateAfterPort = {
  /** 退（免）税业务类型 of whole links: `HWC-YT` or '' for an ordinary claim. Refused with `line-claimed` while the office has them. */
  markRebateLinks(batch: string, linkNos: string[], businessType: string, why: string): Promise<void>
  rebatePreRefunds(asOf: string): Promise<PreRefundRow[]>
  /** 核算. Refused with what is missing (see `settlePreRefund`); a settled one is refused with `settled`. */
  settleRebatePreRefund(key: string, given: SettlementGiven, why: string): Promise<Settlement>
  /**
   * What its settlement gave back is claimed as usual: the line leaves its batch, its links dissolve, or keep the part that was
   * sold where it was claimed.
   */
  reclaimRebateLine(key: string, why: string): Promise<void>
  /** Items that came back, as the returns of the book tell it; what is to be done soonest first. */
  rebateReturned(): Promise<ReturnedRow[]>
  letterSuppliers(): Promise<LetterSupplier[]>
  /** Newest first. */
  rebateLetters(asOf: string): Promise<RebateLetterRow[]>
  /** 报关单 a letter can hold: with lines the office has, those of a 生产企业 first. */
  letterDeclarations(): Promise<LetterDeclaration[]>
  /**
   * A letter about these invoices, 报关单 or both: the lines claimed on them are held where their state allows it. Refused with
   * `letter-empty` when it names neither, and with `letter-declaration` for a 报关单 no claim here knows.
   */
  sendRebateLetter(
    letter: Pick<
      RebateLetter,
      'number' | 'sellerTaxNo' | 'sellerName' | 'invoices' | 'declarations' | 'sentOn' | 'note'
    >,
    why: string,
  ): Promise<{ held: number; left: { key: string; state: LineState }[] }>
  /** How it was answered; lines nothing else holds go on when it is clear. */
  answerRebateLetter(
    id: string,
    answer: { on: string; outcome: NonNullable<RebateLetter['outcome']>; note: string },
    why: string,
  ): Promise<{ released: number }>
  /** Every export of this book that is taxed, with what it owes and by when. */
  rebateTaxed(asOf: string): Promise<TaxedRow[]>
  /** The same for print, each output VAT with its formula and what was put in. */
  rebateTaxedPrint(asOf: string, language: Language, software?: string): Promise<PrintDocument>
  keepRebateTaxed(key: string, record: TaxedRecord, why: string): Promise<void>
  rebateHandbooks(): Promise<HandbookRow[]>
}
