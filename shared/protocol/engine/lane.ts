import type { Wait } from '../correction'
import { isFiling } from '../dependencies'
import { sendingRank } from '../keys'
import { keyOf } from './heads'
import type { Stage, SubmissionHead } from './records'

type Dependent = Pick<
  SubmissionHead,
  'id' | 'message' | 'businessKey' | 'mark' | 'attempt' | 'stage' | 'waits' | 'state' | 'inOpenBatch'
>

/** Stages in which nothing more will happen to this attempt by itself; the next attempt may be queued. */
const over: readonly Stage[] = ['rejected', 'cancelled', 'done']
export const isOver = (stage: Stage) => over.includes(stage)

const isPending = ({ stage }: { stage: Stage }) => stage === 'waiting' || stage === 'queued'

type Identity = { message: string; businessKey: string }
const isSame = (a: Identity, b: Identity) => a.message === b.message && a.businessKey === b.businessKey

/** The attempt that speaks for a document now: the newest that was not taken back. */
export function current<S extends Pick<SubmissionHead, 'message' | 'businessKey' | 'attempt' | 'stage'>>(
  dossier: readonly S[],
  document: { message: string; businessKey: string },
): S | undefined {
  return dossier
    .filter((s) => isSame(s, document) && s.stage !== 'cancelled')
    .reduce<S | undefined>((newest, s) => (newest && newest.attempt > s.attempt ? newest : s), undefined)
}

/** Whether a document came to its good end by an attempt before the one that speaks for it now. */
export function grantedBefore(
  dossier: readonly Pick<SubmissionHead, 'message' | 'businessKey' | 'attempt' | 'stage' | 'state'>[],
  document: { message: string; businessKey: string },
): boolean {
  const last = current(dossier, document)
  return dossier.some(
    (one) =>
      isSame(one, document) &&
      one.attempt < (last?.attempt ?? 0) &&
      one.state.good &&
      one.state.attempt === one.attempt,
  )
}

/**
 * How a wait stands. `together`: the other document is queued too and may travel in the same batch, before this one.
 * A document that was never queued here is not ours to wait for (its sender is somebody else); one that was taken
 * back is waited for until it is queued again.
 */
export function waitState(dossier: readonly Dependent[], wait: Wait): 'met' | 'together' | 'unmet' {
  const other = current(dossier, wait)
  if (!other) return dossier.some((s) => isSame(s, wait)) ? 'unmet' : 'met'
  if (other.state.good && other.state.attempt === other.attempt) return 'met'
  if (wait.until === 'good') return 'unmet'
  if (other.stage === 'accepted' || other.stage === 'done') return 'met'
  return other.stage === 'queued' ? 'together' : 'unmet'
}

/** What keeps documents back from outside their dossier. */
export type Outside = {
  /** Marks of documents that a ghost batch may have carried: nothing goes before that is known. */
  held: ReadonlySet<string>
  /** Messages that the service does not take. */
  untaken: ReadonlySet<string>
  /** Messages that have to be signed and cannot be now. */
  unsigned: ReadonlySet<string>
  /** Filings that were queued here and are not approved, by `keyOf`. */
  openFilings: ReadonlySet<string>
}

/** Why a submission does not go now; what it waits for names the first document that is not there yet. */
export type WaitCause =
  { cause: 'ghost' | 'batch' | 'untaken' | 'unsigned' } | { cause: 'filing' | 'document'; wait: Wait }

/** What keeps one submission of a dossier back; undefined when it may go. */
export function waitCause(
  one: Dependent,
  dossier: readonly Dependent[],
  { held, untaken, unsigned, openFilings }: Outside,
): WaitCause | undefined {
  if (held.has(one.mark)) return { cause: 'ghost' }
  // A service that was put back would take the former submission in again, from a copy of its batch, beside this one.
  if (dossier.some((s) => s.inOpenBatch && s.id !== one.id && isSame(s, one))) return { cause: 'batch' }
  if (untaken.has(one.message)) return { cause: 'untaken' }
  if (unsigned.has(one.message)) return { cause: 'unsigned' }
  for (const wait of one.waits) {
    if (isFiling(wait.message)) {
      if (openFilings.has(keyOf(wait))) return { cause: 'filing', wait }
    } else if (waitState(dossier, wait) === 'unmet') return { cause: 'document', wait }
  }
  return undefined
}

/**
 * Stages of the submissions of one dossier that are not yet in a batch, after any of them changed. One that waits for
 * a refused document waits; no other dossier is concerned.
 * @returns submissions whose stage changes, with the new stage
 */
export function relane(dossier: readonly Dependent[], outside: Outside): Map<string, Stage> {
  if (!dossier.some(isPending)) return new Map()
  const before = new Map(dossier.map((s) => [s.id, s.stage]))
  const now = dossier.map((s) => ({ ...s }))
  const pending = now.filter(isPending).sort((a, b) => sendingRank(a.message) - sendingRank(b.message))
  for (const one of pending) {
    one.stage = waitCause(one, now, outside) ? 'waiting' : 'queued'
  }
  return new Map(now.filter((s) => s.stage !== before.get(s.id)).map((s) => [s.id, s.stage]))
}
