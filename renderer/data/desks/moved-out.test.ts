import { expect, it } from 'vitest'
import { memoryDeskService } from '../../../test/data/desks'
import { closeDesksAfterEach, confirmed, desk, saveGoods, swap } from '../../../test/data/desk-acts'
import { memorySentinel, testClock } from '../../../test/data/book-kit'
import { goods } from '../../../test/data/samples'
import { newRestoredName, restoreInto, summaryOf } from '../backup/restore'
import { snapshot, type Part } from '../backup/snapshot'
import { Book } from '../book'
import { BookStore } from '../engine/store'
import { allRecords } from '../read/records'
import { command } from '../write/command'
import { verifyJournal } from '../write/verify'
import { Desks } from './desks'
import { arrive } from './move'

closeDesksAfterEach()

it('a desk that moved out writes nothing more, whichever of its marks is left', async () => {
  const a = await desk('A')
  await a.desks.moved(false)
  await expect(saveGoods(a, 'SKU-1')).rejects.toMatchObject({ code: 'moved-out' })
  // Nothing gets into its queue, and what was in it does not leave.
  const store = new BookStore(a.context, 'practice|E1')
  await expect(store.enqueue([], a.context.now())).rejects.toMatchObject({ code: 'moved-out' })
  await expect(store.markSending('b', a.context.now(), { epoch: 1 })).rejects.toMatchObject({
    code: 'moved-out',
  })
  await expect(a.desks.exportFile()).rejects.toMatchObject({ code: 'moved-out' })
  const again = async (sentinel: typeof a.sentinel) => {
    const book = await Book.open({ database: a.database, keys: a.keys, sentinel })
    const { health } = book
    await book.close()
    return health.state
  }
  const lost = { ...a.sentinel, read: () => Promise.resolve({}) }
  expect(await again(lost)).toBe('moved')
  // An older database beside the settings of today.
  const older = await desk('A')
  await older.sentinel.advance({ moved: 1 })
  const book = await Book.open({ database: older.database, keys: older.keys, sentinel: older.sentinel })
  expect(book.health.state).toBe('moved')
  await book.close()
})

/** What restoring a backup of a desk's book makes on another computer. */
async function copyOf({ context }: Awaited<ReturnType<typeof desk>>): Promise<string> {
  const idb = (await context.connections.get('strict')).backendDB()
  const parts: Part[] = []
  const { schema } = await snapshot(idb, async (part) => void parts.push(part))
  const database = newRestoredName()
  const next = async () => parts.shift() ?? null
  expect(await restoreInto(database, { schema, stores: await summaryOf(idb), next })).toEqual([])
  return database
}

it('goes on at the computer it moved to as a desk of its own; a copy that is known to be one does not', async () => {
  const a = await desk('A')
  await saveGoods(a, 'SKU-1')
  // Of a desk that never met anybody: what the service is told and what is kept is one id.
  const id = await a.desks.id()
  await a.desks.moved(true)
  const database = await copyOf(a)
  const openWith = async (sentinel = memorySentinel(), at = database) => {
    const book = await Book.open({ database: at, keys: a.keys, sentinel, now: testClock })
    const desks = new Desks(book.context, at, 'officer B')
    await arrive({ context: book.context, database: at, who: 'officer B' })
    const state = await desks.state()
    return { book, context: book.context, state, health: book.health.state, who: 'officer B' }
  }
  const told = memorySentinel()
  await told.advance({ moved: 1 })
  const copy = await openWith(told)
  expect([copy.health, copy.state.id]).toEqual(['moved', id])
  await copy.book.close()
  const b = await openWith()
  expect(b.health).toBe('ok')
  expect(b.state.moved).toBeUndefined()
  expect(b.state.id).not.toBe(id)
  expect(b.state.desks).toContainEqual(expect.objectContaining({ id, code: 'A', state: 'moved' }))
  // Numbers were given out under its code: none is before it has one of its own, here or where the same file came too.
  expect(b.state.clash).toEqual({ code: 'A' })
  const second = await openWith(memorySentinel(), await copyOf(a))
  expect([second.state.clash, second.state.id === b.state.id]).toEqual([{ code: 'A' }, false])
  await second.book.close()
  await command(b.context, 'goods.save', 'officer B', '', [
    { table: 'goods', op: 'put', record: goods('SKU-2') },
  ])
  const settled = (await verifyJournal(b.context)) as { entries: number }
  await b.book.close()
  // Arriving is done once.
  const again = await openWith()
  expect(again.state.id).toBe(b.state.id)
  expect(await verifyJournal(again.context)).toEqual({ ok: true, entries: settled.entries })
  await again.book.close()
})

it('a restored copy of a desk that still works is another desk, without a code until it has one of its own', async () => {
  const a = await desk('A')
  const id = await a.desks.id()
  const database = await copyOf(a)
  const book = await Book.open({ database, keys: a.keys, sentinel: memorySentinel(), now: testClock })
  await arrive({ context: book.context, database, who: 'officer B' })
  const desks = new Desks(book.context, database, 'officer B')
  const copy = await desks.state()
  expect([copy.clash, copy.id === id]).toEqual([{ code: 'A' }, false])
  expect(copy.desks).toContainEqual(expect.objectContaining({ id, code: 'A', state: 'active' }))
  const [own] = await allRecords(book.context, 'enterprise')
  await command(book.context, 'enterprise', 'officer B', '', [
    { table: 'enterprise', op: 'put', rev: own!.rev, record: { ...own!.record, desk: 'B' } },
  ])
  expect((await desks.state()).clash).toBeUndefined()
  await book.close()
})

it('a third desk hears by file that another one moved out, for good', async () => {
  const [a, b, c] = [await desk('A'), await desk('B'), await desk('C')]
  await swap(a, b)
  await swap(a, c)
  const { id } = await a.desks.state()
  const service = memoryDeskService()
  const register: typeof service.link.register = async (...args) => {
    const told = await service.link.register(...args)
    const gone = { id, code: 'A', name: 'officer A', state: 'moved' as const, seenAt: '2026-11-03T00:00:00Z' }
    return told.ok ? { ok: true, value: { desks: [...told.value.desks, gone] } } : told
  }
  const stale = await a.desks.exportFile()
  await b.desks.meetByService({ ...service.link, register }, 'met')
  await c.desks.importFile(await b.desks.exportFile(), 'file', confirmed)
  const stateOf = async () => (await c.desks.state()).desks.find((one) => one.id === id)?.state
  expect(await stateOf()).toBe('moved')
  // An older file of that desk does not bring it back.
  await c.desks.importFile(stale, 'file', confirmed)
  expect(await stateOf()).toBe('moved')
})
