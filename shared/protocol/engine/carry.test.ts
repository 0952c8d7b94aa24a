import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BatchAnswer, ServiceReceipt } from '../api'
import type { CarriedAnswer } from '../exchange-file'
import { readPackage } from '../package'
import { bringBack } from './bring-back'
import { takeOut, tookOut } from './export'
import { MemoryStore } from './memory-store'
import type { Codec } from './ports'
import { freshState } from './transitions'
import { businessKey } from '../keys'

const at = '2025-03-03T01:00:00.000Z'
const now = Date.parse(at)
const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const codec: Codec = { encode: (message) => JSON.stringify(message), decode: (text) => JSON.parse(text) }

async function filled(dossiers: number) {
  const store = new MemoryStore('A')
  let made = 0
  const uuid = () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`
  for (let n = 0; n < dossiers; n += 1) {
    const head = {
      ebpCode: 'P',
      ebcCode: 'E',
      agentCode: 'E',
      orderNo: `O${n}`,
      copNo: `C${n}`,
      appType: '1',
    }
    const order = { message: 'CEB303', businessKey: businessKey('CEB303', head)!, until: 'taken' as const }
    const submissions = ['CEB303', 'CEB603'].map((message) => {
      const key = businessKey(message, head)!
      const waits = message === 'CEB603' ? [order] : []
      const own = { id: uuid(), guid: uuid().toUpperCase(), mark: `m ${message} ${key}`, waits }
      return {
        ...own,
        dossier: `d${n}`,
        message,
        businessKey: key,
        document: { head },
        state: freshState(message),
      }
    })
    await store.enqueue(submissions, at)
  }
  const tools = {
    store,
    signer: { digest, mark: async () => '' },
    clock: { now: () => now, random: () => 0.5, uuid, sleep: async () => undefined },
    codec,
    sender: { enterprise: { code: 'E', name: 'N' }, book: 'practice' as const, transfer: {} },
    heads: async (ids: readonly string[]) =>
      [...store.snapshot().batches.values()].filter(({ id }) => ids.includes(id)),
  }
  return { store, tools }
}

/** A service that takes everything in: its answers, and 120 for every document. */
async function serviceOf(batches: { id: string; sha256: string; bytes: Uint8Array }[]) {
  const answers: CarriedAnswer[] = []
  const receipts: ServiceReceipt[] = []
  for (const { id, sha256, bytes } of batches) {
    const { manifest } = await readPackage(bytes, { digest })
    const documents = manifest.messages.flatMap((message) => message.documents)
    const answer: BatchAnswer = {
      batchId: id,
      state: 'accepted',
      receivedAt: at,
      items: documents.map(({ message, businessKey: key, guid }) => ({
        message,
        businessKey: key,
        guid,
        outcome: 'accepted',
      })),
    }
    answers.push({ batchId: id, sha256, at, answer })
    for (const { message, businessKey: key, guid } of documents) {
      const seq = receipts.length + 1
      const last = key.split('|').at(-1)!
      const own = message === 'CEB603' ? { copNo: last } : { orderNo: last }
      const head = {
        guid,
        returnStatus: '120',
        returnTime: '20250303100000000',
        returnInfo: '',
        agentCode: 'E',
        ebpCode: 'P',
        ebcCode: 'E',
        ...own,
      }
      const type = `CEB${Number(message.slice(3)) + 1}`
      receipts.push({
        seq,
        id: `r${seq}`,
        message: type,
        receivedAt: at,
        xml: JSON.stringify({ documents: [{ head }] }),
      })
    }
  }
  return { answers, receipts }
}

const stages = (store: MemoryStore) => [...store.snapshot().submissions.values()].map(({ stage }) => stage)

describe('batches in a file', () => {
  it('are fixed before they are given out, and unknown once the file is closed', async () => {
    const { store, tools } = await filled(3)
    const out = await takeOut(tools, { batches: [], queued: true })
    expect(out.batches.map(({ documents }) => documents)).toEqual([6])
    expect(stages(store)).toEqual(Array.from({ length: 6 }, () => 'sending'))
    await tookOut(tools, out, 'ok')
    expect(stages(store)).toEqual(Array.from({ length: 6 }, () => 'sent'))
    expect([...store.snapshot().batches.values()]).toMatchObject([
      { stage: 'sent', exportedAt: at, unclear: 0 },
    ])
  })

  it('have the same id and bytes the second time, and the queue goes into no other', async () => {
    const { store, tools } = await filled(3)
    const first = await takeOut(tools, { batches: [], queued: true })
    await tookOut(tools, first, 'ok')
    const ids = first.batches.map(({ id }) => id)
    const second = await takeOut(tools, { batches: ids, queued: true })
    expect(second.batches).toEqual(first.batches)
    expect(store.snapshot().batches.size).toBe(1)
  })

  it('hold whole dossiers of at most a hundred documents', async () => {
    const { tools } = await filled(120)
    const out = await takeOut(tools, { batches: [], queued: true })
    expect(out.batches.map(({ documents }) => documents)).toEqual([100, 100, 40])
  })

  it('hold only the dossiers that were named', async () => {
    const { store, tools } = await filled(5)
    const out = await takeOut(tools, { batches: [], queued: true, dossiers: new Set(['d1', 'd4']) })
    expect(out.batches.map(({ documents }) => documents)).toEqual([4])
    expect((await store.nextWork(now, 100)).queued).toHaveLength(6)
  })

  it('are open again when the file could not be written: they may be on the stick', async () => {
    const { store, tools } = await filled(1)
    await tookOut(tools, await takeOut(tools, { batches: [], queued: true }), 'disk-full')
    const [batch] = store.snapshot().batches.values()
    expect([batch!.stage, batch!.exportedAt]).toEqual(['sent', undefined])
  })
})

describe('bringing back', () => {
  it('gives the same book whatever files come how often in whatever order', async () => {
    const { store, tools } = await filled(60)
    const out = await takeOut(tools, { batches: [], queued: true })
    await tookOut(tools, out, 'ok')
    const { answers, receipts } = await serviceOf(out.batches)
    const start = store.snapshot()
    const journal = out.batches.map(({ id, sha256, marks }) => ({
      batchId: id,
      contentHash: sha256,
      marks,
      at,
      account: 'A',
    }))
    const take = (into: MemoryStore, file: { answers: CarriedAnswer[]; receipts: ServiceReceipt[] }) =>
      bringBack({ store: into, codec, journal, now }, file)
    const facts = (of: MemoryStore) => {
      const { submissions, batches, facts: known } = of.snapshot()
      const sorted = [...known.values()].sort((a, b) => a.seq - b.seq)
      return { submissions, batches, known: sorted }
    }
    const whole = new MemoryStore(start)
    await take(whole, { answers, receipts })
    const expected = facts(whole)
    expect(new Set(stages(whole))).toEqual(new Set(['done', 'accepted']))

    const file = fc.record({
      answers: fc.subarray(answers),
      receipts: fc
        .tuple(fc.nat(receipts.length), fc.nat(receipts.length))
        .map(([a, b]) => receipts.slice(Math.min(a, b), Math.max(a, b))),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 6 }), fc.nat(6), async (files, place) => {
        const into = new MemoryStore(start)
        const all = [...files.slice(0, place), { answers, receipts }, ...files.slice(place), ...files]
        for (const one of all) await take(into, one)
        expect(facts(into)).toEqual(expected)
        const before = into.snapshot()
        for (const one of all) expect(await take(into, one)).toMatchObject({ batches: 0, receipts: 0 })
        expect(into.snapshot()).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })

  it('names every batch it does not know, however many a file speaks of', async () => {
    const { store } = await filled(1)
    const ids = Array.from({ length: 45 }, (_, n) => `other ${n}`)
    const answers = ids.map((id) => ({
      batchId: id,
      sha256: 's',
      at,
      answer: { batchId: id, state: 'accepted' as const, receivedAt: at, items: [] },
    }))
    const news = await bringBack({ store, codec, journal: [], now }, { answers, receipts: [] })
    expect(news).toEqual({ batches: 0, receipts: 0, unknown: ids, differing: [] })
  })

  it('answers a batch that only the send journal knows, so that it is never made anew', async () => {
    const { tools } = await filled(2)
    const out = await takeOut(tools, { batches: [], queued: true })
    const { answers, receipts } = await serviceOf(out.batches)
    const { store: restored } = await filled(2)
    const journal = out.batches.map(({ id, sha256, marks }) => ({
      batchId: id,
      contentHash: sha256,
      marks,
      at,
      account: 'A',
    }))
    await bringBack({ store: restored, codec, journal, now }, { answers, receipts })
    const work = await restored.nextWork(now, 10)
    expect([work.queued, work.batches]).toEqual([[], []])
    expect(new Set(stages(restored))).toEqual(new Set(['done', 'accepted']))
  })
})
