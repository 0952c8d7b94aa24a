import { expect, it } from 'vitest'
import { businessDay, shanghaiInstant } from './shanghai'

it('an evening in Greenwich is the next day in China, and stays the same instant', () => {
  const evening = '2026-11-22T23:10:47.000Z'
  expect(businessDay(evening)).toBe('2026-11-23')
  expect(shanghaiInstant(evening)).toBe('2026-11-23T07:10:47+08:00')
  expect(Date.parse(shanghaiInstant(evening))).toBe(Date.parse(evening))
})
