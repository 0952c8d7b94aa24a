import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoff } from './pace'

it('waits anywhere between nothing and the doubled bound, capped by who is looking', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.boolean(),
      (failures, random, foreground) => {
        const wait = backoff(failures, { random, foreground })
        expect(wait).toBeLessThanOrEqual(
          Math.max(1_000, Math.min(foreground ? 60_000 : 900_000, 1_000 * 2 ** failures)),
        )
        expect(wait).toBeGreaterThanOrEqual(0)
      },
    ),
  )
  const bounds = [1, 2, 3, 10].map((failures) => backoff(failures, { random: 0.999_999_9, foreground: true }))
  expect(bounds).toEqual([2_000, 4_000, 8_000, 60_000])
  expect(backoff(30, { random: 0.999_999_9, foreground: false })).toBe(900_000)
  expect(backoff(3, { random: 0, foreground: true })).toBe(0)
})

it('never comes back before the time the service asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(3_600),
      (failures, random, asked) => {
        expect(backoff(failures, { random, foreground: true }, asked)).toBeGreaterThanOrEqual(asked * 1_000)
      },
    ),
  )
})
