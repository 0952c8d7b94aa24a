import type { BatchAnswer } from '../api'
import { isBareStatus, type Failure } from '../errors'
import { halfOf } from './heads'
import { backoff, type Mood } from './pace'
import type { AnswerNote, Dissolution, Outcome, SentNote } from './ports'
import type { BatchHead, CallRecord, Hold, Pace, Reason } from './records'

/** What the outcome of a request about a batch changes: one or two transactions, in this order. */
export type Commit =
  | { verb: 'applyAnswer'; answer: BatchAnswer; next: AnswerNote }
  | { verb: 'markSent'; note: SentNote }
  | { verb: 'markUnsent'; note: { call: CallRecord; nextAt: number } }
  | { verb: 'dissolve'; how: Dissolution }
  | { verb: 'park'; reason: Reason }
  | { verb: 'line'; pace: Pace }
  | { verb: 'hold'; hold: Hold }

/** Unclear results of one batch after which a person decides. */
export const MOST_UNCLEAR = 12
export const MOST_UNKNOWN = 4
/** A request that still travels could arrive after a query said 404; a ghost is let go only when none can. */
export const GHOST_ASKS = 6
const GHOST_PAUSE_MS = 2 * 60_000

export type Around = { now: number; at: string; line: Pace; mood: Mood; call: CallRecord }

export const reasonOf = ({ code, message, fix }: Failure): Reason => ({ code, text: message, fix })

/** What to do with the outcome of sending or asking about a batch. Pure. */
export function settleOutcome(
  doing: 'send' | 'query',
  batch: BatchHead,
  outcome: Outcome<BatchAnswer>,
  around: Around,
): Commit[] {
  const { now, at, line, mood, call } = around
  const calm: Commit[] = line.failures > 0 ? [{ verb: 'line', pace: { failures: 0, nextAt: 0 } }] : []
  if (outcome.ok) {
    const nextAt = now + (batch.ghost ? GHOST_PAUSE_MS : backoff(batch.unclear + 1, mood))
    if (batch.unclear + 1 >= MOST_UNCLEAR && outcome.value.state === 'received') {
      return [...calm, ...parked(batch, around, stillWorking)]
    }
    return [...calm, { verb: 'applyAnswer', answer: outcome.value, next: { at, nextAt, call } }]
  }
  const { failure } = outcome
  // What has left once stays in doubt, whatever becomes of a later try.
  const isUnsent = failure.unsent === true && doing === 'send' && batch.stage === 'fixed'
  const sent = (note: Omit<SentNote, 'call'>): Commit =>
    isUnsent
      ? { verb: 'markUnsent', note: { call, nextAt: note.nextAt } }
      : { verb: 'markSent', note: { call, ...note } }
  if (failure.kind === 'auth') {
    return [
      sent({ counts: false, nextAt: now }),
      { verb: 'hold', hold: { kind: 'auth', reason: reasonOf(failure) } },
    ]
  }
  if (failure.line) return lineDown(batch, failure, around, sent)
  if (doing === 'query' && failure.status === 404 && failure.code === 'unknown-batch') {
    // What the service had once and refuses now is not taken apart: a person decides.
    if (batch.again && batch.verdict) return [...calm, ...parked(batch, around, batch.verdict)]
    return [...calm, unknownThere(batch, around, sent)]
  }
  if (doing === 'send' && failure.status === 409 && !isBareStatus(failure.code))
    return [...calm, ...parked(batch, around, reasonOf(failure))]
  if (doing === 'send' && failure.kind === 'refused' && failure.status !== 404) {
    return [...calm, sent({ counts: false, nextAt: now, verdict: reasonOf(failure) })]
  }
  const most = failure.kind === 'retry' ? MOST_UNCLEAR : MOST_UNKNOWN
  if (batch.unclear + 1 >= most) return [...calm, ...parked(batch, around, reasonOf(failure))]
  const nextAt = now + backoff(batch.unclear + 1, mood, failure.retryAfterSeconds)
  return [...calm, sent({ counts: true, nextAt })]
}

/**
 * The line failed. It slows everything down; it counts against the batch only when the line was fine a moment ago,
 * so that days offline park nothing but a batch that breaks every connection cannot block the others for ever.
 */
function lineDown(
  batch: BatchHead,
  failure: Failure,
  around: Around,
  sent: (note: Omit<SentNote, 'call'>) => Commit,
): Commit[] {
  const { now, line, mood } = around
  const counts = line.failures === 0 && !failure.reached
  const wait = backoff(line.failures + 1, mood, failure.retryAfterSeconds)
  const pace: Commit = { verb: 'line', pace: { failures: line.failures + 1, nextAt: now + wait } }
  if (counts && batch.unclear + 1 >= MOST_UNCLEAR) return [...parked(batch, around, reasonOf(failure)), pace]
  const own = counts ? backoff(batch.unclear + 1, mood) : 0
  return [sent({ counts, nextAt: now + wait + own }), pace]
}

/** The service does not know the batch: what was refused is taken apart, anything else goes again as it is. */
function unknownThere(
  batch: BatchHead,
  { now, at }: Around,
  sent: (note: Omit<SentNote, 'call'>) => Commit,
): Commit {
  if (batch.ghost) {
    const settled = batch.unclear + 1 >= GHOST_ASKS
    if (!settled) return sent({ counts: true, nextAt: now + GHOST_PAUSE_MS })
    return { verb: 'dissolve', how: { reason: neverArrived, crowd: Infinity, at } }
  }
  if (batch.verdict) {
    return { verb: 'dissolve', how: { reason: batch.verdict, crowd: halfOf(batch), at } }
  }
  return sent({ counts: false, nextAt: now, resend: true })
}

function parked(batch: BatchHead, { call, now }: Around, reason: Reason): Commit[] {
  return [
    { verb: 'markSent', note: { call, counts: true, nextAt: now } },
    { verb: 'park', reason },
  ]
}

const neverArrived: Reason = {
  code: 'never-arrived',
  text: { zh: '单一窗口未收到该批次', en: 'The single window never got this batch' },
}
const stillWorking: Reason = {
  code: 'still-working',
  text: { zh: '单一窗口长时间未给出结果', en: 'The single window gives no result for a long time' },
  fix: { zh: '请点击 查询结果，或联系单一窗口', en: 'Ask for the result, or contact the single window' },
}
