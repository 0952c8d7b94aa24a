import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { migrations } from '.'

/**
 * A released migration ran on databases nobody here can reach: it is never edited, the next one is added. The beginning of
 * the digest of each, as it was released.
 */
const released: Readonly<Record<string, string>> = {
  exchange: '3cdfe5261be24207',
  sessions: 'a5a1bc4a449a4174',
  uploads: 'f6f7b10f4289a3cc',
  filings: 'b90874219d29768b',
  snapshots: 'e08cc2e4a4d93c46',
  reference: '2d24c234f212a6ef',
  'look-ups': '3778e9dacd1a778c',
  states: '2d8fcb6dce1cbfd9',
  desks: '3cbf6ab1975194b9',
  'reference-digests': '05ec3bd30b3f7755',
}

it('stay what they were when they were released', () => {
  const found = migrations.map(({ name, statements }) => [
    name,
    createHash('sha256').update(statements.join('\n')).digest('hex').slice(0, 16),
  ])
  expect(Object.fromEntries(found)).toEqual(released)
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length)
})
