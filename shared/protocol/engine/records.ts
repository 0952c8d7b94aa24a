import type { CebDocument } from '../../model/list'
import type { Text } from '../../model/text'
import type { Wait } from '../correction'
import type { DocumentState } from '../states'

/** Beginning of the account of a book without a service; its batches leave in files only. */
export const UNBOUND = 'none|'

/** Why something stands still, in a code and in words. */
export type Reason = {
  code: string
  text: Text
  fix?: Text
  /** Of a filing that was returned: what the service said of which field; a blank field speaks of the whole. */
  fields?: readonly { field: string; code?: string; text: string }[]
}

/**
 * Where a submission is. `waiting`: for another document of its dossier. `sending`: its batch is fixed, bytes may be
 * on the way. `sent`: they left, result unknown. `accepted`: the service has it. `done`: good or final end.
 * `rejected`: not taken in or sent back, the officer corrects. `attention`: only a person can decide.
 */
export type Stage =
  'waiting' | 'queued' | 'sending' | 'sent' | 'accepted' | 'done' | 'rejected' | 'attention' | 'cancelled'

/** One attempt to hand in one document. Lists of the outbox work with heads; the document's content stays sealed. */
export type SubmissionHead = {
  /** Made by the caller; enqueuing the same id twice is one submission. */
  id: string
  dossier: string
  message: string
  businessKey: string
  /** Keyed digest of message and business key: what the send journal knows a document by. */
  mark: string
  /** 1 for the first declaration; grows with each correction. */
  attempt: number
  /** Document guid, upper case; new for each attempt. */
  guid: string
  waits: Wait[]
  stage: Stage
  /** Order of the queue: a number that grows with each submission of this book. */
  place: number
  queuedAt: string
  /** 批次号 under which the officer confirmed it, together with others. */
  batchNo?: string
  /** Most companions allowed in its batch; halved when a whole batch was refused, to find the one at fault. */
  crowd?: number
  batch?: string
  messageGuid?: string
  /** Its batch has not all its results: the same bytes may go again, or be on their way, and this document with them. */
  inOpenBatch?: true
  /** Service clock, from its answer. */
  acceptedAt?: string
  /** Filings: the version this one was edited from, and the one the service made of it. */
  base?: number
  version?: number
  /** When the service made what it last said of a filing, by its clock. */
  reviewedAt?: string
  /** The service said that it did not take it in. */
  turnedAway?: boolean
  /** The batch, known from the send journal only, in which a later submission of the document was taken in. */
  overtaken?: string
  /** Milliseconds since 1970 before which it goes into no batch: a copy of the one it was in may be on its way. */
  restsUntil?: number
  /** The officer asked, and says that a refusal which names no submission is this one's. */
  refusalConfirmed?: true
  /** The service had it, was put back to an older state, and gets it again: until then receipts do not decide. */
  forgotten?: true
  reason?: Reason
  /** Fold over all receipts of the document, as of this attempt being its last. */
  state: DocumentState
}
export type Submission = SubmissionHead & { document: CebDocument }

/** What the officer confirmed, before it has a place in the queue. */
export type Enqueued = Pick<
  Submission,
  'id' | 'dossier' | 'message' | 'businessKey' | 'mark' | 'guid' | 'waits' | 'document' | 'batchNo' | 'base'
> & {
  /** The officer was told that the number was declared before, and wants to send it all the same. */
  confirmed?: boolean
}

/**
 * `fixed`: bytes are on disk, none has left. `sending`: they may be leaving. `sent`: they left, result unknown.
 * `answered`: every document has a result. `dissolved`: surely not taken in, its documents were freed.
 */
export type BatchStage = 'fixed' | 'sending' | 'sent' | 'answered' | 'dissolved' | 'attention'

export type BatchHead = {
  id: string
  stage: BatchStage
  /** Service and enterprise it was made for; it is never sent to another. */
  account: string
  sha256: string
  size: number
  submissions: string[]
  /** Marks of its documents as in the send journal. */
  marks: string[]
  createdAt: string
  /** Requests that got no clear result since the last clear one. */
  unclear: number
  /** The service said since the last send that it has nothing, or not everything: the same bytes again. */
  resend: boolean
  /** Milliseconds since 1970 before which it is not touched. */
  nextAt: number
  /** Known from the send journal only: the bytes are gone, it can be asked about but never sent. */
  ghost: boolean
  /** A whole-batch refusal that must be confirmed by a query before the documents are freed. */
  verdict?: Reason
  reason?: Reason
  supersedes?: string
  /** When it last left in a file that somebody carries. */
  exportedAt?: string
  /** When its last answer came, by our clock. */
  answeredAt?: string
  /** It had its answer, the service lost it, and it goes again as it is: open until each document is named anew. */
  again?: true
  /** Since when the service does not know it any more, although it had said something of it. */
  lostAt?: string
}

/** Progress of a lane of requests: the line as a whole, or the receipts. */
export type Pace = { failures: number; nextAt: number }

/** One request, or one file out (`export`) or back (`carried`), kept 30 days: what happened when, without any declared content. */
export type CallRecord = {
  at: string
  kind: 'capabilities' | 'send' | 'query' | 'receipts' | 'filing' | 'filings' | 'export' | 'carried'
  batch?: string
  code: string
  status?: number
  ms: number
  bytes: number
  /** Name of the request in the log of the service. */
  requestId?: string
}

/**
 * How far stored receipts were read: by which version of our reading, and, in the middle of reading them again, up to
 * which one.
 */
export type Reading = { version: number; after?: string }

/**
 * Batches with an answer that are asked about again, because the service was put back to an older state. `after`: those
 * behind this one (`createdAt id`) are still to be named. `named`: how many were named since it began. `filed`: the filings
 * were compared.
 */
export type Recheck = { batches: string[]; after?: string; named?: number; filed?: true }

/** A line of the send journal: this batch may have left the machine. */
export type JournalEntry = {
  batchId: string
  contentHash: string
  marks: string[]
  at: string
  account: string
}

/**
 * What forbids sending. `guard`: the database is older than what left this machine; asking and receiving go on.
 * `auth`: sign in first. `service`: this service must not be talked to. The last two stop every request.
 */
export type Hold = { kind: 'guard' | 'auth' | 'service'; reason: Reason }

/** All the engine needs to know to choose its next step. */
export type Work = {
  epoch: number
  account: string
  hold?: Hold
  line: Pace
  pull: Pace
  cursor?: string
  filingCursor?: string
  /** The service took filings of this book. */
  hasFiled: boolean
  /** Messages that the service was last heard not to take; their documents wait. */
  untaken: string[]
  /** Messages that have to be signed and, when last looked, could not be; their documents wait. */
  unsigned: string[]
  /** Filings that were queued here and are not approved yet, as `keyOf` names them. */
  openFilings: string[]
  /** Waiting and queued submissions behind this place are still to be looked at again. */
  pass?: number
  reading: Reading
  recheck?: Recheck
  /** Answered batches of which it is to be seen whether the service still has them. */
  sample: string[]
  /** Open batches of this account, the one due first in front. */
  batches: BatchHead[]
  /** Queued submissions in the order of the queue. */
  queued: SubmissionHead[]
}

export type OutboxStatus = {
  epoch: number
  account: string
  hold?: Hold
  stages: Record<Stage, number>
  batches: Record<BatchStage, number>
  /** Submissions in batches of which surely nothing has left yet; among those that are `sending`. */
  packed: number
  /** Open batches made for another account; they rest until it is back. */
  otherAccount: number
  /** Answered batches are asked about again: how many were, of how many; `more` are still to be named. */
  recheck?: { done: number; of: number; more: boolean }
  nextAt: number
}
