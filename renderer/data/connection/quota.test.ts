import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { memorySentinel, newDatabaseName, openTestBook } from '../../../test/data/book-kit'
import { goods, importStart, order, orderItem, report } from '../../../test/data/samples'
import { beginImport } from '../imports/begin'
import { finishImport } from '../imports/end'
import { ImportWriter } from '../imports/write'
import { getRecord } from '../read/records'
import { command } from '../write/command'
import { verifyJournal } from '../write/verify'

type Protocol = { send(method: string, params: object): Promise<unknown> }
const quota = (quotaSize?: number) =>
  (cdp() as unknown as Protocol).send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    quotaSize,
  })

/** Room for a few megabytes more. */
async function giveRoom(): Promise<void> {
  const { usage = 0 } = await navigator.storage.estimate()
  await quota(usage + 6_000_000)
}

type Buckets = { open(name: string): Promise<{ indexedDB: IDBFactory }> }
/**
 * A book in a storage bucket of its own. Chromium remembers for half a minute how much room a bucket had and does not
 * look again; a new one has nothing to remember.
 */
async function bookOnFullDisk() {
  const { storageBuckets } = navigator as unknown as { storageBuckets: Buckets }
  const { indexedDB: factory } = await storageBuckets.open(
    `full-${Math.floor(performance.timeOrigin)}-${++buckets}`,
  )
  return openTestBook(newDatabaseName(), memorySentinel(), { factory })
}
let buckets = 0

beforeEach(giveRoom)
afterAll(() => quota())

/** Do it again until it is refused; the refusal, and how often it went through before. */
async function untilRefused(
  work: (n: number) => Promise<unknown>,
): Promise<{ done: number; refusal: unknown }> {
  for (let done = 0; done < 60; done++) {
    try {
      await work(done)
    } catch (refusal) {
      return { done, refusal }
    }
  }
  throw new Error('never refused')
}

describe('a full disk', () => {
  it('refuses the command by name, writes nothing of it, and goes on when there is room again', async () => {
    const { context } = await bookOnFullDisk()
    const save = (sku: string, rev: number, name: string) =>
      command(context, 'goods.save', 'o', '', [
        { table: 'goods', op: 'put', rev, record: goods(sku, { name }) },
      ])
    const { ids } = await save('A', 0, 'before')
    const { done, refusal } = await untilRefused((n) => save('A', n + 1, `${n} `.repeat(250_000)))
    expect(refusal).toMatchObject({ code: 'quota' })
    const found = await getRecord(context, 'goods', ids[0]!)
    expect(found?.rev).toBe(done + 1)
    expect(found?.record.name.split(' ')[0]).toBe(done === 0 ? 'before' : String(done - 1))
    await giveRoom()
    await save('A', done + 1, 'after')
    expect((await getRecord(context, 'goods', ids[0]!))?.record.name).toBe('after')
    expect(await verifyJournal(context)).toEqual({ ok: true, entries: done + 2 })
  })

  it('stops an import with its chunks whole, and the same import goes on when there is room again', async () => {
    const book = await bookOnFullDisk()
    const { context } = book
    const { id } = await beginImport(context, 'o', importStart())
    const items = (from: number, n: number) =>
      Array.from({ length: n }, (_, i) => orderItem(order(`N${from + i}`, { address: 'x'.repeat(500) })))
    const writer = await ImportWriter.open(context, 'orders', id)
    await writer.facts(items(0, 2000))
    const { done, refusal } = await untilRefused((n) => writer.facts(items(2000 * (n + 1), 2000)))
    expect(refusal).toMatchObject({ code: 'quota' })
    await giveRoom()
    const stored = 2000 * (done + 1)
    const next = await ImportWriter.open(context, 'orders', id)
    expect(next.progress).toMatchObject({ records: stored, blocks: stored / 200 })
    await next.facts(items(stored, 300))
    await next.flush()
    await finishImport(context, 'o', id, report('a'), [])
    let records = 0
    for await (const facts of book.facts('orders')) records += facts.length
    expect(records).toBe(stored + 300)
  })
})
