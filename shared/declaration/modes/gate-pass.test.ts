import fc from 'fast-check'
import { expect, it } from 'vitest'
import { daysLeft, dueOn, passState } from './gate-pass'

it('counts calendar days over month ends and leap days', () => {
  expect(dueOn({ leftOn: '2028-02-27', limitDays: 3 })).toBe('2028-03-01')
  expect(dueOn({ leftOn: '2026-02-27', limitDays: 3 })).toBe('2026-03-02')
  expect(daysLeft({ leftOn: '2026-11-01', limitDays: 14 }, '2026-11-15')).toBe(0)
  expect(daysLeft({ leftOn: '2026-11-01', limitDays: 14 }, '2026-11-16')).toBe(-1)
})

it('loses one day with each day that passes', () => {
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  const text = (date: Date) => date.toISOString().slice(0, 10)
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 1, max: 180 }),
      fc.integer({ min: 0, max: 400 }),
      (day, limitDays, gone) => {
        const pass = { leftOn: text(day), limitDays }
        const later = text(new Date(Date.parse(text(day)) + gone * 86_400_000))
        expect(daysLeft(pass, later)).toBe(limitDays - gone)
      },
    ),
  )
})

it('warns in the last two days, alarms after them, and is quiet once everything was declared', () => {
  expect([3, 2, 0, -1].map((left) => passState(left, 2, 1))).toEqual(['open', 'soon', 'soon', 'overdue'])
  expect(passState(-9, 2, 2)).toBe('done')
  expect(passState(-1, 0, 0)).toBe('overdue')
})
