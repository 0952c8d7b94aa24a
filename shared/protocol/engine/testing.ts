import type { Capabilities } from '../api'
import { businessKey } from '../keys'
import { READER_VERSION } from '../receipts'
import type { Memory } from './memory'
import type { BatchHead, SubmissionHead, Work } from './records'
import { freshState } from './transitions'

/** Builders for tests of the engine; everything at rest unless said otherwise. */

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const capabilities = (limits: Partial<Capabilities['limits']> = {}): Capabilities => ({
  service: { name: 'S', version: '1', practice: true },
  protocol: { min: 1, max: 1 },
  functions: ['batches', 'receipts', 'documents'],
  messages: [],
  limits: { maxDocuments: 100, maxBatchBytes: 1_000_000, maxReceiptPage: 50, ...limits },
  hours: [],
  outcomes: [],
  serverTime: '2025-03-03T01:00:00Z',
})

export const memory = (more: Partial<Memory> = {}): Memory => ({
  capabilities: { value: capabilities(), at: 0, epoch: 1, skewMs: 0 },
  journalEpoch: 1,
  skews: [],
  filingsAt: 0,
  filingTries: new Map(),
  pausedUntil: 0,
  lastPulled: true,
  ...more,
})

export function work(more: Partial<Work> = {}): Work {
  const rest = { failures: 0, nextAt: 0 }
  return {
    epoch: 1,
    account: 'A',
    line: rest,
    pull: { failures: 0, nextAt: 9_000 },
    hasFiled: false,
    untaken: [],
    unsigned: [],
    openFilings: [],
    reading: { version: READER_VERSION },
    sample: [],
    batches: [],
    queued: [],
    ...more,
  }
}

export const batch = (more: Partial<BatchHead> = {}): BatchHead => ({
  id: uuid(1),
  stage: 'sent',
  account: 'A',
  sha256: 'a'.repeat(64),
  size: 1,
  submissions: ['s'],
  marks: [],
  createdAt: '2025-03-03T01:00:00Z',
  unclear: 0,
  resend: false,
  nextAt: 0,
  ghost: false,
  ...more,
})

/** The `place`-th submission of the queue; a CEB603 waits for the CEB303 of its dossier. */
export function head(
  place: number,
  message: string,
  dossier: number,
  more: Partial<SubmissionHead> = {},
): SubmissionHead {
  const fields = { ebpCode: 'P', ebcCode: 'E', agentCode: 'E', orderNo: `O${dossier}`, copNo: `C${dossier}` }
  const keys = { ...fields, logisticsCode: 'L', logisticsNo: `W${dossier}` }
  const order = { message: 'CEB303', businessKey: businessKey('CEB303', keys)!, until: 'taken' as const }
  const key = businessKey(message, keys)!
  return {
    id: `s${place}`,
    dossier: `d${dossier}`,
    message,
    businessKey: key,
    mark: `m ${message} ${key}`,
    attempt: 1,
    guid: uuid(place),
    waits: message === 'CEB603' ? [order] : [],
    stage: 'queued',
    place,
    queuedAt: '2025-03-03T01:00:00Z',
    state: freshState(message),
    ...more,
  }
}
