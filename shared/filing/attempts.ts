import type { CebDocument } from '../model/list'
import type { SubmissionHead } from '../protocol/engine/records'
import { partyOf } from './content'
import { reviewsOf, type Review, type ReviewEvent, type ReviewReason } from './review'
import { authorityIds, type Authority } from './roles'
import { viewOf } from './views'

/** One attempt of the queue with what was filed. */
export type FiledAttempt = Pick<
  SubmissionHead,
  'attempt' | 'stage' | 'queuedAt' | 'acceptedAt' | 'reviewedAt' | 'base' | 'version' | 'reason'
> & { document: CebDocument }

/** Why a filing was returned: by field as the service said it, else its words as a whole. */
export function reasonsOf({ reason }: Pick<FiledAttempt, 'reason'>): ReviewReason[] {
  if (!reason) return []
  if (reason.fields && reason.fields.length > 0) return [...reason.fields]
  return [{ field: '', code: reason.code, text: reason.text.zh }]
}

/** Authorities a filing names; one that names none (of an earlier version, or of another desk) went to all. */
export function toldBy(document: CebDocument): Authority[] {
  const named = (document.head['to'] ?? '').split(' ')
  const known = authorityIds.filter((authority) => named.includes(authority))
  return known.length > 0 ? known : [...authorityIds]
}

/**
 * The review of each authority out of the attempts at one filing. The service has one review for all of them, so its answer
 * counts for every authority the filing went to, and for no other. What was taken back before it left never happened.
 */
export function reviewsOfAttempts(attempts: readonly FiledAttempt[]): Review[] {
  const events = attempts.flatMap((one): ReviewEvent[] => {
    const master = partyOf(one.document.head)
    if (one.stage === 'cancelled' || !master) return []
    const version = one.version ?? (one.base ?? 0) + 1
    return toldBy(one.document).flatMap((authority): ReviewEvent[] => {
      const content = viewOf(master.party, authority)
      if (Object.keys(content).length === 0) return []
      const of = (at: string) => ({ authority, version, at })
      const answered = one.reviewedAt ?? one.acceptedAt ?? one.queuedAt
      return [
        { ...of(one.queuedAt), kind: 'submitted', content },
        ...(one.stage === 'accepted' ? [{ ...of(answered), kind: 'received' as const }] : []),
        ...(one.stage === 'done' ? [{ ...of(answered), kind: 'approved' as const }] : []),
        ...(one.stage === 'rejected'
          ? [{ ...of(answered), kind: 'returned' as const, reasons: reasonsOf(one) }]
          : []),
      ]
    })
  })
  return reviewsOf(events)
}
