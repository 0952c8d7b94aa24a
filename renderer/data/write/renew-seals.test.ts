import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formerKey,
  memorySentinel,
  newDatabaseName,
  rawRows,
  rawWrite,
  sm4Seeds,
  testClock,
  testKeys,
} from '../../../test/data/book-kit'
import { goods, importStart, list, order, orderItem, report } from '../../../test/data/samples'
import { until } from '../../../test/data/sample-book'
import { shippedFormer as shipped } from '../../../test/support/former-key'
import { Book } from '../book'
import { readFacts } from '../facts/read'
import { beginImport } from '../imports/begin'
import { finishImport } from '../imports/end'
import { pageErrors } from '../imports/error-block'
import { ImportWriter } from '../imports/write'
import { pageJournal } from '../read/journal'
import { allRecords, getRecord } from '../read/records'
import type { StoredRow } from '../schema/stored'
import { asWritten, open, seal, type Seal, underPresent } from '../sealing/cipher'
import { importDataKey } from '../sealing/keys'
import { carryRing, importFormer } from '../sealing/ring'
import { command } from './command'
import { renewSeals } from './renew-seals'
import { undo } from './undo'
import { verifyJournal } from './verify'

/** The book as it is unlocked after its key was renewed, from AES to AES or to SM4 or back; the index key stays. */
async function openAt(database: string, times: number, seeds: readonly number[] = [1, 2, 3]) {
  const keys = await testKeys(seeds[times], { index: 101, former: seeds.slice(0, times).slice(-1) })
  return Book.open({ database, keys, sentinel: memorySentinel(), now: testClock })
}

async function save({ context }: Book, sku: string, name: string) {
  const before = (await allRecords(context, 'goods')).find(({ record }) => record.sku === sku)
  await command(context, 'goods.save', 'o', name, [
    { table: 'goods', op: 'put', id: before?.id, rev: before?.rev, record: goods(sku, { name }) },
  ])
}

async function filled(database: string): Promise<{ importId: string; group: string }> {
  const book = await openAt(database, 0)
  await save(book, 'A', 'first')
  await save(book, 'A', 'second')
  await command(book.context, 'lists.save', 'o', '', [
    { table: 'lists', op: 'put', record: list('COP-1', { orderNo: 'ORD-1', logisticsNo: 'W-1' }) },
  ])
  const { id } = await beginImport(book.context, 'o', importStart({ file: 'f.csv' }))
  const writer = await ImportWriter.open(book.context, 'orders', id)
  await writer.facts([orderItem(order('ORD-1'))])
  await writer.errors([{ row: 3, cells: ['x'], errors: [] }])
  await writer.flush()
  await finishImport(book.context, 'o', id, report('f.csv'), [])
  const { entries } = await pageJournal(book.context, 0, 10)
  await book.close()
  return { importId: id, group: entries.find(({ why }) => why === 'second')!.group }
}

/** Whatever was stored can be read, found and proven, and a number that is taken stays so. */
async function expectWhole(book: Book, importId: string) {
  expect((await allRecords(book.context, 'goods')).map(({ record }) => record.name)).toEqual(['second'])
  expect((await readFacts(book.context, 'orders', [`${importId}.000000.000`]))[0]?.record.orderNo).toBe(
    'ORD-1',
  )
  expect(await pageErrors(book.context, importId, 0, 10)).toHaveLength(1)
  expect(await verifyJournal(book.context)).toMatchObject({ ok: true })
  const again = list('COP-2', { orderNo: 'ORD-1', logisticsNo: 'W-2' })
  await expect(
    command(book.context, 'lists.save', 'o', '', [{ table: 'lists', op: 'put', record: again }]),
  ).rejects.toMatchObject({ code: 'taken-order' })
}

/** Keys under which anything in the database lies, the kept earlier rows of the journal included. */
async function keysOnDisk(database: string): Promise<string[]> {
  const rows = (await rawRows(database)).map(
    ({ value }) => value as StoredRow & { before?: { row: StoredRow }[] },
  )
  const seals = rows.flatMap((row) => [row, ...(row.before ?? []).map((one) => one.row)])
  return [...new Set(seals.flatMap(({ kid, body }) => (body ? [kid] : [])))].sort()
}

describe('a renewed key', () => {
  it('covers the whole book, wherever the pass was killed, from AES to SM4 and back; journal, numbers and undoing stay as they were', async () => {
    const seeds = [1, 201, 3]
    const database = newDatabaseName()
    const { importId, group } = await filled(database)
    for (let killedAfter = 1, isDone = false; !isDone; killedAfter += 3) {
      const book = await openAt(database, 1, seeds)
      await expectWhole(book, importId)
      let looked = 0
      const kill = () => {
        if (++looked >= killedAfter) throw new Error('killed')
      }
      isDone = await renewSeals(book.context, kill, { rows: 1, bytes: 1 }).then(
        () => true,
        (error: Error) => error.message !== 'killed',
      )
      await book.close()
    }
    expect(await keysOnDisk(database)).toEqual(['sm4-gcm.key-201'])
    // Once more: no row lies under more than two seals, and the first key is still at hand for the inner ones.
    const third = await openAt(database, 2, seeds)
    await renewSeals(third.context)
    expect(await keysOnDisk(database)).toEqual(['key-3'])
    await expectWhole(third, importId)
    await undo(third.context, 'o', group, 'back')
    expect((await allRecords(third.context, 'goods'))[0]?.record.name).toBe('first')
    expect(await verifyJournal(third.context)).toMatchObject({ ok: true })
    await third.close()
    await expect(openAt(database, 0)).rejects.toMatchObject({ code: 'wrong-key' })
  })

  it('leaves nobody who has only the key before a way in, to read or to plant', async () => {
    const database = newDatabaseName()
    await filled(database)
    const book = await openAt(database, 1)
    await renewSeals(book.context)
    const [record] = await allRecords(book.context, 'goods')
    const older = await testKeys(1)
    const planted = await seal(older, 'goods', record!.id, 1, goods('A', { name: 'planted' }))
    await rawWrite(database, 'goods', (store) => store.put({ id: record!.id, rev: 9, ...planted }))
    await expect(getRecord(book.context, 'goods', record!.id)).rejects.toMatchObject({ code: 'wrong-key' })
    const ring = (await rawRows(database)).find(({ value }) => (value as { key?: string }).key === 'ring')
    const [former] = (ring!.value as { value: never[] }).value
    await expect(importFormer(older.data, former!)).rejects.toMatchObject({ code: 'tampered' })
    await book.close()
  })

  it('waits for whoever still has the book open under the key before', async () => {
    const database = newDatabaseName()
    await filled(database)
    const late = await openAt(database, 0)
    const book = await openAt(database, 1)
    const pass = renewSeals(book.context)
    const isWaiting = async () =>
      (await navigator.locks.query()).pending?.some(({ name }) => name?.includes(database)) === true
    await Promise.race([pass, until(isWaiting, Boolean)])
    await command(late.context, 'goods.save', 'o', '', [{ table: 'goods', op: 'put', record: goods('AAA') }])
    await late.close()
    await pass
    expect(await keysOnDisk(database)).toEqual(['key-2'])
    expect(await allRecords(book.context, 'goods')).toHaveLength(2)
    await book.close()
  })

  it('opens what main sealed for it', async () => {
    const bytes = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
    const keys = await testKeys(2)
    const key = await importDataKey('key', bytes(shipped.dataKey))
    const first = await importFormer(key, shipped.former)
    const sealed = await seal(await testKeys(7), 'goods', 'x', 1, 'text')
    const theirs = { ...keys, kid: 'key-7', data: first }
    expect(await open(theirs, 'goods', 'x', sealed)).toBe('text')
  })

  it('leaves every seal as it was written, in whatever order rows are written and covered', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), row: fc.nat(3) }),
      fc.record({ do: fc.constant('cover' as const), row: fc.nat(3) }),
      fc.record({ do: fc.constant('renew' as const), row: fc.nat(3) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        let at = 1
        let ring: Awaited<ReturnType<typeof carryRing>> = []
        const rows = new Map<number, { seal: Seal; first: Seal; text: string }>()
        const present = async () => {
          const keys = await testKeys(at)
          const entries = ring.map(async (one) => [one.keyId, await importFormer(keys.data, one)] as const)
          return { ...keys, ring: { keys: new Map(await Promise.all(entries)), renewing: true } }
        }
        for (const [n, { do: what, row }] of steps.entries()) {
          const keys = await present()
          const found = rows.get(row)
          if (what === 'write') {
            const first = await seal(keys, 'goods', String(row), 1, `text ${n}`)
            rows.set(row, { seal: first, first, text: `text ${n}` })
          } else if (what === 'cover' && found) {
            found.seal = await underPresent(keys, 'goods', String(row), found.seal)
          } else if (what === 'renew') {
            // The pass ends before the next renewal may begin.
            for (const [id, one] of rows) one.seal = await underPresent(keys, 'goods', String(id), one.seal)
            const before = at
            at = row < 2 ? n + 2 : sm4Seeds + n
            ring = await carryRing(await testKeys(at), await formerKey(at, before), ring)
          }
        }
        const keys = await present()
        for (const [id, one] of rows) {
          expect(await open(keys, 'goods', String(id), one.seal)).toBe(one.text)
          expect(await asWritten(keys, 'goods', String(id), one.seal)).toEqual(one.first)
        }
      }),
      { numRuns: 25 },
    )
  })
})
