import { describe, expect, it } from 'vitest'
import { memorySentinel, newDatabaseName, openTestBook, rawRows } from '../../../test/data/book-kit'
import { importStart, list, order, orderItem, report } from '../../../test/data/samples'
import type { Book } from '../book'
import { findFacts, readFacts, storedKeys } from '../facts/read'
import { saveResults } from '../facts/results'
import type { FactItem } from '../facts/kinds'
import { command } from '../write/command'
import { verifyJournal } from '../write/verify'
import { beginImport, listImports } from './begin'
import { finishImport, purgeImport, removeImport } from './end'
import { pageErrors } from './error-block'
import { ImportWriter } from './write'

const items = (from: number, to: number): FactItem[] =>
  Array.from({ length: to - from }, (_, i) => orderItem(order(`N${from + i}`, { paymentNo: `P${from + i}` })))
const refusedRow = (row: number) => ({ row, cells: [`bad ${row}`, 'Planted-Person'], errors: [] })

async function importOrders(book: Book, facts: FactItem[], change = {}): Promise<string> {
  const { id } = await beginImport(book.context, 'officer', importStart(change))
  const writer = await ImportWriter.open(book.context, 'orders', id)
  await writer.facts(facts)
  await writer.flush()
  await finishImport(book.context, 'officer', id, report('orders.csv'), ['a', 'b'])
  return id
}
async function allOrders(book: Book) {
  const found = []
  for await (const chunk of book.facts('orders')) found.push(...chunk)
  return found
}
const counter = async (book: Book, name: string): Promise<number> =>
  (await book.context.connections.run('strict', (db) => db.table('counters').get(name)))?.n ?? 0

describe('an import', () => {
  it('gives back every record as it came, in file order, across blocks and chunks', async () => {
    const book = await openTestBook()
    await importOrders(book, items(0, 4501))
    const found = await allOrders(book)
    expect(found.map(({ record }) => record)).toEqual(items(0, 4501).map(({ record }) => record))
    const some = await readFacts(book.context, 'orders', [found[4500]!.id, found[0]!.id])
    expect(some.map(({ record }) => record.orderNo)).toEqual(['N4500', 'N0'])
    expect(await counter(book, 'orders')).toBe(4501)
  })

  it('finds facts by any of their numbers however they are spelled, and by business key exactly', async () => {
    const book = await openTestBook()
    await importOrders(book, items(0, 300))
    const ids = await findFacts(book.context, 'orders', 'order', ' ｎ２９９ ')
    expect((await readFacts(book.context, 'orders', ids))[0]?.record.orderNo).toBe('N299')
    expect(await findFacts(book.context, 'orders', 'payment', 'p299')).toEqual(ids)
    expect(await findFacts(book.context, 'orders', 'waybill', 'N299')).toEqual([])
    const keys = ['shopify|main|N7', 'shopify|main|n7', 'shopify|other|N7']
    const stored = await storedKeys(book.context, 'orders', keys)
    expect([...stored.keys()]).toEqual(['shopify|main|N7'])
    expect(stored.get(keys[0]!)?.digest).toBe(orderItem(order('N7', { paymentNo: 'P7' })).digest)
  })

  it('is found with exact figures after a kill, does not count, and goes on where it stopped', async () => {
    const name = newDatabaseName()
    const killed = await openTestBook(name)
    const { id } = await beginImport(killed.context, 'officer', importStart())
    const writer = await ImportWriter.open(killed.context, 'orders', id)
    await writer.facts(items(0, 4100))
    await writer.errors([refusedRow(9)])
    await killed.close()

    const book = await openTestBook(name)
    const [found] = await listImports(book.context)
    expect(found?.record.state).toBe('running')
    expect(await allOrders(book)).toEqual([])
    const other = beginImport(book.context, 'officer', importStart({ contentHash: 'other file' }))
    await expect(other).rejects.toMatchObject({ code: 'interrupted', params: { records: 4000 } })
    expect(await beginImport(book.context, 'officer', importStart())).toEqual({ id, resumed: true })
    const second = await ImportWriter.open(book.context, 'orders', id)
    expect(second.progress).toMatchObject({ records: 4000, refused: 0, blocks: 20 })
    await second.facts(items(4000, 4100))
    await second.flush()
    await finishImport(book.context, 'officer', id, report('orders.csv'), [])
    expect((await allOrders(book)).map(({ record }) => record.orderNo)).toEqual(
      items(0, 4100).map(({ record }) => (record as { orderNo: string }).orderNo),
    )
  })

  it('lets only one writer go on: the other is told, and nothing doubles', async () => {
    const name = newDatabaseName()
    const [one, two] = [await openTestBook(name), await openTestBook(name)]
    const { id } = await beginImport(one.context, 'officer', importStart())
    const first = await ImportWriter.open(one.context, 'orders', id)
    const second = await ImportWriter.open(two.context, 'orders', id)
    await first.facts(items(0, 2000))
    await expect(second.facts(items(0, 2000))).rejects.toMatchObject({ code: 'import-over' })
    await first.facts(items(2000, 4000))
    expect(await counter(one, 'orders')).toBe(4000)
  })

  it('is undone to the last row: facts, errors, results, figures; others stay', async () => {
    const name = newDatabaseName()
    const book = await openTestBook(name)
    const kept = await importOrders(book, items(0, 250), { contentHash: 'a' })
    const { id } = await beginImport(book.context, 'officer', importStart({ contentHash: 'b' }))
    const writer = await ImportWriter.open(book.context, 'orders', id)
    await writer.facts(items(250, 700))
    await writer.errors([refusedRow(3), refusedRow(4)])
    await writer.flush()
    await finishImport(book.context, 'officer', id, report('b.csv'), [])
    const orders = (await allOrders(book)).map(({ id: order }) => order)
    await saveResults(
      book.context,
      orders.map((order) => ({
        order,
        orderNo: '',
        state: 'matched',
        payments: [],
        waybills: [],
        breaks: [],
        notes: [],
      })),
    )
    await removeImport(book.context, 'officer', id, 'wrong shop', 'undone')
    expect((await allOrders(book)).length).toBe(250)
    expect(await counter(book, 'orders')).toBe(250)
    expect(await counter(book, 'errors')).toBe(0)
    const left = (await rawRows(name)).filter(
      ({ store, value }) =>
        store !== 'imports' && store !== 'journal' && JSON.stringify(value).includes(`"${id}`),
    )
    expect(left).toEqual([])
    expect((await rawRows(name)).filter(({ store }) => store === 'blocks')).toHaveLength(2)
    expect((await listImports(book.context)).map(({ id: one, record }) => [one, record.state])).toEqual([
      [kept, 'done'],
      [id, 'undone'],
    ])
    expect(await verifyJournal(book.context)).toMatchObject({ ok: true })
  })

  it('does not count from the moment its removal is decided, and the rest is taken up after a kill', async () => {
    const book = await openTestBook()
    const id = await importOrders(book, items(0, 600))
    const found = await listImports(book.context)
    await command(book.context, 'import.undo', 'officer', '', async (draft) => {
      await draft.put('imports', { ...found[0]!.record, state: 'undone' }, id)
    })
    expect(await allOrders(book)).toEqual([])
    expect(await findFacts(book.context, 'orders', 'order', 'N1')).toEqual([])
    expect((await storedKeys(book.context, 'orders', ['shopify|main|N1'])).size).toBe(0)
    await book.resume()
    expect(await book.context.connections.run('strict', (db) => db.table('blocks').count())).toBe(0)
  })

  it('cannot be undone while a list stands on it, which is named', async () => {
    const book = await openTestBook()
    const id = await importOrders(book, items(0, 10))
    const [first] = await allOrders(book)
    const record = list('COP-1', { orders: [first!.id] })
    await command(book.context, 'list.build', 'officer', '', [{ table: 'lists', op: 'put', record }])
    await expect(removeImport(book.context, 'officer', id, '', 'undone')).rejects.toMatchObject({
      code: 'used-in-list',
      params: { lists: 'COP-1' },
    })
    expect(await allOrders(book)).toHaveLength(10)
    const voided = { ...record, state: 'void' as const }
    await command(book.context, 'list.void', 'officer', '', [
      { table: 'lists', op: 'put', rev: 1, record: voided },
    ])
    await removeImport(book.context, 'officer', id, '', 'undone')
    expect(await allOrders(book)).toEqual([])
  })

  it('replaces an older fact, and gives it back when undone', async () => {
    const book = await openTestBook()
    await importOrders(book, items(0, 3), { contentHash: 'a' })
    const old = (await allOrders(book))[1]!
    const changed = orderItem(order('N1', { country: 'FR' }), old.id)
    const second = await importOrders(book, [changed], { contentHash: 'b' })
    const countries = async () => (await allOrders(book)).map(({ record }) => record.country)
    expect(await countries()).toEqual(['US', 'US', 'FR'])
    expect((await storedKeys(book.context, 'orders', [changed.key])).get(changed.key)?.digest).toBe(
      changed.digest,
    )
    expect(await counter(book, 'orders')).toBe(3)
    await removeImport(book.context, 'officer', second, '', 'undone')
    expect(await countries()).toEqual(['US', 'US', 'US'])
    expect((await storedKeys(book.context, 'orders', [changed.key])).get(changed.key)?.id).toBe(old.id)
    expect(await counter(book, 'orders')).toBe(3)
  })

  it('keeps a fact replaced while any later one stands, whichever in between is undone', async () => {
    const book = await openTestBook()
    await importOrders(book, items(0, 1), { contentHash: 'a' })
    const change = async (country: string) => {
      const [last] = await allOrders(book)
      return importOrders(book, [orderItem(order('N0', { country }), last!.id)], { contentHash: country })
    }
    const second = await change('FR')
    const third = await change('DE')
    const countries = async () => (await allOrders(book)).map(({ record }) => record.country)
    expect(await countries()).toEqual(['DE'])
    await removeImport(book.context, 'officer', second, '', 'undone')
    expect(await countries()).toEqual(['DE'])
    await removeImport(book.context, 'officer', third, '', 'undone')
    expect(await countries()).toEqual(['US'])
  })

  it('raises the counters outside only at its end, so that a power cut in between is no alarm', async () => {
    const sentinel = memorySentinel()
    const book = await openTestBook(newDatabaseName(), sentinel)
    const { id } = await beginImport(book.context, 'officer', importStart())
    const writer = await ImportWriter.open(book.context, 'orders', id)
    await writer.facts(items(0, 2000))
    expect(sentinel.counters.facts).toBe(0)
    await finishImport(book.context, 'officer', id, report('a'), [])
    expect(sentinel.counters.facts).toBe(2000)
  })

  it('keeps refused rows in file order with what was mended', async () => {
    const book = await openTestBook()
    const { id } = await beginImport(book.context, 'officer', importStart())
    const writer = await ImportWriter.open(book.context, 'orders', id)
    await writer.errors(Array.from({ length: 450 }, (_, i) => refusedRow(i + 2)))
    await writer.flush()
    const [row] = await pageErrors(book.context, id, 203, 1)
    expect(row).toMatchObject({ row: 205, cells: ['bad 205', 'Planted-Person'], state: 'open' })
    const record = { aspect: 'cells' as const, fact: row!.id, cells: ['good', 'x'] }
    await command(book.context, 'error.edit', 'officer', '', [{ table: 'overlays', op: 'put', record }])
    expect((await pageErrors(book.context, id, 203, 1))[0]?.mended).toEqual(['good', 'x'])
    await purgeImport(book.context, id)
    expect(await pageErrors(book.context, id, 0, 10)).toEqual([])
  })
})
