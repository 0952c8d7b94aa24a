import { Book } from '../../renderer/data/book'
import { openDatabase } from '../../renderer/data/connection/open'
import { numbersOf } from '../../renderer/data/facts/kinds'
import type { FactItem } from '../../renderer/data/facts/kinds'
import { storedKeys } from '../../renderer/data/facts/read'
import { beginImport } from '../../renderer/data/imports/begin'
import { finishImport } from '../../renderer/data/imports/end'
import { ImportWriter } from '../../renderer/data/imports/write'
import { encodeText } from '../../renderer/data/sealing/bytes'
import { blind, keyMac } from '../../renderer/data/sealing/blind'
import { open, openBytes, seal, sealBytes } from '../../renderer/data/sealing/cipher'
import type { BookKeys } from '../../renderer/data/sealing/keys'
import { loadProjection } from '../../renderer/workers/book/load'
import { Projection } from '../../renderer/workers/book/projection/projection'
import { searchTables } from '../../renderer/workers/book/projection/search'
import { Views } from '../../renderer/workers/book/views'
import { memorySentinel, sm4Seeds, testKeys } from '../data/book-kit'
import { importStart, order, orderItem, report } from '../data/samples'

/** Times in milliseconds, sizes in bytes. `raw` is the bare work the others are compared with, in the same run. */
export type DataBench = {
  lines: number
  orders: number
  bytesPerOrder: number
  raw: { write: number; read: number }
  perRecord: { write: number; read: number }
  blocks: { write: number; read: number }
  /** The same blocks and the same load under SM4-GCM, and one piece of work of both ciphers without a database. */
  sm4: { write: number; load: number; alone: { aes: number; sm4: number; bytes: number } }
  /** 1,000 business keys, half of them stored, among all of them. */
  lookup: number
  projection: { load: number; firstPage: number; sortedPage: number; totals: number; search: number }
}

const linesPerOrder = 5
/** Records in one transaction, for every variant. */
const perChunk = 2000
const pure = { blocks: 10, bytes: 200_000, rounds: 5 }

/** Blocks against sealing one by one against a bare put of the same bytes. Runs in a page; leaves no database behind. */
export async function benchData(lineCounts: readonly number[]): Promise<DataBench[]> {
  const results: DataBench[] = []
  for (const lines of lineCounts) results.push(await benchSize(lines))
  return results
}

async function benchSize(lines: number): Promise<DataBench> {
  const items = makeItems(Math.ceil(lines / linesPerOrder))
  const keys = await testKeys()
  const raw = await withDatabase((name) => benchRaw(name, items))
  const perRecord = await withDatabase((name) => benchPerRecord(name, keys, items))
  const { blocks, lookup, projection } = await withDatabase((name) => benchBlocks(name, keys, items))
  const ofSm4 = await testKeys(sm4Seeds)
  const other = await withDatabase((name) => benchBlocks(name, ofSm4, items))
  const alone = { ...(await benchPure(keys, ofSm4)), bytes: pure.blocks * pure.bytes }
  const sm4 = { write: other.blocks.write, load: other.projection.load, alone }
  const bytesPerOrder = Math.round(
    encodeText(JSON.stringify(items.slice(0, 200).map((i) => i.record))).length / 200,
  )
  return { lines, orders: items.length, bytesPerOrder, raw, perRecord, blocks, sm4, lookup, projection }
}

/** Sealed and opened again, in pieces as long as a block of facts; the best of some rounds, in turn: AES takes milliseconds. */
async function benchPure(aes: BookKeys, sm4: BookKeys): Promise<{ aes: number; sm4: number }> {
  const plain = new Uint8Array(pure.bytes)
  const round = async (keys: BookKeys) => {
    const start = performance.now()
    for (let i = 0; i < pure.blocks; i++) {
      const sealed = await sealBytes(keys, 'blocks', String(i), 1, plain)
      await openBytes(keys, 'blocks', String(i), sealed)
    }
    return performance.now() - start
  }
  const best = { aes: Infinity, sm4: Infinity }
  for (let n = 0; n < pure.rounds; n++) {
    best.aes = Math.min(best.aes, await round(aes))
    best.sm4 = Math.min(best.sm4, await round(sm4))
  }
  return best
}

function makeItems(orders: number): FactItem<'orders'>[] {
  return Array.from({ length: orders }, (_, i) =>
    orderItem(
      order(`ORD-${String(i).padStart(9, '0')}`, {
        paymentNo: `PAY${i * 7919}`,
        buyerName: `Buyer ${i % 9973}`,
        lines: Array.from({ length: linesPerOrder }, (_line, n) => ({
          row: i * linesPerOrder + n + 2,
          class: 'goods' as const,
          sku: `SKU-${(i * 31 + n) % 4000}`,
          name: `Goods number ${(i * 31 + n) % 4000} with a name`,
          quantity: String((n % 3) + 1),
          price: `${(i % 90) + 1}.95`,
        })),
      }),
    ),
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return Math.round(performance.now() - start)
}

async function benchRaw(name: string, items: readonly FactItem<'orders'>[]): Promise<DataBench['raw']> {
  const migrations = [{ version: 1, stores: { raw: 'id' } }]
  const db = await openDatabase({ name, migrations, durability: 'relaxed' })
  const write = await timed(async () => {
    for (let i = 0; i < items.length; i += perChunk) {
      const rows = items
        .slice(i, i + perChunk)
        .map(({ record }, n) => ({ id: i + n, body: encodeText(JSON.stringify(record)) }))
      await new Promise<void>((resolve, reject) => {
        const tx = db.backendDB().transaction('raw', 'readwrite', { durability: 'relaxed' })
        for (const row of rows) tx.objectStore('raw').put(row)
        tx.oncomplete = () => resolve()
        tx.onerror = () => reject(tx.error ?? new Error('raw put'))
      })
    }
  })
  const read = await timed(async () => {
    for (let i = 0; i < items.length; i += perChunk) {
      const rows = await db
        .table('raw')
        .where('id')
        .between(i, i + perChunk)
        .toArray()
      rows.map((row) => JSON.parse(new TextDecoder().decode(row.body as Uint8Array)) as unknown)
    }
  })
  db.close()
  return { write, read }
}

async function benchPerRecord(
  name: string,
  keys: BookKeys,
  items: readonly FactItem<'orders'>[],
): Promise<DataBench['perRecord']> {
  const migrations = [{ version: 1, stores: { records: 'id, *nums' } }]
  const db = await openDatabase({ name, migrations, durability: 'relaxed' })
  const write = await timed(async () => {
    for (let i = 0; i < items.length; i += perChunk) {
      const rows = await Promise.all(
        items.slice(i, i + perChunk).map(async ({ record, key }, n) => {
          const id = String(i + n).padStart(9, '0')
          const macs = numbersOf('orders', record).map(([kind, number]) =>
            blind(keys, 'orders', kind, number),
          )
          const [nums, sealed] = await Promise.all([
            Promise.all([keyMac(keys, key), ...macs]),
            seal(keys, 'records', id, 1, record),
          ])
          return { id, nums, kind: record.kind, day: record.businessDay, ...sealed }
        }),
      )
      await db.table('records').bulkAdd(rows)
    }
  })
  const read = await timed(async () => {
    for (let after = ''; ;) {
      const rows = await db.table('records').where('id').above(after).limit(perChunk).toArray()
      if (rows.length === 0) break
      after = rows.at(-1)!.id as string
      await Promise.all(rows.map((row) => open(keys, 'records', row.id as string, row as never)))
    }
  })
  db.close()
  return { write, read }
}

async function benchBlocks(
  name: string,
  keys: BookKeys,
  items: readonly FactItem<'orders'>[],
): Promise<Pick<DataBench, 'blocks' | 'lookup' | 'projection'>> {
  const book = await Book.open({ database: name, keys, sentinel: memorySentinel() })
  const { context } = book
  const write = await timed(async () => {
    const { id } = await beginImport(context, 'bench', importStart())
    const writer = await ImportWriter.open(context, 'orders', id)
    for (let i = 0; i < items.length; i += perChunk) await writer.facts(items.slice(i, i + perChunk))
    await writer.flush()
    await finishImport(context, 'bench', id, report('bench.csv'), [])
  })
  const read = await timed(async () => {
    for await (const facts of book.facts('orders')) void facts.length
  })
  const step = Math.max(1, Math.floor(items.length / 500))
  const asked = items.filter((_, i) => i % step === 0).flatMap(({ key }) => [key, `${key}-absent`])
  const lookup = await timed(() => storedKeys(context, 'orders', asked.slice(0, 1000)))
  const projection = new Projection()
  const views = new Views(projection)
  const load = await timed(() => loadProjection(book, projection))
  const page = { table: 'orders' as const, offset: 0, limit: 50 }
  const firstPage = await timed(async () => views.page(page))
  const sortedPage = await timed(async () => views.page({ ...page, sort: { column: 'amount' } }))
  const totals = await timed(async () => views.totals('orders'))
  const search = await timed(async () => searchTables([projection.orders as never], '000777'))
  await book.close()
  return { blocks: { write, read }, lookup, projection: { load, firstPage, sortedPage, totals, search } }
}

/** A database name of its own; whatever was stored under it is gone afterwards. */
export async function withDatabase<T>(work: (name: string) => Promise<T>): Promise<T> {
  const name = `bench-${crypto.randomUUID()}`
  try {
    return await work(name)
  } finally {
    await new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = request.onerror = request.onblocked = () => resolve()
    })
  }
}
