import { returnInstant, type ReceiptFact } from './receipts'

/** One submission of a document. `no` counts from 1. */
export type Attempt = {
  no: number
  /** Document guid of this submission, upper case. */
  guid: string
  /** Guid of the CEB message that carried it; CEB900 answers with that one. */
  messageGuid?: string
  /** When the service took it in, by the service's clock; unknown until its answer is known. */
  acceptedAt?: string
  /** The service did not take it in; nothing but its own guid can speak of it. */
  turnedAway?: boolean
}

/**
 * Which submission a receipt is about. An echoed guid decides. Customs does not promise to echo it, so else it is the
 * last submission that was taken in before the receipt was made (both times are the service's); else the first one.
 * A document that was never submitted from here has attempt 0.
 */
export function attribute(
  attempts: readonly Attempt[],
  fact: Pick<ReceiptFact, 'guid' | 'time'>,
): { no: number; own: boolean } {
  const echoed = attempts.find(({ guid, messageGuid }) => fact.guid === guid || fact.guid === messageGuid)
  if (echoed) return { no: echoed.no, own: true }
  const made = Date.parse(returnInstant(fact.time) ?? '')
  let found: Attempt | undefined
  let first: Attempt | undefined
  for (const attempt of attempts) {
    if (attempt.turnedAway) continue
    if (!first || attempt.no < first.no) first = attempt
    const before = attempt.acceptedAt !== undefined && Date.parse(attempt.acceptedAt) <= made
    if (before && attempt.no > (found?.no ?? 0)) found = attempt
  }
  return { no: (found ?? first)?.no ?? 0, own: false }
}
