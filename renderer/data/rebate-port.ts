import type { EntryFault, EntryValues } from '#shared/entry/entry-faults'
import type { PrintDocument } from '#shared/print/document'
import type { Language, Text } from '#shared/model/text'
import type { AllocatedExport } from '#shared/rebate/allocation/allocation'
import type { IncomeTaxResult } from '#shared/rebate/amounts/assessed-income-tax'
import type { fxKinds } from '#shared/model/rebate/fx-rate'
import type { ManufacturerPeriod } from '#shared/rebate/amounts/manufacturer-period'
import type { NearestEnd } from '#shared/rebate/deadlines/nearest'
import type { Deadlines } from '#shared/rebate/deadlines/terms'
import type { ReturnFigure } from '#shared/rebate/exempt/monthly'
import type { PaperKind } from '#shared/rebate/filing-papers'
import type { Doubt } from '#shared/model/rebate/doubt'
import type { LedgerMonth } from '#shared/rebate/life/ledger'
import type { LineEvent, LineFact, LineState } from '#shared/rebate/life/states'
import type { YearEnd } from '#shared/rebate/life/year-end'
import type { KnownReceipts } from '#shared/rebate/book/receipts'
import type { RebateAnswers, RebatePapers, RebateRules } from '#shared/rebate/book/records'
import type { RebateEnterprise } from '#shared/model/rebate/enterprise'
import type { DeclarationItem } from '#shared/model/rebate/export-line'
import type { ExportTable } from '#shared/rebate/tables/table'
import type { LineTreatment } from '#shared/rebate/treatment/treat'
import type { Explained } from '#shared/rules/explain'
import type { Finding, Severity } from '#shared/rules/rule'
import type { RebateAfterPort } from './rebate-after-port'
import type { RebatePage, RebateQuery, RebateTable } from './rebate-rows'
import type { Filter, HitGroup } from './rows'
import type { WorkProgress } from './work-port'

/** One edition of the 文库, as an import brought it. */
export type RateEdition = {
  importId: string
  file: string
  at: string
  entries: number
  /** First and last day any of its rates begins. */
  from: string
  to: string
  /** The edition that is used: of the newest import. */
  used: boolean
}
/** Answers about lines and papers of a 报关单 as they are kept; `RebateRules`: how this enterprise claims. */
export type { RebateAnswers, RebatePapers, RebateRules }

export type FxKind = (typeof fxKinds)[number]
export type FxRow = { id: string; kind: FxKind; currency: string; date: string; rate: string; source: string }

export type RebateBatchKind = 'trading' | 'manufacturer'
export type RebateSums = { links: number; fobUsd: string; net: string; refund: string }
export type RebateRunView = {
  run: number
  at: string
  who: string
  asOf: string
  /** Edition of the 文库 by its file; '' when there was none. */
  library: string
  libraryDay?: string
  /** The table of exchange rates that was used, with its day. */
  rates?: string
  lines: number
  counts: Record<Severity, number>
  /** Of these, findings somebody has dealt with, with a reason. */
  dealt: number
  refund: string
  /** Something it rests on was changed afterwards. */
  outdated: boolean
  /** Milliseconds it took, and lines it had to judge anew; the others stood as they were judged before. */
  ms?: number
  judged?: number
}
export type RebateBatchView = {
  id: string
  rev: number
  /** 所属期 YYYYMM and 批次 of three digits. */
  period: string
  number: string
  kind: RebateBatchKind
  createdAt: string
  note: string
  /** Exported and locked: neither lines nor links change until it is taken back. */
  locked: boolean
  /** The one state of all its lines, or `mixed`; `undeclared` without lines. */
  state: LineState | 'mixed'
  states: Partial<Record<LineState, number>>
  lines: number
  sums: RebateSums
  /** 生产企业: figures of the period and of the VAT return, as typed. */
  manufacturer?: Omit<ManufacturerPeriod, 'exports' | 'period'>
  answers: RebateAnswers
  run?: RebateRunView
  /** The last 自检: where it was made, when, and how many 疑点 it gave. */
  selfCheck?: { at: string; service: string; lines: number; blocking: number; warning: number }
}

/** What a suggestion would link, before anything is stored. At most 200 of `uncovered` are listed. */
export type RebateSuggestion = {
  links: number
  sums: RebateSums
  uncovered: { key: string; name: string; missing: string; unit: string; reason: Text }[]
  uncoveredCount: number
}

/** `id`: rule, target and field; the same finding has it again in the next run. */
export type RebateFinding = Finding & {
  id: string
  mark: Text
  /** The record it is about, to jump to. */
  at: { table: RebateTable; id: string } | { table: 'enterprise' | 'period' | 'rates' | 'papers'; id: string }
  dealt?: { reason: string; who: string; at: string }
  /** Says the tax office, and not our rules: its own words. */
  official?: boolean
}
export type RebateFindingQuery = {
  batch: string
  /** Default: the last run. */
  run?: number
  severity?: Severity
  rule?: string
  dealt?: boolean
  /** Part of target, text or rule. */
  text?: string
  offset: number
  limit: number
}
export type RebateFindingPage = {
  rows: RebateFinding[]
  total: number
  rules: { rule: string; severity: Severity; count: number }[]
}

/** Totals of a batch; each figure with its formula and inputs, down to what was given. */
export type RebateFigures = { run: number; figures: Explained[]; missing: { key: string; why: Text }[] }

export type RebateLineDeadlines = {
  key: string
  exportDate: string
  deadlines: Deadlines
  findings: Finding[]
}

/** 备案单证 of one 报关单. */
export type RebatePapersView = {
  declarationNo: string
  have: number
  needed: number
  missing: PaperKind[]
  severity?: 'warning' | 'blocking'
  keptUntil: string
  record: RebatePapers
  rev: number
}
export type RebateLineHistory = { key: string; linkNos: string[]; state: LineState; history: LineFact[] }
/** A 疑点 list read back; `unplaced` rows fit no line, or several: a person chooses. */
export type RebateFeedback = {
  placed: number
  unplaced: { row: number; linkNo: string; key: string; code: string; text: string }[]
}

/**
 * What a 自检 changed: lines it moved, those whose state did not allow it, 疑点 about no line of the batch, and what one side
 * found and the other did not (by `doubtId`); with the same rules on both sides nothing.
 */
export type RebateSelfCheck = {
  blocking: number
  warning: number
  moved: number
  questioned: number
  left: { key: string; state: LineState }[]
  elsewhere: Doubt[]
  onlyHere: string[]
  onlyThere: string[]
}

/** What a number was found to be. A link has its batch; invoices and 报关单 are found in the lists of the room. */
export type RebateFound =
  { table: 'links'; id: string; batch: string } | { table: 'invoices' | 'items'; number: string }

export type RebateTables = 'claim' | 'receipts' | 'papers' | 'findings'
export type RebateExchange = { fileName: string; text: string }

export type ExemptRow = {
  source: string
  exportDate: string
  amount: string
  currency: string
  cny: string
  fxRate: string
  fxDate: string
  country: string
  shop: string
  declaredIn: string
  /** The 清单 a negative row takes back. */
  corrects: string
  /** Exempt by the reason of the enterprise, not by a settled rule. */
  decided: boolean
}
/** 免税申报 of one 所属期. At most 1,000 rows are listed, all are counted. */
export type ExemptView = {
  period: string
  rows: ExemptRow[]
  rowCount: number
  missingRates: { source: string; currency: string; day: string }[]
  /** `open`: the law leaves it open; the policy decides. */
  left: { source: string; why: Text; open?: true }[]
  byCountry: { name: string; cny: string }[]
  byShop: { name: string; cny: string }[]
  figures: ReturnFigure[]
  incomeTax: IncomeTaxResult
  policy: NonNullable<RebateRules['exempt']>
}

/** What two runs of a batch say differently. Amounts are those of the totals. */
export type RebateRunComparison = {
  gone: RebateFinding[]
  came: RebateFinding[]
  stayed: number
  figures: { figure: string; label: Text; before: string; after: string }[]
}

/**
 * 出口退税. Part of `BookPort`; the same rules hold. Findings, treatment and amounts are prepared and pre-checked here: nothing
 * says approved. `Done.seq` of the journal undoes each act.
 */
export type RebatePort = RebateAfterPort & {
  /** 关联号, purchase invoices and 报关单 by a full number or its last six or more characters; `id` is for `rebateFound`. */
  rebateSearch(text: string): Promise<HitGroup[]>
  /** The record a hit stands for; undefined when it was found in an earlier session. */
  rebateFound(id: string): Promise<RebateFound | undefined>
  rebatePage<T extends RebateTable>(query: RebateQuery<T>): Promise<RebatePage<T>>
  rebateItem(key: string): Promise<DeclarationItem | undefined>
  /** What of a 报关单 that is being noted would cost its refund; warnings only, none without an invoice of the goods. */
  remarksOnEntry(values: EntryValues, items: readonly EntryValues[]): Promise<EntryFault[]>
  rateEditions(): Promise<RateEdition[]>
  fxRates(query: { kind?: FxKind; currency?: string; offset: number; limit: number }): Promise<{
    rows: FxRow[]
    total: number
  }>

  rebateEnterprise(): Promise<RebateEnterprise | undefined>
  setRebateEnterprise(enterprise: RebateEnterprise, why: string): Promise<void>
  rebateRules(): Promise<RebateRules>
  setRebateRules(rules: RebateRules, why: string): Promise<void>

  /** Newest first. */
  rebateBatches(): Promise<RebateBatchView[]>
  rebateBatch(id: string): Promise<RebateBatchView>
  /** The next free 批次 of the period; numbers are never used twice. */
  newRebateBatch(
    choice: { period: string; kind: RebateBatchKind; note?: string },
    why: string,
  ): Promise<{ id: string }>
  /** Answers that hold for all its lines, the note, and the figures of a manufacturer's period. */
  editRebateBatch(
    id: string,
    edit: { answers?: RebateAnswers; note?: string; manufacturer?: RebateBatchView['manufacturer'] },
    why: string,
  ): Promise<void>
  /** Only one without lines. */
  dropRebateBatch(id: string, why: string): Promise<void>

  /** Take items into a batch; those that stand in another are left out and counted. */
  chooseRebateLines(batch: string, items: Filter, why: string): Promise<{ chosen: number; taken: number }>
  /**
   * 出口日期 of items whose papers here do not tell it (those of a 汇总申请): on them rests which law holds, so it is asked
   * before they are taken. Of a batch, its lines. Those whose papers tell it, and those that were claimed, are left and
   * counted. Refused with `day-to-come` for a day after today.
   */
  dateRebateItems(
    items: { batch?: string; filter: Filter },
    exportDate: string,
    why: string,
  ): Promise<{ dated: number; left: number }>
  /** Give lines back; their links dissolve. */
  giveBackRebateLines(batch: string, lines: Filter, why: string): Promise<number>
  answerRebateLines(batch: string, lines: Filter, answers: RebateAnswers, why: string): Promise<number>
  /** What was answered about one line, the answers of its batch beneath. */
  rebateLineAnswers(key: string): Promise<{ own: RebateAnswers; batch: RebateAnswers }>
  /** How a line is treated as its facts stand now: the deciding rule and those that lost. */
  rebateTreatment(key: string): Promise<LineTreatment>
  rebateHistory(key: string): Promise<RebateLineHistory>

  /** 自动配单 of the lines without link: looked at first, then stored as one act. */
  suggestRebateLinks(batch: string): Promise<RebateSuggestion>
  applyRebateSuggestion(batch: string, why: string): Promise<{ links: number; uncovered: number }>
  /** By hand; without `linkNo` a new 关联号. Refused with what is left when too much is taken. */
  linkRebate(
    batch: string,
    sides: { linkNo?: string; exports: AllocatedExport[]; purchases: { id: string; qty: string }[] },
    why: string,
  ): Promise<{ linkNo: string }>
  /** 撤销配单. Their numbers are never used again. */
  unlinkRebate(batch: string, linkNos: string[], why: string): Promise<void>
  mergeRebateLinks(batch: string, into: string, from: string, why: string): Promise<void>
  /** Places in `exports` and `purchases` of the link that leave for a new one. */
  splitRebateLink(
    batch: string,
    linkNo: string,
    leaving: { exports: number[]; purchases: number[] },
    why: string,
  ): Promise<{ linkNo: string }>

  /**
   * 预检. Refused with `no-claim-lines`, `no-rates` or `no-claimant`. Stops between two parts by `cancelRebateCheck`; what was
   * judged until then is kept while the book is open, and the next one goes on from there.
   */
  runRebateCheck(
    batch: string,
    asOf: string,
    progress?: (p: WorkProgress) => void,
  ): Promise<RebateRunView | 'stopped'>
  cancelRebateCheck(): Promise<void>
  /** Newest first. */
  rebateRuns(batch: string): Promise<RebateRunView[]>
  rebateFindings(query: RebateFindingQuery): Promise<RebateFindingPage>
  /** 已处理, with the reason; an empty reason takes that back. */
  dealWithRebateFindings(batch: string, findings: string[], reason: string): Promise<void>
  rebateFigures(batch: string): Promise<RebateFigures>
  /** The amounts of one link with how each was made; [] where none is refunded. */
  explainRebateLink(batch: string, linkNo: string): Promise<Explained[]>
  compareRebateRuns(batch: string, before: number, after: number): Promise<RebateRunComparison>
  /** Until when each batch that is not claimed yet has to be, by its id; those without a term are absent. */
  rebateBatchEnds(asOf: string): Promise<Record<string, NearestEnd>>
  rebateDeadlines(batch: string, asOf: string): Promise<RebateLineDeadlines[]>

  rebatePapers(batch: string, asOf: string): Promise<RebatePapersView[]>
  putRebatePapers(record: RebatePapers, rev: number, why: string): Promise<void>
  /**
   * What the 收汇台账 knows of the lines of a batch: its receipts among their papers, in place of those joined before, and how
   * far each is collected. Receipts that were typed, and what somebody answered about a line, stay.
   */
  joinRebateReceipts(
    batch: string,
    known: KnownReceipts,
    why: string,
  ): Promise<{ receipts: number; declarations: number; collected: number; open: number }>
  /** File names that name a 报关单 of this book, as `[name, 报关单号]`; '' where none or several are named. */
  placeRebatePapers(names: string[]): Promise<[name: string, declarationNo: string][]>

  /**
   * What happened to lines of a batch (all of them without `lines`): by the table of states; lines whose state does not allow
   * it are left and named. `declare` locks the batch, `withdraw` opens it again.
   */
  actOnRebateLines(
    batch: string,
    act: { event: LineEvent; on: string; lines?: Filter; text?: string; amount?: string },
    why: string,
  ): Promise<{ moved: number; left: { key: string; state: LineState }[] }>
  /**
   * The answer of a 自检 to the facts of `rebateExchange`: its 疑点 land on their lines, what blocks opens them again. Refused
   * with `batch-locked` once the claim was filed.
   */
  takeRebateSelfCheck(
    batch: string,
    answer: { service: string; doubts: readonly Doubt[] },
    why: string,
  ): Promise<RebateSelfCheck>
  /** 疑点 or 反馈 list of the tax office, as a sheet. */
  readRebateFeedback(batch: string, file: File, why: string): Promise<RebateFeedback>

  /** Columns of the official tables, for Excel; those are Chinese, the list of findings is in the language asked for. */
  rebateTables(batch: string, which: RebateTables, language?: Language): Promise<ExportTable[]>
  /** Facts and result of a batch as one JSON file that `yiguan precheck rebate` reads. */
  rebateExchange(batch: string): Promise<RebateExchange>
  rebateCalendar(batch: string, language: Language): Promise<string>
  /** Every figure with formula and inputs, findings, and the law they stand on. */
  rebatePrint(batch: string, language: Language, software?: string): Promise<PrintDocument>

  exemptMonth(period: string): Promise<ExemptView>
  /** The month with every row, its rate and CNY. */
  exemptPrint(period: string, language: Language, software?: string): Promise<PrintDocument>
  /** Tick 已申报: no line of the month is counted again. */
  declareExempt(period: string, why: string): Promise<number>
  rebateLedger(): Promise<LedgerMonth[]>
  rebateYearEnd(asOf: string): Promise<YearEnd>
}
