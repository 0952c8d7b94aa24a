import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSentinel, raise } from './sentinel'

const counters = fc.dictionary(fc.constantFrom('outbox', 'receipts', 'journal'), fc.nat())

describe('raise', () => {
  it('never lowers a counter and never forgets one', () => {
    fc.assert(
      fc.property(counters, counters, (stored, wanted) => {
        const raised = raise(stored, wanted)
        for (const [name, value] of Object.entries(stored)) expect(raised[name]).toBeGreaterThanOrEqual(value)
        for (const [name, value] of Object.entries(wanted)) expect(raised[name]).toBeGreaterThanOrEqual(value)
      }),
    )
  })
})

describe('createSentinel', () => {
  it('keeps the highest value of many advances at once, over a restart', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'yiguan-sentinel-'))
    const first = createSentinel(directory)
    await Promise.all([3, 9, 5].map((outbox) => first.advance('book', { outbox })))
    await first.advance('book', { receipts: 2 })
    expect(await createSentinel(directory).read('book')).toEqual({ outbox: 9, receipts: 2 })
    expect(await first.read('other')).toEqual({})
  })
})
