import { z } from 'zod'
import {
  Attachment,
  attachmentTypes,
  BatchAnswer,
  BatchId,
  Capabilities,
  DocumentPage,
  DocumentQuery,
  FilingAnswer,
  FilingKey,
  FilingKind,
  FilingPage,
  FilingRequest,
  ForexPrecheckAnswer,
  ForexPrecheckRequest,
  ReceiptPage,
  SelfCheckAnswer,
  SelfCheckRequest,
  Sha256,
} from '../protocol/api'
import { bookId, bytes, channel } from './channel'

const text = z.object({ zh: z.string(), en: z.string() })

/** `Failure` of the protocol, as it crosses IPC. A request that failed is a result, not an exception. */
const failure = z.object({
  kind: z.enum(['retry', 'auth', 'refused', 'unknown']),
  code: z.string(),
  status: z.int().optional(),
  reached: z.boolean(),
  line: z.boolean(),
  unsent: z.literal(true).optional(),
  retryAfterSeconds: z.number().optional(),
  message: text,
  fix: text,
})

const told = z
  .object({ requestId: z.string(), skewMs: z.number().optional(), pauseMs: z.number().optional() })
  .optional()

export const outcome = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value, told }),
    z.object({ ok: z.literal(false), failure, told }),
  ])

/** Service and enterprise that a book exchanges with; see `accountOf`. */
export const account = z.string().regex(/^[^|]+\|.+$/)

/** A line of the send journal; the marks are keyed digests, no number can be read from them. */
const journalEntry = z.object({
  batchId: BatchId,
  contentHash: Sha256,
  marks: z.array(z.string()),
  at: z.string(),
  account: z.string(),
})

const lastCall = z.object({
  at: z.string(),
  operation: z.enum([
    'capabilities',
    'signIn',
    'putBatch',
    'queryBatch',
    'receipts',
    'documents',
    'putFiling',
    'filings',
    'putAttachment',
    'referenceCatalogue',
    'referenceDelta',
    'lookUp',
    'selfCheck',
    'forexPrecheck',
    'registerDesk',
    'moveDeskOut',
    'putDeskRecords',
    'deskRecords',
  ]),
  /** `ok`, or the code of the failure. */
  code: z.string(),
  /** An answer came, whatever it said. */
  reached: z.boolean(),
  ms: z.int().nonnegative(),
})

/** Facts for the online bar: where this book sends, and how the last real call ended. Never a guess. */
export const ExchangeStatus = z.object({
  /** Name of the service in accounts: its address, or `practice` for the built-in one; null without a transport. */
  service: z.string().nullable(),
  /** Shown only; that of the built-in service changes with each start. */
  url: z.string().nullable(),
  practice: z.boolean(),
  lastCall: lastCall.nullable(),
})
export type ExchangeStatus = z.infer<typeof ExchangeStatus>

/**
 * The engine's transport and signer, as main offers them to the one window that runs it. Main decides nothing about a
 * batch: it keeps the send journal, refuses to cross practice and real, and tries each request once.
 */
export const exchange = {
  'exchange.status': channel([bookId], ExchangeStatus),
  /** Start the practice service again after it ended; for a 正式 book nothing is started. */
  'exchange.startPractice': channel([bookId], ExchangeStatus),
  'exchange.capabilities': channel([bookId, z.object({ account })], outcome(Capabilities)),
  /** Sign in now with the key of the book; with the one-time code of the operator where it is not known yet. */
  'exchange.signIn': channel(
    [bookId, z.object({ account, enrolment: z.string().min(1).max(64).optional() })],
    outcome(z.object({})),
  ),
  /** The journal is on disk before the first byte leaves; `marks` are what it knows the documents by. */
  'exchange.putBatch': channel(
    [
      bookId,
      z.object({
        account,
        batchId: BatchId,
        epoch: z.int().nonnegative(),
        bytes: bytes.refine((b) => b.byteLength <= 64 * 1_048_576, 'batch above 64 MB'),
        sha256: Sha256,
        marks: z.array(z.string()),
      }),
    ],
    outcome(BatchAnswer),
  ),
  'exchange.queryBatch': channel([bookId, z.object({ account, batchId: BatchId })], outcome(BatchAnswer)),
  'exchange.receipts': channel(
    [bookId, z.object({ account, cursor: z.string().optional(), limit: z.int().positive() })],
    outcome(ReceiptPage),
  ),
  /** The service's own view of the documents, for comparison with ours. */
  'exchange.documents': channel([bookId, z.object({ account, query: DocumentQuery })], outcome(DocumentPage)),
  /** One version of a filing; the same again gets the same answer. */
  'exchange.putFiling': channel(
    [bookId, z.object({ account, kind: FilingKind, key: FilingKey, ...FilingRequest.shape })],
    outcome(FilingAnswer),
  ),
  /** Filings whose review moved on. */
  'exchange.filings': channel(
    [bookId, z.object({ account, cursor: z.string().optional(), limit: z.int().positive() })],
    outcome(FilingPage),
  ),
  /** 自检 of a rebate claim: asked once, the answer is for the officer who waits for it. */
  'exchange.selfCheck': channel(
    [bookId, z.object({ account, ...SelfCheckRequest.shape })],
    outcome(SelfCheckAnswer),
  ),
  /** 结汇预检 at the bank's desk, asked in the same way. */
  'exchange.forexPrecheck': channel(
    [bookId, z.object({ account, ...ForexPrecheckRequest.shape })],
    outcome(ForexPrecheckAnswer),
  ),
  /** A file that filings name by its digest; it goes before them. Storing it again changes nothing. */
  'exchange.putAttachment': channel(
    [
      bookId,
      z.object({
        account,
        sha256: Sha256,
        type: z.enum(attachmentTypes),
        bytes: bytes.refine((b) => b.byteLength <= 16 * 1_048_576, 'attachment above 16 MB'),
      }),
    ],
    outcome(Attachment),
  ),
  /** Everything that may have left this machine for this book. */
  'exchange.journal': channel([bookId], z.array(journalEntry)),
  /** Detached SM2 signature over manifest.json with the book's own key, which never leaves main. */
  'exchange.sign': channel([bookId, bytes], bytes),
}

/** The practice service of this app, whatever its address is today. */
export const PRACTICE_SERVICE = 'practice'

/** Name of the pair of service and enterprise: what a batch is made for, and is never sent elsewhere. */
export const accountOf = (service: string, enterpriseCode: string): string => `${service}|${enterpriseCode}`

/** The two halves of an account; undefined when it is not one. */
export function readAccount(name: string): { service: string; enterpriseCode: string } | undefined {
  const at = name.indexOf('|')
  return at > 0 && at < name.length - 1
    ? { service: name.slice(0, at), enterpriseCode: name.slice(at + 1) }
    : undefined
}
