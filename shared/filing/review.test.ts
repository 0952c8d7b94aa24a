import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { party } from './party.test-data'
import { canResend, nextVersion, pinnedReasons, reviewsOf, type ReviewEvent } from './review'
import { viewOf } from './views'

const bad = viewOf(party({ values: { address: '错址' } }), 'tax')
const good = viewOf(party(), 'tax')
const tax = { authority: 'tax' as const }
const sent = (version: number, content = good): ReviewEvent => ({
  ...tax,
  version,
  at: `2026-01-0${version}T01:00:00Z`,
  kind: 'submitted',
  content,
})
const returned: ReviewEvent = {
  ...tax,
  version: 1,
  at: '2026-01-01T02:00:00Z',
  kind: 'returned',
  reasons: [{ field: 'address', code: 'T01', text: '地址与登记不符' }],
}
const approved = (version: number): ReviewEvent => ({
  ...tax,
  version,
  at: `2026-01-0${version}T03:00:00Z`,
  kind: 'approved',
  number: `N${version}`,
})
const taxOf = (events: readonly ReviewEvent[]) =>
  reviewsOf(events).find(({ authority }) => authority === 'tax')!

describe('a review', () => {
  it('sends back with the reason at its field, and goes again alone once the field changed', () => {
    const review = taxOf([sent(1, bad), returned])
    expect(review.state).toBe('returned')
    expect(pinnedReasons(review, bad)).toEqual([
      { field: 'address', code: 'T01', text: '地址与登记不符', changed: false },
    ])
    expect(canResend(review, bad)).toBe(false)
    expect(canResend(review, viewOf(party({ values: { address: '错址', taxOffice: '别处' } }), 'tax'))).toBe(
      false,
    )
    expect(canResend(review, good)).toBe(true)
    expect(nextVersion(review)).toBe(2)
  })

  it('keeps every attempt with its reasons, and holds what was approved last', () => {
    const review = taxOf([sent(1, bad), returned, sent(2), approved(2)])
    expect(review.attempts.map(({ version, state, reasons }) => [version, state, reasons.length])).toEqual([
      [1, 'returned', 1],
      [2, 'approved', 0],
    ])
    expect(review.held).toEqual({ authority: 'tax', version: 2, on: '2026-01-02', content: good })
    expect(canResend(review, bad)).toBe(false)
    expect(pinnedReasons(review, bad)).toEqual([])
  })

  it('goes on holding the approved version while a later one is under way or sent back', () => {
    const later: ReviewEvent = { ...returned, version: 2, at: '2026-01-02T02:00:00Z' }
    for (const more of [[], [later]]) {
      const review = taxOf([sent(1), approved(1), sent(2, bad), ...more])
      expect(review.held?.version).toBe(1)
      expect(review.state).toBe(more.length > 0 ? 'returned' : 'submitted')
    }
  })

  it('holds nothing after it was struck off, nor of a version it never saw the content of', () => {
    const off: ReviewEvent = { ...tax, version: 1, at: '2026-02-01T00:00:00Z', kind: 'cancelled' }
    expect(taxOf([sent(1), approved(1), off])).toMatchObject({ state: 'cancelled' })
    expect(taxOf([sent(1), approved(1), off]).held).toBeUndefined()
    expect(taxOf([sent(1), approved(1), sent(2), { ...off, version: 2 }]).held).toBeUndefined()
    const foreign = taxOf([approved(3)])
    expect(foreign).toMatchObject({ state: 'approved' })
    expect(foreign.held).toBeUndefined()
    expect(nextVersion(foreign)).toBe(4)
    expect(nextVersion(undefined)).toBe(1)
  })

  it('counts by versions, not by clocks that were set back', () => {
    const second: ReviewEvent = { ...sent(2), at: '2025-12-31T00:00:00Z' }
    const review = taxOf([sent(1, bad), second, returned])
    expect(review.attempts.map(({ version }) => version)).toEqual([1, 2])
    expect(review.state).toBe('submitted')
  })

  it('that speaks of the whole is changed with any field', () => {
    const whole: ReviewEvent = { ...returned, reasons: [{ field: '', text: '资料不全' }] }
    const review = taxOf([sent(1, bad), whole])
    expect(canResend(review, bad)).toBe(false)
    expect(canResend(review, good)).toBe(true)
  })

  it('of one authority says nothing of another', () => {
    const reviews = reviewsOf([sent(1), { ...sent(1), authority: 'customs' } as ReviewEvent, approved(1)])
    expect(reviews.map(({ authority, state }) => `${authority} ${state}`).sort()).toEqual([
      'customs submitted',
      'tax approved',
    ])
  })

  it('is the same for events in any order and repeated (property)', () => {
    const event = fc
      .record({
        authority: fc.constantFrom('tax' as const, 'customs' as const),
        version: fc.integer({ min: 1, max: 3 }),
        at: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
        kind: fc.constantFrom('submitted', 'received', 'returned', 'approved', 'cancelled'),
      })
      .map((one): ReviewEvent =>
        one.kind === 'submitted'
          ? { ...one, kind: 'submitted', content: good }
          : one.kind === 'returned'
            ? { ...one, kind: 'returned', reasons: [{ field: 'address', text: one.at }] }
            : { ...one, kind: one.kind as 'received' },
      )
    const byName = (events: readonly ReviewEvent[]) =>
      reviewsOf(events).sort((a, b) => (a.authority < b.authority ? -1 : 1))
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 10 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (events, picks) => {
          const more = [...events, ...picks.flatMap((pick) => events[pick % (events.length || 1)] ?? [])]
          const shuffled = more.map((one, at) => ({ one, by: (at * 7919) % 31 })).sort((a, b) => a.by - b.by)
          expect(byName(shuffled.map(({ one }) => one))).toEqual(byName(events))
        },
      ),
    )
  })
})
