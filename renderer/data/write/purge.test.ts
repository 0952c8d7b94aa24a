import { describe, expect, it } from 'vitest'
import { newDatabaseName, openTestBook, rawRows, rawWrite } from '../../../test/data/book-kit'
import { goods } from '../../../test/data/samples'
import type { JournalRow } from '../schema/stored'
import { command } from './command'
import { purgePart, strip } from './purge'
import { verifyEnd, verifyJournal } from './verify'

/** Two records, each written three times. */
async function twoRecords() {
  const name = newDatabaseName()
  const { context } = await openTestBook(name)
  const ids: string[] = []
  for (const sku of ['GONE', 'STAYS']) {
    for (let rev = 0; rev < 3; rev++) {
      const put = {
        table: 'goods' as const,
        op: 'put' as const,
        rev,
        record: goods(sku, { name: `n${rev}` }),
      }
      const done = await command(context, 'goods.save', 'officer', '', [put])
      ids.push(done.ids[0]!)
    }
  }
  const [gone, stays] = [ids[0]!, ids[3]!]
  const part = { records: [{ table: 'goods' as const, id: gone }], dossiers: [], about: { documents: 1 } }
  await purgePart(context, 'officer', '保存期限届满', part)
  return { name, context, gone, stays }
}
const journalOf = async (name: string) =>
  (await rawRows(name)).filter(({ store }) => store === 'journal').map(({ value }) => value as JournalRow)
const kept = async (name: string, id: string) =>
  (await journalOf(name)).flatMap(({ before }) => before).filter(({ row }) => row.id === id).length
const holds = { ok: true, entries: 7 }

describe('what was purged', () => {
  it('is nowhere in the book afterwards, the journal keeps that it went, and the chain holds before and after', async () => {
    const { name, context, gone, stays } = await twoRecords()
    expect(await verifyJournal(context)).toEqual(holds)
    await strip(context)
    expect([await kept(name, gone), await kept(name, stays)]).toEqual([0, 2])
    expect(
      (await rawRows(name)).some(
        ({ store, value }) => store === 'goods' && (value as JournalRow['before'][0]['row']).id === gone,
      ),
    ).toBe(false)
    expect(await verifyJournal(context)).toEqual(holds)
    expect(await verifyEnd(context)).toEqual(holds)
    expect((await journalOf(name)).at(-1)).toMatchObject({ seq: 7, name: 'system.purge' })
  })

  it('goes on where it was cut off', async () => {
    const { name, context, gone } = await twoRecords()
    // As a kill after the first chunk leaves it.
    await rawWrite(name, 'meta', (store) => store.put({ key: 'purge-strip', value: 2 }))
    await strip(context)
    expect(await kept(name, gone)).toBe(1)
    await rawWrite(name, 'meta', (store) => store.put({ key: 'purge-strip', value: 0 }))
    await strip(context)
    expect(await kept(name, gone)).toBe(0)
    expect(await verifyJournal(context)).toEqual(holds)
    expect((await rawRows(name)).some(({ value }) => (value as { key?: string }).key === 'purge-strip')).toBe(
      false,
    )
  })

  it('is no excuse for what somebody else took out, or wrote after it', async () => {
    const { name, context, gone } = await twoRecords()
    await strip(context)
    const made = await command(context, 'goods.save', 'o', '', [
      { table: 'goods', op: 'put', record: goods('GONE') },
    ])
    expect(made.ids).toEqual([gone])
    const put = {
      table: 'goods' as const,
      op: 'put' as const,
      id: gone,
      rev: 1,
      record: goods('GONE', { name: 'x' }),
    }
    await command(context, 'goods.save', 'o', '', [put])
    expect(await verifyJournal(context)).toMatchObject({ ok: true })
    const rows = await journalOf(name)
    for (const seq of [9, 5]) {
      const row = rows.find((one) => one.seq === seq)!
      expect(row.before).toHaveLength(1)
      await rawWrite(name, 'journal', (store) => store.put({ ...row, before: [] }))
      expect(await verifyJournal(context)).toMatchObject({ ok: false, seq })
      await rawWrite(name, 'journal', (store) => store.put(row))
    }
  })
})
