import {
  at,
  batchOf,
  call,
  contractKit,
  fact,
  fence,
  now,
  page,
  reason,
  uuid,
  type MakeStore,
  type Runner,
} from './store-contract-kit'

/** The part of the contract about files that people carry. */
export function carriedContract(makeStore: MakeStore, { test, expect }: Runner): void {
  const { stageOf, filled, sent, answerFor } = contractKit(makeStore)

  test('what was carried back settles batch and documents, and leaves the cursor alone', async () => {
    const { store, members, id } = await sent(1)
    const order = members[1]!
    await store.applyReceipts(page(undefined, 'c1', []), fence)
    const answer = answerFor(id, members, 'accepted')
    const carried = {
      ...page(undefined, '', [fact(order, 4, '120')]),
      answers: [{ batchId: id, sha256: 'a'.repeat(64), answer }],
    }
    expect(await store.applyCarried(carried, fence)).toEqual({
      batches: 1,
      receipts: 1,
      unknown: [],
      differing: [],
    })
    const work = await store.nextWork(now, 10)
    expect([work.cursor, work.batches]).toEqual(['c1', []])
    expect([await stageOf(store, order), await stageOf(store, members[0]!)]).toEqual(['done', 'accepted'])
    expect(await store.applyCarried(carried, fence)).toEqual({
      batches: 0,
      receipts: 0,
      unknown: [],
      differing: [],
    })
    await store.applyReceipts(page('c1', 'c2', [fact(order, 4, '120')]), fence)
    expect((await store.receipts(order.message, order.businessKey)).length).toBe(1)
  })

  test('an answer to other bytes or to a batch of somebody else is left alone', async () => {
    const { store, members, id } = await sent(1)
    const answer = answerFor(id, members, 'accepted')
    const answers = [
      { batchId: id, sha256: 'b'.repeat(64), answer },
      { batchId: uuid(8_099), sha256: 'a'.repeat(64), answer: { ...answer, batchId: uuid(8_099) } },
    ]
    const news = await store.applyCarried({ answers, facts: [], originals: [], at }, fence)
    expect(news).toEqual({ batches: 0, receipts: 0, unknown: [uuid(8_099)], differing: [id] })
    expect(await stageOf(store, members[0]!)).toBe('sending')
  })

  test('a batch refused as a whole elsewhere is taken apart, unless something of it arrived', async () => {
    const { store, members, id } = await sent(1, 2)
    const refused = { answers: [{ batchId: id, sha256: 'a'.repeat(64), refusal: reason }], originals: [], at }
    const proof = fact(members[1]!, 1, '2')
    const news = await store.applyCarried({ ...refused, facts: [proof] }, fence)
    expect(news).toMatchObject({ batches: 0, receipts: 1 })
    const other = await sent(1, 2)
    expect(await other.store.applyCarried({ ...refused, facts: [] }, fence)).toMatchObject({ batches: 1 })
    const { queued } = await other.store.nextWork(now, 10)
    expect(queued.map(({ crowd }) => crowd)).toEqual([2, 2, 2, 2])
  })

  test('a partial answer carried twice counts once', async () => {
    const { store, members, id } = await sent(1)
    const answer = answerFor(id, members.slice(1), 'accepted')
    const carried = {
      answers: [{ batchId: id, sha256: 'a'.repeat(64), answer }],
      facts: [],
      originals: [],
      at,
    }
    expect(await store.applyCarried(carried, fence)).toMatchObject({ batches: 1 })
    expect(await store.applyCarried(carried, fence)).toMatchObject({ batches: 0 })
    expect((await store.nextWork(now, 10)).batches[0]).toMatchObject({ id, unclear: 0, stage: 'sending' })
  })

  test('what left in a file before there was a service goes on with the service that is set up', async () => {
    const { store, members } = await filled(1)
    const epoch = await store.switchAccount('none|E')
    const fixed = batchOf(1, members)
    await store.fixBatch({ ...fixed, batch: { ...fixed.batch, account: 'none|E' } }, { epoch })
    await store.markSending(fixed.batch.id, at, { epoch })
    await store.switchAccount('folder|E2')
    expect((await store.nextWork(now, 10)).batches).toEqual([])
    await store.switchAccount('none|E')
    await store.switchAccount('folder|E')
    const [batch] = (await store.nextWork(now, 10)).batches
    expect(batch).toMatchObject({ id: fixed.batch.id, account: 'folder|E', stage: 'sending' })
  })

  test('a batch that left in a file says when, and stays one whose result is unknown', async () => {
    const { store, members, id } = await sent(1)
    await store.markSent(id, { call, counts: false, nextAt: now, exportedAt: at }, fence)
    await store.markSent(id, { call, counts: true, nextAt: now }, fence)
    expect((await store.nextWork(now, 10)).batches[0]).toMatchObject({ id, stage: 'sent', exportedAt: at })
    expect(await stageOf(store, members[0]!)).toBe('sent')
  })
}
