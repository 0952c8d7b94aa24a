import { expect, it } from 'vitest'
import { typedDay } from './day'

it.each([
  ['2026-05-31', '2026-05-31'],
  ['20260531', '2026-05-31'],
  [' ２０２６-０５-３１', '2026-05-31'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', undefined],
  ['2026-13-01', undefined],
  ['2026-5-31', undefined],
  ['202605311', undefined],
  ['', undefined],
])('takes %j for %j', (text, day) => {
  expect(typedDay(text)).toBe(day)
})
