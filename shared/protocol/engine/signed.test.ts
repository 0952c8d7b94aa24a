import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { networkFailure } from '../errors'
import { readPackage } from '../package'
import { outsideOf } from './memory-rows'
import { MemoryStore } from './memory-store'
import type { Ports } from './ports'
import { capabilities, head, uuid } from './testing'
import { newMemory, turn } from './turn'
import { waitReason } from './waiting'

const at = '2026-03-02T02:00:00Z'
const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** An engine of a book whose lists have to be signed; `key` says whether they can be. */
async function signing() {
  const store = new MemoryStore('A')
  const world = { key: false, gone: false, sent: [] as Uint8Array[], now: Date.parse(at) }
  let made = 0
  const lost = async () => ({ ok: false, failure: networkFailure('timeout') }) as const
  const ports: Ports = {
    store,
    transport: {
      capabilities: async () => ({ ok: true, value: capabilities() }),
      putBatch: async ({ bytes }) => {
        world.sent.push(bytes)
        return lost()
      },
      queryBatch: lost,
      receipts: lost,
      journal: async () => [],
    },
    signer: {
      digest,
      mark: async () => '',
      messages: {
        unsigned: async () => (world.key ? [] : ['CEB603']),
        sign: async (message, xml) => {
          if (message !== 'CEB603') return xml
          return world.key && !world.gone ? `${xml} signed` : undefined
        },
      },
    },
    clock: {
      now: () => world.now,
      random: () => 0.5,
      uuid: () => uuid((made += 1)),
      sleep: async (ms) => void (world.now += ms),
    },
    codec: { encode: ({ type }) => type, decode: () => expect.unreachable() },
    sender: { enterprise: { code: 'E', name: 'N' }, book: 'practice', transfer: {} },
    guard: async () => undefined,
  }
  const memory = newMemory()
  const turns = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const until = await turn(ports, memory)
      if (until !== undefined) world.now = until
    }
  }
  const document = { head: {} }
  await store.enqueue(
    [head(1, 'CEB303', 1), head(2, 'CEB603', 1)].map((one) => ({ ...one, document })),
    at,
  )
  const leaving = async () =>
    (await Promise.all(world.sent.map((bytes) => readPackage(bytes, { digest })))).flatMap(({ messages }) =>
      messages.map(({ xml }) => xml),
    )
  return { store, world, turns, leaving }
}

describe('messages that have to be signed', () => {
  it('wait as 待签名 while the key is locked, others go; unlocked, they are signed and leave once', async () => {
    const { store, world, turns, leaving } = await signing()
    await turns(20)
    expect(await leaving()).toEqual(['CEB303'])
    const state = store.snapshot()
    const lane = [...state.submissions.values()]
    const list = lane.find(({ message }) => message === 'CEB603')!
    expect(list.stage).toBe('waiting')
    expect(waitReason(list, lane, outsideOf(state))?.text.zh).toContain('待签名')
    world.key = true
    // Its order was taken in meanwhile.
    const [batch] = [...state.batches.keys()]
    const item = { message: 'CEB303', businessKey: lane[0]!.businessKey, guid: lane[0]!.guid }
    await store.applyAnswer(
      batch!,
      { batchId: batch!, state: 'accepted', receivedAt: at, items: [{ ...item, outcome: 'accepted' }] },
      { at, nextAt: 0, call: { at, kind: 'query', code: 'ok', ms: 1, bytes: 0 } },
      { epoch: 1 },
    )
    await turns(20)
    expect(await leaving()).toEqual(['CEB303', 'CEB603 signed'])
  })

  it('leave nothing unsigned when the key goes in the middle', async () => {
    const { store, world, turns, leaving } = await signing()
    Object.assign(world, { key: true, gone: true })
    await turns(5)
    expect([await leaving(), store.snapshot().batches.size]).toEqual([[], 0])
    world.key = false
    await turns(10)
    expect(await leaving()).toEqual(['CEB303'])
  })
})
