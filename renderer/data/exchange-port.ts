import type { UnknownCode } from '#shared/protocol/unknown-codes'
import type { Text } from '#shared/model/text'
import type { Hold, Reason } from '#shared/protocol/engine/records'

/** One return node as customs sent it, newest first by the number the service gave it. */
export type ReceiptView = {
  id: string
  seq: number
  /** The message it answers, '' when the service could not tell. */
  message: string
  /** Identifying fields of the document it answers. */
  number: string
  /** Id and copNo of the 清单 whose dossier the document belongs to; absent for what was not sent from this book. */
  list?: string
  copNo?: string
  /** Raw code and its words; the text as received. */
  code: string
  words: Text
  info: string
  /** Time of customs where it is one, else when it was received. */
  at: string
  receivedAt: string
  outcome: 'neutral' | 'good' | 'bad' | 'waiting'
  unread: boolean
}
/** Which of them: those that turn something down, or carry a code that no table here has; `unread` of either or of all. */
export type ReceiptQuery = {
  of?: 'refusals' | 'unknown' | undefined
  unread?: boolean
  offset: number
  limit: number
}
/** `total` counts what was asked for, the others everything; `newest` is given back to `readReceipts`. */
export type ReceiptList = {
  rows: ReceiptView[]
  total: number
  received: number
  refusals: number
  unread: number
  unknown: number
  newest: number
}

/**
 * Documents that wait for the same cause, or for a person; `reason.message` is what they wait for. `copNos` names some of their
 * 清单. `unclear`: each submission of which nobody can tell whether it was turned down. `before`: each whose number was declared
 * before; `status` is what the receipts of that one say, '' while none is here.
 */
export type WaitingGroup = {
  reason: Reason & { message?: string }
  documents: number
  lists: number
  copNos: string[]
  unclear: { id: string; message: string; number: string }[]
  before: { id: string; message: string; number: string; status: string }[]
}

/** Everything up to a number, or single ones by their numbers. */
export type ReadRequest = { upTo: number } | { only: number[] }

/** The officer's side of the exchange; part of `BookPort`, the same rules hold. */
export type ExchangePort = {
  receipts(query: ReceiptQuery): Promise<ReceiptList>
  /** Codes in receipts that no table here has, the commonest first. */
  unknownCodes(): Promise<UnknownCode[]>
  /** How many are unread, without opening them. */
  unreadReceipts(): Promise<number>
  /** Mark receipts as read by this officer; it goes into the journal with who and when. */
  readReceipts(what: ReadRequest): Promise<void>
  /** Lift what forbids sending, after the officer has looked; it comes back when its cause is still there. */
  releaseHold(kind: Hold['kind']): Promise<void>
  /**
   * The officer asked the single window, and a refusal that names no submission is this one's; it is corrected like any other
   * then. Nothing changes when it is in doubt no more.
   */
  confirmRefusal(id: string, why: string): Promise<void>
  /**
   * The officer compared a submission with what was declared before under its number: it is the same, and the receipts of that
   * one count for it. It never leaves. Refused with `nothing-to-adopt` while there are none.
   */
  adoptReceipts(id: string, why: string): Promise<void>
  /** Why documents of the queue wait, the commonest cause first; of a long queue the first thousand. */
  waiting(): Promise<WaitingGroup[]>
  /** The system says that the network is back: what waits for the line is tried now. */
  lineBack(): Promise<void>
}
