import type { CebMessage, Values } from '../../ceb/message'
import type {
  BatchAnswer,
  Capabilities,
  Filing,
  FilingAnswer,
  FilingKind,
  FilingPage,
  ReceiptPage,
} from '../api'
import type { Obstacle } from '../hours'
import type { Failure } from '../errors'
import type { JournalEnd } from '../manifest'
import type { Digest } from '../package'
import type { ReceiptFact } from '../receipts'
import type { Told } from '../told'
import type {
  BatchHead,
  CallRecord,
  Enqueued,
  Hold,
  JournalEntry,
  OutboxStatus,
  Pace,
  Reading,
  Reason,
  Recheck,
  Submission,
  SubmissionHead,
  Work,
} from './records'

/** Carried by every write of the engine; the store refuses it once account, service or key changed. */
export type Fence = { epoch: number }

/** A write came with an old epoch: nothing was changed, the engine starts over with fresh work. */
export class Fenced extends Error {
  constructor() {
    super('the account changed')
    this.name = 'Fenced'
  }
}

export type FixedBatch = {
  batch: BatchHead
  bytes: Uint8Array
  /** Guid of the CEB message each submission travels in. */
  messageGuids: Record<string, string>
}

export type ReceiptBatch = {
  /** Cursor the page was asked with; when the stored one differs, another engine was faster and nothing is written. */
  from: string | undefined
  cursor: string
  facts: ReceiptFact[]
  /** The messages as they came, by receipt id; read again when a newer version understands more. */
  originals: { id: string; seq: number; message: string; receivedAt: string; xml: string }[]
  at: string
  pull: Pace
  call: CallRecord
  /** The service did not know the cursor: everything that was answered is asked about again. */
  restarted?: boolean
}

/**
 * What somebody brought back by hand, as the service gave it to another machine. An answer counts for the batch of
 * that id and those very bytes. `refusal`: the service refuses the batch as a whole and does not have it.
 */
export type Carried = Pick<ReceiptBatch, 'facts' | 'originals' | 'at'> & {
  answers: {
    batchId: string
    sha256: string
    answer?: BatchAnswer | undefined
    refusal?: Reason | undefined
  }[]
}
/** What of it was news. Batches that are not of this book, or have other bytes here, are named and left alone. */
export type CarriedNews = { batches: number; receipts: number; unknown: string[]; differing: string[] }

/**
 * What the engine does to the store: each call is one transaction, done on disk when it resolves. A boolean answer
 * false means that the facts had moved on and nothing was written.
 */
export interface EngineStore {
  /** Read only. At most `limit` queued submissions and 32 open batches. */
  nextWork(now: number, limit: number): Promise<Work>
  /** Contents of queued submissions, in the order asked; those that left the queue are missing. */
  contents(ids: string[]): Promise<Submission[]>
  /** Write the batch with its bytes and bind its submissions (→ `sending`); false unless all of them are queued. */
  fixBatch(fixed: FixedBatch, fence: Fence): Promise<boolean>
  /** → `sending`, before the first byte leaves. Gives the bytes; undefined when there is nothing to send (any more). */
  markSending(batchId: string, at: string, fence: Fence): Promise<Uint8Array | undefined>
  /** The first try ended before anything of the batch left: → `fixed` again, not before `nextAt`. */
  markUnsent(batchId: string, note: { call: CallRecord; nextAt: number }, fence: Fence): Promise<void>
  /** A request gave no result: → `sent`; the submissions too. */
  markSent(batchId: string, note: SentNote, fence: Fence): Promise<void>
  /** Results per document; those without one stay unknown. → `answered` when none is left. */
  applyAnswer(batchId: string, answer: BatchAnswer, next: AnswerNote, fence: Fence): Promise<void>
  /** Receipts, states and cursor in one transaction; false when `from` is not the stored cursor. */
  applyReceipts(page: ReceiptBatch, fence: Fence): Promise<boolean>
  /**
   * The same for what was carried: all in one transaction, the cursor stays. What is known already changes nothing,
   * however often and in whatever order files are taken in.
   */
  applyCarried(carried: Carried, fence: Fence): Promise<CarriedNews>
  /** The service surely does not have it: → `dissolved`, its documents back into the queue or → `rejected`. */
  dissolve(batchId: string, how: Dissolution, fence: Fence): Promise<void>
  /**
   * Put batch or submission before a person (→ `attention`). A batch whose documents all have their results from receipts, now or
   * later, is `answered` without one.
   */
  park(what: Parked, reason: Reason, fence: Fence): Promise<void>
  /** Persist when to try again. */
  schedule(lane: 'line' | 'pull', pace: Pace, call: CallRecord | undefined, fence: Fence): Promise<void>
  hold(hold: Hold, fence: Fence): Promise<void>
  /**
   * Compare with the send journal. A batch it knows and this store does not becomes a ghost: asked about, never made
   * again; its documents wait. One that is `fixed` here and in the journal may have left (→ `sending`); one that is
   * `fixed` for another account and not in the journal never left (→ `dissolved`). Gives the number of new ghosts.
   */
  adopt(entries: JournalEntry[], now: number, fence: Fence): Promise<number>

  /** Which messages the service does not take: their documents wait, the others of `untaken` before go again. */
  learn(untaken: string[], fence: Fence): Promise<void>
  /** Which messages have to be signed and cannot be now, likewise. */
  learnUnsigned(unsigned: string[], fence: Fence): Promise<void>
  /** Look again at the next `limit` waiting and queued submissions of a pass: may they go now? */
  readmit(limit: number, fence: Fence): Promise<void>
  /** Stored receipt messages behind an id, in the order of ids. */
  originals(after: string, limit: number): Promise<Original[]>
  /** What a newer reading made of stored receipts; states of their documents anew. */
  applyReading(facts: ReceiptFact[], reading: Reading, fence: Fence): Promise<void>

  /** Batches of this account that have their answer, as `createdAt id`, behind one, in that order. */
  answered(after: string, limit: number): Promise<string[]>
  /** Which answered batches are asked about again; undefined ends it. */
  recheck(next: Recheck | undefined, fence: Fence): Promise<void>
  /**
   * What the service says today of a batch that had its answer (undefined: unknown there). What it lost goes again:
   * the same bytes where they hold nothing else (→ `sent`), else in a new batch. A probe only finds out whether all
   * must be asked about. False when it is too early to make a new batch.
   */
  applyRecheck(
    batchId: string,
    answer: BatchAnswer | undefined,
    note: RecheckNote,
    fence: Fence,
  ): Promise<boolean>

  /** The last filing of each key that the service took: accepted or approved, with its version. Read only. */
  filed(): Promise<SubmissionHead[]>
  /** The service lost these: → `queued`, made from the version that it has now. Those that moved on stay as they are. */
  refile(lost: Refiled[], fence: Fence): Promise<void>
  /** The service has this version: → `accepted`, or where its review stands. */
  applyFiling(id: string, answer: FilingAnswer, call: CallRecord, fence: Fence): Promise<void>
  /** Reviews and their cursor in one transaction; false when `from` is not the stored cursor. */
  applyFilings(page: FilingBatch, fence: Fence): Promise<boolean>
}

/** `version`: the one that was lost; `base`: the newest the service still has, 0 for none. */
export type Refiled = { id: string; version: number; base: number }
export type Original = ReceiptBatch['originals'][number]
export type FilingBatch = { from: string | undefined; cursor: string; filings: Filing[]; call: CallRecord }

export type SentNote = {
  call: CallRecord
  /** Counts towards `attention`; a line at fault does not. */
  counts: boolean
  nextAt: number
  /** A query just said: unknown there. */
  resend?: boolean
  verdict?: Reason
  /** It left in a file, at this time. */
  exportedAt?: string
}
export type RecheckNote = { call: CallRecord; at: string; probe: boolean }
export type AnswerNote = { at: string; nextAt: number; call: CallRecord }
/** What is put before a person; a batch with the time, for it may turn out to have all its results. */
export type Parked = { batch: string; at: string } | { submission: string }
/** `crowd` 0: nobody else was in it, so the document itself is refused. */
export type Dissolution = { reason: Reason; crowd: number; at: string }

/** What commands of the officer do; each is one transaction, `enqueue` inside that of the business change. */
export interface OutboxStore {
  /** All or none. Refused (with the reason, nothing written) while an earlier attempt of a document is still alive. */
  enqueue(submissions: Enqueued[], at: string): Promise<EnqueueResult>
  /** Take a submission back; false once its batch is fixed. */
  cancel(id: string, at: string): Promise<boolean>
  /** Try a batch now, also one in attention: it is asked about first. */
  retry(batchId: string, now: number): Promise<boolean>
  /** The refusal that may repeat that of an earlier submission is this one's: it is corrected like any other. False when there is none in doubt. */
  confirmRefusal(id: string): Promise<boolean>
  /**
   * The officer compared: what was declared before under the number of this submission, which waits for a person because of it,
   * is what it declares. The receipts of that one are its own from now on, and it never leaves. False where nothing was
   * received yet, or it does not wait for that any more.
   */
  adoptReceipts(id: string): Promise<boolean>
  /** Lift a hold after sign-in or after the officer checked the database. */
  release(kind: Hold['kind']): Promise<void>
  /** Another service or credential: a new epoch. Batches of the former account rest until it is back. */
  switchAccount(account: string): Promise<number>
  status(): Promise<OutboxStatus>
  /** Submissions of one document, first attempt first. */
  submissions(message: string, businessKey: string): Promise<SubmissionHead[]>
  receipts(message: string, businessKey: string): Promise<ReceiptFact[]>
}
export type EnqueueResult = { ok: true } | { ok: false; submission: string; reason: Reason }

export type StorePort = EngineStore & OutboxStore

export type Outcome<T> = ({ ok: true; value: T } | { ok: false; failure: Failure }) & {
  /** What the answer said besides; absent when there was none. */
  told?: Told
}
export type PutRequest = {
  batchId: string
  bytes: Uint8Array
  sha256: string
  /** For the send journal, which is appended and synced before the first byte leaves. */
  marks: string[]
  account: string
  /** A transport that is set up for another account or epoch must not send: code `account-changed`. */
  epoch: number
}

/** One version of a filing, made from version `base` of it. */
export type FilingPut = {
  kind: FilingKind
  key: string
  base: number
  content: Record<string, unknown>
  account: string
}

/** The way to one service. It never throws for what a network does; it tries once and reports. */
export interface TransportPort {
  capabilities(): Promise<Outcome<Capabilities>>
  putBatch(request: PutRequest): Promise<Outcome<BatchAnswer>>
  queryBatch(batchId: string, account: string): Promise<Outcome<BatchAnswer>>
  receipts(cursor: string | undefined, limit: number): Promise<Outcome<ReceiptPage>>
  /** Absent on a way that carries no filings; they wait then. */
  filings?: {
    put(filing: FilingPut): Promise<Outcome<FilingAnswer>>
    page(cursor: string | undefined, limit: number): Promise<Outcome<FilingPage>>
  }
  /** Everything of this book that may have left this machine, for whatever account. */
  journal(): Promise<JournalEntry[]>
}

export interface SignerPort {
  digest: Digest
  /** Keyed digest of a document's identity for journal and lookup; the same in every session of a book. */
  mark(message: string, businessKey: string): Promise<string>
  /** Detached signature over manifest.json; absent while the enterprise has no certificate. */
  sign?(manifest: Uint8Array): Promise<Uint8Array>
  /** End of the chained journal of the book, named in the manifest under its signature; absent where none is kept. */
  journalEnd?(): Promise<JournalEnd>
  /** Signatures in the messages themselves; absent where nobody signs them. */
  messages?: MessageSigner
}

/** Signs messages with the certificate of the enterprise, whose key may be locked or in a card that is not there. */
export interface MessageSigner {
  /** Messages that have to be signed and cannot be now: their documents wait. Asked before each step. */
  unsigned(): Promise<string[]>
  /** The message as it leaves, signed where it has to be; undefined when the key has gone meanwhile. */
  sign(message: string, xml: string): Promise<string | undefined>
}

export interface ClockPort {
  /** Milliseconds since 1970. */
  now(): number
  /** 0 ≤ x < 1. */
  random(): number
  /** Random UUID, lower case. */
  uuid(): string
  /** Resolves after that time, or earlier when something was queued, the line came back, or the engine is stopped. */
  sleep(ms: number): Promise<void>
}

/** CEB text ↔ message; `shared/ceb` is the codec. */
export type Codec = { encode(message: CebMessage): string; decode(xml: string): CebMessage }

/** Who sends, for manifest and BaseTransfer. */
export type Sender = {
  enterprise: { code: string; name: string }
  book: 'practice' | 'real'
  /** Id of the zone, for the hours of the service. */
  zone?: string
  transfer: Values
}

export type Ports = {
  store: EngineStore
  transport: TransportPort
  signer: SignerPort
  clock: ClockPort
  codec: Codec
  sender: Sender
  /** Asked before every send: a database that shows less than what left this machine must not send. */
  guard(): Promise<Reason | undefined>
  /** Waits are capped at 60 s while somebody looks at the window, else at 15 min. */
  foreground?(): boolean
  /** Told after each step, for the online bar; carries no declared content. */
  observe?(event: EngineEvent): void
}

export type EngineEvent =
  | { kind: 'call'; call: CallRecord; failure?: Failure }
  /** Clock of the service minus ours: the median of the last answers. */
  | { kind: 'skew'; ms: number }
  | { kind: 'idle'; until: number; obstacle?: Obstacle }
