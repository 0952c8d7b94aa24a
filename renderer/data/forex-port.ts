import type { CreditAnswers, CreditLine } from '#shared/forex/book/records'
import type { ForexRules, ForexSubject, NettingAnswers, ToldDifference } from '#shared/forex/book/records'
import type { NoteKind } from '#shared/model/forex/notes'
import type { DeskVerdict } from '#shared/model/forex/desk-verdict'
import type { Draw, Gap } from '#shared/forex/ledger/levels'
import type { FigureName } from '#shared/forex/ledger/month-figures'
import type { IndividualInput } from '#shared/model/forex/input'
import type { IndividualReport } from '#shared/forex/individuals'
import type { AnsweredForm, AnswersOf, FormKind } from '#shared/forex/book/forms'
import type { ReceiptForm } from '#shared/forex/outputs/receipt-form'
import type { RmbNote } from '#shared/forex/outputs/rmb-note'
import type { SettlementApplication } from '#shared/forex/outputs/settlement-application'
import type { PrintDocument } from '#shared/print/document'
import type { Language } from '#shared/model/text'
import type { ExportTable } from '#shared/rebate/tables/table'
import type { ForexAccountView, ForexPage, ForexQuery, ForexStatementView } from './forex-rows'
import type { ForexTable } from './forex-rows'
import type { RebateExchange } from './rebate-port'
import type { Filter } from './rows'
import type { WorkProgress } from './work-port'

import type {
  ForexLedgerTotals,
  ForexClaim,
  ForexCreditView,
  ForexSuggestion,
  ForexRunView,
  ForexFindingQuery,
  ForexFindingPage,
  ForexRateRow,
  ForexQuoteRow,
  ForexNoteView,
  ForexNoteDraft,
  ForexDuties,
  ForexEvidenceChoice,
  ForexEvidencePack,
  ForexMonthRow,
  ForexMonthView,
  ForexAggregate,
  ForexTables,
  ForexCollections,
} from './forex-views'

/**
 * 收汇与结汇. Part of `BookPort`; the same rules hold. Nothing is approved here: the best word is 可提交. Acts are undone by their
 * entry in the journal; only 锁账 has no way back. Acts on a month that is closed are refused with `month-closed`.
 */
export type ForexPort = {
  forexPage<T extends ForexTable>(query: ForexQuery<T>): Promise<ForexPage<T>>
  /** 收汇台账 below the line. Today's day is that of the book. */
  forexTotals(): Promise<ForexLedgerTotals>
  forexStatements(): Promise<ForexStatementView[]>
  forexAccounts(): Promise<ForexAccountView[]>
  /** SAFE's 折算率, newest month first. */
  forexRates(query: {
    currency?: string
    offset: number
    limit: number
  }): Promise<{ rows: ForexRateRow[]; total: number }>
  /** Currencies and months that receipts and their orders need and the book does not have. */
  forexMissingRates(): Promise<{ currency: string; month: string }[]>
  bankQuotes(query: {
    bank?: string
    currency?: string
    offset: number
    limit: number
  }): Promise<{ rows: ForexQuoteRow[]; total: number }>

  /** What was stated of the enterprise: type, 名录, class, thresholds. */
  forexSubject(): Promise<ForexSubject | undefined>
  setForexSubject(subject: ForexSubject, why: string): Promise<void>
  forexRules(): Promise<ForexRules>
  setForexRules(rules: ForexRules, why: string): Promise<void>
  /** Facts that no file tells: contracts, papers, warehouse, refunds, trade credit, changes. */
  forexNotes<K extends NoteKind>(kind: K): Promise<ForexNoteView<K>[]>
  /** Without `id` a new one. Refused with `invalid`, naming the field. */
  putForexNote<K extends NoteKind>(note: ForexNoteDraft<K>, why: string): Promise<{ id: string }>
  dropForexNotes(ids: string[], why: string): Promise<void>

  forexCredit(id: string): Promise<ForexCreditView>
  /** Payer, customer and text in clear; who, which and why are in the journal before they are given. */
  revealForexCredit(id: string, reason: string): Promise<{ payer: string; customer: string; text: string }>
  /** 认领. Presented ones are left and counted; refused with `claim-reason` when it leaves the flow without a reason. */
  claimForexCredits(
    credits: Filter,
    claim: ForexClaim,
    why: string,
  ): Promise<{ claimed: number; left: number }>
  /** Take claims back; links to orders stay. */
  unclaimForexCredits(credits: Filter, why: string): Promise<number>
  answerForexCredit(id: string, answers: CreditAnswers, why: string): Promise<void>
  /** The orders a credit paid, all of them at once. Refused with `not-linked` where an order is unknown or no amount. */
  linkForexOrders(id: string, lines: CreditLine[], why: string): Promise<void>
  explainForexCredit(id: string, differences: ForexCreditView['differences'], why: string): Promise<void>
  /** Costs by class, documents and the declared value of sold goods, for the statement behind a netted credit. */
  answerForexNetting(id: string, answers: NettingAnswers, why: string): Promise<void>

  /** What ties itself together, looked at first, then stored as one act. */
  suggestForexLinks(): Promise<ForexSuggestion>
  applyForexSuggestion(why: string): Promise<{ lines: number; ties: number }>
  /** Say whose payout a movement is, which credit a withdrawal became, what it drew on; empty takes that back. */
  tieForexMovement(
    id: string,
    tie: { settlementId?: string; creditId?: string; draws?: Omit<Draw, 'outId'>[] },
    why: string,
  ): Promise<void>
  /** Say which credit a settlement became that was paid straight to a bank; undefined takes that back. */
  tieForexSettlement(id: string, creditId: string | undefined, why: string): Promise<void>
  /** Every place where platform, institution and bank do not agree. */
  forexGaps(): Promise<Gap[]>

  /**
   * 结汇预检 of every receipt in the flow. Refused with `no-forex-subject` or `no-receipts`; stops between two parts by
   * `cancelForexCheck`.
   */
  runForexCheck(asOf: string, progress?: (p: WorkProgress) => void): Promise<ForexRunView | 'stopped'>
  cancelForexCheck(): Promise<void>
  /** Newest first. */
  forexRuns(): Promise<ForexRunView[]>
  forexFindings(query: ForexFindingQuery): Promise<ForexFindingPage>
  /** 已处理, with the reason; an empty reason takes that back. */
  dealWithForexFindings(credit: string, findings: string[], reason: string): Promise<void>
  /**
   * Take in what the forex desk said of the facts of the newest run, held against what the same rules say here. Refused with
   * `not-checked` while no run holds.
   */
  takeForexDesk(answer: { service: string; verdicts: DeskVerdict[] }, why: string): Promise<ForexRunView>
  /** Facts of the check of a day, of the newest run where it holds, as one JSON file that `yiguan precheck forex` reads. */
  forexExchange(asOf: string): Promise<RebateExchange>
  /** 个人: one person's receipts by their own rules. */
  checkForexIndividual(input: IndividualInput, asOf: string): Promise<IndividualReport>

  /** 涉外收入申报单 by the last verdict; undefined where the institution declares, or before a run. */
  forexReceiptForm(id: string, answers: AnswersOf['receipt']): Promise<ReceiptForm | undefined>
  /** 结汇申请 of a part of it; `no`: which application it is, absent a further one. */
  forexApplication(
    id: string,
    answers: AnswersOf['application'],
    no?: number,
  ): Promise<SettlementApplication | undefined>
  forexRmbNote(id: string, answers: AnswersOf['rmb']): Promise<RmbNote | undefined>
  /**
   * Store the answers of a form with who and when; they go into the evidence. Gives the number of an application. Refused with
   * `month-closed` after 锁账; an application with `too-much`, `orders-short`, or `application-submitted`.
   */
  keepForexForm(id: string, form: AnsweredForm, why: string): Promise<number>
  /** Take stored answers back, of applications the one of that number; refused like `keepForexForm`. */
  dropForexForm(id: string, form: FormKind, why: string, no?: number): Promise<void>
  /** An application was handed to the bank: it does not change any more. Refused with `not-presented`. */
  submitForexApplication(id: string, no: number, on: string, why: string): Promise<void>
  /** The bank gave it back, with the reason; what it did not convert may be asked for again. */
  returnForexApplication(id: string, no: number, on: string, reason: string): Promise<void>
  /** Note that it was handed to the bank. Refused with `not-presentable` while it is blocked, `not-checked` without a run that holds. */
  presentForexCredits(ids: string[], on: string, why: string): Promise<void>
  /** Take that back; its papers are free again. */
  withdrawForexCredits(ids: string[], why: string): Promise<void>
  /** Note a conversion that the bank did, of an application where it answers one. Refused with `too-much` above what is left. */
  noteForexConversion(
    id: string,
    conversion: { on: string; amount: string; cny: string; application?: number | undefined },
    why: string,
  ): Promise<void>

  forexDuties(asOf: string): Promise<ForexDuties>
  /** As a calendar file (RFC 5545). */
  forexCalendar(asOf: string, language: Language): Promise<string>

  /** 证据包 of receipts by the last verdicts. */
  forexEvidence(choice: ForexEvidenceChoice, software?: string): Promise<ForexEvidencePack>

  /** Newest month first. */
  forexMonths(): Promise<ForexMonthRow[]>
  /** Refused with `missing` where nothing is known of it. */
  forexMonth(month: string, shop: string, currency: string): Promise<ForexMonthView>
  tellForexDifferences(
    month: string,
    shop: string,
    currency: string,
    told: ToldDifference[],
    why: string,
  ): Promise<void>
  /** '' takes it back. */
  typeForexVatSales(month: string, shop: string, currency: string, amount: string, why: string): Promise<void>
  /** `month`: where it is made, an open one; `about`: the month the corrected line belongs to. */
  correctForexMonth(
    month: string,
    shop: string,
    currency: string,
    correction: { about: string; figure: FigureName; amount: string; reason: string },
  ): Promise<void>
  /** 锁账. Refused with `month-open` and the reason: not over, earlier months open, differences nobody told. */
  closeForexMonth(month: string, shop: string, currency: string, why: string): Promise<void>

  forexAggregate(asOf: string): Promise<ForexAggregate>

  /** Columns of the sheets, for Excel; Chinese where no language is given. */
  forexTables(which: ForexTables, language?: Language): Promise<ExportTable[]>
  /** The same sheets on A4. */
  forexPrint(which: ForexTables, language: Language, software?: string): Promise<PrintDocument>

  /** What receipts say of the items of 报关单, by the newest run. */
  forexCollections(asOf: string): Promise<ForexCollections>
}
