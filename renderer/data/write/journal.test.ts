import { describe, expect, it } from 'vitest'
import { newDatabaseName, openTestBook, rawRows, rawWrite } from '../../../test/data/book-kit'
import { goods, list } from '../../../test/data/samples'
import { getRecord } from '../read/records'
import type { JournalRow, StoredRow } from '../schema/stored'
import { command } from './command'
import { putBack, trash } from './trash'
import { undo } from './undo'
import { verifyJournal } from './verify'

async function bookWithFive() {
  const name = newDatabaseName()
  const book = await openTestBook(name)
  let id = ''
  for (let rev = 0; rev < 5; rev++) {
    const done = await command(book.context, 'goods.save', 'officer', `edit ${rev}`, [
      { table: 'goods', op: 'put', rev, record: goods('A', { name: `name ${rev}` }) },
    ])
    id = done.ids[0]!
  }
  return { name, book, id }
}
const journalOf = async (name: string) =>
  (await rawRows(name)).filter(({ store }) => store === 'journal').map(({ value }) => value as JournalRow)

describe('verifyJournal', () => {
  it('holds for what the commands wrote', async () => {
    const { book } = await bookWithFive()
    expect(await verifyJournal(book.context)).toEqual({ ok: true, entries: 5 })
  })

  it.each([
    ['an entry changed', (rows: JournalRow[]) => ({ ...rows[2]!, at: '2020-01-01T00:00:00Z' }), 3],
    ['an entry moved to another place', (rows: JournalRow[]) => ({ ...rows[1]!, seq: 3 }), 3],
    ['a kept row exchanged', (rows: JournalRow[]) => ({ ...rows[3]!, before: rows[2]!.before }), 4],
    [
      'a body under another entry',
      (rows: JournalRow[]) => ({ ...rows[3]!, body: rows[2]!.body, hash: rows[2]!.hash }),
      4,
    ],
  ])('names the first entry at fault: %s', async (_what, forge, seq) => {
    const { name, book } = await bookWithFive()
    const forged = forge(await journalOf(name))
    await rawWrite(name, 'journal', (store) => store.put(forged))
    expect(await verifyJournal(book.context)).toMatchObject({ ok: false, seq })
  })

  it('misses neither an entry in the middle nor at the end', async () => {
    const middle = await bookWithFive()
    await rawWrite(middle.name, 'journal', (store) => store.delete(3))
    expect(await verifyJournal(middle.book.context)).toMatchObject({ ok: false, seq: 4 })
    const end = await bookWithFive()
    await rawWrite(end.name, 'journal', (store) => store.delete(5))
    expect(await verifyJournal(end.book.context)).toMatchObject({ ok: false, seq: 5 })
  })

  it('finds an entry of another copy of the book, sealed and hashed with the same keys', async () => {
    const [own, copy] = [await bookWithFive(), await bookWithFive()]
    const foreign = (await journalOf(copy.name)).find(({ seq }) => seq === 3)!
    await rawWrite(own.name, 'journal', (store) => store.put(foreign))
    expect(await verifyJournal(own.book.context)).toMatchObject({ ok: false, seq: 3 })
  })

  it('finds a record that was put back to an older writing of itself', async () => {
    const { name, book, id } = await bookWithFive()
    const older = (await journalOf(name))[3]!.before[0]!.row
    await rawWrite(name, 'goods', (store) => store.put(older))
    expect((await getRecord(book.context, 'goods', id))?.record.name).toBe('name 2')
    const verdict = await verifyJournal(book.context)
    expect(verdict).toMatchObject({ ok: false, seq: 5 })
    expect(!verdict.ok && verdict.text.zh).toContain(id)
  })
})

describe('undo', () => {
  it('takes back edits, creations and deletions of a group, and can itself be undone', async () => {
    const { context } = await openTestBook()
    const first = await command(context, 'goods.save', 'o', '', [
      { table: 'goods', op: 'put', record: goods('KEEP', { name: 'before' }) },
      { table: 'goods', op: 'put', record: goods('GONE') },
    ])
    const bulk = { group: 'bulk-1' }
    await command(
      context,
      'goods.bulk',
      'o',
      '',
      [
        { table: 'goods', op: 'put', rev: 1, record: goods('KEEP', { name: 'after' }) },
        { table: 'goods', op: 'put', record: goods('MADE') },
      ],
      bulk,
    )
    await command(
      context,
      'goods.bulk',
      'o',
      '',
      [{ table: 'goods', op: 'delete', id: first.ids[1]!, rev: 1 }],
      bulk,
    )
    const names = async () => {
      const all = await context.connections.run('strict', (db) => db.table<StoredRow>('goods').toArray())
      const records = await Promise.all(all.map(({ id }) => getRecord(context, 'goods', id)))
      return records.map((r) => `${r!.record.sku} ${r!.record.name.split(' ')[0]}`).sort()
    }
    expect(await names()).toEqual(['KEEP after', 'MADE Name'])
    const { seq } = await undo(context, 'o', 'bulk-1', 'wrong')
    expect(await names()).toEqual(['GONE Name', 'KEEP before'])
    const entry = await context.connections.run('strict', (db) => db.table<JournalRow>('journal').get(seq))
    await undo(context, 'o', entry!.group, 'right after all')
    expect(await names()).toEqual(['KEEP after', 'MADE Name'])
    expect(await verifyJournal(context)).toMatchObject({ ok: true })
  })

  it('refuses when a record moved on, naming it, and changes nothing', async () => {
    const { context } = await openTestBook()
    const put = (rev: number, sku: string, name: string, group: string) =>
      command(
        context,
        'goods.bulk',
        'o',
        '',
        [{ table: 'goods', op: 'put', rev, record: goods(sku, { name }) }],
        { group },
      )
    const { ids } = await put(0, 'A', 'one', 'g')
    await put(0, 'B', 'one', 'g')
    await put(1, 'A', 'two', 'later')
    await expect(undo(context, 'o', 'g', '')).rejects.toMatchObject({
      code: 'changed-since',
      params: { ids: `goods ${ids[0]}` },
    })
    expect(await context.connections.run('strict', (db) => db.table('goods').count())).toBe(2)
  })

  it('does not bring back a list whose order was declared again meanwhile', async () => {
    const { context } = await openTestBook()
    const put = (record: ReturnType<typeof list>, rev: number, group: string) =>
      command(context, 'list.save', 'o', '', [{ table: 'lists', op: 'put', rev, record }], { group })
    await put(list('C1', { orderNo: 'ONE' }), 0, 'made')
    await put(list('C1', { orderNo: 'ONE', state: 'void' }), 1, 'voided')
    await put(list('C2', { orderNo: 'ONE' }), 0, 'again')
    await expect(undo(context, 'o', 'voided', '')).rejects.toMatchObject({
      code: 'taken-order',
      params: { number: 'ONE', by: 'C2' },
    })
  })
})

describe('the trash', () => {
  it('lists what was deleted in thirty days and brings it back whole, under a later revision', async () => {
    let now = '2026-03-01T00:00:00.000Z'
    const opened = await openTestBook()
    const context = { ...opened.context, now: () => now }
    const { ids } = await command(context, 'goods.save', 'o', '', [
      { table: 'goods', op: 'put', record: goods('OLD') },
      { table: 'goods', op: 'put', record: goods('GONE', { name: 'as it was' }) },
      { table: 'goods', op: 'put', record: goods('MOVED') },
    ])
    const drop = (id: string, why: string) =>
      command(context, 'goods.delete', 'deleter', why, [{ table: 'goods', op: 'delete', id, rev: 1 }])
    await drop(ids[0]!, 'long ago')
    now = '2026-04-15T00:00:00.000Z'
    await drop(ids[1]!, 'by mistake')
    // Another SKU for the same goods is no deletion.
    await command(context, 'goods.save', 'o', '', [
      { table: 'goods', op: 'put', id: ids[2]!, rev: 1, record: goods('RENAMED') },
    ])
    const [deleted, ...more] = await trash(context)
    expect(more).toEqual([])
    expect(deleted).toMatchObject({ caption: 'GONE', who: 'deleter', why: 'by mistake', table: 'goods' })
    await putBack(context, 'boss', deleted!, 'needed')
    const back = await getRecord(context, 'goods', ids[1]!)
    expect(back).toMatchObject({ rev: 2, record: { sku: 'GONE', name: 'as it was' } })
    expect(await trash(context)).toEqual([])
    await expect(putBack(context, 'boss', deleted!, 'again')).rejects.toMatchObject({ code: 'missing' })
    expect(await verifyJournal(context)).toMatchObject({ ok: true })
  })
})
