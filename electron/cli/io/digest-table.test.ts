import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DigestTable } from './digest-table'

// Longer than a digest and inside another piece of memory, as Buffers are.
const digest = (n: number) =>
  Buffer.concat([Uint8Array.from({ length: 32 }, (_, i) => (i < 4 ? n >> (8 * i) : i) & 255)]).subarray(0, 12)

it('holds what a Map would hold, beyond its first size and with keys that collide', () => {
  const key = fc.integer({ min: 0, max: 40 }).map((n) => (n % 5) + 4096 * n)
  const pairs = fc.array(fc.tuple(key, fc.nat(1000)), { maxLength: 80 })
  fc.assert(
    fc.property(pairs, (all) => {
      const table = new DigestTable()
      for (const [at, value] of all) table.set(digest(at), digest(value))
      const map = new Map(all)
      for (const [at] of all) expect(table.get(digest(at))).toEqual(new Uint8Array(digest(map.get(at)!)))
      expect(table.get(digest(77))).toBeUndefined()
    }),
  )
  const large = new DigestTable()
  for (let n = 0; n < 20_000; n++) large.set(digest(n * 64), digest(n))
  for (const n of [0, 1, 4095, 19_999]) expect(large.get(digest(n * 64))).toEqual(new Uint8Array(digest(n)))
})
