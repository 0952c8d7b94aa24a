import { describe, expect, it } from 'vitest'
import type { BatchAnswer } from '../api'
import { at, engine, order } from './engine-under-test'
import type { OutboxStatus } from './records'

describe('a service that was put back', () => {
  it('has each answered batch asked about again, and the store says how far that is', async () => {
    const { store, ports, world, run } = engine()
    world.capabilities = { ...world.capabilities, limits: { ...world.capabilities.limits, maxDocuments: 1 } }
    const held = new Map<string, BatchAnswer>()
    world.put = ({ batchId }) => {
      const { businessKey } = order(held.size + 1)
      const items = [{ message: 'CEB303', businessKey, outcome: 'accepted' as const }]
      const answer = { batchId, state: 'accepted' as const, receivedAt: at, items }
      held.set(batchId, answer)
      return { ok: true, value: answer }
    }
    await store.enqueue([order(1), order(2), order(3)], at)
    await run(60, () => held.size === 3)
    await run(30)
    expect((await store.status()).recheck).toBeUndefined()

    const seen: OutboxStatus['recheck'][] = []
    ports.transport.queryBatch = async (id) => {
      seen.push((await store.status()).recheck)
      return { ok: true, value: held.get(id)! }
    }
    let isToldOnce = false
    world.receipts = (cursor) => {
      const restarted = cursor !== undefined && cursor !== '' && !isToldOnce
      isToldOnce ||= restarted
      return { ok: true, value: { receipts: [], cursor: restarted ? '' : 'n', more: false, restarted } }
    }
    await run(200, () => seen.filter(Boolean).length === 3)
    await run(10)
    expect(seen.filter(Boolean)).toEqual([0, 1, 2].map((done) => ({ done, of: 3, more: false })))
    expect((await store.status()).recheck).toBeUndefined()
  })
})
