import type { BatchAnswer } from '../api'
import type { ReceiptFact } from '../receipts'
import { keyOf } from './heads'
import { MemoryReview } from './memory-review'
import { outsideOf } from './memory-rows'
import type { Fence, RecheckNote } from './ports'
import { without } from './recheck'
import type { BatchHead, Reason, Recheck, Submission } from './records'
import {
  awaitsResult,
  backInLine,
  COPIES_GONE_MS,
  declaredAlready,
  freedAfter,
  isBusy,
  isDeclaredBefore,
  stands,
} from './transitions'

const LOOK_AGAIN_MS = 60_000

/** Times the service was put back that are remembered. */
const MOST_RESTARTS = 64
/** So many are kept to be looked at while the engine has better to do. */
const MOST_SAMPLED = 64

const lostThere: Reason = {
  code: 'lost-there',
  text: {
    zh: '单一窗口恢复到了较早的状态，已没有该批次',
    en: 'The single window was put back to an older state and has this batch no more',
  },
}

/** The verbs that look again at what the service said yes to: it may have been put back to an older state. */
export class MemoryRecheck extends MemoryReview {
  async answered(after: string, limit: number): Promise<string[]> {
    const { account } = this.state
    return this.batchesIn(['answered'])
      .filter((one) => one.account === account)
      .map(({ createdAt, id }) => `${createdAt} ${id}`)
      .filter((key) => key > after)
      .sort()
      .slice(0, limit)
  }

  async recheck(next: Recheck | undefined, fence: Fence): Promise<void> {
    this.check(fence)
    this.follow(next)
  }

  async applyRecheck(
    batchId: string,
    answer: BatchAnswer | undefined,
    { call, at, probe }: RecheckNote,
    fence: Fence,
  ): Promise<boolean> {
    this.check(fence)
    const batch = this.state.batches.get(batchId)
    const lost = batch?.stage === 'answered' ? this.#lost(batch, answer) : []
    if (probe) {
      this.note(call)
      const { recheck, sample } = this.state
      // The last one stays: it is looked at again now and then.
      const isKept = sample.length === 1 && batch?.stage === 'answered'
      this.state.sample = isKept ? sample : sample.filter((id) => id !== batchId)
      if (!recheck && (lost.length > 0 || (batch?.stage === 'answered' && !answer))) this.wasPutBack()
      return true
    }
    const isWhole = batch !== undefined && this.#isWhole(batch, answer, lost)
    const since = Math.abs(Date.parse(at) - Date.parse(batch?.answeredAt ?? ''))
    const isGone = batch?.ghost === true && batch.stage === 'answered' && !answer
    // A new batch beside a copy of the old one that is still on its way would hand in the documents twice.
    if ((lost.length > 0 || isGone) && !isWhole && since < COPIES_GONE_MS) return false
    if (batch && !batch.ghost && this.#mayBeElsewhere(lost)) return false
    this.note(call)
    if (this.state.recheck) this.follow(without(this.state.recheck, batchId))
    if (!batch) return true
    // What it held may be declared anew: nobody has it.
    if (isGone) {
      this.state.batches.set(batchId, { ...batch, stage: 'dissolved', reason: lostThere })
      this.letGo(batch)
      return true
    }
    if (lost.length === 0) return true
    if (isWhole) {
      const nextAt = Date.parse(at)
      this.state.batches.set(batchId, {
        ...batch,
        stage: 'sent',
        again: true,
        resend: true,
        unclear: 0,
        nextAt,
      })
      for (const one of lost) this.save({ ...one, inOpenBatch: true })
    } else this.#goAgain(lost)
    return true
  }

  /**
   * An open batch that the service had begun to answer and does not know any more: it was put back. The same bytes go again
   * only where nothing in them was sent back or replaced since; else what is left of it goes in a batch of its own, once no
   * copy can be on its way.
   * @returns the batch to be sent again; undefined when there is nothing more to do about it now
   */
  protected lostInPart(batch: BatchHead, at: string): BatchHead | undefined {
    if (batch.ghost) return batch
    const members = this.members(batch)
    const now = Date.parse(at)
    if (this.#mayBeElsewhere(members)) {
      const nextAt = now + LOOK_AGAIN_MS
      this.state.batches.set(batch.id, { ...batch, stage: 'sent', resend: false, nextAt })
      return undefined
    }
    const isOpen = ({ stage }: Submission) => stage === 'sending' || stage === 'sent'
    const own = members.filter(({ overtaken }) => !overtaken)
    const isUntouched = own.length === batch.submissions.length && (batch.again || own.every(isOpen))
    if (isUntouched) return batch
    this.wasPutBack()
    const isNeeded = (one: Submission) =>
      isOpen(one) || stands(one, this.state.submissions.in('dossier', one.dossier))
    const lost = own.filter(isNeeded)
    if (lost.length === batch.submissions.length) return { ...batch, again: true }
    const { lostAt = at } = batch
    if (Math.abs(now - Date.parse(lostAt)) < COPIES_GONE_MS) {
      const nextAt = now + LOOK_AGAIN_MS
      this.state.batches.set(batch.id, { ...batch, stage: 'sent', resend: false, nextAt, lostAt })
      return undefined
    }
    this.state.batches.set(batch.id, { ...batch, stage: 'answered', resend: false, answeredAt: at })
    for (const one of lost) {
      const again = isOpen(one) ? {} : { forgotten: true as const }
      this.save({ ...one, ...again, stage: 'queued', messageGuid: undefined })
    }
    const overtaken = members.filter((one) => one.overtaken && isOpen(one))
    for (const one of overtaken) this.save({ ...one, ...declaredAlready })
    for (const { id } of members) this.save({ id, inOpenBatch: undefined })
    this.settle(members)
    return undefined
  }

  /** A batch after an answer; once it has no more to wait for, what it brought no result for is in line again. */
  protected answer(batch: BatchHead, at: string): void {
    const isSettled = batch.stage === 'answered'
    this.state.batches.set(batch.id, isSettled ? { ...batch, answeredAt: at } : batch)
    if (!isSettled) return
    for (const one of this.members(batch)) this.save({ id: one.id, ...freedAfter(one, at) })
    if (batch.account !== this.state.account) return
    this.state.sample = [...this.state.sample.filter((id) => id !== batch.id), batch.id].slice(-MOST_SAMPLED)
  }

  /** Store the facts that are new, and what they say of their documents and so of batches put before a person. */
  protected takeIn(facts: readonly ReceiptFact[], at: string): ReceiptFact[] {
    const fresh = facts.filter(({ id }) => !this.state.facts.has(id))
    for (const { receivedAt } of fresh) this.hear(receivedAt)
    for (const fact of fresh) this.state.facts.set(fact.id, fact)
    const concerned = this.concernedBy(fresh)
    this.settle(concerned)
    this.closeParked(
      concerned.flatMap(({ batch }) => batch ?? []),
      at,
    )
    return fresh
  }

  /**
   * Of these batches, those before a person whose documents all have their results from receipts: there is nothing left to ask.
   * Not what goes again: its documents have results from before the service lost them.
   */
  protected closeParked(batches: readonly string[], at: string): void {
    for (const id of new Set(batches)) {
      const batch = this.state.batches.get(id)
      const isParked = batch?.stage === 'attention' && !batch.ghost && !batch.again
      if (!isParked || this.members(batch).some(awaitsResult)) continue
      const { reason: _reason, verdict: _verdict, ...rest } = batch
      this.answer({ ...rest, stage: 'answered', unclear: 0, resend: false }, at)
      this.settle(this.members(batch))
    }
  }

  protected follow(next: Recheck | undefined): void {
    if (next) this.state.recheck = next
    else delete this.state.recheck
  }

  /** The service, or the database beside it, may have been put back: everything that was answered is asked about again. */
  protected wasPutBack(): void {
    this.follow({ batches: [], after: '' })
    const { heardAt, restarts } = this.state
    if (heardAt !== undefined && heardAt !== restarts.at(-1))
      this.state.restarts = [...restarts, heardAt].slice(-MOST_RESTARTS)
  }

  /**
   * A ghost that nobody has any more overtakes nothing, so what it had overtaken is asked about again; and what it had brought
   * there goes again.
   */
  protected letGo(ghost: BatchHead): void {
    const overtaken = this.marked(ghost).filter((one) => one.overtaken === ghost.id)
    for (const one of overtaken) this.save({ ...one, overtaken: undefined })
    if (overtaken.length > 0) this.follow({ batches: [], after: '' })
    this.#goAgain(this.#lost(ghost, undefined))
  }

  #goAgain(lost: readonly Submission[]): void {
    for (const one of lost) {
      const again = one.acceptedAt === undefined ? {} : { forgotten: true as const }
      this.save({ ...one, ...again, reason: undefined, ...backInLine(one) })
    }
    this.settle(lost)
  }

  /** A batch that only the send journal knows, and of which nothing is known yet, may hold one of these. */
  #mayBeElsewhere(submissions: readonly Submission[]): boolean {
    const held = outsideOf(this.state).held
    return submissions.some(({ mark }) => held.has(mark))
  }

  /**
   * What the service said yes to, what still counts, and what it does not name any more, or as busy: then a copy of the
   * batch came to it after it was put back. What it names and refuses it refused at first too: its yes came with another batch.
   */
  #lost(batch: BatchHead, answer: BatchAnswer | undefined): Submission[] {
    const named = new Set(answer?.items.filter((item) => batch.ghost || !isBusy(item)).map(keyOf))
    const isLost = (one: Submission) =>
      !named.has(keyOf(one)) && stands(one, this.state.submissions.in('dossier', one.dossier))
    if (!batch.ghost) return this.members(batch).filter(isLost)
    return this.marked(batch).filter(
      (one) =>
        !this.#isElsewhere(one, batch) && (isLost(one) || (isDeclaredBefore(one) && !named.has(keyOf(one)))),
    )
  }

  /** Another batch than this ghost has the document, or may have it: that one speaks for it. */
  #isElsewhere({ batch, mark }: Submission, ghost: BatchHead): boolean {
    const own = this.state.batches.get(batch ?? '')
    if (own && own.id !== ghost.id && own.stage !== 'dissolved') return true
    return this.state.batches
      .in('kind', 'ghost')
      .some(({ id, stage, marks }) => id !== ghost.id && stage !== 'dissolved' && marks.includes(mark))
  }

  /** The same bytes would hand in what is lost and nothing else. */
  #isWhole(batch: BatchHead, answer: BatchAnswer | undefined, lost: readonly Submission[]): boolean {
    // Its bytes are gone with the database that had them.
    if (batch.ghost) return false
    const named = new Set(answer?.items.map(keyOf))
    const again = new Set(lost.map(({ id }) => id))
    const isNamed = (one: Submission | undefined) => one?.batch === batch.id && named.has(keyOf(one))
    return batch.submissions.every((id) => again.has(id) !== isNamed(this.state.submissions.get(id)))
  }
}
