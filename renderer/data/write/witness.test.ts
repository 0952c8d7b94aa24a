import { describe, expect, it } from 'vitest'
import { compose } from '#shared/protocol/engine/compose'
import type { Codec } from '#shared/protocol/engine/ports'
import type { Enqueued } from '#shared/protocol/engine/records'
import { newDatabaseName, openTestBook, rawRows, rawWrite } from '../../../test/data/book-kit'
import { list } from '../../../test/data/samples'
import type { Book } from '../book'
import { BookStore } from '../engine/store'
import type { JournalRow } from '../schema/stored'
import { sha256Hex } from '../sealing/bytes'
import { command } from './command'
import { entryHash } from './journal'
import { keptHead, verifyJournal } from './verify'
import { verifyWitnessed } from './witness'

const at = '2026-11-01T08:00:00.000Z'
const codec: Codec = {
  encode: (message) => JSON.stringify(message),
  decode: (text) => JSON.parse(text) as never,
}

/** A book with one batch that is ready to leave; what main's send journal would know of it. */
async function withBatch(book: Book) {
  const { ids } = await command(book.context, 'list.build', 'officer', '', [
    { table: 'lists', op: 'put', record: list('COP-1') },
  ])
  const store = new BookStore(book.context, 'practice/E1')
  const submission: Enqueued = {
    id: crypto.randomUUID(),
    dossier: ids[0]!,
    message: 'CEB603',
    businessKey: 'COP-1',
    mark: 'mark',
    guid: crypto.randomUUID().toUpperCase(),
    waits: [],
    document: { head: { copNo: 'COP-1', appType: '1' } },
  }
  await store.enqueue([submission], at)
  const { epoch, account, queued } = await store.nextWork(0, 9)
  const tools = {
    store,
    signer: { digest: sha256Hex, mark: async () => 'mark', journalEnd: () => keptHead(book.context) },
    clock: { now: () => 0, random: () => 0, uuid: () => crypto.randomUUID(), sleep: async () => undefined },
    codec,
    sender: { enterprise: { code: 'E1', name: 'N' }, book: 'practice' as const, transfer: {} },
  }
  const composed = await compose(tools, { epoch, account }, queued, { maxBatchBytes: 999_999 })
  if (!composed || !('fixed' in composed)) throw new Error('no batch')
  await store.fixBatch(composed.fixed, { epoch })
  const { id, sha256 } = composed.fixed.batch
  return [{ batchId: id, contentHash: sha256 }]
}

describe('the journal against the batches that left', () => {
  it('holds, and finds a chain that was made anew with the keys of the book', async () => {
    const name = newDatabaseName()
    const book = await openTestBook(name)
    const { context } = book
    const sent = await withBatch(book)
    await command(context, 'list.void', 'officer', 'later', [])
    expect(await verifyWitnessed(context, sent)).toEqual({ ok: true, batches: 1, witnessed: 1 })

    const rows = (await rawRows(name))
      .filter(({ store }) => store === 'journal')
      .map(({ value }) => value as JournalRow)
    let prev = ''
    for (const row of rows) {
      const forged = { ...row, prev, ...(row.seq === 1 && { at: '2020-01-01T00:00:00.000Z' }) }
      const hash = await entryHash(context.keys, forged)
      await rawWrite(name, 'journal', (store) => store.put({ ...forged, hash }))
      prev = hash
    }
    await rawWrite(name, 'meta', (store) =>
      store.put({ key: 'journal', value: { seq: rows.length, hash: prev } }),
    )
    expect(await verifyJournal(context)).toMatchObject({ ok: true })
    expect(await verifyWitnessed(context, sent)).toMatchObject({
      ok: false,
      text: { zh: expect.stringContaining(sent[0]!.batchId) as string },
    })
  })

  it('finds a batch that is not what the send journal says left', async () => {
    const book = await openTestBook()
    const [sent] = await withBatch(book)
    const other = [{ ...sent!, contentHash: '0'.repeat(64) }]
    expect(await verifyWitnessed(book.context, other)).toMatchObject({ ok: false })
    expect(await verifyWitnessed(book.context, [])).toMatchObject({ ok: true, witnessed: 1 })
  })
})
