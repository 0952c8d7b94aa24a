import type { Enterprise } from '#shared/model/enterprise'
import type { DeclarationList } from '#shared/model/list'
import type { EnqueueResult } from '#shared/protocol/engine/ports'
import type { Enqueued, Reason } from '#shared/protocol/engine/records'
import type { Book } from '../../data/book'
import { BookStore } from '../../data/engine/store'
import { DataRefusal } from '../../data/errors/refusal'
import type { DeclareSummary, SealedRecord, Stored, WorkProgress } from '../../data/port'
import { getRecords } from '../../data/read/records'
import type { Draft } from '../../data/write/draft'
import { accountFor } from '../engine/account'
import type { StopSignal } from '../job'
import { leaveOut } from './left-out'
import { copNumbers, nextBatchNo } from './numbering'
import type { Numbers } from './numbering'
import { reasons } from './reasons'
import { submissionsOf, withSent } from './submissions'
import type { Sending } from './submissions'

/** 清单 queued in one transaction: their state, their documents in the outbox, and the number of their batch. */
const listsPerPart = 40

export type StoredOne = Stored<SealedRecord<'lists'>>

/** What one 清单 puts into the queue. Made inside the transaction, because a new document draws its number there. */
export type Queueing = {
  stored: StoredOne
  /** Submissions that wait in the queue and give way to the new ones. */
  replaces: readonly string[]
  sending(numbers: Numbers): Sending
  /** The 清单 from then on, with its documents as they were queued. */
  keep(submissions: readonly Enqueued[], batchNo: string): StoredOne['record']
}
export type Planned = Queueing | { stored: StoredOne; reason: Reason }

/** A 清单 that is declared is kept as it was sent, under the 批次号 it was sent with. */
export const declaring = (
  stored: StoredOne,
  list: DeclarationList,
  sending: Sending,
  replaces: readonly string[] = [],
): Queueing => ({
  stored,
  replaces,
  sending: () => sending,
  keep: (submissions, batchNo) => ({ ...stored.record, list: withSent(list, submissions), batchNo }),
})

/** Puts what was planned for 清单 into the queue, part by part, under one 批次号. */
export class Queue {
  readonly #book: Book
  readonly #who: string
  readonly #why: string
  readonly #enterprise: Enterprise
  readonly #name: string | undefined
  readonly #sender: Reason | undefined
  readonly #store: BookStore
  readonly #summary: DeclareSummary = {
    batchNo: '',
    declared: 0,
    documents: 0,
    leftOutCount: 0,
    leftOut: [],
    stopped: false,
  }

  /** @param name of the act in the journal, where it is not a declaration */
  constructor(book: Book, who: string, why: string, enterprise: Enterprise, name?: string) {
    this.#book = book
    this.#who = who
    this.#why = why
    this.#enterprise = enterprise
    this.#name = name
    // Not a field of any document, but of the transfer around them: without it every one comes back.
    this.#sender = enterprise.dxpId.trim() === '' ? reasons.noDxpId : undefined
    this.#store = new BookStore(book.context, accountFor(enterprise))
  }

  async work(
    lists: readonly string[],
    signal: StopSignal,
    progress: (p: WorkProgress) => void,
    stage: WorkProgress['stage'],
    plan: (part: StoredOne[]) => Promise<Planned[]>,
  ): Promise<DeclareSummary> {
    for (let i = 0; i < lists.length; i += listsPerPart) {
      if (signal.aborted) return { ...this.#summary, stopped: true }
      const part = await getRecords(this.#book.context, 'lists', lists.slice(i, i + listsPerPart))
      const reason = this.#sender
      await this.#enqueue(reason ? part.map((stored) => ({ stored, reason })) : await plan(part))
      progress({ stage, done: Math.min(i + listsPerPart, lists.length), total: lists.length })
    }
    return this.#summary
  }

  async #enqueue(planned: readonly Planned[]): Promise<void> {
    let wanted: Queueing[] = []
    for (const one of planned) {
      if ('reason' in one) leaveOut(this.#summary, one.stored, one.reason)
      else wanted.push(one)
    }
    while (wanted.length > 0) {
      const { result, batchNo, submissions } = await this.#transact(wanted)
      if (result.ok) {
        this.#summary.batchNo = batchNo
        this.#summary.declared += wanted.length
        this.#summary.documents += submissions.length
        return
      }
      const { submission, reason } = result
      const dossier = submissions.find(({ id }) => id === submission)?.dossier
      const culprit = wanted.find(
        ({ stored, replaces }) => stored.id === dossier || replaces.includes(submission),
      )!
      wanted = wanted.filter((one) => one !== culprit)
      leaveOut(this.#summary, culprit.stored, reason)
    }
  }

  async #transact(
    wanted: readonly Queueing[],
  ): Promise<{ result: EnqueueResult; batchNo: string; submissions: Enqueued[] }> {
    const { context } = this.#book
    const at = context.now()
    let batchNo = ''
    let submissions: Enqueued[] = []
    const intent = async (draft: Draft) => {
      batchNo = this.#summary.batchNo || (await nextBatchNo(context, draft, this.#enterprise.desk))
      submissions = []
      const numbers = await copNumbers(context, draft, this.#enterprise)
      await draft.prefetch(
        'lists',
        wanted.map(({ stored }) => stored.id),
      )
      for (const { stored, sending, keep } of wanted) {
        const { id, rev: expected } = stored
        const found = (await draft.get('lists', id))?.rev ?? 0
        if (found !== expected) throw new DataRefusal('stale', { table: 'lists', id, expected, found })
        const own = await submissionsOf(context.keys, id, sending(numbers), at)
        await draft.put('lists', keep(own, batchNo), id)
        submissions.push(...own.map((one) => ({ ...one, batchNo })))
      }
      await numbers.keep()
      return submissions
    }
    const replaces = wanted.flatMap((one) => one.replaces)
    const result = await this.#store.enqueueWith(this.#who, this.#why, intent, at, {
      replaces,
      ...(this.#name && { name: this.#name }),
    })
    return { result, batchNo, submissions }
  }
}
