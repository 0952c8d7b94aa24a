import { describe, expect, it } from 'vitest'
import { memorySentinel, newDatabaseName, openTestBook } from '../../../test/data/book-kit'
import { goods, list } from '../../../test/data/samples'
import { getRecord } from '../read/records'
import { command } from './command'

const who = 'officer'

describe('command', () => {
  it('writes the records and one journal row, and raises the counters outside', async () => {
    const sentinel = memorySentinel()
    const { context } = await openTestBook(newDatabaseName(), sentinel)
    const done = await command(context, 'goods.save', who, 'first goods', [
      { table: 'goods', op: 'put', record: goods('A') },
      { table: 'goods', op: 'put', record: goods('B') },
    ])
    expect(done.seq).toBe(1)
    expect((await getRecord(context, 'goods', done.ids[1]!))?.record.sku).toBe('B')
    expect(await context.connections.run('strict', (db) => db.table('journal').toArray())).toHaveLength(1)
    expect(await context.connections.run('strict', (db) => db.table('counters').get('goods'))).toMatchObject({
      n: 2,
    })
    expect(sentinel.counters.journal).toBe(1)
  })

  it('refuses prepared changes that meet another revision, and writes nothing of them', async () => {
    const { context } = await openTestBook()
    const put = (rev: number, name: string) =>
      command(context, 'goods.save', who, '', [
        { table: 'goods', op: 'put', rev, record: goods('A', { name }) },
      ])
    const { ids } = await put(0, 'one')
    await put(1, 'two')
    await expect(put(1, 'three')).rejects.toMatchObject({ code: 'stale' })
    await expect(put(0, 'four')).rejects.toMatchObject({ code: 'stale' })
    expect((await getRecord(context, 'goods', ids[0]!))?.record.name).toBe('two')
    expect(await context.connections.run('strict', (db) => db.table('journal').count())).toBe(2)
  })

  it('thinks a change out anew when another connection was faster, and loses neither', async () => {
    const name = newDatabaseName()
    const [one, two] = [await openTestBook(name), await openTestBook(name)]
    const { ids } = await command(one.context, 'goods.save', who, '', [
      { table: 'goods', op: 'put', record: goods('A', { netWeight: '0' }) },
    ])
    const addOne = (book: typeof one) =>
      command(book.context, 'goods.weigh', who, '', async (draft) => {
        const found = await draft.get('goods', ids[0]!)
        const netWeight = String(Number(found!.record.netWeight) + 1)
        await draft.put('goods', { ...found!.record, netWeight })
      })
    await Promise.all([addOne(one), addOne(two), addOne(one), addOne(two)])
    expect(await getRecord(one.context, 'goods', ids[0]!)).toMatchObject({
      rev: 5,
      record: { netWeight: '4' },
    })
  })

  it('names the field of a record that is not valid', async () => {
    const { context } = await openTestBook()
    const bad = command(context, 'goods.save', who, '', [
      { table: 'goods', op: 'put', record: goods('A', { gcode: '61' }) },
    ])
    await expect(bad).rejects.toMatchObject({ code: 'invalid', params: { table: 'goods', field: 'gcode' } })
  })

  it('moves a record whose own key was edited', async () => {
    const { context } = await openTestBook()
    const { ids } = await command(context, 'goods.save', who, '', [
      { table: 'goods', op: 'put', record: goods('OLD') },
    ])
    await command(context, 'goods.save', who, '', [
      { table: 'goods', op: 'put', id: ids[0], rev: 1, record: goods('NEW') },
    ])
    const rows = await context.connections.run('strict', (db) => db.table('goods').toArray())
    expect(rows).toHaveLength(1)
    expect(rows[0].id).not.toBe(ids[0])
  })

  it('lets no second list use an order or a waybill, also across connections, until the first is void', async () => {
    const name = newDatabaseName()
    const [one, two] = [await openTestBook(name), await openTestBook(name)]
    const make = (book: typeof one, ...lists: ReturnType<typeof list>[]) =>
      command(
        book.context,
        'list.build',
        who,
        '',
        lists.map((record) => ({ table: 'lists', op: 'put', record })),
      )
    await make(one, list('C1', { orderNo: 'ord 1', logisticsNo: 'W1' }))
    await expect(make(two, list('C2', { orderNo: 'ＯＲＤ1' }))).rejects.toMatchObject({
      code: 'taken-order',
      params: { number: 'ＯＲＤ1', by: 'C1' },
    })
    await expect(make(two, list('C3', { logisticsNo: 'w 1' }))).rejects.toMatchObject({
      code: 'taken-waybill',
    })
    await expect(make(two, list('C4', { orderNo: 'X' }), list('C5', { orderNo: 'X' }))).rejects.toMatchObject(
      { code: 'taken-order' },
    )
    const same = list('C1', { orderNo: 'ord 1', logisticsNo: 'W1', state: 'void' })
    await command(one.context, 'list.void', who, '', [{ table: 'lists', op: 'put', rev: 1, record: same }])
    await expect(make(two, list('C2', { orderNo: 'ORD1', logisticsNo: 'W1' }))).resolves.toMatchObject({
      seq: 3,
    })
  })
})
