import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf, lastDay, type DocumentHead, type OpenReason } from '../audit-file/head'
import { auditKindNames, type AuditKind } from '../audit-file/kinds'
import { Links } from '../audit-file/links'
import { decide } from './decide'
import { longest, periods } from './periods'

const head = (kind: AuditKind, id: string, part: Partial<DocumentHead> = {}): DocumentHead => ({
  ...{ key: keyOf(kind, id), kind, id, no: id, numbers: [id], days: ['2012-06-01'], state: '', rests: [] },
  ...part,
})
const book = (heads: readonly DocumentHead[], pairs: readonly (readonly [string, string])[] = []) => {
  const links = new Links()
  for (const [upper, lower] of pairs) links.put(upper, lower)
  return { heads: new Map(heads.map((one) => [one.key, one])), links }
}
const fateOf = (
  heads: readonly DocumentHead[],
  pairs: readonly (readonly [string, string])[],
  key: string,
  today = '2026-11-23',
  held = new Set<string>(),
) => {
  const { heads: all, links } = book(heads, pairs)
  return decide(all, links, { today, held }).get(key)
}

describe('how long a document is kept', () => {
  it('counts from the end of the year of the last linked document, by the longest period of any of them', () => {
    const order = head('orders', 'o', { days: ['2015-03-01'] })
    const list = head('lists', 'l', { days: ['2016-01-02'] })
    const pair = [[list.key, order.key]] as const
    expect(fateOf([order], [], order.key, '2018-12-31')).toEqual({
      keep: 'term',
      until: '2018-12-31',
      period: 'trade',
    })
    expect(fateOf([order], [], order.key, '2019-01-01')).toEqual({ until: '2018-12-31', period: 'trade' })
    expect(fateOf([order, list], pair, order.key, '2026-12-31')).toMatchObject({
      keep: 'term',
      period: 'tax',
    })
    expect(fateOf([order, list], pair, order.key, '2027-01-01')?.keep).toBeUndefined()
  })

  it.each<OpenReason>(['unsent', 'unsettled', 'locked'])(
    'never ends while it is %s, nor for what it rests on',
    (open) => {
      const order = head('orders', 'o')
      const list = head('lists', 'l', { open })
      const pair = [[list.key, order.key]] as const
      for (const key of [order.key, list.key]) {
        expect(fateOf([order, list], pair, key, '2999-01-01')).toMatchObject({ keep: open })
      }
    },
  )

  it('never ends under hold, also for what belongs to it', () => {
    const [order, list] = [head('orders', 'o'), head('lists', 'l')]
    const held = new Set([order.key])
    expect(fateOf([order, list], [[list.key, order.key]], list.key, '2999-01-01', held)?.keep).toBe('hold')
  })

  it('holds back what a kept document rests on, and the whole file of one that stays', () => {
    const old = head('orders', 'old', { importId: 'F' })
    const young = head('orders', 'young', { importId: 'F', days: ['2026-05-01'] })
    const payment = head('payments', 'p')
    const fate = (key: string) => fateOf([old, young, payment], [[old.key, payment.key]], key)?.keep
    expect(fate(young.key)).toBe('term')
    expect(fate(old.key)).toBe('import')
    expect(fate(payment.key)).toBe('needed')
  })

  it('keeps what nobody can date', () => {
    expect(fateOf([head('orders', 'o', { days: [''] })], [], 'orders o', '2999-01-01')?.keep).toBe('undated')
  })

  it('names for every period on which ground, and what was not read as such', () => {
    for (const { basis, years } of periods) {
      expect(basis.length).toBeGreaterThan(0)
      expect(years).toBeGreaterThanOrEqual(3)
    }
    expect(longest(new Set(['rebatePapers']), '2026-03-01')?.years).toBe(10)
  })
})

describe('whatever a book holds', () => {
  const day = fc
    .tuple(fc.integer({ min: 2005, max: 2026 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`)
  const heads = fc.array(
    fc.record({
      kind: fc.constantFrom(...auditKindNames),
      days: fc.array(day, { maxLength: 2 }),
      open: fc.option(fc.constantFrom<OpenReason>('unsent', 'unsettled', 'locked'), {
        nil: undefined,
        freq: 6,
      }),
      importId: fc.option(fc.constantFrom('F', 'G'), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  const pairs = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 12 })

  it('nothing younger than its period, open, held or needed ever goes', () => {
    fc.assert(
      fc.property(heads, pairs, day, fc.nat(9), (made, joined, today, heldAt) => {
        const all = made.map(({ open, importId, ...one }, i) =>
          head(one.kind, String(i), { days: one.days, ...(open && { open }), ...(importId && { importId }) }),
        )
        const links = joined.flatMap(([a, b]) =>
          all[a] && all[b] ? [[all[a].key, all[b].key] as const] : [],
        )
        const { heads: known, links: linked } = book(all, links)
        const held = new Set(all[heldAt] ? [all[heldAt].key] : [])
        const fates = decide(known, linked, { today, held })
        const goes = all.filter(({ key }) => !fates.get(key)!.keep)
        for (const one of goes) {
          for (const key of linked.belonging([one.key])) {
            const other = known.get(key)!
            expect(other.open).toBeUndefined()
            expect(held.has(key)).toBe(false)
            const last = lastDay(other)
            const years = Math.max(
              0,
              ...periods
                .filter(
                  ({ kinds, from = '', to = '9' }) =>
                    kinds.includes(other.kind) && last >= from && last <= to,
                )
                .map((period) => period.years),
            )
            if (last !== '') expect(`${Number(last.slice(0, 4)) + years}-12-31` < today).toBe(true)
          }
          for (const stays of all.filter(({ key }) => fates.get(key)!.keep)) {
            expect(linked.below([stays.key]).has(one.key)).toBe(false)
            if (one.importId) expect(stays.importId).not.toBe(one.importId)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
