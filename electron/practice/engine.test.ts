import { createHmac, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { decodeMessage } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { accountOf, PRACTICE_SERVICE } from '#shared/ipc/exchange'
import type { CebDocument } from '#shared/model/list'
import { waitsFor } from '#shared/protocol/correction'
import { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { Ports } from '#shared/protocol/engine/ports'
import type { Enqueued, JournalEntry } from '#shared/protocol/engine/records'
import { newMemory, turn } from '#shared/protocol/engine/turn'
import { businessKey, dossierKey } from '#shared/protocol/keys'
import { makeKeyPair, signBatch } from '../single-window/batch-signature'
import { httpTransport } from '../single-window/http'
import { systemHost } from './host'
import { document, dossier, enterprise, type SampleDocument } from './samples'
import { startService, type Service } from './service'
import { testClient } from './test-client'

vi.setConfig({ testTimeout: 60_000 })

const TOKEN = 'token-of-this-test'
let directory: string
let service: Service

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'yiguan-engine-'))
  const host = { ...systemHost, now: () => Date.parse('2026-03-01T04:00:00.000Z') }
  service = await startService({ port: 0, directory, token: TOKEN, pace: 1, host })
}, 60_000)
afterAll(async () => {
  await service.stop()
  await rm(directory, { recursive: true, force: true })
})

/** A client with the real engine over HTTP; its clock jumps instead of waiting. */
function desk(code: string) {
  const account = accountOf(PRACTICE_SERVICE, code)
  const journal: JournalEntry[] = []
  const key = makeKeyPair()
  const http = httpTransport({ service: PRACTICE_SERVICE, url: service.url, token: TOKEN }, 'practice', {
    fetch: (url, init) => fetch(url, init),
    now: () => clock,
    journal: async (entry) => void journal.push(entry),
  })
  let clock = Date.parse('2026-03-01T04:00:00.000Z')
  const store = new MemoryStore(account)
  const mark = (message: string, id: string) =>
    createHmac('sha256', 'k').update(`${message} ${id}`).digest('hex')
  const ports: Ports = {
    store,
    transport: {
      capabilities: () => http.capabilities(account),
      putBatch: (put) => http.putBatch(put),
      queryBatch: (id, of) => http.queryBatch(id, of),
      receipts: (cursor, limit) => http.receipts(account, cursor, limit),
      journal: () => Promise.resolve(journal),
    },
    signer: {
      digest: systemHost.digest,
      mark: (message, id) => Promise.resolve(mark(message, id)),
      sign: (manifest) => Promise.resolve(signBatch(manifest, key)),
    },
    clock: { now: () => clock, random: () => 0.5, uuid: randomUUID, sleep: () => Promise.resolve() },
    codec: { encode: encodeMessage, decode: (xml) => decodeMessage(xml).message },
    sender: {
      enterprise: { code, name: enterprise.name },
      book: 'practice',
      transfer: {
        copCode: '13109609ZZ',
        copName: enterprise.name,
        dxpMode: 'DXP',
        dxpId: 'DXPENT0000000001',
      },
    },
    guard: () => Promise.resolve(undefined),
  }
  const memory = newMemory()

  function enqueue(documents: readonly SampleDocument[], kind: 'declare' | 'correct') {
    const parts = documents.map(({ message, content }) => ({
      message,
      content,
      businessKey: businessKey(message, content.head)!,
    }))
    const waits = waitsFor(parts, kind)
    const submissions = parts.map((part): Enqueued => {
      const { message, content } = part
      return {
        id: randomUUID(),
        dossier: content.head.orderNo ? dossierKey(content as CebDocument) : '13109609ZZ|A-1',
        message,
        businessKey: part.businessKey,
        mark: mark(message, part.businessKey),
        guid: content.head.guid!,
        waits: waits.get(part) ?? [],
        document: content,
      }
    })
    return store.enqueue(submissions, new Date(clock).toISOString())
  }

  const client = testClient(service.url, TOKEN, code)

  return {
    client,
    store,
    journal,
    enqueue,
    /** Let the engine work until it has been idle for a while, the service's time passing too. */
    async work(rounds = 40) {
      for (let round = 0; round < rounds; round += 1) {
        const until = await turn(ports, memory)
        if (until === undefined) continue
        clock = Math.max(clock, until)
        await client.pass(3)
      }
    },
    last: async (message: string, id: string) => (await store.submissions(message, id)).at(-1)!,
  }
}

const LIST = '13109609ZZ|C-A-1'

describe('the engine over HTTP with the practice window', () => {
  it('declares, is rejected, corrects what was at fault, and ends closed', async () => {
    const { enqueue, work, last, client, store, journal } = desk('91131000000000E001')
    expect(await enqueue(dossier('A-1', { line: { gname: '礼品' } }), 'declare')).toEqual({ ok: true })
    await work()
    expect(await last('CEB603', LIST)).toMatchObject({ stage: 'rejected', state: { code: '100' } })
    expect(await last('CEB303', '无|13109609ZZ|A-1')).toMatchObject({ stage: 'done', state: { good: true } })

    const corrected = [document('CEB603', 'A-1', { appTime: '20260301120000' })]
    expect(await enqueue(corrected, 'correct')).toEqual({ ok: true })
    await work()
    expect(await last('CEB603', LIST)).toMatchObject({
      attempt: 2,
      stage: 'done',
      state: { code: '899', good: true },
    })
    expect(journal).toHaveLength(2)
    const { body } = await client.documents({ message: 'CEB603', businessKey: LIST })
    expect(body.documents[0]!.status).toBe('899')
    expect((await store.status()).stages.attention ?? 0).toBe(0)
  })

  it('finds out what became of a batch whose answer was lost, and sends nothing twice', async () => {
    const { enqueue, work, last, client, journal } = desk('91131000000000E002')
    await client.faults(
      { kind: 'cut-after', operation: 'putBatch', enterprise: '91131000000000E002' },
      { kind: 'busy', operation: 'queryBatch', enterprise: '91131000000000E002' },
      { kind: 'duplicate', operation: 'receipts', enterprise: '91131000000000E002', times: 3 },
      { kind: 'reorder', operation: 'receipts', enterprise: '91131000000000E002', times: 3 },
    )
    await enqueue(dossier('A-1'), 'declare')
    await work(80)
    expect(await last('CEB603', LIST)).toMatchObject({ attempt: 1, stage: 'done', state: { code: '899' } })
    expect(new Set(journal.map(({ batchId }) => batchId)).size).toBe(1)
    const { body } = await client.documents()
    expect(
      body.documents.map(({ history }) => history.filter(({ status }) => status === '2').length),
    ).toEqual([1, 1, 1])
  })

  it('hands in again what a half-accepted batch left out', async () => {
    const { enqueue, work, last, client } = desk('91131000000000E003')
    await client.faults({ kind: 'half-accepted', operation: 'putBatch', enterprise: '91131000000000E003' })
    await enqueue(dossier('A-1'), 'declare')
    await work(80)
    expect(await last('CEB603', LIST)).toMatchObject({ stage: 'done', state: { code: '899' } })
    const { body } = await client.documents()
    expect(body.documents).toHaveLength(3)
  })
})
