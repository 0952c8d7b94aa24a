import type { AgeRow, FlowMonth } from '#shared/forex/aggregate'
import type { Conversion, CreditAnswers, CreditClaim, CreditLine } from '#shared/forex/book/records'
import type { ForexRules, ForexSubject, NettingAnswers, ToldDifference } from '#shared/forex/book/records'
import type { AnsweredForm, KeptForms } from '#shared/forex/book/forms'
import type { NoteKind, NoteValue } from '#shared/model/forex/notes'
import type { ForexFinding, ForexSeverity } from '#shared/forex/cite'
import type { DutyReport } from '#shared/forex/duties'
import type { Role } from '#shared/forex/evidence/roles'
import type { FiguresReport } from '#shared/forex/figures'
import type { BankQuote } from '#shared/forex/import/bank-quotes'
import type { CreditSource, UnsourcedCredit } from '#shared/forex/ledger/credit-sources'
import type { CreditNature, DifferenceReason } from '#shared/forex/ledger/claims'
import type { MonthBridge, StepId } from '#shared/forex/ledger/month-bridge'
import type { FigureName, Traced } from '#shared/forex/ledger/month-figures'
import type { LockRefusal } from '#shared/forex/ledger/month-bridge'
import type { LockState } from '#shared/forex/ledger/month-lock'
import type { Collection, CollectionStatus } from '#shared/forex/link/collection'
import type { ReceiptVerdict } from '#shared/forex/receipt-verdict'
import type { RefundReport } from '#shared/forex/refunds'
import type { RegistrationReport } from '#shared/forex/registration'
import type { NettingDraft } from '#shared/forex/settlement/platform-report'
import type { Result } from '#shared/model/forex/result'
import type { WarehouseReport } from '#shared/forex/warehouse'
import type { Text } from '#shared/model/text'
import type { CalendarEntry } from '#shared/rebate/deadlines/calendar'
import type { ForexReceipt } from '#shared/model/rebate/claim'
import type { ForexCreditRow } from './forex-rows'

export type {
  CreditAnswers,
  CreditClaim,
  CreditLine,
  ForexRules,
  ForexSubject,
  NettingAnswers,
  NoteKind,
  NoteValue,
}
export type { ToldDifference }

/** Totals of the ledger, each currency apart, and what the home page counts. */
export type ForexLedgerTotals = {
  currencies: {
    currency: string
    credited: string
    matched: string
    left: string
    reasons: Partial<Record<DifferenceReason, string>>
  }[]
  /** Credits nobody claimed for more than three days, and declarations due within the working days of the settings. */
  waiting: number
  declare: number
}

/** What is said about a credit when it is claimed. A nature that leaves the flow wants a reason. */
export type ForexClaim = { nature: CreditNature; shop?: string; customer?: string; reason?: string }

/** One credit with everything about it. Names are masked until `revealForexCredit`. */
export type ForexCreditView = {
  row: ForexCreditRow
  rev: number
  /** Remittance information of the statement or advice, masked like a name. */
  text: string
  uetr: string
  claim?: CreditClaim
  answers: CreditAnswers
  lines: CreditLine[]
  /** Orders of the book that its remittance information names. */
  named: string[]
  differences: { reason: DifferenceReason; amount: string; note?: string }[]
  sources: CreditSource[]
  unsourced: UnsourcedCredit[]
  /** The statement behind it where settlements paid it, with what a person still has to class. */
  netting?: NettingDraft & { settlementIds: string[]; answers: NettingAnswers }
  /** Of the newest run, or with which it was presented. */
  verdict?: ReceiptVerdict
  presented?: { on: string; by: string; run: number; result: Result; eligible: string }
  converted: Conversion[]
  /** Forms whose answers were stored. */
  forms: KeptForms
}

/** Proposed ties of credits to orders and of movements to the other levels; nothing is stored before it is applied. */
export type ForexSuggestion = {
  /** Orders that a credit names or that one payment of its amount paid. */
  lines: { creditId: string; line: CreditLine; why: Text }[]
  /** Payouts that arrived and withdrawals that became credits: same amount and currency, nearest day, no second that fits. */
  ties: { movementId?: string; settlementId?: string; creditId?: string; why: Text }[]
  /** Movements and credits with several that fit: a person chooses. */
  ambiguous: number
}

export type ForexRunView = {
  run: number
  at: string
  who: string
  asOf: string
  lawAsOf: string
  /** The table of 折算率 that was used, with its day. */
  rates?: string
  /** The edition of the 工作日历 that was used, with its day; absent where only the shipped one was. */
  calendar?: string
  receipts: number
  results: Partial<Record<Result, number>>
  totals: { eligibleUsd: string; heldUsd: string; sumUsd: string }
  /** Something it rests on was changed afterwards. */
  outdated: boolean
  /** The desk of the single window said of the same facts; `differing`: receipts it judges otherwise. */
  desk?: { at: string; service: string; receipts: number; differing: string[] }
}

/** `id`: rule, target and field; the same finding has it again in the next run. */
export type ForexFindingView = ForexFinding & {
  id: string
  mark: Text
  /** Credits it stands at. */
  credits: string[]
  dealt?: { reason: string; who: string; at: string }
}
export type ForexFindingQuery = {
  /** Default: the last run. */
  run?: number
  credit?: string
  severity?: ForexSeverity
  rule?: string
  dealt?: boolean
  /** Part of target, text or rule. */
  text?: string
  offset: number
  limit: number
}
export type ForexFindingPage = {
  rows: ForexFindingView[]
  total: number
  rules: { rule: string; severity: ForexSeverity; count: number }[]
}

export type ForexRateRow = {
  id: string
  currency: string
  month: string
  usdPerUnit: string
  /** In words, as the import was told. */
  source: string
  importId: string
}
export type ForexQuoteRow = BankQuote & { id: string; importId: string }

export type ForexNoteView<K extends NoteKind = NoteKind> = {
  id: string
  rev: number
  kind: K
  name: string
  value: NoteValue<K>
  /** The file it came from; absent for what somebody typed. */
  importId?: string
}

export type ForexNoteDraft<K extends NoteKind = NoteKind> = {
  id?: string
  rev?: number
  kind: K
  name: string
  value: NoteValue<K>
}

/** Duties with their days. `done` ones stand in `entries` no more. */
export type ForexDuties = {
  asOf: string
  lawAsOf: string
  entries: CalendarEntry[]
  overdue: number
  report: DutyReport
  refunds: RefundReport
  registration: RegistrationReport
  warehouse: WarehouseReport
}

/** An original that goes into the evidence; the bytes are read once and kept nowhere. */
export type ForexEvidenceFile = { role: Role; no: string; file: File }
/** `named`: names in clear, with the reason that goes into the journal; without it they are masked. */
export type ForexEvidenceChoice = {
  credits: string[]
  files: ForexEvidenceFile[]
  named?: { reason: string }
}
export type ForexEvidencePack = {
  fileName: string
  bytes: Uint8Array
  indexSha256: string
  missing: { role: Role; no: string }[]
}

/** 月结 of one month, shop and currency in the list. `shop` '': money whose shop nobody can tell. */
export type ForexMonthRow = {
  month: string
  shop: string
  currency: string
  state: LockState
  /** Differences without a reason. */
  open: number
}
export type ForexMonthView = ForexMonthRow & {
  rev: number
  bridge: MonthBridge
  figures: Record<FigureName, Traced>
  carriedIn: { step: StepId; amount: string }[]
  vatSales?: string
  corrections: {
    month: string
    about: string
    figure: FigureName
    amount: string
    reason: string
    by: string
    at: string
  }[]
  /** Made in later months about this one. */
  later: {
    month: string
    about: string
    figure: FigureName
    amount: string
    reason: string
    by: string
    at: string
  }[]
  closed?: { by: string; at: string }
  /** Why it cannot be closed now. */
  refusal?: LockRefusal
  /** Of a closed month: figures that came to something else since, to be corrected in an open one. */
  drift: { figure: FigureName; closed: string; now: string }[]
}

/** Goods and money of the enterprise. No limit is invented: indicators are shown and not judged. */
export type ForexAggregate = {
  asOf: string
  lawAsOf: string
  months: FlowMonth[]
  figures: FiguresReport
  /** False: a rate is missing in one of the twelve months, and the indicators stand for nothing. */
  complete: boolean
  ages: AgeRow[]
}

export type ForexTables =
  | 'credits'
  | 'verdicts'
  | 'gaps'
  | 'duties'
  | { month: string; shop: string; currency: string }
  | ({ credit: string } & AnsweredForm)

/** For the rebate room: 收汇 state of items by 报关单号 and 项号, and the receipts of each. */
export type ForexCollections = {
  asOf: string
  collections: Collection[]
  /** By `报关单号 项号`. */
  status: [item: string, status: CollectionStatus][]
  receipts: ForexReceipt[]
}
