import type { Authority } from './roles'
import type { Difference, Holding, View } from './views'

/** Why a filing was sent back; a blank field speaks of the whole. */
export type ReviewReason = { field: string; code?: string; text: string }

/**
 * What happened to the filing of one party with one authority. `version` counts what was submitted there, from 1. Answers
 * come late, twice and in any order; the version they name says what they speak of.
 */
export type ReviewEvent = { authority: Authority; version: number; at: string } & (
  | { kind: 'submitted'; content: View; by?: string }
  | { kind: 'received' }
  | { kind: 'returned'; reasons: readonly ReviewReason[] }
  | { kind: 'approved'; number?: string }
  | { kind: 'cancelled'; text?: string }
)

/** 待提交不在其列: a review begins with the first submission. `cancelled`: the authority struck the filing off. */
export type ReviewState = 'submitted' | 'received' | 'returned' | 'approved' | 'cancelled'

export type Attempt = {
  version: number
  state: ReviewState
  submittedAt?: string
  content?: View
  by?: string
  answeredAt?: string
  reasons: readonly ReviewReason[]
  number?: string
}

export type Review = {
  authority: Authority
  state: ReviewState
  /** Every attempt, first to last, as history. */
  attempts: readonly Attempt[]
  /** The last version that was approved: what the authority holds, also while a later one is under review. */
  held?: Holding
}

const weight: Readonly<Record<ReviewEvent['kind'], number>> = {
  submitted: 0,
  received: 1,
  returned: 2,
  approved: 2,
  cancelled: 3,
}

/** One order whatever order events came in: by version, then what may follow what, then time, then content. */
function inOrder(events: readonly ReviewEvent[]): ReviewEvent[] {
  const print = (event: ReviewEvent) => JSON.stringify(event)
  return [...events].sort(
    (a, b) =>
      a.version - b.version ||
      weight[a.kind] - weight[b.kind] ||
      (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) ||
      (print(a) < print(b) ? -1 : 1),
  )
}

/**
 * The review of each authority as a fold over what happened. Events may be repeated and shuffled. An answer to a version
 * whose submission is not known (another desk sent it) makes an attempt without content, so it is shown and holds nothing.
 */
export function reviewsOf(events: readonly ReviewEvent[]): Review[] {
  const byAuthority = new Map<Authority, Map<number, Attempt>>()
  for (const event of inOrder(events)) {
    const attempts = byAuthority.get(event.authority) ?? new Map<number, Attempt>()
    byAuthority.set(event.authority, attempts)
    const before = attempts.get(event.version) ?? { version: event.version, state: 'submitted', reasons: [] }
    attempts.set(event.version, after(before, event))
  }
  return [...byAuthority].map(([authority, map]) => {
    const attempts = [...map.values()]
    const held = heldOf(authority, attempts)
    return { authority, state: attempts.at(-1)!.state, attempts, ...(held && { held }) }
  })
}

function after(attempt: Attempt, event: ReviewEvent): Attempt {
  switch (event.kind) {
    case 'submitted':
      return {
        ...attempt,
        content: attempt.content ?? event.content,
        submittedAt: attempt.submittedAt ?? event.at,
        ...(event.by !== undefined && { by: event.by }),
      }
    case 'received':
      return { ...attempt, state: 'received', answeredAt: event.at }
    case 'returned':
      return { ...attempt, state: 'returned', answeredAt: event.at, reasons: event.reasons }
    case 'approved':
      return {
        ...attempt,
        state: 'approved',
        answeredAt: event.at,
        reasons: [],
        ...(event.number !== undefined && { number: event.number }),
      }
    case 'cancelled':
      return { ...attempt, state: 'cancelled', answeredAt: event.at }
  }
}

function heldOf(authority: Authority, attempts: readonly Attempt[]): Holding | undefined {
  if (attempts.at(-1)?.state === 'cancelled') return undefined
  const last = attempts.findLast(({ state, content }) => state === 'approved' && content !== undefined)
  return (
    last && { authority, version: last.version, on: last.answeredAt!.slice(0, 10), content: last.content! }
  )
}

/** A reason pinned to its field, with whether the field has another value since. */
export type PinnedReason = ReviewReason & { changed: boolean }

/** The reasons of a filing that was sent back, against the view as it is now. One that speaks of the whole is changed with any field. */
export function pinnedReasons(review: Review, now: View): PinnedReason[] {
  const last = review.attempts.at(-1)
  if (last?.state !== 'returned') return []
  const sent = last.content ?? {}
  const isOther = (field: string) => sent[field as Difference['field']] !== now[field as Difference['field']]
  const any = Object.keys({ ...sent, ...now }).some(isOther)
  return last.reasons.map((reason) => ({
    ...reason,
    changed: reason.field === '' ? any : isOther(reason.field),
  }))
}

/**
 * Whether a filing that was sent back can go again, alone: every field that was named has another value. Nothing else is
 * resent with it.
 */
export const canResend = (review: Review, now: View): boolean =>
  review.state === 'returned' && pinnedReasons(review, now).every(({ changed }) => changed)

/** The next submission: the version after the last one. */
export const nextVersion = (review: Review | undefined): number => (review?.attempts.at(-1)?.version ?? 0) + 1
