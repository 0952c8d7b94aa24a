import type { EntryNote } from '#shared/summary/read-notes'
import type { Application } from '#shared/summary/application-record'
import type { Difference } from '#shared/summary/compare'
import type { Due } from '#shared/summary/due'
import type { Exclusion } from '#shared/summary/eligible'
import type { Grouping } from '#shared/summary/keys'
import type { Period } from '#shared/summary/period'
import type { StatementEntry } from '#shared/summary/statement'
import type { SummaryTotals } from '#shared/summary/totals'

/** Closed lists of one month: not summarised yet, A, and in an application. */
export type SummaryMonth = { period: Period; due: Due; open: number; simplified: number; applied: number }

/** What a 汇总申请 of a month would come to. `applications`: one for each 申报地海关 and declarant. */
export type SummaryPreview = {
  period: Period
  due: Due
  entries: StatementEntry[]
  included: SummaryTotals
  simplified: SummaryTotals
  /** At most 50 copNo of each reason are listed. */
  excluded: { reason: Exclusion; lists: number; copNos: string[] }[]
  applications: number
}

/** A 报关单 that came of an application, by 792 and by what a person noted. */
export type CustomsEntryView = {
  id: string
  rev: number
  sumNo: string
  declSeqNo: string
  entryId: string
  decState: string
  grossWeight: string
  netWeight: string
  items: number
  lists: number
  closedOn: string
  /** Who noted number or closing, when that was no customs message. */
  noted: string
}

export type ApplicationView = Omit<Application, 'lists' | 'documents'> & {
  id: string
  rev: number
  lists: number
  parts: number
  customs: CustomsEntryView[]
}

/** Preview against result; at most 500 differences are listed. */
export type SummaryResult = {
  preview: StatementEntry[]
  differenceCount: number
  differences: Difference[]
}

export type SummaryChoice = { period: Period; grouping: Grouping }
/** `batchNo` of what went into the queue together. */
export type AppliedSummary = { applications: string[]; lists: number; documents: number; batchNo: string }

/** Where the lines of one 清单 went: kept for the rebate. */
export type ListSummary = {
  application?: { copNo: string; state: Application['state'] }
  entries: { entryId: string; declSeqNo: string; items: { gnum: string; gseqno: string; gcode: string }[] }[]
}

/** 月末汇总. Part of `BookPort`; the same rules hold. */
export type SummaryPort = {
  summaryMonths(): Promise<SummaryMonth[]>
  summaryPreview(choice: SummaryChoice): Promise<SummaryPreview>
  /** Build the applications of a month and queue them; refused as a whole when one of them has a fault. */
  applySummary(
    choice: SummaryChoice,
    declarant: { code: string; name: string } | undefined,
    why: string,
  ): Promise<AppliedSummary>
  applications(): Promise<ApplicationView[]>
  summaryResult(application: string): Promise<SummaryResult>
  /** Take an application out of the queue before it left; it can be sent again or voided. */
  takeBackApplication(application: string, why: string): Promise<void>
  /** Give up one that customs does not hold; its lists are free again. */
  voidApplication(application: string, why: string): Promise<void>
  /** Send one again that came back or was taken back: same number, same lists. */
  resendApplication(application: string, why: string): Promise<AppliedSummary>
  /** Ask customs to delete a granted one; refused with `summary-stands` once a 报关单 was made of it. */
  deleteApplication(application: string, why: string): Promise<AppliedSummary>
  /** 报关单号 or 结关 as typed; what 792 said of the number stays first. */
  noteEntry(entry: string, noted: { entryId?: string; closedOn?: string }): Promise<void>
  /** The same for many, as a file has them; `unknown`: numbers of no 报关单 here. */
  noteEntries(notes: EntryNote[]): Promise<{ noted: number; unknown: string[] }>
  listSummary(list: string): Promise<ListSummary>
}
