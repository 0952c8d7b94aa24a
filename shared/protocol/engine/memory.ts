import type { Capabilities, ReceiptPage } from '../api'
import type { Outcome } from './ports'

/** A page on its way for a cursor that was not stored when it was asked for; for another cursor or epoch it is nothing. */
export type PageAhead = {
  epoch: number
  cursor: string | undefined
  limit: number
  started: number
  outcome: Promise<Outcome<ReceiptPage>>
}

/** What the engine remembers between steps; losing it costs a few requests, never a document. */
export type Memory = {
  /** `skewMs`: the clock its hours go by minus ours; a practice service may be days ahead. */
  capabilities?: { value: Capabilities; at: number; epoch: number; skewMs: number }
  /** Epoch for which the send journal was compared with the store. */
  journalEpoch?: number
  /** Clock of the service minus ours, as the last answers showed it. */
  skews: number[]
  /** When reviews of filings are looked for again. */
  filingsAt: number
  /** Looks for reviews in vain since a filing was handed in or a review came. */
  reviewLooks?: number
  /** Tries that failed for one filing alone, by submission. */
  filingTries: Map<string, number>
  /** The service asked to be left alone until then. */
  pausedUntil: number
  /** When answered batches are asked about again, and how often the present one was. */
  recheckAt?: number
  recheckTries?: number
  /** When the last answered batch is looked for again while nothing says that it is gone. */
  probeAt?: number
  /** When what was filed is compared again with what the service has, while nothing says that it lost any. */
  filingsComparedAt?: number
  /** A filing the service took is not reviewed yet, whatever an earlier version of it came to. */
  awaitsReview?: boolean
  /** The last thing done was asking for receipts; kept over idle times, so that neither starves the other. */
  lastPulled: boolean
  /** The service took something in: receipts about it are looked for then, however quiet it was before. */
  newsAt?: number
  /** Looks for receipts in vain since the last news; unset while there was none. */
  looks?: number
  /** The page of receipts behind the last one, already asked for. */
  ahead?: PageAhead
}
