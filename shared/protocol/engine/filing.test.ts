import { describe, expect, it } from 'vitest'
import { at, engine, failed, order } from './engine-under-test'

const shown = (key: string, version: number, state = 'approved') => ({
  ...{ kind: 'goods', key, version, state, content: {}, updatedAt: at, reasons: [] },
})

describe('filings', () => {
  it('go before the orders that rest on them, and their review is looked for until it is done', async () => {
    const { store, world, asked, run } = engine()
    world.capabilities = { ...world.capabilities, functions: [...world.capabilities.functions, 'filings'] }
    const wait = { message: 'FILING-GOODS', businessKey: 'SKU', until: 'good' as const }
    const filing = { ...order(7), message: 'FILING-GOODS', businessKey: 'SKU', dossier: 'f', waits: [] }
    await store.enqueue([{ ...filing, document: { head: { gname: 'shoes' } } }], at)
    await store.enqueue([{ ...order(), waits: [wait] }], at)
    world.filings.page = { filings: [shown('SKU', 1, 'in-review')], cursor: 'f', more: false } as never
    await run(60)
    expect(asked).not.toContain('put')
    expect(asked.filter((one) => one === 'file').length).toBe(1)
    expect(world.filings.put).toMatchObject([
      { kind: 'goods', key: 'SKU', base: 0, content: { gname: 'shoes' } },
    ])
    expect(asked.filter((one) => one === 'filings').length).toBeGreaterThan(2)
    world.filings.page = { filings: [shown('SKU', 1)], cursor: 'g', more: false } as never
    await run(60, () => asked.includes('put'))
    expect(asked).toContain('put')
  })

  it('are looked for soon after one was handed in, ever more seldom while nothing comes, and soon again after news', async () => {
    const { store, world, asked, run } = engine()
    world.capabilities = { ...world.capabilities, functions: [...world.capabilities.functions, 'filings'] }
    const filing = { ...order(7), message: 'FILING-GOODS', businessKey: 'SKU', dossier: 'f', waits: [] }
    await store.enqueue([{ ...filing, document: { head: { gname: 'shoes' } } }], at)
    await run(60, () => asked.includes('file'))
    const looks = async (many: number) => {
      const seconds: number[] = []
      for (let since = world.now; seconds.length < many;) {
        asked.length = 0
        await run(60, () => asked.includes('filings'))
        if (world.now > since) seconds.push(Math.round((world.now - since) / 1_000))
        since = world.now
      }
      return seconds
    }
    expect(await looks(6)).toEqual([2, 4, 8, 16, 30, 30])
    world.filings.page = { filings: [shown('SKU', 1, 'in-review')], cursor: 'g', more: false } as never
    expect(await looks(3)).toEqual([30, 2, 4])
  })

  it('that a service lost when it was put back go again before anything else, from the version it still has', async () => {
    const { store, world, asked, run } = engine()
    world.capabilities = { ...world.capabilities, functions: [...world.capabilities.functions, 'filings'] }
    const filing = (n: number, key: string) => ({
      ...{ ...order(n), message: 'FILING-GOODS', businessKey: key, dossier: key, waits: [] },
      document: { head: { gname: key } },
    })
    await store.enqueue([filing(7, 'LOST'), filing(8, 'KEPT'), filing(9, 'OLDER')], at)
    world.filings.page = { filings: [], cursor: 'f', more: false } as never
    await run(60, () => world.filings.put.length === 3)
    for (const [key, version] of [
      ['LOST', 1],
      ['KEPT', 1],
      ['OLDER', 3],
    ] as const) {
      const { id } = (await store.submissions('FILING-GOODS', key))[0]!
      await store.applyFiling(
        id,
        { version, state: 'approved' },
        { at, kind: 'filing', code: 'ok', ms: 0, bytes: 0 },
        { epoch: 1 },
      )
    }
    const before = [shown('LOST', 1), shown('KEPT', 1), shown('OLDER', 3)]
    world.filings.page = { filings: before, cursor: 'f', more: false } as never
    await run(30)
    world.filings.page = { filings: [shown('KEPT', 2), shown('OLDER', 2)], cursor: 'g', more: false } as never
    world.filings.put.length = 0
    await store.recheck({ batches: [], after: '' }, { epoch: 1 })
    await store.enqueue([order()], at)
    asked.length = 0
    await run(60, () => asked.includes('put'))
    expect(world.filings.put).toMatchObject([
      { key: 'LOST', base: 0 },
      { key: 'OLDER', base: 2 },
    ])
    expect(asked.indexOf('file')).toBeLessThan(asked.indexOf('put'))
    expect((await store.status()).recheck).toBeUndefined()
    expect(await store.submissions('FILING-GOODS', 'LOST')).toMatchObject([{ stage: 'accepted', attempt: 1 }])
  })

  it('that a service lost and nothing else are missed within the hour, or after the next start', async () => {
    const { store, world, asked, run, memory } = engine()
    world.capabilities = { ...world.capabilities, functions: [...world.capabilities.functions, 'filings'] }
    const filing = { ...order(7), message: 'FILING-GOODS', businessKey: 'SKU', dossier: 'f', waits: [] }
    await store.enqueue([{ ...filing, document: { head: { gname: 'shoes' } } }], at)
    world.filings.page = { filings: [shown('SKU', 1)], cursor: 'f', more: false } as never
    await run(60, () => world.now > Date.parse(at) + 30 * 60_000)
    const compared = asked.length
    await run(60, () => world.now > Date.parse(at) + 50 * 60_000)
    expect(asked.slice(compared)).not.toContain('filings')
    for (const isStarted of [false, true]) {
      world.filings.put.length = 0
      world.filings.page = { filings: [], cursor: 'f', more: false } as never
      if (isStarted) delete memory.filingsComparedAt
      const since = world.now
      await run(600, () => world.filings.put.length > 0)
      expect(world.filings.put).toMatchObject([{ key: 'SKU', base: 0, content: { gname: 'shoes' } }])
      expect(world.now - since).toBeLessThanOrEqual(isStarted ? 0 : 3_600_000)
      world.filings.page = { filings: [shown('SKU', 1)], cursor: 'f', more: false } as never
      await run(60, () => memory.filingsComparedAt! > world.now)
    }
    expect(asked).not.toContain('put')
  })

  it('that change what was approved are followed to their review too', async () => {
    const { store, world, run } = engine()
    world.capabilities = { ...world.capabilities, functions: [...world.capabilities.functions, 'filings'] }
    const filing = { ...order(7), message: 'FILING-GOODS', businessKey: 'SKU', dossier: 'f', waits: [] }
    const stages = async () => (await store.submissions('FILING-GOODS', 'SKU')).map(({ stage }) => stage)
    const comes = async (stage: string) => {
      await run(60, () => world.filings.put.length > 0)
      const since = world.now
      await run(60, () => world.now > since + 120_000)
      expect((await stages()).at(-1)).toBe(stage)
      world.filings.put.length = 0
    }
    await store.enqueue([{ ...filing, document: { head: { gname: 'shoes' } } }], at)
    world.filings.page = { filings: [shown('SKU', 1)], cursor: 'f', more: false } as never
    await comes('done')
    const changed = {
      ...filing,
      id: 'second',
      guid: 'SECOND',
      base: 1,
      document: { head: { gname: 'boots' } },
    }
    await store.enqueue([changed], at)
    world.filings.answer = { ok: true, value: { version: 2, state: 'received' } } as never
    world.filings.page = { filings: [shown('SKU', 2, 'returned')], cursor: 'g', more: false } as never
    await comes('rejected')
  })

  it('wait where the service offers none, and hold back what rests on them', async () => {
    const { store, asked, run } = engine()
    const filing = { ...order(7), message: 'FILING-GOODS', businessKey: 'SKU', dossier: 'f', waits: [] }
    await store.enqueue([{ ...filing, document: { head: {} } }, order()], at)
    await run(40, () => asked.includes('put'))
    expect(asked).toContain('put')
    expect(asked).not.toContain('file')
    expect((await store.submissions('FILING-GOODS', 'SKU'))[0]).toMatchObject({ stage: 'waiting' })
  })

  it.each([
    [503, 'moon-phase', 4],
    [500, 'internal', 12],
  ])(
    'refused again and again with %i %s are tried a few times, then wait for a person',
    async (status, code, tries) => {
      const { store, world, asked, run } = engine()
      world.capabilities = { ...world.capabilities, functions: [...world.capabilities.functions, 'filings'] }
      world.filings.answer = failed(status, code)
      const filing = { ...order(7), message: 'FILING-GOODS', businessKey: 'SKU', dossier: 'f', waits: [] }
      await store.enqueue([{ ...filing, document: { head: {} } }, order()], at)
      await run(400, () => asked.includes('put'))
      expect(asked.filter((one) => one === 'file').length).toBe(tries)
      const [parked] = await store.submissions('FILING-GOODS', 'SKU')
      expect(parked).toMatchObject({ stage: 'attention', reason: { code } })
      // Nothing rests on it, so the order went on.
      expect(asked).toContain('put')
    },
  )
})
