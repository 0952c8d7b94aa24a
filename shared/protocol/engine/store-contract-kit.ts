import { businessKey } from '../keys'
import type { ReceiptFact } from '../receipts'
import type { FixedBatch, ReceiptBatch, StorePort } from './ports'
import type { CallRecord, Enqueued, JournalEntry, Reason, Stage } from './records'

/** Builders for the contract of stores: few documents of few dossiers, everything at one moment. */

/** The two functions of a test runner that the contract needs; Vitest's fit. */
export type Runner = {
  test(name: string, run: () => Promise<void>): void
  expect(value: unknown): {
    toBe(value: unknown): void
    toEqual(value: unknown): void
    toMatchObject(value: object): void
    toBeUndefined(): void
  }
}

export const at = '2025-03-03T01:00:00.000Z'
export const now = Date.parse(at)
export const fence = { epoch: 1 }
export const reason: Reason = { code: 'test', text: { zh: '测试', en: 'test' } }
export const call: CallRecord = { at, kind: 'send', code: 'ok', ms: 5, bytes: 10 }
export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const pull = { failures: 0, nextAt: now + 1_000 }

/** A submission of dossier `n`; `turn` tells attempts of the same document apart. */
export function submission(message: 'CEB303' | 'CEB603', n: number, turn = 1): Enqueued {
  const head = { ebpCode: 'P', ebcCode: 'E', agentCode: 'E', orderNo: `O${n}`, copNo: `C${n}`, appType: '1' }
  const order = { message: 'CEB303', businessKey: businessKey('CEB303', head)!, until: 'taken' as const }
  const key = businessKey(message, head)!
  return {
    id: uuid(n * 100 + Number(message.slice(3, 4)) * 10 + turn),
    dossier: `E|O${n}`,
    message,
    businessKey: key,
    mark: `mark ${message} ${key}`,
    guid: uuid(n * 100 + Number(message.slice(3, 4)) * 10 + turn).toUpperCase(),
    waits: message === 'CEB603' ? [order] : [],
    document: { head },
  }
}

export function batchOf(id: number, members: readonly Enqueued[]): FixedBatch {
  return {
    bytes: new Uint8Array([1, 2, id]),
    messageGuids: Object.fromEntries(members.map((one) => [one.id, uuid(9_000 + id).toUpperCase()])),
    batch: {
      id: uuid(8_000 + id),
      stage: 'fixed',
      account: 'A',
      sha256: 'a'.repeat(64),
      size: 3,
      submissions: members.map((one) => one.id),
      marks: members.map((one) => one.mark),
      createdAt: at,
      unclear: 0,
      resend: false,
      nextAt: 0,
      ghost: false,
    },
  }
}

export function fact(one: Enqueued, seq: number, status: string): ReceiptFact {
  const time = `2025030310${String(seq).padStart(2, '0')}00000`
  const { message, businessKey: key, guid } = one
  const receipt = `CEB${Number(message.slice(3)) + 1}`
  return {
    id: `r${seq}#1`,
    seq,
    receipt,
    message,
    businessKey: key,
    guid,
    status,
    time,
    info: '',
    receivedAt: at,
  }
}

export function page(from: string | undefined, cursor: string, facts: ReceiptFact[]): ReceiptBatch {
  const originals = facts.map(({ id, seq, receipt }) => ({
    id,
    seq,
    message: receipt,
    receivedAt: at,
    xml: '<x/>',
  }))
  return { from, cursor, facts, originals, at, pull, call: { ...call, kind: 'receipts' } }
}

export const journalEntry = (id: number, members: readonly Enqueued[], account = 'A'): JournalEntry => ({
  batchId: uuid(8_000 + id),
  contentHash: 'a'.repeat(64),
  marks: members.map((one) => one.mark),
  at,
  account,
})

export type MakeStore = () => StorePort | Promise<StorePort>

/** Stores in the states that the contract starts from. */
export function contractKit(makeStore: MakeStore) {
  const stageOf = async (store: StorePort, one: Enqueued): Promise<Stage | undefined> =>
    (await store.submissions(one.message, one.businessKey)).find(({ id }) => id === one.id)?.stage
  const filled = async (...dossiers: number[]) => {
    const store = await makeStore()
    const members = dossiers.flatMap((n) => [submission('CEB603', n), submission('CEB303', n)])
    for (const n of dossiers) {
      await store.enqueue(
        members.filter((one) => one.dossier === `E|O${n}`),
        at,
      )
    }
    return { store, members }
  }
  const sent = async (...dossiers: number[]) => {
    const { store, members } = await filled(...dossiers)
    const fixed = batchOf(1, members)
    await store.fixBatch(fixed, fence)
    await store.markSending(fixed.batch.id, at, fence)
    return { store, members, id: fixed.batch.id }
  }
  const answerFor = (
    id: string,
    members: readonly Enqueued[],
    outcome: 'accepted' | 'refused',
    code?: string,
  ) => ({
    batchId: id,
    state: outcome === 'accepted' ? ('accepted' as const) : ('refused' as const),
    receivedAt: at,
    items: members.map(({ message, businessKey: key, guid }) => ({
      message,
      businessKey: key,
      guid,
      outcome,
      ...(code ? { code } : {}),
    })),
  })
  return { stageOf, filled, sent, answerFor }
}

export const note = { at, nextAt: now, call }
