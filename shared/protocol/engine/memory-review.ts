import type { FilingAnswer } from '../api'
import { filingMessage, isFiling } from '../dependencies'
import { current } from './lane'
import type { ReceiptFact } from '../receipts'
import { filedAgain, filedStage, type FilingNews } from './filing'
import { headOf, keyOf } from './heads'
import { MemoryRows } from './memory-rows'
import type { Fence, FilingBatch, Original, Refiled } from './ports'
import type { CallRecord, Reading, Stage, Submission, SubmissionHead } from './records'
import { isDeclaredBefore, withReceipts } from './transitions'
import { isRefusalUnclear } from './unclear'

/** The verbs that look again at what is stored: who may go now, what receipts say now, how reviews stand. */
export class MemoryReview extends MemoryRows {
  async learn(untaken: string[], fence: Fence): Promise<void> {
    this.check(fence)
    if (JSON.stringify(untaken) === JSON.stringify(this.state.untaken)) return
    this.state.untaken = untaken
    this.state.pass = 0
  }

  async learnUnsigned(unsigned: string[], fence: Fence): Promise<void> {
    this.check(fence)
    if (JSON.stringify(unsigned) === JSON.stringify(this.state.unsigned)) return
    this.state.unsigned = unsigned
    this.state.pass = 0
  }

  async confirmRefusal(id: string): Promise<boolean> {
    const one = this.state.submissions.get(id)
    if (!one || !isRefusalUnclear(one)) return false
    this.save({ ...one, refusalConfirmed: true })
    this.settle([one])
    return true
  }

  async adoptReceipts(id: string): Promise<boolean> {
    const one = this.state.submissions.get(id)
    if (!one || !isDeclaredBefore(one)) return false
    const attempts = this.attempts(one)
    const adopted = withReceipts(attempts, this.factsOf(attempts, one))
    if (!adopted) return false
    this.save({ id, ...adopted })
    this.settle([one])
    return true
  }

  async readmit(limit: number, fence: Fence): Promise<void> {
    this.check(fence)
    const { pass } = this.state
    if (pass === undefined) return
    const behind = (stage: Stage) => this.state.submissions.first('stage', stage, limit, pass)
    const next = [...behind('waiting'), ...behind('queued')].sort((a, b) => a.place - b.place).slice(0, limit)
    this.settle(next)
    if (next.length < limit) delete this.state.pass
    else this.state.pass = next.at(-1)!.place
  }

  async originals(after: string, limit: number): Promise<Original[]> {
    const behind = [...this.state.originals.values()].filter(({ id }) => id > after)
    return behind.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit)
  }

  async applyReading(facts: ReceiptFact[], reading: Reading, fence: Fence): Promise<void> {
    this.check(fence)
    const before = facts.flatMap(({ id }) => this.state.facts.get(id) ?? [])
    const concerned = this.concernedBy([...before, ...facts])
    for (const fact of facts) this.state.facts.set(fact.id, fact)
    this.state.reading = reading
    this.settle(concerned)
  }

  async applyFiling(id: string, answer: FilingAnswer, call: CallRecord, fence: Fence): Promise<void> {
    this.check(fence)
    this.note(call)
    this.state.hasFiled = true
    const one = this.state.submissions.get(id)
    if (!one || one.stage === 'cancelled') return
    this.#filed({ ...one, version: answer.version }, { state: answer.state, reasons: [] })
  }

  async applyFilings({ from, cursor, filings, call }: FilingBatch, fence: Fence): Promise<boolean> {
    this.check(fence)
    if (from !== this.state.filingCursor) return false
    this.state.filingCursor = cursor
    this.note(call)
    for (const { kind, key, version, ...news } of filings) {
      const message = kind === 'enterprise' || kind === 'goods' ? filingMessage(kind) : ''
      const one = this.attempts({ message, businessKey: key }).find((each) => each.version === version)
      if (one) this.#filed(one, news)
    }
    return true
  }

  async filed(): Promise<SubmissionHead[]> {
    return this.submissionsWhere((one) => this.#isTaken(one))
      .map(headOf)
      .sort((a, b) => a.place - b.place)
  }

  async refile(lost: Refiled[], fence: Fence): Promise<void> {
    this.check(fence)
    for (const { id, version, base } of lost) {
      const one = this.state.submissions.get(id)
      if (!one || one.version !== version || !this.#isTaken(one)) continue
      this.save({ ...one, stage: 'queued', base, version: undefined, reason: filedAgain })
      this.gate(one)
      this.settle([one])
    }
  }

  /** A filing that speaks for its key and that the service took. */
  #isTaken(one: Submission): boolean {
    const isThere = one.stage === 'accepted' || one.stage === 'done'
    if (!isThere || !isFiling(one.message) || one.version === undefined) return false
    return current(this.attempts(one), one)?.id === one.id
  }

  #filed(one: Submission, news: FilingNews): void {
    this.save({ ...one, ...filedStage(news) })
    this.gate(one)
    this.settle([one])
  }

  /** Whether a filing holds others back, after it was queued, taken back or reviewed: a change is worth a pass. */
  protected gate(one: Submission): void {
    if (!isFiling(one.message)) return
    const key = keyOf(one)
    const attempts = this.attempts(one).filter(({ stage }) => stage !== 'cancelled')
    const isOpen = attempts.length > 0 && attempts.every(({ stage }) => stage !== 'done')
    if (isOpen === this.state.openFilings.includes(key)) return
    const others = this.state.openFilings.filter((open) => open !== key)
    this.state.openFilings = isOpen ? [...others, key] : others
    this.state.pass = 0
  }
}
