import type { Wait } from '../correction'
import { sendingRank } from '../keys'
import type { Stage, SubmissionHead } from './records'

type Dependent = Pick<
  SubmissionHead,
  'id' | 'message' | 'businessKey' | 'mark' | 'attempt' | 'stage' | 'waits' | 'state'
>

/** Stages in which nothing more will happen to this attempt by itself; the next attempt may be queued. */
const over: readonly Stage[] = ['rejected', 'cancelled', 'done']
export const isOver = (stage: Stage) => over.includes(stage)

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

/**
 * Stages of the submissions of one dossier that are not yet in a batch, after any of them changed. One that waits for
 * a refused document waits; no other dossier is concerned.
 * @param held marks of documents that a ghost batch may have carried: nothing goes before that is known
 * @returns submissions whose stage changes, with the new stage
 */
export function relane(dossier: readonly Dependent[], held: ReadonlySet<string>): Map<string, Stage> {
  const before = new Map(dossier.map((s) => [s.id, s.stage]))
  const now = dossier.map((s) => ({ ...s }))
  const pending = now
    .filter((s) => s.stage === 'waiting' || s.stage === 'queued')
    .sort((a, b) => sendingRank(a.message) - sendingRank(b.message))
  for (const one of pending) {
    const free = !held.has(one.mark) && one.waits.every((wait) => waitState(now, wait) !== 'unmet')
    one.stage = free ? 'queued' : 'waiting'
  }
  return new Map(now.filter((s) => s.stage !== before.get(s.id)).map((s) => [s.id, s.stage]))
}
