import type { BatchAnswer, FilingAnswer } from '#shared/protocol/api'
import { filingMessage, isFiling } from '#shared/protocol/dependencies'
import type { MemoryStore } from '#shared/protocol/engine/memory-store'
import type {
  AnswerNote,
  Carried,
  CarriedNews,
  Dissolution,
  EnqueueResult,
  Fence,
  FilingBatch,
  FixedBatch,
  Original,
  Parked,
  ReceiptBatch,
  RecheckNote,
  Refiled,
  SentNote,
  StorePort,
} from '#shared/protocol/engine/ports'
import type {
  BatchHead,
  CallRecord,
  Enqueued,
  Hold,
  JournalEntry,
  OutboxStatus,
  Pace,
  Reading,
  Reason,
  Recheck,
  Submission,
  SubmissionHead,
  Work,
} from '#shared/protocol/engine/records'
import type { ReceiptFact } from '#shared/protocol/receipts'
import type { BookContext } from '../context'
import type { Draft } from '../write/draft'
import { eachSubmission, newsIn, readAnswered } from './batches'
import { passed, readAs, readOriginals, readStatus, readWork } from './read'
import { readReceipts } from './receipts'
import { resultsIn } from './unasked'
import type { OutboxRow } from './rows'
import type { Seeds } from './slice'
import { refuseSuspect, transact } from './transact'

/** Batches that only the send journal knows, taken over in one transaction with what they may have carried. */
const ghostsPerPart = 20

/**
 * The engine's store in a book. Each verb is one strict transaction over sealed rows; what it decides is decided by
 * the same rules as in memory.
 */
export class BookStore implements StorePort {
  readonly #context: BookContext
  readonly #account: string

  /** `account` is where a book starts that never exchanged anything; later `switchAccount` decides. */
  constructor(context: BookContext, account: string) {
    this.#context = context
    this.#account = account
  }

  nextWork(now: number, limit: number): Promise<Work> {
    return readWork(this.#context, this.#account, now, limit)
  }

  contents(ids: string[]): Promise<Submission[]> {
    return this.#read({ submissions: ids, contents: ids }, (store) => store.contents(ids))
  }

  fixBatch(fixed: FixedBatch, fence: Fence): Promise<boolean> {
    const { id, submissions } = fixed.batch
    return this.#act('fix', { submissions, batches: [id] }, (store) => store.fixBatch(fixed, fence))
  }

  async markSending(batchId: string, at: string, fence: Fence): Promise<Uint8Array | undefined> {
    refuseSuspect(this.#context)
    return this.#act('sending', { batches: [batchId], bytes: [batchId] }, (store) =>
      store.markSending(batchId, at, fence),
    )
  }

  markUnsent(batchId: string, note: { call: CallRecord; nextAt: number }, fence: Fence): Promise<void> {
    return this.#act('unsent', { batches: [batchId] }, (store) => store.markUnsent(batchId, note, fence))
  }

  markSent(batchId: string, note: SentNote, fence: Fence): Promise<void> {
    return this.#act('sent', { batches: [batchId] }, (store) => store.markSent(batchId, note, fence))
  }

  async applyAnswer(batchId: string, answer: BatchAnswer, next: AnswerNote, fence: Fence): Promise<void> {
    const marks = await this.#marksOf(batchId)
    const seeds = { batches: [batchId], documents: answer.items, marks }
    return this.#act('answer', seeds, (store) => store.applyAnswer(batchId, answer, next, fence))
  }

  applyReceipts(page: ReceiptBatch, fence: Fence): Promise<boolean> {
    const verb = (store: MemoryStore) => store.applyReceipts(page, fence)
    return this.#act('receipts', seedsOf(page.facts), verb, resultsIn(page.originals))
  }

  async applyCarried(carried: Carried, fence: Fence): Promise<CarriedNews> {
    const { answers, facts } = carried
    const batches = answers.map(({ batchId }) => batchId)
    const told = seedsOf(facts)
    const documents = [...answers.flatMap(({ answer }) => answer?.items ?? []), ...told.documents]
    const marks = (await Promise.all(batches.map((id) => this.#marksOf(id)))).flat()
    const seeds = { ...told, batches, documents, marks }
    const verb = (store: MemoryStore) => store.applyCarried(carried, fence)
    return this.#act('carried', seeds, verb, resultsIn(carried.originals))
  }

  async dissolve(batchId: string, how: Dissolution, fence: Fence): Promise<void> {
    const seeds = { batches: [batchId], marks: await this.#marksOf(batchId) }
    return this.#act('dissolve', seeds, (store) => store.dissolve(batchId, how, fence))
  }

  park(what: Parked, reason: Reason, fence: Fence): Promise<void> {
    const seeds = 'batch' in what ? { batches: [what.batch] } : { submissions: [what.submission] }
    return this.#act('park', seeds, (store) => store.park(what, reason, fence))
  }

  schedule(lane: 'line' | 'pull', pace: Pace, call: CallRecord | undefined, fence: Fence): Promise<void> {
    return this.#act('schedule', {}, (store) => store.schedule(lane, pace, call, fence))
  }

  hold(hold: Hold, fence: Fence): Promise<void> {
    return this.#act('hold', {}, (store) => store.hold(hold, fence))
  }

  /** A journal names everything that ever left: what it tells this book nothing about is not loaded, the rest in parts. */
  async adopt(entries: JournalEntry[], now: number, fence: Fence): Promise<number> {
    const { unknown, unsent } = await newsIn(this.#context, entries)
    let adopted = 0
    for (let from = 0; from === 0 || from < unknown.length; from += ghostsPerPart) {
      const part = unknown.slice(from, from + ghostsPerPart)
      const seeds = {
        batches: part.map(({ batchId }) => batchId),
        marks: part.flatMap(({ marks }) => marks),
        stages: ['fixed' as const],
      }
      adopted += await this.#act('adopt', seeds, (store) => store.adopt([...part, ...unsent], now, fence))
    }
    return adopted
  }

  learn(untaken: string[], fence: Fence): Promise<void> {
    return this.#act('learn', {}, (store) => store.learn(untaken, fence))
  }

  learnUnsigned(unsigned: string[], fence: Fence): Promise<void> {
    return this.#act('learnUnsigned', {}, (store) => store.learnUnsigned(unsigned, fence))
  }

  async readmit(limit: number, fence: Fence): Promise<void> {
    const { pass = 0 } = await this.nextWork(0, 0)
    const submissions = await passed(this.#context, pass, limit)
    return this.#act('readmit', { submissions }, (store) => store.readmit(limit, fence))
  }

  originals(after: string, limit: number): Promise<Original[]> {
    return readOriginals(this.#context, after, limit)
  }

  async applyReading(facts: ReceiptFact[], reading: Reading, fence: Fence): Promise<void> {
    const before = await readReceipts(
      this.#context,
      facts.map(({ id }) => id),
    )
    const seeds = seedsOf([...before, ...facts])
    return this.#act('reading', seeds, (store) => store.applyReading(facts, reading, fence))
  }

  answered(after: string, limit: number): Promise<string[]> {
    return readAnswered(this.#context, this.#account, after, limit)
  }

  recheck(next: Recheck | undefined, fence: Fence): Promise<void> {
    return this.#act('recheck', {}, (store) => store.recheck(next, fence))
  }

  async applyRecheck(
    batchId: string,
    answer: BatchAnswer | undefined,
    note: RecheckNote,
    fence: Fence,
  ): Promise<boolean> {
    const marks = await this.#marksOf(batchId, (batch) => batch.ghost)
    const carried = await this.#read({ marks }, async (store) =>
      [...store.snapshot().submissions.values()].flatMap(({ batch }) => batch ?? []),
    )
    return this.#act('recheck', { batches: [batchId, ...carried], marks }, (store) =>
      store.applyRecheck(batchId, answer, note, fence),
    )
  }

  /** Looks at every submission that the service has and no batch brought there: filings, and what a ghost carried. */
  async filed(): Promise<SubmissionHead[]> {
    const documents: { message: string; businessKey: string }[] = []
    const isFiled = ({ batch, stage }: OutboxRow) =>
      batch === undefined && (stage === 'accepted' || stage === 'done')
    for await (const chunk of eachSubmission(this.#context, isFiled)) {
      documents.push(...chunk.filter(({ message }) => isFiling(message)))
    }
    return this.#read({ documents }, (store) => store.filed())
  }

  refile(lost: Refiled[], fence: Fence): Promise<void> {
    return this.#act('refile', { submissions: lost.map(({ id }) => id) }, (store) =>
      store.refile(lost, fence),
    )
  }

  applyFiling(id: string, answer: FilingAnswer, call: CallRecord, fence: Fence): Promise<void> {
    return this.#act('filing', { submissions: [id] }, (store) => store.applyFiling(id, answer, call, fence))
  }

  applyFilings(page: FilingBatch, fence: Fence): Promise<boolean> {
    const documents = page.filings.flatMap(({ kind, key }) =>
      kind === 'enterprise' || kind === 'goods' ? [{ message: filingMessage(kind), businessKey: key }] : [],
    )
    return this.#act('filings', { documents }, (store) => store.applyFilings(page, fence))
  }

  enqueue(submissions: Enqueued[], at: string): Promise<EnqueueResult> {
    return this.enqueueWith('officer', '', () => Promise.resolve(submissions), at)
  }

  /**
   * Into the queue together with the business change that goes with it: both or neither. `intent` makes the change and
   * gives what is queued; it is run again when others write the same records meanwhile. The 清单 whose id is a
   * submission's dossier becomes 已申报未回 in the same transaction. Refused with `suspect` in a database that shows
   * less than what left this machine. `replaces` are submissions that wait in the queue and give way to the new ones;
   * when one of them has left meanwhile, nothing is written and the answer says so. `isJournalled`: there is an entry of who
   * did it also when no record changes with it.
   */
  async enqueueWith(
    who: string,
    why: string,
    intent: (draft: Draft) => Promise<Enqueued[]>,
    at: string,
    {
      replaces = [],
      name = 'engine.enqueue',
      isJournalled = false,
    }: { replaces?: readonly string[]; name?: string; isJournalled?: boolean } = {},
  ): Promise<EnqueueResult> {
    refuseSuspect(this.#context)
    let submissions: Enqueued[] = []
    const occasion = {
      name,
      who,
      why,
      isJournalled,
      intent: async (draft: Draft) => {
        submissions = await intent(draft)
      },
    }
    const seeds = () => ({
      documents: submissions,
      dossiers: submissions.map(({ dossier }) => dossier),
      submissions: replaces,
    })
    return transact(this.#context, this.#account, seeds, occasion, async (store) => {
      for (const id of replaces) {
        if (!(await store.cancel(id, at))) return { ok: false, submission: id, reason: leftMeanwhile }
      }
      return store.enqueue(submissions, at)
    })
  }

  /** Named officer and reason stand in the journal of the 清单 that goes back to 草稿. */
  cancel(id: string, at: string, who = 'engine', why = ''): Promise<boolean> {
    const occasion = { name: 'engine.cancel', who, why }
    return transact(this.#context, this.#account, { submissions: [id] }, occasion, (store) =>
      store.cancel(id, at),
    )
  }

  retry(batchId: string, now: number): Promise<boolean> {
    return this.#act('retry', { batches: [batchId] }, (store) => store.retry(batchId, now))
  }

  /** Named officer and reason stand in the journal. */
  confirmRefusal(id: string, who = 'engine', why = ''): Promise<boolean> {
    const occasion = { name: 'engine.confirmRefusal', who, why, isJournalled: true }
    return transact(this.#context, this.#account, { submissions: [id] }, occasion, (store) =>
      store.confirmRefusal(id),
    )
  }

  /** Named officer and reason stand in the journal. */
  adoptReceipts(id: string, who = 'engine', why = ''): Promise<boolean> {
    const occasion = { name: 'engine.adoptReceipts', who, why, isJournalled: true }
    return transact(this.#context, this.#account, { submissions: [id] }, occasion, (store) =>
      store.adoptReceipts(id),
    )
  }

  release(kind: Hold['kind']): Promise<void> {
    return this.#act('release', {}, (store) => store.release(kind))
  }

  switchAccount(account: string): Promise<number> {
    return this.#act('account', {}, (store) => store.switchAccount(account))
  }

  status(): Promise<OutboxStatus> {
    return readStatus(this.#context, this.#account)
  }

  submissions(message: string, businessKey: string): Promise<SubmissionHead[]> {
    const seeds = { documents: [{ message, businessKey }] }
    return this.#read(seeds, (store) => store.submissions(message, businessKey))
  }

  receipts(message: string, businessKey: string): Promise<ReceiptFact[]> {
    const seeds = { documents: [{ message, businessKey }] }
    return this.#read(seeds, (store) => store.receipts(message, businessKey))
  }

  #act<T>(
    name: string,
    seeds: Seeds,
    verb: (store: MemoryStore) => Promise<T>,
    intent?: (draft: Draft) => Promise<void>,
  ): Promise<T> {
    const occasion = { name: `engine.${name}`, who: 'engine', why: '', ...(intent && { intent }) }
    return transact(this.#context, this.#account, seeds, occasion, verb)
  }

  #read<T>(seeds: Seeds, verb: (store: MemoryStore) => Promise<T>): Promise<T> {
    return readAs(this.#context, this.#account, seeds, verb)
  }

  /** Documents that a batch may have carried, as the send journal names them. */
  async #marksOf(batchId: string, isWanted = (_batch: BatchHead) => true): Promise<string[]> {
    return this.#read({ batches: [batchId] }, async (store) => {
      const batch = store.snapshot().batches.get(batchId)
      return batch && isWanted(batch) ? [...batch.marks] : []
    })
  }
}

/** Everything that receipts can speak of. */
const seedsOf = (facts: readonly ReceiptFact[]) => ({
  documents: facts.flatMap(({ message, businessKey }) =>
    businessKey === undefined ? [] : [{ message, businessKey }],
  ),
  guids: facts.map(({ guid }) => guid),
  facts: facts.map(({ id }) => id),
})

const leftMeanwhile: Reason = {
  code: 'left-meanwhile',
  text: {
    zh: '单证刚刚已发出，不能再替换',
    en: 'The document has just left and cannot be replaced any more',
  },
  fix: { zh: '请等待回执后再处理', en: 'Wait for its receipts first' },
}
