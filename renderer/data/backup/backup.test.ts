import { describe, expect, it } from 'vitest'
import { rowsOf } from '#shared/backup/manifest'
import { PART_BYTES } from '#shared/backup/rows'
import type { BackupEntry, BackupSummary } from '#shared/ipc/backup'
import { loadBook } from '../../../test/data/book-fixture'
import type { BookFixture } from '../../../test/data/book-fixture'
import {
  memorySentinel,
  newDatabaseName,
  openTestBook,
  rawRows,
  rawWrite,
  testClock,
  testKeys,
} from '../../../test/data/book-kit'
import { goods } from '../../../test/data/samples'
import v1 from '../../../test/fixtures/db/v1.json'
import { Book } from '../book'
import { latestVersion } from '../connection/open'
import { arrive } from '../desks/move'
import { readDesk } from '../desks/setting'
import { bookMigrations } from '../migrations/index'
import type { BackupLink } from '../port'
import { allRecords } from '../read/records'
import type { StoredRow } from '../schema/stored'
import { sha256Hex } from '../sealing/bytes'
import { command } from '../write/command'
import { renewSeals } from '../write/renew-seals'
import { verifyEnd, verifyJournal } from '../write/verify'
import { backUp } from './back-up'
import { drill } from './drill'
import { holdRestored, newRestoredName, removeRestored, restoreInto, sweepRestored } from './restore'
import { snapshot } from './snapshot'

type Written = { parts: { store: string; bytes: Uint8Array }[]; summary?: BackupSummary; aborted: number }

/** Main, as far as rows are concerned. `hold` stands for a slow disk. */
function memoryMain(hold?: () => Promise<void>): BackupLink & { written: Written } {
  const written: Written = { parts: [], aborted: 0 }
  return {
    written,
    begin: async () => 'id',
    part: async (_id, store, bytes) => {
      await hold?.()
      expect(bytes.byteLength).toBeLessThanOrEqual(PART_BYTES)
      written.parts.push({ store, bytes })
    },
    async finish(_id, { stores, ...facts }) {
      const summed = await Promise.all(
        stores.map(async ({ store, rows }) => {
          const own = written.parts.filter((part) => part.store === store)
          const parts = await Promise.all(own.map(({ bytes }) => sha256Hex(bytes)))
          return { store, rows, bytes: own.reduce((sum, { bytes }) => sum + bytes.byteLength, 0), parts }
        }),
      )
      const whose = { book: 'b', kind: 'practice' as const, label: 'x', officer: 'o', keyId: 'key-1' }
      const when = { createdAt: '2026-11-01T00:00:00.000Z', software: 'test', sends: 0, moves: null }
      written.summary = { ...whose, ...when, ...facts, stores: summed }
      return { id: 'id', rows: rowsOf(stores) } as BackupEntry
    },
    abort: async () => void written.aborted++,
  }
}

const unasked = { confirmed: false, moves: false }

const databases = async () => (await indexedDB.databases()).map(({ name }) => name).sort()

const linkOf = (parts: Written['parts']) => {
  const left = [...parts]
  return { next: async () => left.shift() ?? null }
}
const sourceOf = ({ parts, summary }: Written) => ({ ...summary!, ...linkOf(parts) })

const save = (context: Parameters<typeof command>[0], sku: string, name: string, rev = 0) =>
  command(context, 'goods.save', 'officer', '', [
    { table: 'goods', op: 'put', rev, record: goods(sku, { name }) },
  ])

/** A book with some goods, one of them larger than a part. */
async function smallBook() {
  const name = newDatabaseName()
  const book = await openTestBook(name)
  await save(book.context, 'A', 'first')
  await save(book.context, 'A', 'second', 1)
  await save(book.context, 'BIG', 'x'.repeat(PART_BYTES + 5_000))
  return { name, book }
}

async function copyOf(name: string, book: Awaited<ReturnType<typeof openTestBook>>) {
  const main = memoryMain()
  await backUp(book.context, main, unasked)
  expect(rowsOf(main.written.summary!.stores)).toBe((await rawRows(name)).length)
  return main.written
}

describe('a backup', () => {
  it('holds every row as it lies, and the restored book is the same, verified, and can be worked on', async () => {
    const { name, book } = await smallBook()
    const written = await copyOf(name, book)
    expect(written.summary).toMatchObject({ journal: { seq: 3 }, counters: { journal: 3 } })
    expect(written.summary?.schema).toBe(latestVersion(bookMigrations))
    const database = newRestoredName()
    expect(await restoreInto(database, sourceOf(written))).toEqual([])
    expect(await rawRows(database)).toStrictEqual(await rawRows(name))
    const restored = await openTestBook(database)
    expect(await verifyJournal(restored.context)).toEqual({ ok: true, entries: 3 })
    await save(restored.context, 'C', 'after')
    expect(await verifyEnd(restored.context)).toEqual({ ok: true, entries: 4 })
  })

  it('of an older version is restored under that version and brought up when it is opened', async () => {
    const name = newDatabaseName()
    await loadBook(v1 as unknown as BookFixture, name)
    const idb = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('open'))
    })
    const main = memoryMain()
    const copied = await snapshot(idb, ({ store, bytes }) => main.part('id', store, bytes))
    await main.finish('id', copied)
    idb.close()
    const database = newRestoredName()
    expect(await restoreInto(database, sourceOf(main.written))).toEqual([])
    const restored = await openTestBook(database)
    expect(await verifyJournal(restored.context)).toMatchObject({ ok: true, entries: 6 })
  })

  it('is one moment of the book: a write meanwhile waits, and is not in it', async () => {
    const { name, book } = await smallBook()
    let during: Promise<unknown> | undefined
    let isWritten = false
    const main = memoryMain(async () => {
      during ??= save(book.context, 'LATE', 'x').then(() => (isWritten = true))
      await new Promise((resolve) => setTimeout(resolve))
    })
    const before = (await rawRows(name)).length
    await backUp(book.context, main, unasked)
    await during
    expect(isWritten).toBe(true)
    expect(main.written.summary?.counters['journal']).toBe(3)
    expect(rowsOf(main.written.summary!.stores)).toBe(before)
  })

  it('opens under the key and cipher it was made with, also after the book went on to another, as a desk of its own', async () => {
    const name = newDatabaseName()
    const openAt = async (database: string, seed: number, former: number[] = []) => {
      const keys = await testKeys(seed, { index: 101, former })
      return Book.open({ database, keys, sentinel: memorySentinel(), now: testClock })
    }
    const first = await openAt(name, 1)
    await save(first.context, 'A', 'first')
    const older = await copyOf(name, first)
    await first.close()
    const renewed = await openAt(name, 201, [1])
    await renewSeals(renewed.context)
    await save(renewed.context, 'B', 'after')
    const newer = await copyOf(name, renewed)
    const desks: (string | undefined)[] = []
    for (const [written, seed, skus] of [
      [older, 1, ['A']],
      [newer, 201, ['A', 'B']],
    ] as const) {
      const database = newRestoredName()
      expect(await restoreInto(database, sourceOf(written))).toEqual([])
      await expect(openAt(database, seed === 1 ? 201 : 1)).rejects.toMatchObject({ code: 'wrong-key' })
      const restored = await openAt(database, seed)
      const { context } = restored
      await arrive({ context, database, who: 'o' })
      const desk = await readDesk(context)
      expect(desk?.arrivedIn).toBe(database)
      desks.push(desk?.id)
      const found = (await allRecords(context, 'goods')).map(({ record }) => record.sku)
      expect(found.sort()).toEqual(skus)
      expect(await verifyJournal(context)).toMatchObject({ ok: true })
      await restored.close()
    }
    expect(new Set(desks).size).toBe(2)
  })

  it('is broken off on both sides when main refuses a part', async () => {
    const { book } = await smallBook()
    const main = memoryMain(() => Promise.reject(new Error('[backup-write] {"zh":"满","en":"full"}')))
    await expect(backUp(book.context, main, unasked)).rejects.toMatchObject({ code: 'backup-write' })
    expect(main.written.aborted).toBe(1)
    await save(book.context, 'D', 'goes on')
  })
})

describe('a restore', () => {
  it('leaves no database behind when rows are missing, altered, or newer than this program', async () => {
    const { name, book } = await smallBook()
    const written = await copyOf(name, book)
    const database = newRestoredName()
    const parts = written.parts.map((part) => ({ ...part, bytes: part.bytes.slice() }))
    const lost = { ...written, parts: parts.filter(({ store }) => store !== 'goods') }
    expect(await restoreInto(database, sourceOf(lost))).toEqual([{ store: 'goods', expected: 2, found: 0 }])
    const last = parts.findLast(({ store }) => store === 'goods')!
    last.bytes[last.bytes.byteLength - 3]! ^= 1
    expect(await restoreInto(database, sourceOf({ ...written, parts }))).toEqual([
      { store: 'goods', part: 2 },
    ])
    await expect(restoreInto(database, { ...sourceOf(written), schema: 99 })).rejects.toMatchObject({
      code: 'newer',
    })
    expect(await databases()).not.toContain(database)
  })

  it('for practice compares, walks the journal with the keys of the book, and leaves nothing', async () => {
    const { name, book } = await smallBook()
    const written = await copyOf(name, book)
    const keys = await testKeys()
    const before = await databases()
    const report = await drill(keys, linkOf(written.parts), written.summary!)
    expect(report).toMatchObject({ isGood: true, differences: [], journal: { ok: true, entries: 3 } })
    // Somebody put the goods back to how they were; the backup of that is faithful, and its journal tells.
    const journal = (await rawRows(name)).filter(({ store }) => store === 'journal')
    const older = (journal[1]!.value as { before: { row: StoredRow }[] }).before[0]!.row
    await rawWrite(name, 'goods', (store) => store.put(older))
    const altered = await copyOf(name, book)
    expect(await drill(keys, linkOf(altered.parts), altered.summary!)).toMatchObject({
      isGood: false,
      differences: [],
      journal: { ok: false, seq: 2, record: { table: 'goods', caption: 'A' } },
    })
    expect(await databases()).toEqual(before)
  })

  it('that was cut off is swept away, but no book and nothing that is being filled', async () => {
    const [orphan, adopted] = [newRestoredName(), newRestoredName()]
    for (const each of [orphan, adopted]) await (await openTestBook(each)).close()
    await holdRestored(async (busy) => {
      await (await openTestBook(busy)).close()
      await sweepRestored([adopted])
      const names = await databases()
      expect(names).toEqual(expect.arrayContaining([adopted, busy]))
      expect(names).not.toContain(orphan)
      await removeRestored(busy)
    })
  })
})

describe('an edit made outside the program', () => {
  it('is named by record: put back, put in, taken out', async () => {
    const { name, book } = await smallBook()
    const rows = (await rawRows(name))
      .filter(({ store }) => store === 'goods')
      .map(({ value }) => value as StoredRow)
    const [a] = rows.filter(({ rev }) => rev === 2)
    await rawWrite(name, 'goods', (store) => store.put({ ...a!, id: 'strange' }))
    expect(await verifyJournal(book.context)).toMatchObject({
      ok: false,
      record: { table: 'goods', id: 'strange' },
    })
    await rawWrite(name, 'goods', (store) => store.delete('strange'))
    await rawWrite(name, 'goods', (store) => store.delete(a!.id))
    expect(await verifyJournal(book.context)).toMatchObject({
      ok: false,
      seq: 2,
      record: { table: 'goods', id: a!.id },
    })
    await rawWrite(name, 'goods', (store) => store.put({ ...a!, rev: 9 }))
    expect(await verifyJournal(book.context)).toMatchObject({ ok: false, seq: 2, record: { caption: 'A' } })
  })

  it('of the end of the journal is seen at the start already', async () => {
    const { name, book } = await smallBook()
    expect(await verifyEnd(book.context)).toEqual({ ok: true, entries: 3 })
    await rawWrite(name, 'journal', (store) => store.delete(3))
    expect(await verifyEnd(book.context)).toMatchObject({ ok: false, seq: 3 })
    await rawWrite(name, 'journal', (store) => store.clear())
    expect(await verifyEnd(book.context)).toMatchObject({ ok: false, seq: 1 })
  })
})
