import { READER_VERSION, type ReceiptFact } from '../receipts'
import { GroupedMap } from './grouped-map'
import type { ReceiptBatch } from './ports'
import type { BatchHead, CallRecord, Hold, Pace, Reading, Recheck, Submission } from './records'

type Original = ReceiptBatch['originals'][number]

/** A document in the indexes of the maps, which are made anew with each start. */
export const indexKey = ({ message, businessKey }: { message: string; businessKey?: string }) =>
  `${message} ${businessKey}`

const submissionKeys = {
  dossier: ({ dossier }: Submission) => [dossier],
  document: (one: Submission) => [indexKey(one)],
  batch: ({ batch }: Submission) => (batch === undefined ? [] : [batch]),
  stage: ({ stage }: Submission) => [stage],
  guid: ({ guid, messageGuid }: Submission) => (messageGuid === undefined ? [guid] : [guid, messageGuid]),
}
const factKeys = {
  document: (fact: ReceiptFact) => (fact.businessKey === undefined ? [] : [indexKey(fact)]),
  /** Of those that name no document. */
  guid: (fact: ReceiptFact) => (fact.businessKey === undefined ? [fact.guid] : []),
}

const batchKeys = {
  stage: ({ stage }: BatchHead) => [stage],
  /** Those that only the send journal knows. */
  kind: ({ ghost }: BatchHead) => (ghost ? ['ghost'] : []),
}

const byPlace = ({ place }: Submission) => place

/** Everything a store holds. Records are replaced, never changed in place, so copying the maps is a true snapshot. */
export type MemoryState = {
  epoch: number
  account: string
  hold?: Hold
  line: Pace
  pull: Pace
  cursor?: string
  filingCursor?: string
  hasFiled?: true
  untaken: string[]
  unsigned: string[]
  openFilings: string[]
  pass?: number
  reading: Reading
  recheck?: Recheck
  /** Answered since somebody last looked whether the service still has them, and the last one that was looked at. */
  sample: string[]
  /** The newest time the service named in an answer or a receipt, by its clock. */
  heardAt?: string
  /** `heardAt` each time the service turned out to have been put back. */
  restarts: readonly string[]
  place: number
  submissions: GroupedMap<Submission, typeof submissionKeys>
  batches: GroupedMap<BatchHead, typeof batchKeys>
  bytes: Map<string, Uint8Array>
  facts: GroupedMap<ReceiptFact, typeof factKeys>
  originals: Map<string, Original>
  calls: CallRecord[]
}

export const atRest: Pace = { failures: 0, nextAt: 0 }

/** A store nothing was done with yet. */
export function emptyState(account: string): MemoryState {
  return {
    epoch: 1,
    account,
    line: atRest,
    pull: atRest,
    untaken: [],
    unsigned: [],
    openFilings: [],
    reading: { version: READER_VERSION },
    sample: [],
    restarts: [],
    place: 0,
    submissions: new GroupedMap([], submissionKeys, byPlace),
    batches: new GroupedMap([], batchKeys),
    bytes: new Map(),
    facts: new GroupedMap([], factKeys),
    originals: new Map(),
    calls: [],
  }
}

export function copyOf(state: MemoryState): MemoryState {
  return {
    ...state,
    submissions: new GroupedMap(state.submissions, submissionKeys, byPlace),
    batches: new GroupedMap(state.batches, batchKeys),
    bytes: new Map(state.bytes),
    facts: new GroupedMap(state.facts, factKeys),
    originals: new Map(state.originals),
    calls: [...state.calls],
  }
}
