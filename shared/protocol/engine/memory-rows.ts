import type { ReceiptFact } from '../receipts'
import { identity, keyOf } from './heads'
import { relane, type Outside } from './lane'
import { copyOf, emptyState, type MemoryState } from './memory-state'
import { Fenced, type Fence } from './ports'
import type { BatchHead, CallRecord, Submission, SubmissionHead } from './records'
import { refold } from './transitions'

const DAY_MS = 86_400_000
/** Requests are kept this long, and no more of them than this. */
export const CALLS_KEPT_MS = 30 * DAY_MS
export const MOST_CALLS = 50_000

/** What keeps documents back from outside their dossiers. */
export function outsideOf({ batches, untaken, unsigned, openFilings }: MemoryState): Outside {
  const ghosts = [...batches.values()].filter(
    (batch) => batch.ghost && !['answered', 'dissolved'].includes(batch.stage),
  )
  return {
    held: new Set(ghosts.flatMap((batch) => batch.marks)),
    untaken: new Set(untaken),
    unsigned: new Set(unsigned),
    openFilings: new Set(openFilings),
  }
}

/** Maps in memory with what every verb of the store needs of them. */
export class MemoryRows {
  protected readonly state: MemoryState

  constructor(start: string | MemoryState) {
    this.state = typeof start === 'string' ? emptyState(start) : copyOf(start)
  }

  snapshot(): MemoryState {
    return copyOf(this.state)
  }

  protected check({ epoch }: Fence): void {
    if (epoch !== this.state.epoch) throw new Fenced()
  }

  protected save(one: Partial<Submission> & { id: string }): void {
    this.state.submissions.set(one.id, { ...this.state.submissions.get(one.id)!, ...one })
  }

  /** Keep the row about a request, and forget what is too old. */
  protected note(call: CallRecord): void {
    const { calls } = this.state
    calls.push(call)
    const oldest = new Date(Date.parse(call.at) - CALLS_KEPT_MS).toISOString()
    const kept = calls.findIndex(({ at }) => at >= oldest)
    calls.splice(0, Math.max(kept, calls.length - MOST_CALLS))
  }

  protected submissionsWhere(wanted: (one: Submission) => boolean): Submission[] {
    return [...this.state.submissions.values()].filter(wanted)
  }

  protected batchesWhere(wanted: (batch: BatchHead) => boolean): BatchHead[] {
    return [...this.state.batches.values()].filter(wanted)
  }

  protected members(batch: BatchHead): Submission[] {
    return this.state.submissions.in('batch', batch.id)
  }

  /** Documents that a ghost batch may have carried. */
  protected marked(batch: BatchHead): Submission[] {
    const marks = new Set(batch.marks)
    return batch.ghost ? this.submissionsWhere((one) => marks.has(one.mark)) : []
  }

  protected attempts({ message, businessKey }: { message: string; businessKey: string }): Submission[] {
    const found = this.state.submissions.in('document', keyOf({ message, businessKey }))
    return found.sort((a, b) => a.attempt - b.attempt)
  }

  protected factsOf(
    attempts: readonly Submission[],
    document: { message: string; businessKey: string },
  ): ReceiptFact[] {
    const { facts } = this.state
    const { guids } = identity(attempts)
    return [...facts.in('document', keyOf(document)), ...guids.flatMap((guid) => facts.in('guid', guid))]
  }

  /** Submissions that any of these facts speaks of. */
  protected concernedBy(facts: readonly ReceiptFact[]): Submission[] {
    const { submissions } = this.state
    const found = facts.flatMap((fact) =>
      fact.businessKey === undefined
        ? submissions.in('guid', fact.guid)
        : submissions.in('document', keyOf(fact)),
    )
    return [...new Set(found)]
  }

  /** Store the facts that are new, and what they say of their documents. */
  protected takeIn(facts: readonly ReceiptFact[]): ReceiptFact[] {
    const fresh = facts.filter(({ id }) => !this.state.facts.has(id))
    for (const fact of fresh) this.state.facts.set(fact.id, fact)
    this.settle(this.concernedBy(fresh))
    return fresh
  }

  /** End of every transaction: states of the documents concerned anew, then the lanes of their dossiers. */
  protected settle(touched: readonly SubmissionHead[]): void {
    const documents = new Map(touched.map((one) => [keyOf(one), one]))
    for (const document of documents.values()) {
      const attempts = this.attempts(document)
      for (const head of refold(attempts, this.factsOf(attempts, document))) this.save(head)
    }
    const outside = outsideOf(this.state)
    for (const dossier of new Set(touched.map((one) => one.dossier))) {
      const lane = this.state.submissions.in('dossier', dossier)
      for (const [id, stage] of relane(lane, outside)) this.save({ id, stage })
    }
  }
}
