import { describe, expect, it } from 'vitest'
import { at, engine, failed, order, start } from './engine-under-test'
import { MOST_UNKNOWN } from './settle'

describe('an error code that nobody here knows', () => {
  it('ends before a person after a few tries, under its own name, although it came with 503', async () => {
    const { store, world, asked, run } = engine()
    world.put = () => failed(503, 'moon-phase')
    await store.enqueue([order()], at)
    await run(400, () => world.now > start + 3_600_000)
    const [one] = await store.submissions('CEB303', order().businessKey)
    expect(one).toMatchObject({ stage: 'attention' })
    const [batch] = store.snapshot().batches.values()
    expect(batch).toMatchObject({ stage: 'attention', reason: { code: 'moon-phase' } })
    expect(asked.filter((name) => name === 'put').length).toBe(MOST_UNKNOWN)
    expect((await store.status()).hold).toBeUndefined()
  })

  it('of one batch slows down no other: receipts come as if nothing had happened', async () => {
    const { store, world, asked, run } = engine()
    world.put = () => failed(503, 'moon-phase')
    await store.enqueue([order()], at)
    await run(400, () => asked.filter((name) => name === 'put').length === 2)
    expect((await store.nextWork(world.now, 1)).line.failures).toBe(0)
  })

  it('of a known kind is no person\u2019s business: a busy service is waited for as long as it takes', async () => {
    const { store, world, run } = engine()
    world.put = () => failed(503, 'busy')
    await store.enqueue([order()], at)
    await run(400, () => world.now > start + 3_600_000)
    expect((await store.submissions('CEB303', order().businessKey))[0]).not.toMatchObject({
      stage: 'attention',
    })
  })
})
