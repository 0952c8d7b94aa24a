import type { BatchAnswer, Capabilities, FilingAnswer } from '../api'
import { httpFailure, networkFailure } from '../errors'
import { MemoryStore } from './memory-store'
import type { EngineEvent, Outcome, Ports, PutRequest } from './ports'
import { capabilities, head } from './testing'
import { newMemory, turn } from './turn'

/** Builders of an engine whose surroundings a test changes while it runs. */

export const start = Date.parse('2026-03-02T10:00:00+08:00')
const words = { zh: '甲', en: 'a' }
export const failed = (status: number, code: string): Outcome<never> => ({
  ok: false,
  failure: httpFailure(status, { error: { code, message: words, fix: words } }, undefined, start),
})

/** An engine with everything it is given by the outside in `world`, which tests change while it runs. */
export function engine(store = new MemoryStore('A')) {
  const asked: string[] = []
  const events: EngineEvent[] = []
  let made = 0
  const world = {
    now: start,
    capabilities: { ...capabilities(), protocol: { min: 1, max: 1 } } as Capabilities,
    put: (_put: PutRequest): Outcome<BatchAnswer> => ({ ok: false, failure: networkFailure('timeout') }),
    query: (): Outcome<never> => failed(404, 'unknown-batch'),
    receipts: (
      _cursor: string | undefined,
    ): Outcome<{
      receipts: { seq: number; id: string; message: string; receivedAt: string; xml: string }[]
      cursor: string
      more: boolean
      restarted?: boolean
    }> => ({ ok: true, value: { receipts: [], cursor: 'c', more: false } }),
    filings: {
      put: [] as unknown[],
      answer: { ok: true, value: { version: 1, state: 'received' } } as Outcome<FilingAnswer>,
      page: { filings: [], cursor: 'f', more: false } as never,
    },
  }
  const ports: Ports = {
    store,
    transport: {
      capabilities: async () => {
        asked.push('capabilities')
        return { ok: true, value: { ...world.capabilities, serverTime: new Date(world.now).toISOString() } }
      },
      putBatch: async (put) => {
        asked.push('put')
        return world.put(put)
      },
      queryBatch: async () => {
        asked.push('query')
        return world.query()
      },
      receipts: async (cursor) => {
        asked.push(`receipts ${cursor ?? ''}`.trim())
        return world.receipts(cursor)
      },
      filings: {
        put: async (filing) => {
          asked.push('file')
          world.filings.put.push(filing)
          return world.filings.answer
        },
        page: async () => {
          asked.push('filings')
          return { ok: true, value: world.filings.page }
        },
      },
      journal: async () => [],
    },
    signer: { digest: async () => 'a'.repeat(64), mark: async () => '' },
    clock: {
      now: () => world.now,
      random: () => 0.5,
      uuid: () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`,
      sleep: async (ms) => void (world.now += ms),
    },
    codec: { encode: (message) => JSON.stringify(message), decode: (text) => JSON.parse(text) },
    sender: { enterprise: { code: 'E', name: 'N' }, book: 'practice', transfer: {}, zone: 'HZ' },
    guard: async () => undefined,
    observe: (event) => events.push(event),
  }
  const memory = newMemory()
  /** Run until `until`, or for so many steps. */
  async function run(most: number, until: () => boolean = () => false) {
    for (let n = 0; n < most && !until(); n += 1) {
      const idle = await turn(ports, memory)
      if (idle !== undefined && !until()) world.now = Math.max(world.now, idle)
    }
  }
  return { store, ports, world, asked, events, run, memory }
}

export const order = (n = 1) => ({ ...head(n, 'CEB303', n), document: { head: { orderNo: `O${n}` } } })
export const list = (n = 1) => ({ ...head(100 + n, 'CEB603', n), document: { head: { copNo: `C${n}` } } })
export const at = new Date(start).toISOString()
