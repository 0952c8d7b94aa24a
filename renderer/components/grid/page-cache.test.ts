import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PageCache } from './page-cache'

type Row = { id: string; n: number }
const rowsOf = (tag: string) =>
  vi.fn(async (offset: number, limit: number) =>
    Array.from({ length: limit }, (_, i): Row => ({ id: `${tag}${offset + i}`, n: offset + i })),
  )

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})
const settle = () => vi.advanceTimersByTimeAsync(100)

describe('paged rows', () => {
  it('fetches only the pages that are looked at, once each', async () => {
    const fetch = rowsOf('r')
    const cache = new PageCache(fetch, 100_000)
    const view = cache.snapshot()
    expect(view.length).toBe(100_000)
    for (let i = 50_000; i < 50_030; i += 1) expect(view[i]!.row).toBeUndefined()
    await settle()
    expect(fetch.mock.calls).toEqual([[50_000, 100]])
    expect(cache.snapshot()).not.toBe(view)
    expect(cache.snapshot()[50_007]!.row).toEqual({ id: 'r50007', n: 50_007 })
    await settle()
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('shows the old rows until the new version has come, and takes no late answer of the old one', async () => {
    const cache = new PageCache(rowsOf('old'), 300)
    void cache.snapshot()[5]
    await settle()
    let answer: (rows: Row[]) => void = () => undefined
    cache.reset(() => new Promise((resolve) => (answer = resolve)), 300)
    expect(cache.snapshot()[5]!.row?.id).toBe('old5')
    await settle()
    cache.reset(rowsOf('new'), 300)
    expect(cache.snapshot()[5]!.row?.id).toBe('old5')
    await settle()
    answer([{ id: 'late0', n: 0 }])
    await settle()
    expect(cache.snapshot()[5]!.row?.id).toBe('new5')
  })

  it('keeps the identity of rows that did not change', async () => {
    const fetch = rowsOf('r')
    const cache = new PageCache(fetch, 200)
    void cache.snapshot()[0]
    await settle()
    const before = cache.snapshot()[0]
    cache.reset(fetch, 200)
    void cache.snapshot()[0]
    await settle()
    expect(cache.snapshot()[0]).toBe(before)
  })

  it('reads a range over pages that were never shown', async () => {
    const cache = new PageCache(rowsOf('r'), 1_000)
    const rows = await cache.read(95, 310)
    expect(rows.map((row) => row.n)).toEqual(Array.from({ length: 216 }, (_, i) => 95 + i))
  })

  it('stops asking after a failure until it is reset', async () => {
    const fetch = vi.fn(async () => Promise.reject(new Error('locked')))
    const cache = new PageCache<Row>(fetch, 100)
    void cache.snapshot()[0]
    await settle()
    expect(cache.lastFailure()).toEqual(new Error('locked'))
    void cache.snapshot()[0]
    await settle()
    expect(fetch).toHaveBeenCalledTimes(1)
    cache.reset(rowsOf('r'), 100)
    void cache.snapshot()[0]
    await settle()
    expect(cache.lastFailure()).toBeUndefined()
    expect(cache.snapshot()[0]!.row?.id).toBe('r0')
  })

  it('patches one cell without touching the others', async () => {
    const cache = new PageCache(rowsOf('r'), 10)
    void cache.snapshot()[0]
    await settle()
    const other = cache.snapshot()[1]
    cache.patch(0, 'id', 'x')
    expect(cache.snapshot()[0]!.row?.id).toBe('x')
    expect(cache.snapshot()[1]).toBe(other)
  })
})
