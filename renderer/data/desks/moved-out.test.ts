import { expect, it } from 'vitest'
import { memoryDeskService } from '../../../test/data/desks'
import { closeDesksAfterEach, confirmed, desk, saveGoods, swap } from '../../../test/data/desk-acts'
import { Book } from '../book'
import { BookStore } from '../engine/store'

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
