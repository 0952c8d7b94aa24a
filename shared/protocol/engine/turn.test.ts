import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { networkFailure } from '../errors'
import { MemoryStore } from './memory-store'
import type { EngineEvent, Ports } from './ports'
import { runEngine } from './run'
import { capabilities, head } from './testing'
import { newMemory, turn } from './turn'

const at = '2025-03-03T01:00:00Z'
const reason = { code: 'database-older', text: { zh: 'x', en: 'x' } }

function ports(change: Partial<Ports> = {}) {
  const store = new MemoryStore('A')
  const calls: string[] = []
  const events: EngineEvent[] = []
  const lost = async (name: string) => {
    calls.push(name)
    return { ok: false, failure: networkFailure('timeout') } as const
  }
  let now = Date.parse(at)
  let made = 0
  const all: Ports = {
    store,
    transport: {
      capabilities: async () => ({ ok: true, value: capabilities() }),
      putBatch: () => lost('put'),
      queryBatch: () => lost('query'),
      receipts: () => lost('receipts'),
      journal: async () => [],
    },
    signer: {
      digest: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
      mark: async () => '',
    },
    clock: {
      now: () => now,
      random: () => 0.5,
      uuid: () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`,
      sleep: async (ms) => void (now += ms),
    },
    codec: { encode: (message) => JSON.stringify(message), decode: (text) => JSON.parse(text) },
    sender: { enterprise: { code: 'E', name: 'N' }, book: 'practice', transfer: {} },
    guard: async () => undefined,
    observe: (event) => events.push(event),
    ...change,
  }
  return { all, store, calls, events }
}
const order = { ...head(1, 'CEB303', 1), document: { head: { orderNo: 'O1' } } }
async function turns(all: Ports, count: number) {
  const memory = newMemory()
  for (let n = 0; n < count; n += 1) {
    const until = await turn(all, memory)
    if (until !== undefined) await all.clock.sleep(until - all.clock.now())
  }
}

describe('engine', () => {
  it('does not run in circles for a service that says for ever that more receipts follow', async () => {
    const { all } = ports()
    let asked = 0
    all.transport.receipts = async () => {
      asked += 1
      return { ok: true, value: { receipts: [], cursor: 'SAME', more: true } }
    }
    const memory = newMemory()
    let waited = 0
    for (let n = 0; n < 12; n += 1) {
      const until = await turn(all, memory)
      if (until === undefined) continue
      waited += until - all.clock.now()
      await all.clock.sleep(until - all.clock.now())
    }
    expect(asked).toBeGreaterThan(1)
    // Between two looks at the same place lies at least the pause of a service that has nothing.
    expect(waited).toBeGreaterThan((asked - 2) * 250)
  })

  it('asks about a batch whose answer was lost and never makes it anew', async () => {
    const { all, store, calls } = ports()
    await store.enqueue([order], at)
    await turns(all, 60)
    expect(calls.filter((name) => name === 'put').length).toBe(1)
    expect(calls.filter((name) => name === 'query').length).toBeGreaterThan(3)
    expect(store.snapshot().batches.size).toBe(1)
  })

  it('does not send what the guard forbids, and says why', async () => {
    const { all, store, calls } = ports({ guard: async () => reason })
    await store.enqueue([order], at)
    await turns(all, 30)
    expect(calls).not.toContain('put')
    expect((await store.status()).hold).toEqual({ kind: 'guard', reason })
  })

  it('never talks to a real service for a practice book', async () => {
    const { all, store, calls } = ports()
    const real = { ...capabilities(), service: { name: 'real', version: '1', practice: false } }
    all.transport.capabilities = async () => ({ ok: true, value: real })
    await store.enqueue([order], at)
    await turns(all, 30)
    expect(calls).toEqual([])
    expect((await store.status()).hold).toMatchObject({ kind: 'service', reason: { code: 'book-mismatch' } })
  })

  it('compares with the send journal before anything else', async () => {
    const { all, store, calls } = ports()
    const entry = {
      batchId: '00000000-0000-4000-8000-00000000beef',
      contentHash: 'a'.repeat(64),
      at,
      account: 'A',
    }
    all.transport.journal = async () => [{ ...entry, marks: [order.mark] }]
    await store.enqueue([order], at)
    await turns(all, 20)
    expect(calls).not.toContain('put')
    expect(calls).toContain('query')
  })

  it('tells each request to whoever watches, with its failure and without content', async () => {
    const { all, store, events } = ports()
    await store.enqueue([order], at)
    await turns(all, 12)
    const put = events.find((event) => event.kind === 'call' && event.call.kind === 'send')
    expect(put).toMatchObject({
      call: { code: 'timeout', bytes: expect.any(Number) },
      failure: { line: true },
    })
    expect(JSON.stringify(events)).not.toContain('O1')
  })

  it('asks for the next page while it stores one, each once, and for another account from the beginning', async () => {
    const { all, store } = ports()
    const log: string[] = []
    const { transport } = all
    transport.receipts = async (cursor) => {
      log.push(`ask ${cursor ?? 'start'}`)
      const page = Number(cursor ?? 0) + 1
      return { ok: true, value: { receipts: [], cursor: String(page), more: page < 9 } }
    }
    const applyReceipts = store.applyReceipts.bind(store)
    store.applyReceipts = async (page, fence) => {
      log.push(`store ${page.cursor}`)
      return applyReceipts(page, fence)
    }
    const memory = newMemory()
    while (log.length < 7) await turn(all, memory)
    expect(log).toEqual(['ask start', 'ask 1', 'store 1', 'ask 2', 'store 2', 'ask 3', 'store 3'])
    await store.switchAccount('B')
    while (log.length < 10) await turn(all, memory)
    expect(log.slice(7)).toEqual(['ask start', 'ask 1', 'store 1'])
  })

  it('takes in page after page for as long as a batch is under way, and looks again soon after it was taken in', async () => {
    const { all, store } = ports()
    const batchAnswered: (() => void)[] = []
    const seen: string[] = []
    let asked = 0
    all.transport.putBatch = ({ batchId }) =>
      new Promise((resolve) => {
        const { message, businessKey } = order
        const items = [{ message, businessKey, outcome: 'accepted' as const }]
        const value = { batchId, state: 'accepted' as const, receivedAt: at, items }
        batchAnswered.push(() => resolve({ ok: true, value }))
      })
    all.transport.receipts = async (cursor) => {
      const n = Number(cursor?.slice(1) ?? 0) + 1
      // The batch gets its answer while the third page after it left is asked for.
      if (batchAnswered.length > 0 && (asked += 1) === 3) batchAnswered.shift()!()
      return { ok: true, value: { receipts: [], cursor: `c${n}`, more: true } }
    }
    const apply = store.applyReceipts.bind(store)
    store.applyReceipts = async (page, fence) => {
      seen.push(`${page.cursor} ${batchAnswered.length}`)
      return apply(page, fence)
    }
    await store.enqueue([order], at)
    const memory = newMemory()
    for (let n = 0; n < 20 && asked < 3; n += 1) await turn(all, memory)
    const during = seen.filter((one) => one.endsWith(' 1')).length
    expect(during).toBeGreaterThanOrEqual(2)
    expect((await store.status()).stages.accepted).toBe(1)
    expect(memory.newsAt).toBe(all.clock.now() + 250)
    // Nothing under way any more: a page a step, after looking at what there is to do.
    const before = seen.length
    await turn(all, memory)
    expect(seen.length).toBe(before + 1)
    expect(memory.newsAt).toBe(all.clock.now() + 250)
    await all.clock.sleep(250)
    // The page that was asked for before, then one that can hold the news.
    for (let n = 0; n < 2; n += 1) await turn(all, memory)
    expect(memory.newsAt).toBeUndefined()
  })

  it('looks for receipts soon after a batch was taken in, then ever later until something comes', async () => {
    const { all, store } = ports()
    const looks: number[] = []
    const begun = all.clock.now()
    all.transport.receipts = async (cursor) => {
      looks.push(all.clock.now() - begun)
      return { ok: true, value: { receipts: [], cursor: cursor ?? 'c', more: false } }
    }
    const answer = async (batchId: string) => {
      const { message, businessKey } = order
      const items = [{ message, businessKey, outcome: 'accepted' as const }]
      return { ok: true as const, value: { batchId, state: 'accepted' as const, receivedAt: at, items } }
    }
    all.transport.putBatch = ({ batchId }) => answer(batchId)
    all.transport.queryBatch = answer
    await store.enqueue([order], at)
    await turns(all, 30)
    const since = looks.filter((time) => time > 0)
    expect(since.map((time, n) => time - (since[n - 1] ?? 0)).slice(0, 6)).toEqual([
      250, 250, 1_000, 4_000, 15_000, 15_000,
    ])
  })

  it('waits for all it began when one part fails, and goes on from what is stored', async () => {
    const { all, store, calls } = ports()
    await store.enqueue([order], at)
    const memory = newMemory()
    for (let n = 0; n < 3; n += 1) await turn(all, memory)
    let failures = 1
    const markSent = store.markSent.bind(store)
    let isAnswered = false
    all.transport.receipts = async () => {
      await Promise.resolve()
      isAnswered = true
      return { ok: true, value: { receipts: [], cursor: 'c', more: false } }
    }
    store.markSent = async (...args) => {
      if (failures-- > 0) throw new Error('disk full')
      return markSent(...args)
    }
    const thrown: unknown[] = []
    for (let n = 0; n < 20; n += 1) {
      const until = await turn(all, memory).catch((error: unknown) => void thrown.push(error))
      if (until !== undefined) await all.clock.sleep(until - all.clock.now())
    }
    expect(thrown.map(String)).toEqual(['Error: disk full'])
    expect(isAnswered).toBe(true)
    expect(calls.filter((name) => name === 'put')).toHaveLength(1)
    expect(store.snapshot().batches.size).toBe(1)
  })

  it('goes on after the store failed, and stops when told', async () => {
    const { all, store } = ports()
    const signal = { aborted: false }
    let broken = 2
    const nextWork = store.nextWork.bind(store)
    store.nextWork = async (...args) => {
      if (broken-- > 0) throw new Error('disk full')
      signal.aborted = true
      return nextWork(...args)
    }
    const failed: unknown[] = []
    await runEngine(all, signal, (error, inARow) => failed.push([String(error), inARow]))
    expect(failed).toEqual([
      ['Error: disk full', 1],
      ['Error: disk full', 2],
    ])
  })
})
