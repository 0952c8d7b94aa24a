import type { AuditKind } from './kinds'

/** One attempt at handing a document in, as it was queued, and the batch it left in. */
export type AuditAttempt = {
  message: string
  businessKey: string
  attempt: number
  queuedAt: string
  stage: string
  guid: string
  batch?: string
  /** Digest of the batch as it left: the single window keeps the same bytes. */
  batchSha256?: string
  /** What was queued; absent when it was given up before. */
  content?: unknown
}

/** One receipt about it, oldest first; `code` as it came. */
export type AuditReceipt = {
  at: string
  receivedAt: string
  message: string
  code: string
  words: string
  info: string
  /** The message it came in, by `AuditOriginal.id`. */
  original: string
}

/** A message as it was received, byte by byte. Without bytes it names persons, and only its digest is told. */
export type AuditOriginal = { id: string; message: string; sha256: string; bytes?: Uint8Array }

/** One entry of the journal that wrote it, with the digests of the row before and after. */
export type AuditChange = {
  seq: number
  at: string
  name: string
  who: string
  why: string
  before: string
  after: string
}

/** One document of a 卷宗 with everything that is known of it. `key` tells it from all others of the book. */
export type AuditDocument = {
  key: string
  kind: AuditKind
  no: string
  day: string
  state: string
  /** Whether the inspector named it; otherwise it belongs to one he named. */
  asked: boolean
  record: unknown
  /** Lines of files it was read from, as the file has them: what a bank booked or told of a receipt of money. */
  sources: readonly unknown[]
  /** Decisions of officers about an imported record. */
  decisions: readonly unknown[]
  attempts: readonly AuditAttempt[]
  receipts: readonly AuditReceipt[]
  changes: readonly AuditChange[]
  linked: readonly string[]
}

/** A file that belongs to a document. Without `bytes` its place and digest are told, and the original is asked for. */
export type AuditPaper = {
  of: string
  name: string
  kind: string
  number: string
  sha256?: string
  place?: string
  bytes?: Uint8Array
}
