import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eachPage, everyRow } from './pages'

/** Rows as the port gives them: never more than asked for. */
const portOf = (total: number, calls: number[]) => async (offset: number, limit: number) => {
  calls.push(offset)
  return { rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, n) => offset + n) }
}

it('reads every row once and in order, however many there are', async () => {
  for (const total of [0, 1, 999, 1000, 1001, 2500]) {
    const calls: number[] = []
    const rows = await everyRow(portOf(total, calls))
    expect(rows).toEqual(Array.from({ length: total }, (_, n) => n))
    expect(calls.length).toBe(Math.floor(total / 1000) + 1)
  }
})

it('gives pages of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 20 }), async (total, size) => {
      const sizes: number[] = []
      for await (const { rows } of eachPage(portOf(total, []), size)) sizes.push(rows.length)
      expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(total)
      expect(sizes.every((one) => one <= size)).toBe(true)
    }),
  )
})
