import { validateDocument } from '#shared/ceb/validate'
import { shanghaiDay } from '#shared/declaration/shanghai'
import type { DeclarationList } from '#shared/model/list'
import type { EnqueueResult } from '#shared/protocol/engine/ports'
import type { Enqueued, Reason } from '#shared/protocol/engine/records'
import type { Book } from '../../data/book'
import type { DocumentHistory } from '../../data/engine/dossier'
import { readHistories } from '../../data/engine/dossier'
import { BookStore } from '../../data/engine/store'
import { DataRefusal } from '../../data/errors/refusal'
import { readResults } from '../../data/facts/results'
import type { DeclareSummary, SealedRecord, Stored, WorkProgress } from '../../data/port'
import { getRecords } from '../../data/read/records'
import { accountFor } from '../engine/account'
import type { StopSignal } from '../job'
import { documentsOf, isBack, standingOf } from './documents'
import type { ListDocument } from './documents'
import { nextBatchNo } from './numbering'
import { OrderInputs } from './order-inputs'
import { reasons } from './reasons'
import type { ListTask } from './rebuild'
import { outdatedCheck } from './revisions'
import { loadSources } from './sources'
import type { Sources } from './sources'
import { submissionsOf, withSent } from './submissions'
import type { Sending } from './submissions'

/** 清单 queued in one transaction: their state, their documents in the outbox, and the number of their batch. */
export const listsPerPart = 40
const leftOutListed = 200

export type StoredOne = Stored<SealedRecord<'lists'>>
/** What one 清单 puts into the queue; `list` is how it is kept from then on. */
export type Queueing = { stored: StoredOne; list: DeclarationList; sending: Sending; replaces: string[] }
export type Planned = Queueing | { stored: StoredOne; reason: Reason }

/** 申报（入发送队列）: check in full, then queue part by part. A kill between parts leaves whole 清单 on both sides. */
export async function declareLists(
  book: Book,
  who: string,
  { lists, cancellations, why }: ListTask,
  signal: StopSignal,
  progress: (p: WorkProgress) => void,
): Promise<DeclareSummary> {
  const sources = await loadSources(book)
  const inputs = await OrderInputs.open(book, cancellations)
  const outdated = outdatedCheck(sources, inputs)
  const queue = new Queue(book, who, why, sources)
  return queue.work(lists, signal, progress, 'declaring', async (part) => {
    const [histories, cancelled] = await Promise.all([
      historiesOf(
        book,
        part.map(({ record }) => record.list),
      ),
      cancelledOrders(book, inputs, part),
    ])
    return part.map((stored) => {
      const { list, state, orders } = stored.record
      if (state !== 'draft') return { stored, reason: reasons.notDraft }
      if (outdated(list)) return { stored, reason: reasons.outdated }
      if (orders.some((id) => cancelled.has(id))) return { stored, reason: reasons.cancelled }
      const fault = firstFault(list, sources, book.context.now())
      return fault ? { stored, reason: fault } : planDraft(stored, histories)
    })
  })
}

/** A draft sends what customs has not got yet; what is on its way for the same order is waited for. */
function planDraft(stored: StoredOne, histories: Histories): Planned {
  const send: ListDocument[] = []
  const awaited: ListDocument[] = []
  for (const one of documentsOf(stored.record.list)) {
    const situation = standingOf(histories.get(keyOf(one))!)
    if (situation === 'draft' || isBack(situation)) send.push(one)
    else if (one.message === 'CEB603') return { stored, reason: reasons.underWay }
    else if (situation === 'good') send.push(asChange(one))
    else awaited.push(one)
  }
  return { stored, list: stored.record.list, sending: { send, awaited, kind: 'declare' }, replaces: [] }
}

const asChange = (one: ListDocument): ListDocument => ({
  ...one,
  document: { ...one.document, head: { ...one.document.head, appType: '2' } },
})

/** Rules may have changed since it was built (a new day, a new table): what refuses now stays here. */
function firstFault(list: DeclarationList, { codes, enterprise }: Sources, now: string): Reason | undefined {
  const context = {
    codes: codes.book,
    practice: enterprise.value.book === 'practice',
    today: shanghaiDay(now),
  }
  for (const { message, document } of documentsOf(list)) {
    const found = validateDocument(message, document, context).find(({ severity }) => severity === 'refuse')
    if (!found) continue
    const { rule, path, value } = found
    const where = `${message} ${path}`
    return {
      code: rule,
      text: {
        zh: `${where}：${found.message.zh}（${value}）`,
        en: `${where}: ${found.message.en} (${value})`,
      },
      fix: found.fix,
    }
  }
  return undefined
}

async function cancelledOrders(
  { context }: Book,
  inputs: OrderInputs,
  part: readonly StoredOne[],
): Promise<Set<string>> {
  const ids = part.flatMap(({ record }) => record.orders)
  const results = await readResults(context, ids)
  const cancelled = ids.filter((id) => {
    const aspects = inputs.overlaysOf(id).map(({ record }) => record.aspect)
    if (aspects.includes('reinstated')) return false
    return aspects.includes('cancelled') || results.get(id)?.state === 'cancelled'
  })
  return new Set(cancelled)
}

export type Histories = ReadonlyMap<string, DocumentHistory>
export const keyOf = ({ message, businessKey }: Pick<ListDocument, 'message' | 'businessKey'>): string =>
  `${message} ${businessKey}`

/** What customs knows of every document of these 清单. */
export async function historiesOf({ context }: Book, lists: readonly DeclarationList[]): Promise<Histories> {
  const documents = lists.flatMap(documentsOf)
  const unique = [...new Map(documents.map((one) => [keyOf(one), one])).values()]
  const histories = await readHistories(context, unique)
  return new Map(unique.map((one, i) => [keyOf(one), histories[i]!]))
}

/** Puts planned 清单 into the queue, part by part, under one 批次号. */
export class Queue {
  readonly #book: Book
  readonly #who: string
  readonly #why: string
  readonly #desk: string
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

  constructor(book: Book, who: string, why: string, { enterprise }: Sources) {
    this.#book = book
    this.#who = who
    this.#why = why
    this.#desk = enterprise.value.desk
    // Not a field of any document, but of the transfer around them: without it every one comes back.
    this.#sender = enterprise.value.dxpId.trim() === '' ? reasons.noDxpId : undefined
    this.#store = new BookStore(book.context, accountFor(enterprise.value))
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
    const now = this.#book.context.now()
    const wanted = new Map<string, Queueing & { submissions: Enqueued[] }>()
    for (const one of planned) {
      if ('reason' in one) this.#leaveOut(one.stored, one.reason)
      else {
        const submissions = await submissionsOf(this.#book.context.keys, one.stored.id, one.sending, now)
        wanted.set(one.stored.id, { ...one, submissions })
      }
    }
    while (wanted.size > 0) {
      const all = [...wanted.values()]
      const result = await this.#transact(all, now)
      if (result.ok) {
        this.#summary.declared += all.length
        this.#summary.documents += all.reduce((sum, { submissions }) => sum + submissions.length, 0)
        return
      }
      const { submission, reason } = result
      const culprit = all.find(
        ({ submissions, replaces }) =>
          replaces.includes(submission) || submissions.some(({ id }) => id === submission),
      )!
      wanted.delete(culprit.stored.id)
      this.#leaveOut(culprit.stored, reason)
    }
  }

  async #transact(
    all: readonly (Queueing & { submissions: Enqueued[] })[],
    at: string,
  ): Promise<EnqueueResult> {
    const { context } = this.#book
    let batchNo = ''
    const result = await this.#store.enqueueWith(
      this.#who,
      this.#why,
      async (draft) => {
        batchNo = this.#summary.batchNo || (await nextBatchNo(context, draft, this.#desk))
        for (const { stored, list, submissions } of all) {
          const present = await draft.get('lists', stored.id)
          if (present?.rev !== stored.rev) {
            const { id, rev: expected } = stored
            throw new DataRefusal('stale', { table: 'lists', id, expected, found: present?.rev ?? 0 })
          }
          await draft.put(
            'lists',
            { ...present.record, list: withSent(list, submissions), batchNo },
            stored.id,
          )
        }
      },
      all.flatMap(({ submissions }) => submissions),
      at,
      all.flatMap(({ replaces }) => replaces),
    )
    if (result.ok) this.#summary.batchNo = batchNo
    return result
  }

  #leaveOut({ id, record }: StoredOne, reason: Reason): void {
    this.#summary.leftOutCount += 1
    if (this.#summary.leftOut.length < leftOutListed) {
      this.#summary.leftOut.push({ list: id, copNo: record.list.copNo, reason })
    }
  }
}
