import type { BatchAnswer, BatchItem } from '../api'
import type { Attempt } from '../attempts'
import { passesByItself } from '../errors'
import { sendingRank } from '../keys'
import type { ReceiptFact } from '../receipts'
import { foldAttempts, foldDocument, type AttemptState, type DocumentState } from '../states'
import { current, isOver } from './lane'
import type { EnqueueResult } from './ports'
import type { BatchHead, Enqueued, Reason, Submission, SubmissionHead } from './records'

/*
 * What a transaction changes, apart from how a store reads and writes it. Every store uses these; none decides itself.
 */

/** State of a document nothing was received about. */
export const freshState = (message: string): DocumentState => foldDocument(message, [], [])

/** Not in anybody's hands but ours, or on the way there. */
const unsettled = (stage: SubmissionHead['stage']) => stage === 'sending' || stage === 'sent'

/**
 * Give the confirmed submissions of a command their place in the queue, partners before the list. A pending
 * submission that waits for one of them moves behind it, so that any first part of the queue is complete in itself.
 * @param dossiers all submissions of the dossiers concerned
 * @param place last place given out in this book
 * @returns everything to write: new and moved submissions
 */
export function planEnqueue(
  dossiers: readonly SubmissionHead[],
  submissions: readonly Enqueued[],
  place: number,
  at: string,
): { result: EnqueueResult; added: Submission[]; moved: SubmissionHead[]; place: number } {
  const known = new Set(dossiers.map(({ id }) => id))
  const added: Submission[] = []
  for (const one of [...submissions].sort((a, b) => sendingRank(a.message) - sendingRank(b.message))) {
    if (known.has(one.id)) continue
    const earlier = current([...dossiers, ...added], one)
    if (earlier && !mayFollow(earlier, one)) {
      const result = { ok: false as const, submission: one.id, reason: stillAlive(earlier) }
      return { result, added: [], moved: [], place }
    }
    const attempt = Math.max(0, ...attemptsOf(dossiers, one).map((s) => s.attempt)) + 1
    place += 1
    const state = freshState(one.message)
    added.push({ ...one, guid: one.guid.toUpperCase(), attempt, stage: 'queued', place, queuedAt: at, state })
  }
  const moved = dossiers
    .filter((s) => s.stage === 'waiting' || s.stage === 'queued')
    .filter((s) => s.waits.some((wait) => added.some((one) => sameDocument(one, wait))))
    .map((s) => ({ ...s, place: (place += 1) }))
  return { result: { ok: true }, added, moved, place }
}

type Identity = { message: string; businessKey: string }
const sameDocument = (a: Identity, b: Identity) => a.message === b.message && a.businessKey === b.businessKey
const attemptsOf = <S extends Identity>(all: readonly S[], document: Identity) =>
  all.filter((s) => sameDocument(s, document))

/** A correction follows a refused attempt; a change (appType 2) or deletion (3) may also follow a stored one. */
function mayFollow(earlier: SubmissionHead, next: Enqueued): boolean {
  if (earlier.stage === 'rejected') return true
  const changes = next.document.head.appType === '2' || next.document.head.appType === '3'
  return changes && earlier.stage === 'done' && next.message !== 'CEB603'
}

function stillAlive(earlier: SubmissionHead): Reason {
  const { businessKey, stage } = earlier
  return {
    code: isOver(stage) ? 'already-declared' : 'already-queued',
    text: {
      zh: `${businessKey} 已在申报中（第${earlier.attempt}次），不能重复申报`,
      en: `${businessKey} is already being declared (attempt ${earlier.attempt})`,
    },
    fix: {
      zh: '请等待回执；退单后可修改重报',
      en: 'Wait for its receipts; after a rejection it can be corrected and sent again',
    },
  }
}

/** What one result of an answer makes of a submission that has none yet. */
export function settleItem(
  submission: SubmissionHead,
  item: BatchItem,
  answer: BatchAnswer,
  ghost: boolean,
): SubmissionHead {
  const own = item.guid === undefined ? !ghost : item.guid.toUpperCase() === submission.guid
  const taken = item.outcome !== 'refused'
  if (ghost && !own) return taken ? before(submission) : submission
  if (taken) {
    const stage = isOver(submission.stage) ? submission.stage : 'accepted'
    return { ...submission, stage, acceptedAt: answer.receivedAt, reason: undefined }
  }
  if (!unsettled(submission.stage) && submission.stage !== 'attention') return submission
  if (passesByItself(item.code)) return { ...submission, stage: 'queued' }
  const code = item.code ?? 'refused'
  const said = item.text ?? code
  return { ...submission, stage: 'rejected', reason: { code, text: { zh: said, en: said } } }
}

/** After a restore: something was handed in under this number, but not what we hold now. */
function before(submission: SubmissionHead): SubmissionHead {
  if (submission.stage !== 'waiting' && submission.stage !== 'queued') return submission
  const reason: Reason = {
    code: 'declared-before',
    text: {
      zh: '数据恢复前此编号已申报过，内容可能不同',
      en: 'This number was declared before the data was restored, perhaps with other content',
    },
    fix: {
      zh: '请等回执更新状态；核对后用新编号申报',
      en: 'Wait for its receipts; compare, then declare under a new number',
    },
  }
  return { ...submission, stage: 'attention', reason }
}

/**
 * All attempts of one document after its receipts or answers changed: state and stage anew from everything known.
 * A receipt with a submission's own guid proves that the service has it, whatever we thought.
 */
export function refold(attempts: readonly SubmissionHead[], facts: readonly ReceiptFact[]): SubmissionHead[] {
  const live = attempts.filter((s) => s.stage !== 'cancelled')
  const message = live[0]?.message
  if (message === undefined) return []
  const known: Attempt[] = live.map(({ attempt, guid, messageGuid, acceptedAt }) => ({
    no: attempt,
    guid,
    ...(messageGuid ? { messageGuid } : {}),
    ...(acceptedAt ? { acceptedAt } : {}),
  }))
  const each = new Map(foldAttempts(message, known, facts).map((state) => [state.attempt, state]))
  const last = Math.max(...live.map((s) => s.attempt))
  const whole = foldDocument(message, known, facts)
  return live.map((s) => {
    const own = each.get(s.attempt)!
    return { ...s, ...stageAfter(s, own), state: s.attempt === last ? whole : own }
  })
}

function stageAfter(s: SubmissionHead, own: AttemptState): Partial<SubmissionHead> {
  const there = own.proven || s.stage === 'accepted' || s.stage === 'done' || s.stage === 'rejected'
  const spoke = own.code !== '' || own.refusal !== undefined || own.proven
  if (!there || !spoke) return {}
  if (own.refusal?.open || own.standing === 'rejected') return { stage: 'rejected' }
  return { stage: own.final ? 'done' : 'accepted', reason: undefined }
}

/** A batch after an answer: answered once each of its documents has a result. */
export function settleBatch(
  batch: BatchHead,
  answer: BatchAnswer,
  submissions: readonly SubmissionHead[],
  nextAt: number,
): BatchHead {
  const working = answer.state === 'received'
  const open = batch.ghost ? working : submissions.some((s) => s.batch === batch.id && unsettled(s.stage))
  if (!open) return { ...batch, stage: 'answered', unclear: 0, resend: false, verdict: undefined }
  return { ...batch, stage: 'sent', unclear: batch.unclear + 1, resend: !working, nextAt, verdict: undefined }
}
