import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { obstacleTo, opensAt } from './hours'
import { capabilities } from './engine/testing'
import type { ServiceHours } from './api'

const at = (text: string) => Date.parse(`${text}+08:00`)
const hours = (open: ServiceHours['open'], zone = '*'): ServiceHours => ({ zone, function: 'batches', open })
const office = hours([{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' }])
const opens = (all: ServiceHours[], now: string, zone = 'HZ') => {
  const next = opensAt({ hours: all }, zone, 'batches', at(now))
  return next === undefined || next === Infinity
    ? next
    : new Date(next + 8 * 3_600_000).toISOString().slice(0, 16)
}

describe('service hours, Asia/Shanghai', () => {
  it('say when it opens next', () => {
    expect(opens([office], '2026-03-02T08:29:59')).toBe('2026-03-02T08:30')
    expect(opens([office], '2026-03-02T08:30:00')).toBeUndefined()
    expect(opens([office], '2026-03-02T16:59:59')).toBeUndefined()
    expect(opens([office], '2026-03-02T17:00:00')).toBe('2026-03-03T08:30')
    expect(opens([office], '2026-03-06T18:00:00')).toBe('2026-03-09T08:30')
    expect(opens([office], '2026-03-08T00:00:00')).toBe('2026-03-09T08:30')
  })

  it('over midnight are two entries without a gap between them', () => {
    const night = hours([
      { days: [1], from: '22:00', to: '24:00' },
      { days: [2], from: '00:00', to: '06:00' },
    ])
    expect(opens([night], '2026-03-02T23:59:59')).toBeUndefined()
    expect(opens([night], '2026-03-03T00:00:00')).toBeUndefined()
    expect(opens([night], '2026-03-03T06:00:00')).toBe('2026-03-09T22:00')
  })

  it('of another zone or function say nothing; those that never open are known as such', () => {
    expect(opens([hours(office.open, 'NB')], '2026-03-08T00:00:00')).toBeUndefined()
    expect(opens([{ ...office, function: 'receipts' }], '2026-03-08T00:00:00')).toBeUndefined()
    expect(opens([hours([])], '2026-03-08T00:00:00')).toBe(Infinity)
  })

  it('are open at the moment they name, whatever the hours', () => {
    const span = fc
      .tuple(
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        fc.integer({ min: 0, max: 22 }),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([days, from, length]) => ({
        days,
        from: `${String(from).padStart(2, '0')}:00`,
        to: `${String(Math.min(24, from + length)).padStart(2, '0')}:00`,
      }))
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 4e12 }),
        (open, now) => {
          const all = { hours: [hours(open)] }
          const next = opensAt(all, 'HZ', 'batches', now)
          if (next === undefined) return
          expect(next).toBeGreaterThan(now)
          expect(next - now).toBeLessThanOrEqual(7 * 86_400_000)
          expect(opensAt(all, 'HZ', 'batches', next)).toBeUndefined()
          expect(opensAt(all, 'HZ', 'batches', next - 1)).toBe(next)
        },
      ),
    )
  })
})

describe('an obstacle', () => {
  it('is a function that is not offered, or not open', () => {
    const service = { ...capabilities(), hours: [office] }
    expect(obstacleTo('filings', service, 'HZ', 0)).toMatchObject({ code: 'not-offered' })
    expect(obstacleTo('receipts', service, 'HZ', at('2026-03-08T00:00:00'))).toBeUndefined()
    expect(obstacleTo('batches', service, 'HZ', at('2026-03-08T00:00:00'))).toMatchObject({
      code: 'closed',
      opens: '2026-03-09T00:30:00.000Z',
    })
  })
})
