import { expect, it } from 'vitest'
import { sampleOf } from '../../../test/support/sample'
import { sealedTables, type SealedTable } from '../../data/records'
import { importKeys } from '../../data/sealing/keys'
import type { Pending } from '../../data/write/draft'
import { prepare } from '../../data/write/prepare'

/** Columns that name other records by their random ids. */
const references: Readonly<Partial<Record<SealedTable, string>>> = {
  overlays: 'fact',
  lists: 'imports',
  rebateLines: 'imports',
  rebateLinks: 'imports',
  rebateRuns: 'batch',
  forexCredits: 'imports',
  forexTies: 'imports',
}

it('shows of a record of any table its state, kind and days, what it refers to, and no text or amount of it', async () => {
  const bytes = () => new Uint8Array(32).fill(3)
  const keys = await importKeys({ keyId: 'k', dataKey: bytes(), indexKey: bytes() })
  const planted = ['Text-Planted', '31415.92', '3141592653', '314159']
  const others = ['2031-07-04T05:06:07.000Z', '2031-07-04', '203107', '2031', 'a'.repeat(64), '1', 1, 0, {}]
  const tables = Object.keys(sealedTables) as SealedTable[]
  const pending = tables.map((table) => {
    const record = sampleOf(sealedTables[table], [...planted, ...others])
    // So much of it is text that a column which copies one would show.
    expect(JSON.stringify(record), table).toContain(planted[0])
    return { table, id: 'id', before: undefined, record } as Pending
  })
  const found = (await prepare(keys, pending)).flatMap(({ table, after }) =>
    Object.entries(after!).flatMap(([column, value]) => {
      const text =
        value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : JSON.stringify(value)
      return planted.some((each) => text.includes(each)) ? [`${table} ${column}`] : []
    }),
  )
  expect(found).toEqual(Object.entries(references).map(([table, column]) => `${table} ${column}`))
})
