import { kindOf } from '../document-kind'
import type { BatchAnswer, BatchItem } from '../api'
import type { Attempt } from '../attempts'
import type { Wait } from '../correction'
import { dependencies, filingKind, isFiling } from '../dependencies'
import { isBareStatus, passesByItself } from '../errors'
import { sendingRank } from '../keys'
import { returnInstant, type ReceiptFact } from '../receipts'
import { documentState, foldAttempts, foldDocument, type AttemptState, type DocumentState } from '../states'
import { keyOf } from './heads'
import { current, isOver } from './lane'
import { forbidden } from './permission'
import type { Dissolution, EnqueueResult } from './ports'
import { GHOST_ASKS } from './settle'
import type { BatchHead, Enqueued, JournalEntry, Reason, Submission, SubmissionHead } from './records'
import { refusalUnclear } from './unclear'

/*
 * What a transaction changes, apart from how a store reads and writes it. Every store uses these; none decides itself.
 */

/** State of a document nothing was received about. */
export const freshState = (message: string): DocumentState => foldDocument(message, [], [])

/** Not in anybody's hands but ours, or on the way there. */
const unsettled = (stage: SubmissionHead['stage']) => stage === 'sending' || stage === 'sent'

/** Of a member of a batch: neither an answer nor a receipt says yet what became of it. */
export const awaitsResult = ({ stage }: SubmissionHead) => unsettled(stage) || stage === 'attention'

export type Known = {
  /** All submissions of the dossiers and documents concerned. */
  submissions: readonly SubmissionHead[]
  /** All receipts of the documents concerned. */
  facts: readonly ReceiptFact[]
  /** In how many ghost batches that the service turned out to have each mark occurs. */
  ghostMarks: ReadonlyMap<string, number>
  /** Filings that are queued and not approved, by `keyOf`. */
  openFilings: readonly string[]
  /** Service and enterprise of the book; see `accountOf`. */
  account: string
  /** Last place given out in this book. */
  place: number
}

/**
 * Give the confirmed submissions of a command their place in the queue, partners before the list. A pending
 * submission that waits for one of them moves behind it, so that any first part of the queue is complete in itself.
 * @returns everything to write: new and moved submissions
 */
export function planEnqueue(
  known: Known,
  submissions: readonly Enqueued[],
  at: string,
): { result: EnqueueResult; added: Submission[]; moved: SubmissionHead[]; place: number } {
  let { place } = known
  const ids = new Set(known.submissions.map(({ id }) => id))
  const before = new Linked(known.submissions)
  const beside = new Linked([])
  const added: Submission[] = []
  for (const one of [...submissions].sort((a, b) => sendingRank(a.message) - sendingRank(b.message))) {
    if (ids.has(one.id)) continue
    const attempts = attemptsOf(before.of(one), one)
    const reason = whyNot(one, attempts, [...before.of(one), ...beside.of(one)], known)
    if (reason)
      return { result: { ok: false, submission: one.id, reason }, added: [], moved: [], place: known.place }
    const attempt = Math.max(0, ...attempts.map((s) => s.attempt)) + 1
    place += 1
    const state = freshState(one.message)
    const { confirmed: _confirmed, ...rest } = one
    const waits = [...rest.waits, ...filingWaits(one, known)]
    const guid = one.guid.toUpperCase()
    const rests = attempts.flatMap(({ restsUntil = [] }) => restsUntil)
    const queued: Submission = {
      ...rest,
      guid,
      attempt,
      stage: 'queued',
      place,
      queuedAt: at,
      state,
      waits,
      ...(rests.length > 0 && { restsUntil: Math.max(...rests) }),
    }
    added.push(queued)
    beside.add(queued)
  }
  const moved = known.submissions
    .filter((s) => s.stage === 'waiting' || s.stage === 'queued')
    .filter((s) => s.waits.some((wait) => added.some((one) => sameDocument(one, wait))))
    .map((s) => ({ ...s, place: (place += 1) }))
  return { result: { ok: true }, added, moved, place }
}

/**
 * What a document rests on and is not approved yet: the enterprise that declares, and the goods of its lines. Masters of
 * others that were filed from here hold nobody back.
 */
function filingWaits({ message, document }: Enqueued, { openFilings, account }: Known): Wait[] {
  const goods = new Set(document.lines?.map(({ itemNo }) => itemNo))
  return openFilings.flatMap((key) => {
    const [filing, businessKey] = JSON.parse(key) as [string, string]
    const rests = dependencies[message]?.includes(filing) ?? false
    const isOwn = account.slice(account.lastIndexOf('|') + 1) === businessKey
    const concerns = filingKind(filing) === 'enterprise' ? isOwn : goods.has(businessKey)
    return rests && concerns ? [{ message: filing, businessKey, until: 'good' as const }] : []
  })
}

/** Submissions by dossier and document, so that of a command of thousands each looks only at what concerns it. */
class Linked {
  readonly #dossiers = new Map<string, SubmissionHead[]>()
  readonly #documents = new Map<string, SubmissionHead[]>()

  constructor(submissions: readonly SubmissionHead[]) {
    for (const one of submissions) this.add(one)
  }

  add(one: SubmissionHead): void {
    for (const [groups, key] of [
      [this.#dossiers, one.dossier],
      [this.#documents, keyOf(one)],
    ] as const) {
      const group = groups.get(key)
      if (group) group.push(one)
      else groups.set(key, [one])
    }
  }

  /** Those of the same dossier or document. */
  of(one: Enqueued): SubmissionHead[] {
    const dossier = this.#dossiers.get(one.dossier) ?? []
    const others = (this.#documents.get(keyOf(one)) ?? []).filter(({ dossier }) => dossier !== one.dossier)
    return [...dossier, ...others]
  }
}

function whyNot(
  one: Enqueued,
  attempts: readonly SubmissionHead[],
  linked: readonly SubmissionHead[],
  known: Known,
): Reason | undefined {
  const refused = forbidden(one, linked, known.facts)
  if (refused) return refused
  if (one.confirmed || changesStored(one)) return undefined
  const guids = new Set(attempts.map(({ guid }) => guid))
  const foreign = known.facts.filter((fact) => sameDocument(fact, one) && !guids.has(fact.guid))
  const ghosts = known.ghostMarks.get(one.mark) ?? 0
  return mayStandAlready(one.message, foreign, ghosts) ? declaredBefore : undefined
}

/**
 * Could customs hold this document from a submission we have no record of? Each ghost batch that carried it must be
 * accounted for by a submission that was sent back; without ghosts, receipts of others (another desk) are judged as one.
 */
function mayStandAlready(message: string, foreign: readonly ReceiptFact[], ghosts: number): boolean {
  if (ghosts === 0 && foreign.length === 0) return false
  const groups = new Map<string, ReceiptFact[]>()
  for (const fact of foreign) {
    const group = ghosts === 0 ? '' : fact.guid
    groups.set(group, [...(groups.get(group) ?? []), fact])
  }
  const sentBack = [...groups.values()].filter((facts) => {
    const { standing, refusal } = foldDocument(message, [], facts)
    return standing === 'rejected' || refusal?.open
  })
  return sentBack.length < Math.max(ghosts, groups.size)
}

type Identity = { message: string; businessKey?: string }
const sameDocument = (a: Identity, b: Identity) => a.message === b.message && a.businessKey === b.businessKey
const attemptsOf = <S extends Identity>(all: readonly S[], document: Identity) =>
  all.filter((s) => sameDocument(s, document))

const changesStored = ({ document }: Enqueued) => ['2', '3'].includes(document.head.appType ?? '1')

/** Not taken in for a reason that passes by itself: no result yet. */
export const isBusy = ({ outcome, code }: BatchItem) => outcome === 'refused' && passesByItself(code)

/** What one result of an answer makes of a submission that has none yet. */
export function settleItem(
  submission: SubmissionHead,
  item: BatchItem,
  answer: BatchAnswer,
  { id, ghost }: BatchHead,
): SubmissionHead {
  const own = item.guid === undefined ? !ghost : item.guid.toUpperCase() === submission.guid
  const taken = item.outcome !== 'refused'
  if (ghost && !own) return taken ? before(submission, id) : submission
  if (taken)
    return {
      ...submission,
      // From now on the batch that brought it there speaks for it, not one that this database still shows as open.
      ...(ghost && { batch: id }),
      // What was said of it before stays its own: receipts are told apart by when it was first taken in.
      acceptedAt: submission.acceptedAt ?? answer.receivedAt,
      forgotten: undefined,
      reason: undefined,
      ...(isOver(submission.stage) ? {} : { stage: 'accepted' }),
    }
  if (!awaitsResult(submission)) return submission
  // It stays with its batch until that has no more to wait for; see `freedAfter`.
  if (isBusy(item)) return submission
  const code = item.code ?? 'refused'
  const said = item.text ?? code
  return {
    ...submission,
    stage: 'rejected',
    turnedAway: true,
    reason: { code, text: { zh: said, en: said } },
  }
}

/**
 * After a restore: something was handed in under this number, but not what we hold now. What had left before that is
 * overtaken by it: whatever becomes of it, it is not handed in again beside the later one.
 */
function before(submission: SubmissionHead, ghost: string): SubmissionHead {
  const { stage } = submission
  if (stage === 'cancelled') return submission
  if (stage === 'waiting' || stage === 'queued') return { ...submission, ...declaredAlready }
  return { ...submission, overtaken: ghost }
}

/** Into the queue again; before a person where a later one, which this database does not have, took its place. */
export const backInLine = ({ overtaken }: SubmissionHead): Partial<SubmissionHead> =>
  overtaken ? declaredAlready : { stage: 'queued', messageGuid: undefined }

/** It waits for a person because a batch that this database does not know had its number. */
export const isDeclaredBefore = ({ stage, reason }: SubmissionHead) =>
  stage === 'attention' && reason?.code === declaredBefore.code

const declaredBefore: Reason = {
  code: 'declared-before',
  text: {
    zh: '此编号已申报过（数据恢复之前，或由其它电脑申报），内容可能不同',
    en: 'This number was declared already (before the data was restored, or on another machine), perhaps differently',
  },
  fix: {
    zh: '请等它的回执，与本单核对：相同的采用已有回执；不同的，撤回后用新编号申报',
    en: 'Wait for its receipts and compare: take them over where it is the same; else take this back and use a new number',
  },
}
export const declaredAlready = { stage: 'attention', reason: declaredBefore } as const

/**
 * What makes a submission take over the receipts of the one declared before: as if taken in when the first of them was made.
 * No batch speaks for it, so none hands it in again. Undefined while there are none, and where an earlier submission from here
 * was taken in: which of the two they are about could not be told.
 */
export function withReceipts(
  attempts: readonly SubmissionHead[],
  facts: readonly ReceiptFact[],
): Partial<SubmissionHead> | undefined {
  const [acceptedAt] = facts.map(({ time, receivedAt }) => returnInstant(time) ?? receivedAt).sort()
  const isAlone = attempts.every(({ acceptedAt: at, turnedAway }) => at === undefined || turnedAway)
  if (acceptedAt === undefined || !isAlone) return undefined
  const nobody = { batch: undefined, messageGuid: undefined, overtaken: undefined, inOpenBatch: undefined }
  return { ...nobody, stage: 'accepted', acceptedAt, reason: undefined }
}

/** A submission as the fold sees it. */
export function attemptOf({ attempt, guid, messageGuid, acceptedAt, turnedAway }: SubmissionHead): Attempt {
  return {
    no: attempt,
    guid,
    ...(messageGuid ? { messageGuid } : {}),
    ...(acceptedAt ? { acceptedAt } : {}),
    ...(turnedAway ? { turnedAway } : {}),
  }
}

/**
 * All attempts of one document after its receipts or answers changed: state and stage anew from everything known.
 * A receipt with a submission's own guid proves that the service has it, whatever we thought.
 */
export function refold<S extends SubmissionHead>(
  attempts: readonly S[],
  facts: readonly ReceiptFact[],
  restarts: readonly string[] = [],
): S[] {
  const live = attempts.filter((s) => s.stage !== 'cancelled')
  const message = live[0]?.message
  if (message === undefined) return []
  const known = live.map(attemptOf)
  const states = foldAttempts(message, known, facts, restarts)
  const each = new Map(states.map((state) => [state.attempt, state]))
  const last = Math.max(...live.map((s) => s.attempt))
  const whole = documentState(states, facts)
  return live.map((s) => {
    const own = each.get(s.attempt)!
    return { ...s, ...stageAfter(s, own), state: s.attempt === last ? whole : own }
  })
}

/** Anew from what is known, never from the stage before: a receipt once put to the wrong attempt leaves no trace. */
function stageAfter(s: SubmissionHead, own: AttemptState): Partial<SubmissionHead> {
  if (s.forgotten) return {}
  if (!own.proven && s.turnedAway) return { stage: 'rejected' }
  if (!own.proven && !s.acceptedAt) return {}
  if (own.doubtful && !s.refusalConfirmed) return { stage: 'attention', reason: refusalUnclear }
  if (own.doubtful || own.refusal?.open || own.standing === 'rejected')
    return { stage: 'rejected', reason: undefined }
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
  // What is not named may still come: a copy of the request on its way can make the service go on with the rest.
  const unnamed = answer.items.length < batch.marks.length && batch.unclear + 1 < GHOST_ASKS
  const passing = new Set(answer.items.filter(isBusy).map(keyOf))
  const awaits = (s: SubmissionHead) => s.batch === batch.id && awaitsResult(s) && !passing.has(keyOf(s))
  const open = batch.again
    ? working || answer.items.length < batch.marks.length
    : batch.ghost
      ? working || unnamed
      : submissions.some(awaits)
  if (!open) {
    const { again: _again, ...rest } = batch
    return { ...rest, stage: 'answered', unclear: 0, resend: false, verdict: undefined }
  }
  return { ...batch, stage: 'sent', unclear: batch.unclear + 1, resend: !working, nextAt, verdict: undefined }
}

/** A copy of a request that is still on its way arrives within this time, or never. */
export const COPIES_GONE_MS = 5 * 60_000

/**
 * What becomes of a member of a batch that was answered. Without a result of its own (busy) it is in line again, and rests until no copy of that
 * batch can be on its way, for a service that was put back meanwhile would take that copy in, the document with it.
 */
export function freedAfter(one: SubmissionHead, answeredAt: string): Partial<SubmissionHead> {
  if (!unsettled(one.stage)) return { inOpenBatch: undefined }
  const restsUntil = Date.parse(answeredAt) + COPIES_GONE_MS
  return { ...backInLine(one), restsUntil, inOpenBatch: undefined }
}

/** The service said yes to it, nothing newer speaks for its document, and it was not withdrawn: it has to be there. */
export function stands(one: SubmissionHead, dossier: readonly SubmissionHead[]): boolean {
  if (one.stage !== 'accepted' && one.stage !== 'done') return false
  const isWithdrawn =
    kindOf(one.message) === 'list' &&
    dossier.some(({ message, state }) => kindOf(message) === 'withdrawal' && state.good)
  const isCurrent = current(dossier, one)?.id === one.id && !one.overtaken
  return isCurrent && !isWithdrawn && !isFiling(one.message)
}

/**
 * A document that is handed in again after the service lost it, and refused this time, is as on its first way. So is one
 * that the batch brought there and that is `busy` now: the same bytes came to a service that had been put back unnoticed.
 */
export function refusedAgain(one: Submission, item: BatchItem, { again, ghost }: BatchHead): Submission {
  const isNews = again ? item.outcome === 'refused' : !ghost && isBusy(item)
  const isBack = isNews && (one.stage === 'accepted' || one.stage === 'done')
  return isBack ? { ...one, stage: 'sent', forgotten: true, acceptedAt: undefined } : one
}

/** A submission whose batch surely did not arrive. `crowd` below 1: it was alone in a refused batch, so it is refused. */
export function freed(one: SubmissionHead, { reason, crowd, at }: Dissolution): Partial<SubmissionHead> {
  const rests = isBareStatus(reason.code) ? { restsUntil: Date.parse(at) + COPIES_GONE_MS } : {}
  if (crowd < 1) return { stage: 'rejected', turnedAway: true, reason, ...rests }
  return { ...backInLine(one), crowd: Math.min(crowd, one.crowd ?? Infinity), ...rests }
}

/** A batch known from the send journal only. */
export function ghostOf({ batchId, contentHash, marks, at, account }: JournalEntry, now: number): BatchHead {
  return {
    id: batchId,
    stage: 'sent',
    account,
    sha256: contentHash,
    size: 0,
    submissions: [],
    marks,
    createdAt: at,
    unclear: 0,
    resend: false,
    nextAt: now,
    ghost: true,
  }
}

export const accountChanged: Reason = {
  code: 'account-changed',
  text: {
    zh: '发送前更换了服务或账号，单证回到队列',
    en: 'The service or account changed before it was sent; its documents are queued again',
  },
}
