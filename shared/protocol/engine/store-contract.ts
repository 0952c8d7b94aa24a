import { Fenced } from './ports'
import { carriedContract } from './store-contract-carried'
import { recheckContract } from './store-contract-recheck'
import { reviewContract } from './store-contract-review'
import {
  at,
  batchOf,
  call,
  contractKit,
  fact,
  fence,
  journalEntry,
  note,
  now,
  page,
  pull,
  reason,
  submission,
  uuid,
  type MakeStore,
  type Runner,
} from './store-contract-kit'

export type { Runner } from './store-contract-kit'

/**
 * What every store of the engine must do, run on each of them: `storeContract(() => new MemoryStore('A'), { test, expect })`.
 * @param makeStore an empty store of account `A` with epoch 1
 */
export function storeContract(makeStore: MakeStore, { test, expect }: Runner): void {
  const { stageOf, filled, sent, answerFor } = contractKit(makeStore)

  test('enqueue gives places in sending order, once per id', async () => {
    const { store, members } = await filled(1)
    expect(await store.enqueue(members, at)).toEqual({ ok: true })
    const { queued } = await store.nextWork(now, 10)
    expect(queued.map(({ message }) => message)).toEqual(['CEB303', 'CEB603'])
    expect(queued[0]).toMatchObject({ stage: 'queued', attempt: 1, state: { standing: 'none' } })
    expect('document' in queued[0]!).toBe(false)
  })

  test('enqueue is all or nothing, and refuses what is still alive', async () => {
    const { store } = await filled(1)
    const again = [submission('CEB303', 2), submission('CEB303', 1, 2)]
    expect(await store.enqueue(again, at)).toMatchObject({ ok: false, reason: { code: 'already-queued' } })
    expect((await store.nextWork(now, 10)).queued.length).toBe(2)
  })

  test('nextWork gives the first of the queue, never more than asked', async () => {
    const { store } = await filled(1, 2, 3)
    const { queued } = await store.nextWork(now, 3)
    expect(queued.map(({ dossier, message }) => `${dossier} ${message}`)).toEqual([
      'E|O1 CEB303',
      'E|O1 CEB603',
      'E|O2 CEB303',
    ])
  })

  test('cancel takes back only what is in no batch', async () => {
    const { store, members } = await filled(1, 2)
    expect(await store.cancel(members[0]!.id, at)).toBe(true)
    await store.fixBatch(batchOf(1, [members[3]!]), fence)
    expect(await store.cancel(members[3]!.id, at)).toBe(false)
    expect(await stageOf(store, members[3]!)).toBe('sending')
  })

  test('a list waits again when its order is taken back', async () => {
    const { store, members } = await filled(1)
    const [list, order] = [members[0]!, members[1]!]
    await store.cancel(order.id, at)
    expect(await stageOf(store, list)).toBe('waiting')
    await store.enqueue([submission('CEB303', 1, 2)], at)
    expect(await stageOf(store, list)).toBe('queued')
    const places = (await store.nextWork(now, 10)).queued.map(({ message }) => message)
    expect(places).toEqual(['CEB303', 'CEB603'])
  })

  test('fixBatch binds all its submissions or none', async () => {
    const { store, members } = await filled(1, 2)
    expect(await store.fixBatch(batchOf(1, members.slice(0, 2)), fence)).toBe(true)
    expect(await store.fixBatch(batchOf(2, members.slice(1)), fence)).toBe(false)
    expect(await stageOf(store, members[3]!)).toBe('queued')
    const work = await store.nextWork(now, 10)
    expect(work.batches.map(({ id }) => id)).toEqual([uuid(8_001)])
  })

  test('markSending gives exactly the bytes that were fixed', async () => {
    const { store, members } = await filled(1)
    await store.fixBatch(batchOf(7, members), fence)
    expect(await store.markSending(uuid(8_007), at, fence)).toEqual(new Uint8Array([1, 2, 7]))
    expect(await store.markSending(uuid(8_008), at, fence)).toBeUndefined()
  })

  test('an unknown result keeps batch and bytes', async () => {
    const { store, members, id } = await sent(1)
    await store.markSent(id, { call, counts: true, nextAt: now + 50 }, fence)
    expect(await stageOf(store, members[0]!)).toBe('sent')
    const [batch] = (await store.nextWork(now, 10)).batches
    expect(batch).toMatchObject({ id, stage: 'sent', unclear: 1, nextAt: now + 50 })
    expect(await store.markSending(id, at, fence)).toEqual(new Uint8Array([1, 2, 1]))
  })

  test('an answer settles each document, and the batch when none is left', async () => {
    const { store, members, id } = await sent(1, 2)
    await store.applyAnswer(id, answerFor(id, members.slice(0, 3), 'accepted'), note, fence)
    expect(await stageOf(store, members[0]!)).toBe('accepted')
    expect((await store.nextWork(now, 10)).batches[0]).toMatchObject({ stage: 'sent', resend: true })
    await store.applyAnswer(id, answerFor(id, members.slice(3), 'refused', '-301008'), note, fence)
    const [refused] = await store.submissions(members[3]!.message, members[3]!.businessKey)
    expect(refused).toMatchObject({ stage: 'rejected', reason: { code: '-301008' } })
    expect((await store.nextWork(now, 10)).batches).toEqual([])
  })

  test('a refused document is corrected alone; one refused as busy queues again, but not while its batch may go again', async () => {
    const { store, members, id } = await sent(1)
    const [list, order] = [members[0]!, members[1]!]
    const busy = answerFor(id, [order], 'refused', 'busy')
    await store.applyAnswer(id, busy, note, fence)
    expect([await stageOf(store, order), await stageOf(store, list)]).toEqual(['sending', 'sending'])
    const refused = answerFor(id, [list], 'refused', '-301008')
    await store.applyAnswer(id, { ...refused, items: [...busy.items, ...refused.items] }, note, fence)
    expect(await stageOf(store, order)).toBe('queued')
    const [rested] = await store.submissions(order.message, order.businessKey)
    expect(rested?.restsUntil).toBe(now + 5 * 60_000)
    expect(await store.enqueue([submission('CEB603', 1, 2)], at)).toEqual({ ok: true })
    const attempts = await store.submissions(list.message, list.businessKey)
    expect(attempts.map(({ attempt, stage }) => [attempt, stage])).toEqual([
      [1, 'rejected'],
      [2, 'queued'],
    ])
  })

  test('a correction waits while the batch of the former submission may go again', async () => {
    const { store, members, id } = await sent(1, 2)
    const order = members[1]!
    const some = answerFor(id, [order], 'accepted')
    await store.applyAnswer(id, some, note, fence)
    await store.applyReceipts(page(undefined, 'c1', [fact(order, 3, '100')]), fence)
    const again = submission('CEB303', 1, 2)
    expect(await store.enqueue([again], at)).toEqual({ ok: true })
    expect(await stageOf(store, again)).toBe('waiting')
    const rest = answerFor(id, [members[0]!, ...members.slice(2)], 'accepted')
    await store.applyAnswer(id, { ...some, items: [...some.items, ...rest.items] }, note, fence)
    expect(await stageOf(store, again)).toBe('queued')
  })

  test('receipts, states and cursor move together, from the cursor that was asked with', async () => {
    const { store, members, id } = await sent(1)
    const order = members[1]!
    await store.applyAnswer(id, answerFor(id, members, 'accepted'), note, fence)
    expect(await store.applyReceipts(page(undefined, 'c1', [fact(order, 2, '120')]), fence)).toBe(true)
    expect(await store.applyReceipts(page(undefined, 'c9', [fact(order, 3, '100')]), fence)).toBe(false)
    const work = await store.nextWork(now, 10)
    expect([work.cursor, work.pull]).toEqual(['c1', pull])
    const [state] = await store.submissions(order.message, order.businessKey)
    expect(state).toMatchObject({ stage: 'done', state: { code: '120', good: true } })
  })

  test('repeated and late receipts change nothing; all are kept', async () => {
    const { store, members, id } = await sent(1)
    const order = members[1]!
    await store.applyAnswer(id, answerFor(id, members, 'accepted'), note, fence)
    await store.applyReceipts(page(undefined, 'c1', [fact(order, 5, '120')]), fence)
    await store.applyReceipts(page('c1', 'c2', [fact(order, 5, '120'), fact(order, 4, '2')]), fence)
    expect((await store.receipts(order.message, order.businessKey)).length).toBe(2)
    expect(await stageOf(store, order)).toBe('done')
  })

  test('a receipt with our guid proves that a lost batch arrived', async () => {
    const { store, members, id } = await sent(1)
    await store.markSent(id, { call, counts: true, nextAt: now }, fence)
    await store.applyReceipts(page(undefined, 'c1', [fact(members[1]!, 1, '2')]), fence)
    expect(await stageOf(store, members[1]!)).toBe('accepted')
    expect(await stageOf(store, members[0]!)).toBe('sent')
  })

  test('receipts of unknown documents wait for them, and warn when they are declared', async () => {
    const store = await makeStore()
    const order = submission('CEB303', 1)
    const elsewhere = { ...order, guid: uuid(77).toUpperCase() }
    await store.applyReceipts(page(undefined, 'c1', [fact(elsewhere, 1, '120')]), fence)
    expect((await store.receipts(order.message, order.businessKey)).length).toBe(1)
    expect(await store.enqueue([order], at)).toMatchObject({ ok: false, reason: { code: 'declared-before' } })
    expect(await store.enqueue([{ ...order, confirmed: true }], at)).toEqual({ ok: true })
  })

  test('what a proxy turned away rests until no copy of it can be on its way', async () => {
    const { store, id } = await sent(1)
    const bare = { code: 'http-422', text: { zh: '', en: '' } }
    await store.dissolve(id, { reason: bare, crowd: 1, at }, fence)
    const { queued } = await store.nextWork(now, 10)
    expect(queued.map(({ restsUntil }) => restsUntil)).toEqual([now + 300_000, now + 300_000])
    const alone = await sent(2)
    await alone.store.dissolve(alone.id, { reason: bare, crowd: 0, at }, fence)
    expect(await alone.store.enqueue([submission('CEB303', 2, 2)], at)).toEqual({ ok: true })
    const [, again] = await alone.store.submissions('CEB303', submission('CEB303', 2).businessKey)
    expect(again?.restsUntil).toBe(now + 300_000)
  })

  test('dissolve frees the documents, in smaller company, and refuses one that was alone', async () => {
    const { store, members, id } = await sent(1)
    await store.dissolve(id, { reason, crowd: 1, at }, fence)
    const { queued, batches } = await store.nextWork(now, 10)
    expect([queued.map(({ crowd }) => crowd), batches]).toEqual([[1, 1], []])
    await store.fixBatch(batchOf(2, [members[1]!]), fence)
    await store.dissolve(uuid(8_002), { reason, crowd: 0, at }, fence)
    expect(await stageOf(store, members[1]!)).toBe('rejected')
    expect(await stageOf(store, members[0]!)).toBe('waiting')
  })

  test('park puts a batch before a person; retry asks about it again', async () => {
    const { store, members, id } = await sent(1)
    await store.park({ batch: id, at }, reason, fence)
    expect((await store.nextWork(now, 10)).batches).toEqual([])
    expect(await stageOf(store, members[0]!)).toBe('attention')
    expect(await store.retry(id, now)).toBe(true)
    expect((await store.nextWork(now, 10)).batches[0]).toMatchObject({ id, stage: 'sent', unclear: 0 })
  })

  test('a batch before a person closes by itself once receipts said what became of each document', async () => {
    const { store, members, id } = await sent(1)
    await store.park({ batch: id, at }, reason, fence)
    await store.applyReceipts(page(undefined, 'c1', [fact(members[1]!, 1, '120')]), fence)
    expect((await store.status()).batches).toEqual({ attention: 1 })
    await store.applyReceipts(page('c1', 'c2', [fact(members[0]!, 2, '100')]), fence)
    expect((await store.status()).batches).toEqual({ answered: 1 })
    expect((await store.nextWork(now, 10)).sample).toEqual([id])
    const again = submission('CEB603', 1, 2)
    expect(await store.enqueue([again], at)).toEqual({ ok: true })
    expect((await store.nextWork(now, 10)).queued.map((one) => one.id)).toEqual([again.id])
    const other = await sent(1)
    const told = other.members.map((one, i) => fact(one, 1 + i, '2'))
    await other.store.applyReceipts(page(undefined, 'c1', told), fence)
    await other.store.park({ batch: id, at }, reason, fence)
    expect((await other.store.status()).batches).toEqual({ answered: 1 })
  })

  test('pace and hold survive, release lifts only its own hold', async () => {
    const store = await makeStore()
    await store.schedule('line', { failures: 3, nextAt: now + 9 }, call, fence)
    expect((await store.nextWork(now, 1)).line).toEqual({ failures: 3, nextAt: now + 9 })
    await store.hold({ kind: 'guard', reason }, fence)
    await store.release('auth')
    expect((await store.nextWork(now, 1)).hold).toEqual({ kind: 'guard', reason })
    await store.release('guard')
    expect((await store.nextWork(now, 1)).hold).toBeUndefined()
  })

  test('another account: old fence refused, old batches rest until it is back', async () => {
    const { store, members, id } = await sent(1)
    expect(await store.switchAccount('B')).toBe(2)
    let refused: unknown
    await store
      .markSent(id, { call, counts: true, nextAt: now }, fence)
      .catch((error: unknown) => (refused = error))
    expect(refused instanceof Fenced).toBe(true)
    expect(await stageOf(store, members[0]!)).toBe('sending')
    expect((await store.nextWork(now, 10)).batches).toEqual([])
    expect(await store.markSending(id, at, { epoch: 2 })).toBeUndefined()
    expect((await store.status()).otherAccount).toBe(1)
    await store.switchAccount('A')
    expect((await store.nextWork(now, 10)).batches.map((batch) => batch.id)).toEqual([id])
  })

  test('a batch only the journal knows holds its documents until it was asked about', async () => {
    const { store, members } = await filled(1)
    expect(await store.adopt([journalEntry(5, members)], now, fence)).toBe(1)
    expect(await store.adopt([journalEntry(5, members)], now, fence)).toBe(0)
    expect(await stageOf(store, members[1]!)).toBe('waiting')
    const [ghost] = (await store.nextWork(now, 10)).batches
    expect(ghost).toMatchObject({ id: uuid(8_005), ghost: true, stage: 'sent' })
    expect(await store.markSending(uuid(8_005), at, fence)).toBeUndefined()
    await store.applyAnswer(uuid(8_005), answerFor(uuid(8_005), members, 'accepted'), note, fence)
    expect(await stageOf(store, members[1]!)).toBe('accepted')
  })

  test('a ghost that a person has to decide about is not closed for carrying nothing of this book', async () => {
    const { store, members } = await filled(1)
    await store.adopt([journalEntry(5, members)], now, fence)
    await store.park({ batch: uuid(8_005), at }, reason, fence)
    expect((await store.status()).batches).toEqual({ attention: 1 })
  })

  test('a ghost that never arrived frees its documents', async () => {
    const { store, members } = await filled(1)
    await store.adopt([journalEntry(5, members)], now, fence)
    await store.dissolve(uuid(8_005), { reason, crowd: Infinity, at }, fence)
    expect((await store.nextWork(now, 10)).queued.length).toBe(2)
  })

  test('after a restore a document with other content is not declared beside the first', async () => {
    const { store, members } = await filled(1)
    const before = members.map((one) => ({ ...one, guid: uuid(55).toUpperCase() }))
    await store.adopt([journalEntry(5, members)], now, fence)
    await store.applyAnswer(uuid(8_005), answerFor(uuid(8_005), before, 'accepted'), note, fence)
    expect(await stageOf(store, members[1]!)).toBe('attention')
  })

  test('fixed batches: what the journal knows may have left, what it does not know is freed for a new account', async () => {
    const { store, members } = await filled(1, 2)
    await store.fixBatch(batchOf(1, members.slice(0, 2)), fence)
    await store.fixBatch(batchOf(2, members.slice(2)), fence)
    await store.switchAccount('B')
    await store.adopt([journalEntry(1, members.slice(0, 2))], now, { epoch: 2 })
    expect(await stageOf(store, members[0]!)).toBe('sending')
    expect(await stageOf(store, members[2]!)).toBe('queued')
  })

  test('status counts submissions by stage', async () => {
    const { store } = await sent(1)
    expect((await store.status()).stages).toEqual({ sending: 2 })
  })

  carriedContract(makeStore, { test, expect })
  reviewContract(makeStore, { test, expect })
  recheckContract(makeStore, { test, expect })
}
