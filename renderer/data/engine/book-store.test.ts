import { describe, expect, it, vi } from 'vitest'
import type { Enqueued } from '#shared/protocol/engine/records'
import { READER_VERSION, type ReceiptFact } from '#shared/protocol/receipts'
import { memorySentinel, newDatabaseName, openTestBook, rawRows } from '../../../test/data/book-kit'
import { list } from '../../../test/data/samples'
import type { Book } from '../book'
import { getRecord } from '../read/records'
import { command } from '../write/command'
import { verifyJournal } from '../write/verify'
import { engineRow } from './rows'
import { BookStore } from './store'
import { unsignedDossiers, unsignedMessages } from './unsigned'

const account = 'practice/E1'
const at = '2026-11-01T08:00:00.000Z'
const call = { at, kind: 'send' as const, code: 'ok', ms: 1, bytes: 1 }

async function withList(book: Book, copNo = 'COP-1'): Promise<string> {
  const { ids } = await command(book.context, 'list.build', 'officer', '', [
    { table: 'lists', op: 'put', record: list(copNo) },
  ])
  return ids[0]!
}
const submission = (dossier: string, copNo = 'COP-1', change: Partial<Enqueued> = {}): Enqueued => ({
  id: crypto.randomUUID(),
  dossier,
  message: 'CEB603',
  businessKey: copNo,
  mark: `mark-${copNo}`,
  guid: crypto.randomUUID().toUpperCase(),
  waits: [],
  document: { head: { copNo, appType: '1', buyerName: 'Planted-Person' } },
  ...change,
})
const fact = (seq: number, status: string, change: Partial<ReceiptFact> = {}): ReceiptFact => ({
  id: `r${seq}#1`,
  seq,
  receipt: 'CEB604',
  message: 'CEB603',
  businessKey: 'COP-1',
  guid: '',
  status,
  time: `2026110116000${seq}000`,
  info: `info ${status} Planted-Person`,
  receivedAt: at,
  ...change,
})
const page = (from: string | undefined, cursor: string, facts: ReceiptFact[]) => ({
  from,
  cursor,
  facts,
  originals: facts.map(({ id, seq }) => ({
    id,
    seq,
    message: 'CEB604',
    receivedAt: at,
    xml: '<Planted-Person/>',
  })),
  at,
  pull: { failures: 0, nextAt: 0 },
  call,
})
const stateOf = async (book: Book, id: string) => (await getRecord(book.context, 'lists', id))?.record

describe('the engine store of a book', () => {
  it('puts a list into the queue with its submissions or not at all', async () => {
    const book = await openTestBook()
    const store = new BookStore(book.context, account)
    const dossier = await withList(book)
    const first = submission(dossier)
    expect(await store.enqueue([first], at)).toEqual({ ok: true })
    expect(await stateOf(book, dossier)).toMatchObject({ state: 'waiting', queuedAt: at })
    const again = await store.enqueueWith(
      'officer',
      'twice',
      async (draft) => {
        const found = (await draft.get('lists', dossier))!
        await draft.put('lists', { ...found.record, template: 'other' }, dossier)
        return [submission(dossier)]
      },
      at,
    )
    expect(again).toMatchObject({ ok: false, reason: { code: 'already-queued' } })
    expect((await stateOf(book, dossier))?.template).toBe('template-1')
    expect((await store.status()).stages).toEqual({ queued: 1 })
    expect(await verifyJournal(book.context)).toMatchObject({ ok: true, entries: 2 })
  })

  it('says which 清单 wait for their signature: of all, or of those asked about, until the key is there', async () => {
    const book = await openTestBook()
    const store = new BookStore(book.context, account)
    const [signed, free] = [await withList(book), await withList(book, 'COP-2')]
    await store.enqueue([submission(signed)], at)
    await store.enqueue([submission(free, 'COP-2', { message: 'CEB303' })], at)
    const held = async (among?: string[]) => {
      const messages = await unsignedMessages(book.context)
      return [...(await unsignedDossiers(book.context, messages, among))]
    }
    expect(await held()).toEqual([])
    await store.learnUnsigned(['CEB603'], { epoch: 1 })
    await store.readmit(10, { epoch: 1 })
    expect([await held(), await held([free]), await held([signed, free])]).toEqual([[signed], [], [signed]])
    await store.learnUnsigned([], { epoch: 1 })
    expect(await held()).toEqual([])
  })

  it('writes receipts, states, the list and the cursor together, and each receipt once', async () => {
    const book = await openTestBook()
    const store = new BookStore(book.context, account)
    const dossier = await withList(book)
    const own = submission(dossier)
    await store.enqueue([own], at)
    const { epoch } = await store.nextWork(0, 10)
    expect(
      await store.applyReceipts(page(undefined, 'c1', [fact(1, '120'), fact(2, '500')]), { epoch }),
    ).toBe(true)
    expect(await stateOf(book, dossier)).toMatchObject({ state: 'waiting' })
    const proven = [fact(3, '500', { guid: own.guid }), fact(2, '500')]
    expect(await store.applyReceipts(page(undefined, 'c9', proven), { epoch })).toBe(false)
    expect(await store.applyReceipts(page('c1', 'c2', proven), { epoch })).toBe(true)
    expect((await store.nextWork(0, 10)).cursor).toBe('c2')
    expect(await store.receipts('CEB603', 'COP-1')).toHaveLength(3)
    await store.applyReceipts(
      page('c2', 'c3', [fact(4, '100', { guid: own.guid, info: '商品编码错误', preNo: 'PRE1' })]),
      { epoch },
    )
    expect(await stateOf(book, dossier)).toMatchObject({
      state: 'refused',
      answer: { code: '100', text: '商品编码错误' },
      list: { preNo: 'PRE1' },
    })
    expect(await verifyJournal(book.context)).toMatchObject({ ok: true })
  })

  it('fixes a batch with its bytes, hands exactly these out, and survives a reopening', async () => {
    const name = newDatabaseName()
    const book = await openTestBook(name)
    const store = new BookStore(book.context, account)
    const dossier = await withList(book)
    const own = submission(dossier)
    await store.enqueue([own], at)
    const { epoch, queued } = await store.nextWork(0, 10)
    const bytes = new TextEncoder().encode('zip of Planted-Person')
    const batch = {
      id: crypto.randomUUID(),
      stage: 'fixed' as const,
      account,
      sha256: 'h',
      size: bytes.length,
      submissions: queued.map(({ id }) => id),
      marks: queued.map(({ mark }) => mark),
      createdAt: at,
      unclear: 0,
      resend: false,
      nextAt: 0,
      ghost: false,
    }
    const fixed = { batch, bytes, messageGuids: { [own.id]: 'GUID' } }
    expect(await store.fixBatch(fixed, { epoch })).toBe(true)
    expect(await store.fixBatch({ ...fixed, batch: { ...batch, id: 'other' } }, { epoch })).toBe(false)
    await book.close()

    const reopened = await openTestBook(name)
    const next = new BookStore(reopened.context, account)
    expect(await next.markSending(batch.id, at, { epoch })).toEqual(bytes)
    expect((await next.submissions('CEB603', 'COP-1'))[0]).toMatchObject({
      stage: 'sending',
      batch: batch.id,
    })
    expect(await next.status()).toMatchObject({ stages: { sending: 1 }, batches: { sending: 1 } })
    const stored = JSON.stringify(
      (await rawRows(name)).map(({ value }) => value),
      (_key, value: unknown) =>
        value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    )
    expect(stored).not.toContain('Planted')

    const { message, businessKey, guid } = own
    const items = [{ message, businessKey, guid, outcome: 'accepted' as const }]
    const answer = { batchId: batch.id, state: 'accepted' as const, receivedAt: at, items }
    await next.applyAnswer(batch.id, answer, { at, nextAt: 0, call }, { epoch })
    const opened = vi.spyOn(crypto.subtle, 'decrypt')
    const left = { batchId: batch.id, contentHash: 'h', marks: batch.marks, at, account }
    expect(await next.adopt([left], 0, { epoch })).toBe(0)
    // The head of the engine, and nothing of what was sent: a journal names everything that ever was.
    expect(opened).toHaveBeenCalledOnce()
    opened.mockRestore()
  })

  it('keeps its waits, holds and progress over a reopening, and forgets old rows about requests', async () => {
    const name = newDatabaseName()
    const book = await openTestBook(name)
    const store = new BookStore(book.context, account)
    const fence = { epoch: 1 }
    const late = Date.parse(at) + 60_000
    await store.schedule(
      'line',
      { failures: 4, nextAt: late },
      { ...call, at: '2026-09-01T00:00:00.000Z' },
      fence,
    )
    await store.learn(['CEB303'], fence)
    await store.applyReading([], { version: 0, after: 'r7' }, fence)
    await store.schedule('pull', { failures: 2, nextAt: late }, call, fence)
    const before = await store.nextWork(0, 10)
    await book.close()
    const again = await openTestBook(name)
    const after = await new BookStore(again.context, account).nextWork(0, 10)
    expect(after).toEqual(before)
    expect(after).toMatchObject({ line: { failures: 4, nextAt: late }, pass: 0, reading: { after: 'r7' } })
    const calls = (await rawRows(name)).filter(({ store: table }) => table === 'calls')
    expect(calls).toHaveLength(1)
    await again.close()
  })

  it('reads the receipts again of a book from before there was a reading', async () => {
    const book = await openTestBook()
    const store = new BookStore(book.context, account)
    expect((await store.nextWork(0, 1)).reading).toEqual({ version: READER_VERSION })
    const { keys, connections } = book.context
    const old = await engineRow(
      keys,
      { epoch: 1, account, place: 0, line: { failures: 0, nextAt: 0 } } as never,
      1,
    )
    await connections.run('strict', (db) => db.table('engine').put(old))
    expect((await store.nextWork(0, 1)).reading).toEqual({ version: 0 })
    await book.close()
  })

  it('refuses every write of a former account and changes nothing', async () => {
    const book = await openTestBook()
    const store = new BookStore(book.context, account)
    const { epoch } = await store.nextWork(0, 10)
    await store.switchAccount('practice/E2')
    await expect(store.schedule('line', { failures: 1, nextAt: 5 }, call, { epoch })).rejects.toThrow(
      'account',
    )
    expect(await store.nextWork(0, 10)).toMatchObject({ epoch: epoch + 1, line: { failures: 0 } })
  })

  it('queues and sends nothing from a database that shows less than what left this machine', async () => {
    const book = await openTestBook(newDatabaseName(), memorySentinel({ receipts: 5 }))
    const store = new BookStore(book.context, account)
    await expect(store.enqueue([submission('d')], at)).rejects.toMatchObject({ code: 'suspect' })
    await expect(store.markSending('b', at, { epoch: 1 })).rejects.toMatchObject({ code: 'suspect' })
    expect((await store.status()).stages).toEqual({})
  })

  it('loses neither of two writers that queue at the same moment', async () => {
    const name = newDatabaseName()
    const [one, two] = [await openTestBook(name), await openTestBook(name)]
    const stores = [one, two].map((book) => new BookStore(book.context, account))
    await Promise.all(
      Array.from({ length: 6 }, (_, i) => stores[i % 2]!.enqueue([submission(`d${i}`, `COP-${i}`)], at)),
    )
    const { queued } = await stores[0]!.nextWork(0, 10)
    expect(queued.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6])
    expect((await stores[1]!.status()).stages).toEqual({ queued: 6 })
  })
})
