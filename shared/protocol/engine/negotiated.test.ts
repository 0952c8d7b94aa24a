import { describe, expect, it } from 'vitest'
import { httpFailure, networkFailure } from '../errors'
import { READER_VERSION } from '../receipts'
import { at, engine, failed, list, order, start } from './engine-under-test'
import { emptyState } from './memory-state'
import { MemoryStore } from './memory-store'

const words = { zh: '甲', en: 'a' }

describe('a batch that surely did not leave', () => {
  it('is no batch of unknown result: it is not asked about, and goes as it is when the line is back', async () => {
    const { store, world, asked, run } = engine()
    const sent: string[] = []
    world.put = ({ batchId, sha256 }) => {
      sent.push(`${batchId} ${sha256}`)
      return { ok: false, failure: networkFailure('network', sent.length < 3) }
    }
    await store.enqueue([order()], at)
    await run(60, () => sent.length === 1)
    await run(1)
    expect(await store.status()).toMatchObject({ packed: 1, batches: { fixed: 1 } })
    await run(60, () => sent.length === 3)
    expect(asked).not.toContain('query')
    expect(new Set(sent).size).toBe(1)
    // The third try was cut off, and from then on nobody knows.
    await run(60, () => asked.includes('query'))
    expect(asked).toContain('query')
    expect((await store.status()).packed).toBe(0)
  })

  it('stays in doubt when an earlier try may have left', async () => {
    const { store, world, asked, run } = engine()
    let tries = 0
    world.put = () => ({ ok: false, failure: networkFailure('network', (tries += 1) > 1) })
    await store.enqueue([order()], at)
    await run(200, () => tries === 2)
    await run(2)
    expect(await store.status()).toMatchObject({ packed: 0, batches: { sent: 1 } })
    expect(asked).toContain('query')
  })
})

describe('a sign-in that is refused', () => {
  it('holds everything and keeps the queue as it was; the batch goes once it is settled', async () => {
    const { store, world, asked, run } = engine()
    const failure = {
      ...httpFailure(
        403,
        { error: { code: 'account-unknown', message: words, fix: words } },
        undefined,
        start,
      ),
      unsent: true as const,
    }
    let isIn = false
    world.put = () => ({ ok: false, failure: isIn ? networkFailure('timeout') : failure })
    await store.enqueue([order()], at)
    await run(60)
    expect(asked.filter((one) => one === 'put').length).toBe(1)
    expect(await store.status()).toMatchObject({
      hold: { kind: 'auth', reason: { code: 'account-unknown' } },
      batches: { fixed: 1 },
      packed: 1,
    })
    isIn = true
    await store.release('auth')
    await run(60, () => asked.filter((one) => one === 'put').length === 2)
    expect(store.snapshot().batches.size).toBe(1)
  })
})

describe('what is told before sending', () => {
  const office = {
    zone: 'HZ',
    function: 'batches',
    open: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' }],
  }

  it('outside the hours a batch waits for the opening and says so, receipts go on', async () => {
    const { store, world, asked, events, run } = engine()
    world.now = Date.parse('2026-03-09T08:00:00+08:00')
    world.capabilities = { ...world.capabilities, hours: [office] }
    await store.enqueue([order()], at)
    await run(3_000, () => asked.includes('put'))
    expect(new Date(world.now).toISOString()).toBe('2026-03-09T00:30:00.000Z')
    expect(asked.filter((one) => one.startsWith('receipts')).length).toBeGreaterThan(10)
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'idle',
        obstacle: { code: 'closed', function: 'batches', opens: '2026-03-09T00:30:00.000Z' },
      }),
    )
  })

  it('goes by the clock of the service', async () => {
    const { store, world, asked, run, ports } = engine()
    world.now = Date.parse('2026-03-06T20:00:00+08:00')
    world.capabilities = { ...world.capabilities, hours: [office] }
    ports.transport.capabilities = async () => ({
      ok: true,
      value: { ...world.capabilities, serverTime: '2026-03-06T12:00:00+08:00' },
    })
    await store.enqueue([order()], at)
    await run(20, () => asked.includes('put'))
    expect(asked).toContain('put')
  })

  it('a document of a version the service does not take waits, others go, and it goes when that changes', async () => {
    const { store, world, asked, run } = engine()
    world.put = ({ batchId }) => ({
      ok: true,
      value: {
        batchId,
        state: 'accepted',
        receivedAt: at,
        items: [{ message: 'CEB303', businessKey: order().businessKey, outcome: 'accepted' }],
      },
    })
    world.capabilities = {
      ...world.capabilities,
      messages: [
        { type: 'CEB303', version: '1.0' },
        { type: 'CEB603', version: '9.9' },
      ],
    }
    await store.enqueue([order(), list()], at)
    await run(40, () => asked.includes('put'))
    const [waiting] = await store.submissions('CEB603', list().businessKey)
    expect(waiting).toMatchObject({ stage: 'waiting' })
    world.capabilities = { ...world.capabilities, messages: [] }
    await run(2_000, () => world.now > start + 2 * 3_600_000)
    const [goes] = await store.submissions('CEB603', list().businessKey)
    expect(goes).toMatchObject({ stage: 'sending' })
  })

  it('nothing is sent to a service that takes no batches', async () => {
    const { store, world, asked, events, run } = engine()
    world.capabilities = { ...world.capabilities, functions: ['receipts'] }
    await store.enqueue([order()], at)
    await run(30)
    expect(asked).not.toContain('put')
    expect(events).toContainEqual(
      expect.objectContaining({ obstacle: { code: 'not-offered', function: 'batches' } }),
    )
  })
})

describe('what an answer says besides', () => {
  it('the skew shown is the middle of the last answers', async () => {
    const { world, run, events } = engine()
    const skews = [50, 60_000, 40, 45, 55]
    world.receipts = () => ({
      ok: true,
      value: { receipts: [], cursor: 'c', more: false },
      told: { requestId: 'r', skewMs: skews.shift() ?? 50 },
    })
    await run(20)
    expect(events.filter(({ kind }) => kind === 'skew').at(-1)).toEqual({ kind: 'skew', ms: 50 })
  })

  it('a service that is short of requests is left alone as long as it says', async () => {
    const { world, run, asked } = engine()
    const times: number[] = []
    world.receipts = () => {
      times.push(world.now)
      return {
        ok: true,
        value: { receipts: [], cursor: 'c', more: false },
        told: { requestId: 'r', pauseMs: 45_000 },
      }
    }
    await run(20)
    expect(asked.length).toBeGreaterThan(3)
    for (const [i, time] of times.slice(1).entries()) expect(time - times[i]!).toBeGreaterThanOrEqual(45_000)
  })

  it('the request is found by its name', async () => {
    const { store, world, run } = engine()
    world.receipts = () => ({
      ok: true,
      value: { receipts: [], cursor: 'c', more: false },
      told: { requestId: 'req-7' },
    })
    await run(6)
    expect(store.snapshot().calls.some(({ requestId }) => requestId === 'req-7')).toBe(true)
  })
})

describe('receipts', () => {
  const receipt = (n: number, status: string) => ({
    seq: n,
    id: `r${n}`,
    message: 'CEB304',
    receivedAt: at,
    xml: JSON.stringify({
      documents: [
        {
          head: {
            ebpCode: 'P',
            ebcCode: 'E',
            orderNo: 'O1',
            guid: order().guid,
            returnStatus: status,
            returnTime: '20260302100000000',
          },
        },
      ],
    }),
  })

  it('start over from the beginning when the service does not know the cursor, and nothing counts twice', async () => {
    const { store, world, run, asked } = engine()
    await store.enqueue([order()], at)
    const all = [receipt(1, '2'), receipt(2, '120')]
    let isForgotten = false
    world.receipts = (cursor) => {
      if (cursor === 'old' && isForgotten) return failed(400, 'bad-request')
      return {
        ok: true,
        value: { receipts: cursor ? [] : all, cursor: isForgotten ? 'new' : 'old', more: false },
      }
    }
    world.capabilities = { ...world.capabilities, functions: ['receipts'] }
    await run(20)
    isForgotten = true
    await run(40)
    expect(asked.filter((one) => one === 'receipts old').length).toBeGreaterThan(0)
    expect(asked.at(-1)).toBe('receipts new')
    expect(asked.filter((one) => one === 'receipts').length).toBe(2)
    expect(store.snapshot().facts.size).toBe(2)
    expect((await store.submissions('CEB303', order().businessKey))[0]).toMatchObject({ stage: 'done' })
  })

  it('"more" that gets nowhere is no reason to hurry', async () => {
    const { world, run, asked } = engine()
    world.receipts = () => ({ ok: true, value: { receipts: [], cursor: 'c', more: true } })
    await run(30)
    const pulls = asked.filter((one) => one.startsWith('receipts')).length
    expect((world.now - start) / pulls).toBeGreaterThan(10_000)
  })

  it('with a code nobody knew are kept, and count after an upgrade that knows it', async () => {
    const first = engine()
    await first.store.enqueue([order()], at)
    const before = '1'.padStart(4, '9')
    const stored = [receipt(1, '2'), receipt(2, before), { ...receipt(3, '120'), xml: 'not yet readable' }]
    first.world.receipts = (cursor) => ({
      ok: true,
      value: { receipts: cursor ? [] : stored, cursor: 'c', more: false },
    })
    first.world.capabilities = { ...first.world.capabilities, functions: ['receipts'] }
    await first.run(10)
    const [old] = await first.store.submissions('CEB303', order().businessKey)
    expect(old).toMatchObject({ stage: 'accepted', state: { code: '2', unknown: [before] } })

    // The newer version reads 9991 as 120, and the message that could not be read.
    const state = { ...first.store.snapshot(), reading: { version: READER_VERSION - 1 } }
    const later = engine(new MemoryStore({ ...emptyState('A'), ...state }))
    later.world.capabilities = first.world.capabilities
    later.ports.codec = {
      ...later.ports.codec,
      decode: (text) =>
        JSON.parse(text === 'not yet readable' ? stored[0]!.xml : text.replace(before, '120')),
    }
    await later.run(20)
    const [now] = await later.store.submissions('CEB303', order().businessKey)
    expect(now).toMatchObject({ stage: 'done', state: { code: '120', unknown: [] } })
    expect(later.store.snapshot().reading).toEqual({ version: READER_VERSION })
    expect(later.store.snapshot().facts.size).toBe(3)
  })
})
