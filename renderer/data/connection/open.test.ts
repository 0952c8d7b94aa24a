import { describe, expect, it } from 'vitest'
import { newDatabaseName, openTestBook, memorySentinel, rawRows, testKeys } from '../../../test/data/book-kit'
import { goods } from '../../../test/data/samples'
import { Book } from '../book'
import { bookMigrations } from '../migrations/index'
import { getRecord } from '../read/records'
import { command } from '../write/command'
import { Connections } from './connections'
import { openDatabase, versionOnDisk } from './open'
import { compareCounters } from './sentinel'

const next = (version: number) => [...bookMigrations, { version, stores: { extra: 'id' } }]
const save = (book: Book, sku: string) =>
  command(book.context, 'goods.save', 'o', '', [{ table: 'goods', op: 'put', record: goods(sku) }])

describe('opening a book', () => {
  it('refuses a database written by a newer version and touches nothing in it', async () => {
    const name = newDatabaseName()
    const book = await openTestBook(name)
    await save(book, 'A')
    await book.close()
    const later = bookMigrations.length + 1
    const newer = await openDatabase({ name, migrations: next(later), durability: 'strict' })
    newer.close()
    const before = JSON.stringify(await rawRows(name))
    await expect(openTestBook(name)).rejects.toMatchObject({
      code: 'newer',
      params: { found: later, known: bookMigrations.length },
    })
    expect(await versionOnDisk(name)).toBe(later)
    expect(JSON.stringify(await rawRows(name))).toBe(before)
  })

  it('upgrades what an older version wrote, and keeps it', async () => {
    const name = newDatabaseName()
    const book = await openTestBook(name)
    const { ids } = await save(book, 'A')
    await book.close()
    const upgraded = await openDatabase({
      name,
      migrations: next(bookMigrations.length + 1),
      durability: 'strict',
    })
    expect(await upgraded.table('goods').get(ids[0]!)).toMatchObject({ rev: 1 })
    expect(upgraded.tables.map((table) => table.name)).toContain('extra')
    upgraded.close()
  })

  it('says that another window blocks the upgrade instead of waiting for ever', async () => {
    const name = newDatabaseName()
    await (await openTestBook(name)).close()
    const held = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
    })
    const late = openDatabase({
      name,
      migrations: next(bookMigrations.length + 1),
      durability: 'strict',
      timeoutMs: 300,
    })
    await expect(late).rejects.toMatchObject({ code: 'blocked' })
    held.close()
  })

  it('lets go when another window upgrades, and says so on the next use', async () => {
    const name = newDatabaseName()
    const book = await openTestBook(name)
    await save(book, 'A')
    const upgraded = await openDatabase({
      name,
      migrations: next(bookMigrations.length + 1),
      durability: 'strict',
    })
    await expect(save(book, 'B')).rejects.toMatchObject({ code: 'superseded' })
    upgraded.close()
  })

  it('reopens a connection that the system closed, and the write goes through once', async () => {
    const book = await openTestBook()
    const { ids } = await save(book, 'A')
    for (const durability of ['strict', 'relaxed'] as const) {
      const db = await book.context.connections.get(durability)
      db.backendDB().close()
    }
    const second = await save(book, 'B')
    expect(second.seq).toBe(2)
    expect((await getRecord(book.context, 'goods', ids[0]!))?.record.sku).toBe('A')
  })

  it('gives up after a budget of lost connections, with a named error', async () => {
    const connections = new Connections(newDatabaseName(), bookMigrations)
    let tries = 0
    const dead = connections.run('strict', () => {
      tries++
      return Promise.reject(new DOMException('The database connection is closing.', 'InvalidStateError'))
    })
    await expect(dead).rejects.toMatchObject({ code: 'closed' })
    expect(tries).toBe(4)
  })

  it('refuses another key before anything is read', async () => {
    const name = newDatabaseName()
    await (await openTestBook(name)).close()
    const wrong = Book.open({ database: name, keys: await testKeys(2), sentinel: memorySentinel() })
    await expect(wrong).rejects.toMatchObject({
      code: 'wrong-key',
      params: { found: 'key-1', given: 'key-2' },
    })
  })

  it('commits strictly where nothing may be lost and relaxed where a chunk can come again', async () => {
    const connections = new Connections(newDatabaseName(), bookMigrations)
    const durabilityOf = (which: 'strict' | 'relaxed') =>
      connections.run(which, (db) =>
        db.transaction('rw', 'meta', async (tx) => {
          await tx.table('meta').put({ key: 'x' })
          return (tx as unknown as { idbtrans: IDBTransaction }).idbtrans.durability
        }),
      )
    expect([await durabilityOf('strict'), await durabilityOf('relaxed')]).toEqual(['strict', 'relaxed'])
    await connections.close()
  })
})

describe('the sentinel', () => {
  it('alarms when the database shows less, and only then', async () => {
    const sentinel = memorySentinel()
    const name = newDatabaseName()
    const book = await openTestBook(name, sentinel)
    await save(book, 'A')
    await book.close()
    expect((await openTestBook(name, sentinel)).health).toEqual({ state: 'ok' })
    const emptied = await openTestBook(newDatabaseName(), sentinel)
    expect(emptied.health).toMatchObject({
      state: 'suspect',
      shortfalls: [{ counter: 'journal', database: 0, sentinel: 1 }],
      text: {
        zh: expect.stringContaining('操作记录 0 (登记 1)') as string,
        en: expect.stringContaining('journal entries 0 (recorded 1)') as string,
      },
    })
    await save(emptied, 'B')
    expect(sentinel.counters.journal).toBe(1)
  })

  it('takes a database that shows more for a crash before the counter was raised', () => {
    expect(compareCounters({ journal: 5, lists: 2 }, { journal: 4 })).toEqual({ state: 'ok' })
    expect(compareCounters({ journal: 5 }, { journal: 5, receipts: 1 })).toMatchObject({ state: 'suspect' })
  })
})
