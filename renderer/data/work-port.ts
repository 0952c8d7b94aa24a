import type { SigningLink } from './carry-port'
import type { BuildFault } from '#shared/declaration/build-fault'
import type { Cause } from '#shared/declaration/causes'
import type { MissingGoods } from '#shared/declaration/missing-goods'
import type { PassState } from '#shared/declaration/modes/gate-pass'
import type { CnyRates } from '#shared/declaration/modes/cny'
import type { ModeAnswers } from '#shared/declaration/modes/facts'
import type { ChangeTally, PathTally } from '#shared/declaration/modes/tally'
import type { MergeProposal } from '#shared/declaration/propose-merges'
import type { DeclarationSettings } from '#shared/declaration/settings'
import type { Break, BreakKind, Effect } from '#shared/matching/break'
import type { MatchTotals } from '#shared/matching/match-all'
import type { GatePass } from '#shared/model/gate-pass'
import type { ModePath } from '#shared/model/mode'
import type { Text } from '#shared/model/text'
import type { Option } from '#shared/protocol/actions'
import type { BatchStage, CallRecord, Reason, Stage } from '#shared/protocol/engine/records'
import type {
  BatchAnswer,
  Capabilities,
  DocumentPage,
  DocumentQuery,
  FilingAnswer,
  FilingPage,
  ReceiptPage,
} from '#shared/protocol/api'
import type { FilingPut, Outcome, PutRequest } from '#shared/protocol/engine/ports'
import type { Hold, JournalEntry } from '#shared/protocol/engine/records'
import type { Obstacle } from '#shared/protocol/hours'
import type { Situation } from '#shared/protocol/situations'
import type { Stored } from './stored'
import type { Filter, Totals } from './rows'

export type { BuildFault, MergeProposal, MissingGoods }

/** How far a long piece of work is. `total` 0 while the size is not known yet. */
export type WorkProgress = { stage: WorkStage; done: number; total: number }
export type WorkStage =
  'reading' | 'matching' | 'storing' | 'building' | 'declaring' | 'correcting' | 'withdrawing' | 'checking'

/** `full`: all orders anew. `patient`: part of an act that is stored already; it waits for other work instead of `busy`. */
export type MatchOptions = { full?: boolean; patient?: boolean }

/** Result of a run of 对碰; `changed` = orders whose result is another than before; `stopped` = by `cancelWork`, the rest is taken up by the next run. */
export type MatchSummary = MatchTotals & { changed: number; at: string; stopped: boolean }

/**
 * One break. `order` is the id of its order; for a payment or waybill without an order, `fact` is that record's. `day`
 * is the business day of that record, from which a break has its age.
 */
export type BreakView = Break & { order?: string; fact?: string; day: string }
/** `numbers`: a pasted column; breaks of the orders, payments and waybills that carry one of them. */
export type BreakQuery = {
  kind?: BreakKind
  effect?: Effect
  numbers?: string[]
  offset: number
  limit: number
}
/**
 * `matchedAt` is absent while 对碰 was never run; `byKind` and `byEffect` count all breaks, whatever is asked for.
 * `totals` are those of the orders the asked breaks belong to, each order once.
 */
export type BreakPage = {
  rows: BreakView[]
  total: number
  byKind: Partial<Record<BreakKind, number>>
  byEffect: Record<Effect, number>
  totals: Totals
  notFound: string[]
  matchedAt?: string
}
/** What an officer decides about one order; ids are fact ids. `accepts`: breaks that stand but are accepted. */
export type ManualDecision = {
  order: string
  payments: string[]
  waybills: string[]
  accepts?: BreakKind[]
}

export type BuildOptions = {
  /** Id of the 申报参数模板; the default template when absent. */
  template?: string
  gifts?: DeclarationSettings['gifts']
}
/** Why an order of the filter was left alone: its own state says that it is not for declaring (now). */
export type SkipReason = 'cancelled' | 'incomplete' | 'unmatched' | 'declared' | 'by-entry' | 'not-an-order'
export type RuleCount = { rule: string; message: Text; fix: Text; count: number }
/**
 * `orders` = orders built + refused + skipped. `lists` is larger than the orders built when 拆单 made several of one.
 * `group` undoes the whole run (as long as none of its lists was declared).
 */
export type BuildSummary = {
  orders: number
  built: number
  lists: number
  refused: number
  skipped: Partial<Record<SkipReason, number>>
  rules: RuleCount[]
  /** What was remarked on built 清单 without refusing them. */
  remarks: RuleCount[]
  group: string
  stopped: boolean
}
/** An order whose 清单 was refused by the rules, until it can be built. */
export type RefusalView = { order: string; orderNo: string; at: string; faults: BuildFault[] }
export type RefusalPage = { rows: RefusalView[]; total: number; rules: RuleCount[] }

export type { ModeAnswers }
/**
 * Which ways the orders of a filter may go. `currencies`: those that need a rate to judge limits in CNY by; `rates`: the
 * ones that are known.
 */
export type ModeChoices = {
  orders: number
  paths: PathTally[]
  zone: Text
  currencies: string[]
  rates: CnyRates
}
/**
 * What a change of mode would do. `compared` orders have documents before and after: of `of` elements `kept` stay as they
 * are. `refused` orders could not be declared so yet; `rules` says why.
 */
export type ModePreview = {
  orders: number
  compared: number
  refused: number
  of: number
  kept: number
  changes: ChangeTally[]
  rules: RuleCount[]
  /** Orders whose 清单 has left: their mode cannot be changed any more. */
  declared: number
  /** Draft 清单 of the others, made for their present mode. */
  drafts: string[]
}

/** A 核放单 with its countdown: `dueOn` its last day, `daysLeft` negative when that is over, `declared` of its orders. */
export type GatePassView = Stored<GatePass> & {
  dueOn: string
  daysLeft: number
  declared: number
  state: PassState
}

/** A 清单 that was left out of an act, and why. */
export type LeftOut = { list: string; copNo: string; reason: Reason }
/** `batchNo` 批次号 of what was declared together; '' when nothing was. At most 200 of `leftOut` are listed. */
export type DeclareSummary = {
  batchNo: string
  declared: number
  documents: number
  leftOutCount: number
  leftOut: LeftOut[]
  stopped: boolean
}

/** One cause behind rejections. `goods` is the id of the goods record where it is mended, when the cause names a SKU. */
export type CauseView = Omit<Cause, 'copNos'> & {
  key: string
  lists: string[]
  copNos: string[]
  goods?: string
}
/** Which 清单 to correct: all refused ones of a filter, or those of one cause. */
export type CorrectRequest = { filter: Filter } | { cause: string }

export type TimelineEventView = {
  id: string
  at: string
  kind: 'local' | 'sent' | 'receipt' | 'unknown'
  outcome: 'neutral' | 'good' | 'bad' | 'waiting'
  title: Text
  detail?: Text
  /** Code and text as received, always shown beside the words. */
  raw?: { code: string; text: string }
}
/** One try, newest first; its events newest first. */
export type TimelineAttemptView = { number: number; summary: Text; events: TimelineEventView[] }
/** Where one document of a 清单 stands. */
export type DocumentView = {
  message: string
  businessKey: string
  attempt: number
  stage: Stage
  situation: Situation
  code: string
  words: Text
  reason?: Reason
}
export type ListTimeline = {
  attempts: TimelineAttemptView[]
  documents: DocumentView[]
  /** What may be done with the 清单 now. */
  actions: Option[]
  /** A source of it changed since it was built (待更新). */
  outdated: boolean
}

/** A batch of the queue or of the past. `nextAt` ISO; absent when nothing more will be tried by itself. */
export type BatchView = {
  id: string
  stage: BatchStage
  createdAt: string
  documents: number
  lists: number
  copNos: string[]
  /** Of those, the ones with a document that was refused or sent back. */
  refused: string[]
  /** 批次号 of what it carries: what was declared together. */
  batchNos: string[]
  size: number
  /** Requests without a clear result in a row. */
  unclear: number
  nextAt?: string
  reason?: Reason
  /** Known from the send journal only. */
  ghost: boolean
  /** When it last left in a file that somebody carries. */
  exportedAt?: string
  calls: Omit<CallRecord, 'batch'>[]
}
export type BatchPage = { rows: BatchView[]; total: number }

/** Facts about the line and the queue. `engine`: whether this window does the exchange, another does, or none. */
export type ExchangeFacts = {
  engine: 'here' | 'elsewhere' | 'off'
  line: 'unknown' | 'online' | 'offline' | 'unconfigured'
  queued: number
  /** Sent, no result known. */
  unknownOutcome: number
  /** Only a person can decide. */
  attention: number
  hold?: Reason
  holdKind?: Hold['kind']
  lastFailure?: Reason
  lastCallAt?: string
  /** Since when no call was answered. */
  offlineSince?: string
  lastReceivedAt?: string
  /** The service may have been put back to an older state: so many batches were asked about again, of so many. */
  recheck?: { done: number; of: number; more: boolean }
  nextAt?: string
  /** What waits although the line is fine: outside the service hours, or not offered. */
  obstacle?: Obstacle
  /** Clock of the service minus the clock of this machine. */
  skewMs?: number
}

/** Our view of every document against the service's own; `differences` empty = both agree. */
export type Comparison =
  | { ok: true; compared: number; byState: Record<string, number>; differences: ComparisonDifference[] }
  | { ok: false; reason: Reason }
export type ComparisonDifference = { message: string; businessKey: string; ours: string; theirs: string }

/** The exchange channels of main for one book, as a window lends them to the engine. */
export type ExchangeLink = {
  service(): Promise<string | null>
  capabilities(account: string): Promise<Outcome<Capabilities>>
  putBatch(put: PutRequest): Promise<Outcome<BatchAnswer>>
  queryBatch(batchId: string, account: string): Promise<Outcome<BatchAnswer>>
  receipts(account: string, cursor: string | undefined, limit: number): Promise<Outcome<ReceiptPage>>
  documents(account: string, query: DocumentQuery): Promise<Outcome<DocumentPage>>
  putFiling(filing: FilingPut): Promise<Outcome<FilingAnswer>>
  filings(account: string, cursor: string | undefined, limit: number): Promise<Outcome<FilingPage>>
  journal(): Promise<JournalEntry[]>
} & SigningLink

/**
 * Work on a book that takes long or crosses its records: 对碰, 清单, declaring, exchange. Part of `BookPort`; the same
 * rules hold (Comlink proxies for functions, `DataRefusal` for refusals). One piece of long work at a time; a second
 * is refused with `busy`. What is stored at any moment is complete in itself, so that cancelling or a kill loses nothing.
 */
export type WorkPort = {
  /** 三单对碰. Only orders that imports, edits and decisions touched are matched again, unless `full`. */
  match(options?: MatchOptions, progress?: (p: WorkProgress) => void): Promise<MatchSummary>
  breaks(query: BreakQuery): Promise<BreakPage>
  matchManually(decision: ManualDecision, reason: string): Promise<void>
  unmatch(order: string, reason: string): Promise<void>

  /** 合单 that a shared waybill suggests; with a filter, its orders as the one proposal. */
  mergeProposals(orders?: Filter): Promise<MergeProposal[]>
  /**
   * Declare each group of orders as one, under the number of its oldest, and match them again. Groups that cannot be
   * merged are left alone. `group` undoes it.
   */
  mergeOrders(groups: string[][], why: string): Promise<{ group: string; merged: number }>

  /** The 缺商品资料 sheet: SKUs the goods master lacks, those that hold up most orders first. */
  missingGoods(): Promise<MissingGoods[]>
  /** Which ways the orders of a filter may be declared, which not, and why. */
  modeChoices(orders: Filter, answers: ModeAnswers): Promise<ModeChoices>
  /** What declaring them that way would keep, drop and lack. The change itself is `bulkEdit` of `mode`. */
  modePreview(orders: Filter, path: ModePath): Promise<ModePreview>
  /** 先出区后报关: every 核放单 with its countdown, the most urgent first. */
  gatePasses(): Promise<GatePassView[]>
  /** Build 清单 of the orders of a filter that are ready; others are counted by reason. */
  buildLists(
    orders: Filter,
    options?: BuildOptions,
    progress?: (p: WorkProgress) => void,
  ): Promise<BuildSummary>
  /** Build drafts of a filter again from their present sources; number, order and place stay. */
  rebuild(lists: Filter, why: string, progress?: (p: WorkProgress) => void): Promise<BuildSummary>
  /** Orders refused by the rules of the messages; they stay here until they can be built. */
  refusals(query: { rule?: string; offset: number; limit: number }): Promise<RefusalPage>
  /** Give drafts or refused 清单 up; their orders and waybills are free again, their numbers are not used twice. */
  voidLists(lists: Filter, why: string): Promise<{ voided: number; leftOutCount: number; leftOut: LeftOut[] }>

  /** 申报（入发送队列）. Each 清单 is checked in full; those that fail are left out with the reason. */
  declare(lists: Filter, why: string, progress?: (p: WorkProgress) => void): Promise<DeclareSummary>
  /** Take back what has not left yet; of a 清单 that is being withdrawn, the request. */
  takeBack(lists: Filter, why: string): Promise<{ taken: number; leftOutCount: number; leftOut: LeftOut[] }>
  /** Causes behind the refused 清单, those that stop most first. */
  causes(): Promise<CauseView[]>
  /** Build refused 清单 again from their mended sources and queue just what has to go, partners first. */
  correct(request: CorrectRequest, why: string, progress?: (p: WorkProgress) => void): Promise<DeclareSummary>
  /**
   * 撤销 (605): ask customs to withdraw 清单 it holds; `why` is the reason it reads. Once it agrees they are void and their
   * orders may be declared under a new number.
   */
  withdraw(lists: Filter, why: string, progress?: (p: WorkProgress) => void): Promise<DeclareSummary>
  /** Stop the long work at hand after the part it is at. */
  cancelWork(): Promise<void>

  timeline(list: string): Promise<ListTimeline>
  batches(query: { offset: number; limit: number }): Promise<BatchPage>
  exchangeFacts(): Promise<ExchangeFacts>
  /** Try now: one batch (also one that needs attention), or everything that waits. */
  retryNow(batch?: string): Promise<void>
  /** Everything the service knows of this enterprise against what this book knows. */
  compareWithService(): Promise<Comparison>
  /** Lend the window's way to main; the exchange of the book runs here or in another window until the book is locked. */
  startExchange(link: ExchangeLink, told: (facts: ExchangeFacts) => void): Promise<void>
}
