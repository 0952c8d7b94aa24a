import type { ReceiptFact } from '../receipts'
import { identity } from './heads'
import { relane, type Outside } from './lane'
import { copyOf, emptyState, indexKey, type MemoryState } from './memory-state'
import { Fenced, type Fence } from './ports'
import type { BatchHead, BatchStage, CallRecord, Submission, SubmissionHead } from './records'
import { refold } from './transitions'

const DAY_MS = 86_400_000
/** Requests are kept this long, and no more of them than this. */
export const CALLS_KEPT_MS = 30 * DAY_MS
export const MOST_CALLS = 50_000

/** What keeps documents back from outside their dossiers. */
export function outsideOf({ batches, untaken, unsigned, openFilings }: MemoryState): Outside {
  const ghosts = batches
    .in('kind', 'ghost')
    .filter(({ stage }) => stage !== 'answered' && stage !== 'dissolved')
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

  protected batchesIn(stages: readonly BatchStage[]): BatchHead[] {
    return stages.flatMap((stage) => this.state.batches.in('stage', stage))
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
    const found = this.state.submissions.in('document', indexKey({ message, businessKey }))
    return found.sort((a, b) => a.attempt - b.attempt)
  }

  protected factsOf(
    attempts: readonly Submission[],
    document: { message: string; businessKey: string },
  ): ReceiptFact[] {
    const { facts } = this.state
    const { guids } = identity(attempts)
    return [...facts.in('document', indexKey(document)), ...guids.flatMap((guid) => facts.in('guid', guid))]
  }

  /** Submissions that any of these facts speaks of. */
  protected concernedBy(facts: readonly ReceiptFact[]): Submission[] {
    const { submissions } = this.state
    const found = facts.flatMap((fact) =>
      fact.businessKey === undefined
        ? submissions.in('guid', fact.guid)
        : submissions.in('document', indexKey(fact)),
    )
    return [...new Set(found)]
  }

  /** The clock of the service, as far as it was heard. */
  protected hear(at: string): void {
    if (!(at <= (this.state.heardAt ?? ''))) this.state.heardAt = at
  }

  /** End of every transaction: states of the documents concerned anew, then the lanes of their dossiers. */
  protected settle(touched: readonly SubmissionHead[]): void {
    const documents = new Map(touched.map((one) => [indexKey(one), one]))
    for (const document of documents.values()) {
      const attempts = this.attempts(document)
      const facts = this.factsOf(attempts, document)
      for (const one of refold(attempts, facts, this.state.restarts)) this.state.submissions.set(one.id, one)
    }
    const outside = outsideOf(this.state)
    for (const dossier of new Set(touched.map((one) => one.dossier))) {
      const lane = this.state.submissions.in('dossier', dossier)
      for (const [id, stage] of relane(lane, outside)) this.save({ id, stage })
    }
  }
}
