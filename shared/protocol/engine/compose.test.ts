import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readPackage } from '../package'
import { compose } from './compose'
import { MemoryStore } from './memory-store'
import type { Codec } from './ports'
import type { Enqueued } from './records'
import { head, uuid } from './testing'

const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const codec: Codec = { encode: (message) => JSON.stringify(message), decode: (text) => JSON.parse(text) }
const at = '2025-03-03T01:00:00Z'

async function tools(count: number, note: (n: number) => string = () => '') {
  const store = new MemoryStore('A')
  const parts = Array.from({ length: count }, (_, n) => [
    head(2 * n, 'CEB603', n),
    head(2 * n + 1, 'CEB303', n),
  ]).flat()
  const submissions = parts.map((one, n): Enqueued => ({
    ...one,
    document: { head: { orderNo: `O${n}`, note: note(n) } },
  }))
  await store.enqueue(submissions, at)
  let made = 100
  return {
    store,
    signer: { digest, mark: async () => '' },
    clock: { now: () => 0, random: () => 0, uuid: () => uuid((made += 1)), sleep: async () => undefined },
    codec,
    sender: { enterprise: { code: 'E', name: 'N' }, book: 'practice' as const, transfer: { copCode: 'E' } },
  }
}
const at1 = { epoch: 1, account: 'A' }
const picked = async (store: MemoryStore) => (await store.nextWork(0, 999)).queued

describe('building a batch', () => {
  it('groups documents by message in sending order, at most a hundred in one', async () => {
    const kit = await tools(130)
    const composed = await compose(kit, at1, await picked(kit.store), { maxBatchBytes: 9_999_999 })
    if (!composed || !('fixed' in composed)) return expect.unreachable()
    const { messages, manifest } = await readPackage(composed.fixed.bytes, { digest })
    expect(messages.map(({ type, documents }) => [type, documents.length])).toEqual([
      ['CEB303', 100],
      ['CEB303', 30],
      ['CEB603', 100],
      ['CEB603', 30],
    ])
    expect(manifest).toMatchObject({ batchId: composed.fixed.batch.id, epoch: 1, book: 'practice' })
    const first = codec.decode(messages[0]!.xml)
    expect(first.documents[0]!.head.guid).toBe(messages[0]!.documents[0]!.guid)
    expect(composed.fixed.batch.sha256).toBe(await digest(composed.fixed.bytes))
    expect(new Set(Object.values(composed.fixed.messageGuids)).size).toBe(4)
  })

  it('names in the manifest where the journal ended, when one is kept', async () => {
    const kit = await tools(1)
    const end = { seq: 7, hash: 'aGFzaA' }
    const signer = { ...kit.signer, journalEnd: async () => end }
    const composed = await compose({ ...kit, signer }, at1, await picked(kit.store), {
      maxBatchBytes: 9_999_999,
    })
    if (!composed || !('fixed' in composed)) return expect.unreachable()
    expect((await readPackage(composed.fixed.bytes, { digest })).manifest.journal).toEqual(end)
  })

  it('stays within the bytes the service takes, orders never cut from before their lists', async () => {
    const noise = (n: number) => createHash('sha512').update(String(n)).digest('hex').repeat(4)
    const kit = await tools(8, noise)
    const composed = await compose(kit, at1, await picked(kit.store), { maxBatchBytes: 4_000 })
    if (!composed || !('fixed' in composed)) return expect.unreachable()
    expect(composed.fixed.bytes.length).toBeLessThanOrEqual(4_000)
    const { messages } = await readPackage(composed.fixed.bytes, { digest })
    const dossiers = (type: string) =>
      messages.filter((m) => m.type === type).flatMap((m) => m.documents.map((d) => d.dossier))
    expect(dossiers('CEB303')).toEqual(expect.arrayContaining(dossiers('CEB603')))
  })

  it('sets aside one document that alone is too large', async () => {
    const kit = await tools(1)
    const composed = await compose(kit, at1, await picked(kit.store), { maxBatchBytes: 50 })
    expect(composed).toMatchObject({
      tooLarge: { message: 'CEB303' },
      reason: { code: 'document-too-large' },
    })
  })

  it('gives up when the queue changed meanwhile', async () => {
    const kit = await tools(1)
    const queue = await picked(kit.store)
    await kit.store.cancel(queue[0]!.id, at)
    expect(await compose(kit, at1, queue, { maxBatchBytes: 9_999 })).toBeUndefined()
  })
})
