import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dueOf } from './due'
import { isPeriod, periodOf, shiftPeriod } from './period'
import { calendarsWith, workday, yearCalendars } from '../time/work-calendar'

it.each([
  ['202602', '2026-03-16', 'the 15th is a Sunday'],
  ['202601', '2026-02-24', 'the 15th begins a holiday that ends on the 23rd'],
  ['202603', '2026-04-15', 'a plain Wednesday'],
  ['202512', '2026-01-15', 'over the end of the year'],
])('%s is due %s: %s', (period, day) => {
  expect(dueOf(period)).toMatchObject({ day, certain: true })
})

it('says when the holidays of the year are not known here', () => {
  expect(dueOf('203001')).toMatchObject({ day: '2030-02-15', certain: false })
})

it('published holidays make a year known, and stand for the shipped ones of their year', () => {
  const year = (of: number) => ({ year: of, source: 'test', off: [['01-15', '01-18'] as const], worked: [] })
  const calendars = calendarsWith([year(2027), year(2026)])
  expect(calendars.map((one) => [one.year, one.source === 'test'])).toEqual([
    [2025, false],
    [2026, true],
    [2027, true],
  ])
  expect(dueOf('202612', undefined, calendars)).toMatchObject({ day: '2027-01-19', certain: true })
  expect(dueOf('202512', undefined, calendars)).toMatchObject({ day: '2026-01-19', certain: true })
  expect(calendarsWith([])).toEqual(yearCalendars)
})

it('takes the earlier day of a zone', () => {
  expect(dueOf('202603', 10)).toEqual({ day: '2026-04-10', nominal: '2026-04-10', certain: true })
})

it('a weekend that is worked instead counts, a weekday off does not', () => {
  expect(workday('2026-02-14').works).toBe(true)
  expect(workday('2026-02-16').works).toBe(false)
})

it('a month ends at midnight in Shanghai', () => {
  expect(periodOf('2026-03-31T15:59:59Z')).toBe('202603')
  expect(periodOf('2026-03-31T16:00:00Z')).toBe('202604')
})

it('months shift there and back', () => {
  const period = fc.tuple(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  fc.assert(
    fc.property(period, fc.integer({ min: -500, max: 500 }), ([year, month], n) => {
      const start = `${year}${String(month).padStart(2, '0')}`
      const moved = shiftPeriod(start, n)
      expect(isPeriod(moved)).toBe(true)
      expect(shiftPeriod(moved, -n)).toBe(start)
    }),
  )
})
