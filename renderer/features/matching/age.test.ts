import { expect, it } from 'vitest'
import { ageInDays } from './age'

it('counts days over months and years, and nothing where there is no day', () => {
  expect(ageInDays('2026-02-27', '2026-03-01')).toBe(2)
  expect(ageInDays('2025-12-31', '2026-01-01')).toBe(1)
  expect(ageInDays('2026-01-01', '2026-01-01')).toBe(0)
  expect(ageInDays('', '2026-01-01')).toBeUndefined()
})
