import { describe, expect, it } from 'vitest'
import type { BatchAnswer } from '../api'
import { at, engine, order } from './engine-under-test'
import type { OutboxStatus } from './records'

/** Three batches that were taken in, each for itself, at a service that knows them. */
async function threeTakenIn() {
  const under = engine()
  const { store, ports, world, run } = under
  world.capabilities = { ...world.capabilities, limits: { ...world.capabilities.limits, maxDocuments: 1 } }
  const held = new Map<string, BatchAnswer>()
  world.put = ({ batchId }) => {
    const { businessKey } = order(held.size + 1)
    const items = [{ message: 'CEB303', businessKey, outcome: 'accepted' as const }]
    const answer = { batchId, state: 'accepted' as const, receivedAt: at, items }
    held.set(batchId, answer)
    return { ok: true, value: answer }
  }
  ports.transport.queryBatch = async (id) => ({ ok: true, value: held.get(id)! })
  await store.enqueue([order(1), order(2), order(3)], at)
  await run(60, () => held.size === 3)
  /** From now on the service says once that it does not know the cursor. */
  const putBack = () => {
    let isToldOnce = false
    world.receipts = (cursor) => {
      const restarted = cursor !== undefined && cursor !== '' && !isToldOnce
      isToldOnce ||= restarted
      return { ok: true, value: { receipts: [], cursor: restarted ? '' : 'n', more: false, restarted } }
    }
  }
  return { ...under, held, putBack }
}

describe('a service that was put back', () => {
  it('has each answered batch asked about again, and the store says how far that is', async () => {
    const { store, ports, held, run, putBack } = await threeTakenIn()
    await run(30)
    expect((await store.status()).recheck).toBeUndefined()

    const seen: OutboxStatus['recheck'][] = []
    ports.transport.queryBatch = async (id) => {
      seen.push((await store.status()).recheck)
      return { ok: true, value: held.get(id)! }
    }
    putBack()
    await run(200, () => seen.filter(Boolean).length === 3)
    await run(10)
    expect(seen.filter(Boolean)).toEqual([0, 1, 2].map((done) => ({ done, of: 3, more: false })))
    expect((await store.status()).recheck).toBeUndefined()
  })

  it('is noticed at once, also when its last batch was looked for just before', async () => {
    const { store, ports, world, held, run, putBack, memory } = await threeTakenIn()
    await run(30, () => memory.probeAt !== undefined)
    expect(memory.probeAt).toBeGreaterThan(world.now + 600_000)
    putBack()
    const from = world.now
    let asked = 0
    ports.transport.queryBatch = async (id) => {
      if ((await store.status()).recheck) asked += 1
      return { ok: true, value: held.get(id)! }
    }
    await run(200, () => asked === 3)
    expect(asked).toBe(3)
    expect(world.now - from).toBeLessThan(60_000)
  })
})
