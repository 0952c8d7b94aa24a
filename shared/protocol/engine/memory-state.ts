import { READER_VERSION, type ReceiptFact } from '../receipts'
import type { ReceiptBatch } from './ports'
import type { BatchHead, CallRecord, Hold, Pace, Reading, Submission } from './records'

type Original = ReceiptBatch['originals'][number]

/** Everything a store holds. Records are replaced, never changed in place, so copying the maps is a true snapshot. */
export type MemoryState = {
  epoch: number
  account: string
  hold?: Hold
  line: Pace
  pull: Pace
  cursor?: string
  filingCursor?: string
  untaken: string[]
  openFilings: string[]
  pass?: number
  reading: Reading
  place: number
  submissions: Map<string, Submission>
  batches: Map<string, BatchHead>
  bytes: Map<string, Uint8Array>
  facts: Map<string, ReceiptFact>
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
    openFilings: [],
    reading: { version: READER_VERSION },
    place: 0,
    submissions: new Map(),
    batches: new Map(),
    bytes: new Map(),
    facts: new Map(),
    originals: new Map(),
    calls: [],
  }
}

export function copyOf(state: MemoryState): MemoryState {
  return {
    ...state,
    submissions: new Map(state.submissions),
    batches: new Map(state.batches),
    bytes: new Map(state.bytes),
    facts: new Map(state.facts),
    originals: new Map(state.originals),
    calls: [...state.calls],
  }
}
