import type { BatchAnswer } from '../api'
import type { ReceiptFact } from '../receipts'
import { halfOf, headOf, mayCancel, tally } from './heads'
import { MemoryRecheck } from './memory-recheck'
import { progressOf } from './recheck'
import { atRest, indexKey } from './memory-state'
import {
  type AnswerNote,
  type Carried,
  type CarriedNews,
  type Dissolution,
  type EnqueueResult,
  type Fence,
  type FixedBatch,
  type Parked,
  type ReceiptBatch,
  type SentNote,
  type StorePort,
} from './ports'
import { UNBOUND } from './records'
import type {
  BatchHead,
  BatchStage,
  CallRecord,
  Enqueued,
  Hold,
  JournalEntry,
  OutboxStatus,
  Pace,
  Reason,
  Stage,
  Submission,
  SubmissionHead,
  Work,
} from './records'
import {
  accountChanged,
  freed,
  ghostOf,
  planEnqueue,
  refusedAgain,
  settleBatch,
  settleItem,
} from './transitions'

const openStages: readonly BatchStage[] = ['fixed', 'sending', 'sent']
const MOST_BATCHES_READ = 32

/** The store over plain maps: for the command line, the simulator, and as the model of what a store must do. */
export class MemoryStore extends MemoryRecheck implements StorePort {
  async nextWork(now: number, limit: number): Promise<Work> {
    const { epoch, account, hold, line, pull, cursor, filingCursor, pass } = this.state
    const { untaken, unsigned, openFilings, reading, recheck, sample } = this.state
    const batches = this.batchesIn(openStages).filter((batch) => batch.account === account)
    const due = (batch: BatchHead) => Math.max(0, batch.nextAt - now)
    return {
      epoch,
      account,
      line,
      pull,
      ...(hold ? { hold } : {}),
      ...(cursor === undefined ? {} : { cursor }),
      ...(filingCursor === undefined ? {} : { filingCursor }),
      ...(pass === undefined ? {} : { pass }),
      ...(recheck ? { recheck } : {}),
      hasFiled: this.state.hasFiled ?? filingCursor !== undefined,
      untaken,
      unsigned,
      openFilings,
      reading,
      sample,
      batches: batches.sort((a, b) => due(a) - due(b)).slice(0, MOST_BATCHES_READ),
      queued: this.state.submissions.first('stage', 'queued', limit).map(headOf),
    }
  }

  async contents(ids: string[]): Promise<Submission[]> {
    return ids.flatMap((id) => {
      const one = this.state.submissions.get(id)
      return one?.stage === 'queued' ? [one] : []
    })
  }

  async fixBatch({ batch, bytes, messageGuids }: FixedBatch, fence: Fence): Promise<boolean> {
    this.check(fence)
    const submissions = await this.contents(batch.submissions)
    if (submissions.length !== batch.submissions.length || this.state.batches.has(batch.id)) return false
    this.state.batches.set(batch.id, batch)
    this.state.bytes.set(batch.id, bytes)
    for (const one of submissions) {
      const messageGuid = messageGuids[one.id]
      this.save({ id: one.id, stage: 'sending', batch: batch.id, messageGuid, inOpenBatch: true })
    }
    this.settle(submissions)
    return true
  }

  async markSending(batchId: string, _at: string, fence: Fence): Promise<Uint8Array | undefined> {
    this.check(fence)
    const batch = this.state.batches.get(batchId)
    const bytes = this.state.bytes.get(batchId)
    if (!batch || !bytes || !openStages.includes(batch.stage) || batch.account !== this.state.account)
      return undefined
    this.state.batches.set(batchId, { ...batch, stage: 'sending', resend: false })
    return bytes
  }

  async markUnsent(
    batchId: string,
    { call, nextAt }: { call: CallRecord; nextAt: number },
    fence: Fence,
  ): Promise<void> {
    this.check(fence)
    this.note(call)
    const batch = this.state.batches.get(batchId)
    if (batch?.stage === 'sending') this.state.batches.set(batchId, { ...batch, stage: 'fixed', nextAt })
  }

  async markSent(batchId: string, note: SentNote, fence: Fence): Promise<void> {
    this.check(fence)
    this.note(note.call)
    const known = this.state.batches.get(batchId)
    if (!known || !openStages.includes(known.stage)) return
    const batch = note.resend ? this.lostInPart(known, note.call.at) : known
    if (!batch) return
    const { counts, nextAt, resend = false, verdict = batch.verdict, exportedAt = batch.exportedAt } = note
    this.state.batches.set(batchId, {
      ...batch,
      stage: 'sent',
      unclear: batch.unclear + (counts ? 1 : 0),
      nextAt,
      resend,
      verdict,
      ...(exportedAt === undefined ? {} : { exportedAt }),
    })
    for (const one of this.members(batch)) if (one.stage === 'sending') this.save({ ...one, stage: 'sent' })
  }

  async applyAnswer(batchId: string, answer: BatchAnswer, next: AnswerNote, fence: Fence): Promise<void> {
    this.check(fence)
    this.note(next.call)
    const batch = this.state.batches.get(batchId)
    if (!batch || batch.stage === 'answered' || batch.stage === 'dissolved') return
    const touched = this.#settleItems(batch, answer)
    const members = this.members(batch)
    const settled = settleBatch(batch, answer, members, next.nextAt)
    this.answer(settled, next.at)
    // Put before a person meanwhile, and answered in part after all: the rest is asked for like that of any other.
    for (const one of settled.stage === 'sent' ? members : []) {
      if (one.stage === 'attention') this.save({ ...one, stage: 'sent', reason: undefined })
    }
    const freed = settled.stage === 'answered' ? members : []
    this.settle([...touched, ...freed, ...(batch.ghost ? this.marked(batch) : [])])
  }

  /** The documents that an answer speaks of, settled. */
  #settleItems(batch: BatchHead, answer: BatchAnswer): Submission[] {
    const touched: Submission[] = []
    for (const item of answer.items) {
      const found = this.state.submissions.in('document', indexKey(item))
      for (const one of batch.ghost ? found : found.filter((each) => each.batch === batch.id)) {
        const settled = settleItem(refusedAgain(one, item, batch), item, answer, batch)
        if (settled !== one) this.save(settled)
        touched.push(one)
      }
    }
    return touched
  }

  async applyReceipts(page: ReceiptBatch, fence: Fence): Promise<boolean> {
    this.check(fence)
    if (page.from !== this.state.cursor) return false
    this.state.cursor = page.cursor
    if (page.restarted) this.wasPutBack()
    this.state.pull = page.pull
    this.note(page.call)
    for (const original of page.originals) this.state.originals.set(original.id, original)
    this.takeIn(page.facts, page.at)
    return true
  }

  async applyCarried({ answers, facts, originals, at }: Carried, fence: Fence): Promise<CarriedNews> {
    this.check(fence)
    const news: CarriedNews = { batches: 0, receipts: 0, unknown: [], differing: [] }
    const readable = new Set(facts.map(({ id }) => id.replace(/#\d+$/, '')))
    const fresh = this.takeIn(facts, at)
    const newReceipts = new Set(fresh.map(({ id }) => id.replace(/#\d+$/, '')))
    for (const original of originals) {
      if (newReceipts.has(original.id) || !readable.has(original.id)) {
        this.state.originals.set(original.id, original)
      }
    }
    news.receipts = newReceipts.size
    for (const { batchId, sha256, answer, refusal } of answers) {
      const batch = this.state.batches.get(batchId)
      if (!batch) news.unknown.push(batchId)
      else if (batch.sha256 !== sha256) news.differing.push(batchId)
      else if (
        answer ? this.#answerCarried(batch, answer, at) : refusal && this.#refuseCarried(batch, refusal, at)
      ) {
        this.note({ at, kind: 'carried', batch: batchId, code: 'ok', ms: 0, bytes: 0 })
        news.batches += 1
      }
    }
    return news
  }

  /** True when the answer settled anything that was open. */
  #answerCarried(batch: BatchHead, answer: BatchAnswer, at: string): boolean {
    if (batch.stage === 'answered' || batch.stage === 'dissolved') return false
    const before = JSON.stringify([batch, this.members(batch)])
    const touched = this.#settleItems(batch, answer)
    const after = settleBatch(batch, answer, this.members(batch), batch.nextAt)
    if (after.stage === 'answered') this.answer(after, at)
    this.settle([...touched, ...this.members(batch), ...(batch.ghost ? this.marked(batch) : [])])
    return before !== JSON.stringify([this.state.batches.get(batch.id), this.members(batch)])
  }

  /** Only a batch nothing of which is known to have arrived is taken apart. */
  #refuseCarried(batch: BatchHead, reason: Reason, at: string): boolean {
    const isOpen = this.members(batch).every(({ stage }) => stage === 'sending' || stage === 'sent')
    if (!openStages.includes(batch.stage) || batch.ghost || !isOpen) return false
    this.#free(batch, { reason, crowd: halfOf(batch), at })
    return true
  }

  async dissolve(batchId: string, how: Dissolution, fence: Fence): Promise<void> {
    this.check(fence)
    const batch = this.state.batches.get(batchId)
    if (!batch || !openStages.includes(batch.stage)) return
    this.#free(batch, how)
  }

  #free(batch: BatchHead, how: Dissolution): void {
    this.state.batches.set(batch.id, { ...batch, stage: 'dissolved', reason: how.reason })
    const members = this.members(batch)
    for (const one of members) {
      const isOpen = one.stage === 'sending' || one.stage === 'sent'
      this.save({ ...one, ...(isOpen && freed(one, how)), inOpenBatch: undefined })
    }
    if (batch.ghost) this.letGo(batch)
    this.settle([...members, ...this.marked(batch)])
  }

  async park(what: Parked, reason: Reason, fence: Fence): Promise<void> {
    this.check(fence)
    if ('submission' in what) {
      const one = this.state.submissions.get(what.submission)
      if (one?.stage !== 'queued') return
      this.save({ ...one, stage: 'attention', reason })
      this.settle([one])
      return
    }
    const batch = this.state.batches.get(what.batch)
    if (!batch || !openStages.includes(batch.stage)) return
    this.state.batches.set(batch.id, { ...batch, stage: 'attention', reason })
    for (const one of this.members(batch)) {
      if (one.stage === 'sending' || one.stage === 'sent') this.save({ ...one, stage: 'attention', reason })
    }
    this.settle(this.members(batch))
    this.closeParked([batch.id], what.at)
  }

  async schedule(
    lane: 'line' | 'pull',
    pace: Pace,
    call: CallRecord | undefined,
    fence: Fence,
  ): Promise<void> {
    this.check(fence)
    this.state[lane] = pace
    if (call) this.note(call)
  }

  async hold(hold: Hold, fence: Fence): Promise<void> {
    this.check(fence)
    this.state.hold = hold
  }

  async adopt(entries: JournalEntry[], now: number, fence: Fence): Promise<number> {
    this.check(fence)
    const left = new Set(entries.map(({ batchId }) => batchId))
    for (const batch of this.batchesIn(['fixed'])) {
      if (left.has(batch.id)) this.state.batches.set(batch.id, { ...batch, stage: 'sending' })
      else if (batch.account !== this.state.account)
        this.#free(batch, { reason: accountChanged, crowd: Infinity, at: new Date(now).toISOString() })
    }
    const unknown = entries.filter(({ batchId }) => !this.state.batches.has(batchId))
    for (const entry of unknown) this.state.batches.set(entry.batchId, ghostOf(entry, now))
    // Put back itself, it may have forgotten that the service was.
    if (unknown.length > 0) this.wasPutBack()
    const marks = new Set(unknown.flatMap((entry) => entry.marks))
    this.settle(this.submissionsWhere((one) => marks.has(one.mark)))
    return unknown.length
  }

  async enqueue(submissions: Enqueued[], at: string): Promise<EnqueueResult> {
    const lanes = new Set(submissions.map(({ dossier }) => dossier))
    const keys = new Set(submissions.map(indexKey))
    const { submissions: all, facts: received } = this.state
    const dossiers = new Set([
      ...[...lanes].flatMap((dossier) => all.in('dossier', dossier)),
      ...[...keys].flatMap((key) => all.in('document', key)),
    ])
    const facts = [...keys].flatMap((key) => received.in('document', key))
    const ghosts = this.state.batches.in('kind', 'ghost').filter(({ stage }) => stage === 'answered')
    const ghostMarks = new Map<string, number>()
    for (const mark of ghosts.flatMap((batch) => batch.marks))
      ghostMarks.set(mark, (ghostMarks.get(mark) ?? 0) + 1)
    const { place, openFilings, account } = this.state
    const known = { submissions: [...dossiers], facts, ghostMarks, openFilings, account, place }
    const plan = planEnqueue(known, submissions, at)
    if (!plan.result.ok) return plan.result
    this.state.place = plan.place
    for (const one of plan.added) this.state.submissions.set(one.id, one)
    for (const one of plan.moved) this.save(one)
    for (const one of plan.added) this.gate(one)
    this.settle([...plan.added, ...plan.moved])
    return plan.result
  }

  async cancel(id: string, _at: string): Promise<boolean> {
    const one = this.state.submissions.get(id)
    if (!one || !mayCancel(one)) return false
    this.save({ ...one, stage: 'cancelled' })
    this.gate(one)
    this.settle([one])
    return true
  }

  async retry(batchId: string, now: number): Promise<boolean> {
    const batch = this.state.batches.get(batchId)
    if (!batch || (batch.stage !== 'attention' && !openStages.includes(batch.stage))) return false
    const { reason: _reason, ...rest } = batch
    const stage = batch.stage === 'attention' ? 'sent' : batch.stage
    this.state.batches.set(batchId, { ...rest, stage, unclear: 0, resend: false, nextAt: now })
    this.state.line = atRest
    for (const one of this.members(batch)) {
      if (one.stage === 'attention') this.save({ ...one, stage: 'sent', reason: undefined })
    }
    this.settle(this.members(batch))
    return true
  }

  async release(kind: Hold['kind']): Promise<void> {
    if (this.state.hold?.kind === kind) delete this.state.hold
    this.state.line = atRest
  }

  async switchAccount(account: string): Promise<number> {
    this.state.epoch += 1
    this.#bind(this.state.account, account)
    this.state.account = account
    this.state.line = atRest
    this.state.pull = atRest
    this.state.untaken = []
    this.state.pass = 0
    // Meanwhile it may have been put back, and there is no cursor that would tell.
    this.wasPutBack()
    this.state.sample = []
    delete this.state.cursor
    delete this.state.filingCursor
    return this.state.epoch
  }

  /** What a book without a service gave out goes on with the service it gets, for the same enterprise. */
  #bind(from: string, to: string): void {
    if (!from.startsWith(UNBOUND) || !to.endsWith(from.slice(UNBOUND.length - 1))) return
    for (const batch of this.batchesIn([...openStages, 'attention'])) {
      if (batch.account === from) this.state.batches.set(batch.id, { ...batch, account: to })
    }
  }

  async status(): Promise<OutboxStatus> {
    const { epoch, account, hold, line, submissions, batches, recheck } = this.state
    const open = this.batchesIn(openStages)
    return {
      epoch,
      account,
      ...(hold ? { hold } : {}),
      stages: tally<Stage>([...submissions.values()].map((one) => one.stage)),
      batches: tally<BatchStage>([...batches.values()].map((batch) => batch.stage)),
      packed: open
        .filter(({ stage }) => stage === 'fixed')
        .reduce((sum, batch) => sum + batch.submissions.length, 0),
      otherAccount: open.filter((batch) => batch.account !== account).length,
      ...(recheck?.named ? { recheck: progressOf(recheck, recheck.named) } : {}),
      nextAt: Math.max(line.nextAt, Math.min(...open.map((batch) => batch.nextAt), this.state.pull.nextAt)),
    }
  }

  async submissions(message: string, businessKey: string): Promise<SubmissionHead[]> {
    return this.attempts({ message, businessKey }).map(headOf)
  }

  async receipts(message: string, businessKey: string): Promise<ReceiptFact[]> {
    return this.factsOf(this.attempts({ message, businessKey }), { message, businessKey })
  }
}
