import { filingMessage } from '../dependencies'
import { READER_VERSION } from '../receipts'
import type { Filing } from '../api'
import {
  at,
  batchOf,
  call,
  contractKit,
  fact,
  fence,
  note,
  now,
  page,
  submission,
  type MakeStore,
  type Runner,
} from './store-contract-kit'
import type { Enqueued } from './records'

const GOODS = filingMessage('goods')

function filing(key: string, n: number, more: Partial<Enqueued> = {}): Enqueued {
  const id = `00000000-0000-4000-8000-00000000f${String(n).padStart(3, '0')}`
  return {
    id,
    dossier: `filing ${key}`,
    message: GOODS,
    businessKey: key,
    mark: `mark ${key}`,
    guid: id.toUpperCase(),
    waits: [],
    document: { head: { gname: 'shoes' } },
    ...more,
  }
}

const reviewed = (key: string, version: number, state: string, reasons: Filing['reasons'] = []): Filing => ({
  kind: 'goods',
  key,
  version,
  state,
  content: {},
  updatedAt: at,
  reasons,
})

/** The verbs that look again at what is stored, and filings. Part of `storeContract`. */
export function reviewContract(makeStore: MakeStore, { test, expect }: Runner): void {
  const { stageOf, filled, sent, answerFor } = contractKit(makeStore)
  const all = 1_000

  test('a batch that surely did not leave is as before the try', async () => {
    const { store, members, id } = await sent(1)
    expect((await store.status()).packed).toBe(0)
    await store.markUnsent(id, { call, nextAt: now + 50 }, fence)
    const { batches } = await store.nextWork(now, 10)
    expect(batches[0]).toMatchObject({ id, stage: 'fixed', unclear: 0, nextAt: now + 50 })
    expect(await stageOf(store, members[0]!)).toBe('sending')
    expect((await store.status()).packed).toBe(2)
    await store.markSending(id, at, fence)
    await store.markSent(id, { call, counts: true, nextAt: now }, fence)
    await store.markUnsent(id, { call, nextAt: now }, fence)
    expect((await store.nextWork(now, 10)).batches[0]).toMatchObject({ stage: 'sent' })
  })

  test('what the service does not take waits with all that needs it, and goes once it is taken', async () => {
    const { store } = await filled(1, 2)
    await store.learn(['CEB303'], fence)
    expect((await store.nextWork(now, 10)).pass).toBe(0)
    await store.readmit(all, fence)
    const held = await store.nextWork(now, 10)
    expect([held.pass, held.queued.length, held.untaken]).toEqual([undefined, 0, ['CEB303']])
    await store.enqueue([submission('CEB303', 3), submission('CEB603', 3)], at)
    expect((await store.nextWork(now, 10)).queued.length).toBe(0)
    await store.learn([], fence)
    await store.readmit(all, fence)
    expect((await store.nextWork(now, 10)).queued.length).toBe(6)
  })

  test('a pass goes on from where it stopped, and learning nothing new begins none', async () => {
    const { store } = await filled(1, 2)
    await store.learn(['CEB603'], fence)
    await store.readmit(1, fence)
    const half = await store.nextWork(now, 10)
    expect([half.pass, half.queued.map(({ message }) => message)]).toEqual([
      1,
      ['CEB303', 'CEB303', 'CEB603'],
    ])
    await store.readmit(all, fence)
    expect((await store.nextWork(now, 10)).queued.map(({ message }) => message)).toEqual(['CEB303', 'CEB303'])
    await store.learn(['CEB603'], fence)
    expect((await store.nextWork(now, 10)).pass).toBeUndefined()
  })

  test('what has to be signed waits while it cannot be, whatever the account, and goes on after that', async () => {
    const { store } = await filled(1, 2)
    await store.learnUnsigned(['CEB603'], fence)
    await store.readmit(all, fence)
    const held = await store.nextWork(now, 10)
    expect([held.unsigned, held.queued.map(({ message }) => message)]).toEqual([
      ['CEB603'],
      ['CEB303', 'CEB303'],
    ])
    await store.switchAccount('B')
    const moved = { epoch: 2 }
    await store.readmit(all, moved)
    expect((await store.nextWork(now, 10)).queued.length).toBe(2)
    await store.learnUnsigned(['CEB603'], moved)
    expect((await store.nextWork(now, 10)).pass).toBeUndefined()
    await store.learnUnsigned([], moved)
    await store.readmit(all, moved)
    expect((await store.nextWork(now, 10)).queued.length).toBe(4)
  })

  test('another account is not bound by what the first did not take', async () => {
    const { store } = await filled(1)
    await store.learn(['CEB303'], fence)
    await store.readmit(all, fence)
    await store.switchAccount('B')
    await store.readmit(all, { epoch: 2 })
    expect((await store.nextWork(now, 10)).queued.length).toBe(2)
  })

  test('stored receipts are read again: facts that were missed or read otherwise count from then on', async () => {
    const { store, members, id } = await sent(1)
    const order = members[1]!
    await store.applyAnswer(id, answerFor(id, members, 'accepted'), note, fence)
    const unknown = fact(order, 2, '7777')
    const missed = fact(order, 3, '120')
    const taken = page(undefined, 'c1', [unknown])
    await store.applyReceipts(
      { ...taken, originals: page(undefined, '', [unknown, missed]).originals },
      fence,
    )
    expect(await stageOf(store, order)).toBe('accepted')
    const first = await store.originals('', 1)
    expect(first.map((one) => one.id)).toEqual([unknown.id])
    expect((await store.originals(unknown.id, 9)).map((one) => one.id)).toEqual([missed.id])
    await store.applyReading([{ ...unknown, status: '2' }], { version: 0, after: unknown.id }, fence)
    expect((await store.nextWork(now, 1)).reading).toEqual({ version: 0, after: unknown.id })
    await store.applyReading([missed], { version: READER_VERSION }, fence)
    const [state] = await store.submissions(order.message, order.businessKey)
    expect(state).toMatchObject({ stage: 'done', state: { code: '120', unknown: [] } })
    expect((await store.receipts(order.message, order.businessKey)).length).toBe(2)
    expect((await store.nextWork(now, 1)).reading).toEqual({ version: READER_VERSION })
  })

  test('an order waits for a filing that was queued here until it is approved', async () => {
    const store = await makeStore()
    const one = filing('SKU', 1)
    const order = submission('CEB303', 1)
    const withGoods = { ...order, document: { ...order.document, lines: [{ itemNo: 'SKU' }] } }
    await store.enqueue([one], at)
    await store.enqueue([withGoods, submission('CEB603', 1)], at)
    const other = submission('CEB303', 2)
    await store.enqueue([other], at)
    expect((await store.nextWork(now, 10)).queued.map(({ id }) => id)).toEqual([one.id, other.id])
    await store.applyFiling(one.id, { version: 1, state: 'received' }, call, fence)
    expect(await stageOf(store, one)).toBe('accepted')
    const page = { from: undefined, cursor: 'f1', filings: [reviewed('SKU', 1, 'approved')], call }
    expect(await store.applyFilings(page, fence)).toBe(true)
    expect(await store.applyFilings(page, fence)).toBe(false)
    const work = await store.nextWork(now, 10)
    expect([work.openFilings, work.filingCursor, work.pass]).toEqual([[], 'f1', 0])
    await store.readmit(all, fence)
    expect((await store.nextWork(now, 10)).queued.length).toBe(3)
    expect(await stageOf(store, one)).toBe('done')
  })

  test('everything waits for the filing of its own enterprise, its goods first of all, and for no master of others', async () => {
    const store = await makeStore()
    const message = filingMessage('enterprise')
    await store.enqueue([filing('A', 1, { message, dossier: 'filing A' })], at)
    await store.enqueue([filing('OTHER', 3, { message, dossier: 'filing OTHER' })], at)
    await store.enqueue([filing('SKU', 2), submission('CEB303', 1)], at)
    const queued = async () => (await store.nextWork(now, 10)).queued.map((one) => one.message)
    expect(await queued()).toEqual([message, message])
    await store.applyFiling(filing('A', 1).id, { version: 1, state: 'approved' }, call, fence)
    await store.readmit(all, fence)
    expect((await queued()).sort()).toEqual(['CEB303', message, 'FILING-GOODS'])
  })

  test('a filing that was returned says why, is filed again, and holds back until then', async () => {
    const store = await makeStore()
    const one = filing('SKU', 1)
    await store.enqueue([one], at)
    await store.applyFiling(one.id, { version: 1, state: 'in-review' }, call, fence)
    const reasons = [{ field: 'gname', text: 'too short' }]
    const returned = [reviewed('SKU', 1, 'returned', reasons), reviewed('OTHER', 1, 'approved')]
    await store.applyFilings({ from: undefined, cursor: 'f1', filings: returned, call }, fence)
    const [before] = await store.submissions(GOODS, 'SKU')
    expect(before).toMatchObject({ stage: 'rejected', reason: { code: 'filing-returned' } })
    expect((await store.nextWork(now, 10)).openFilings.length).toBe(1)
    expect(await store.enqueue([filing('SKU', 2, { base: 1 })], at)).toEqual({ ok: true })
    const [, again] = await store.submissions(GOODS, 'SKU')
    await store.applyFiling(again!.id, { version: 2, state: 'approved' }, call, fence)
    await store.applyFilings({ from: 'f1', cursor: 'f2', filings: returned, call }, fence)
    expect((await store.submissions(GOODS, 'SKU')).map(({ stage }) => stage)).toEqual(['rejected', 'done'])
    expect((await store.nextWork(now, 10)).openFilings).toEqual([])
  })

  test('a filing that is taken back holds nothing up, and a newer version of an approved one neither', async () => {
    const store = await makeStore()
    await store.enqueue([filing('A', 1), filing('B', 2)], at)
    await store.cancel(filing('A', 1).id, at)
    await store.applyFiling(filing('B', 2).id, { version: 1, state: 'approved' }, call, fence)
    await store.enqueue([filing('B', 3, { base: 1 })], at)
    expect((await store.nextWork(now, 10)).openFilings).toEqual([])
  })

  test('a filing that the service lost goes again from the version that it has, and holds back what rests on it', async () => {
    const store = await makeStore()
    await store.enqueue([filing('A', 1), filing('B', 2), filing('C', 3)], at)
    for (const n of [1, 2])
      await store.applyFiling(filing('', n).id, { version: n, state: 'approved' }, call, fence)
    const taken = await store.filed()
    expect(taken.map(({ businessKey, version }) => [businessKey, version])).toEqual([
      ['A', 1],
      ['B', 2],
    ])
    const [a, b] = taken.map(({ id }) => id)
    const lost = [
      { id: a!, version: 1, base: 0 },
      // Filed anew since it was compared.
      { id: b!, version: 1, base: 0 },
    ]
    await store.refile(lost, fence)
    await store.refile(lost, fence)
    const [again] = await store.submissions(GOODS, 'A')
    expect(again).toMatchObject({ stage: 'queued', base: 0, attempt: 1, reason: { code: 'filed-again' } })
    expect(await stageOf(store, filing('B', 2))).toBe('done')
    expect((await store.nextWork(now, 10)).openFilings.length).toBe(2)
    await store.applyFiling(a!, { version: 1, state: 'approved' }, call, fence)
    expect((await store.filed()).length).toBe(2)
    expect((await store.nextWork(now, 10)).openFilings.length).toBe(1)
  })

  test('of a key filed twice only the last filing counts as taken', async () => {
    const store = await makeStore()
    await store.enqueue([filing('A', 1)], at)
    await store.applyFiling(filing('A', 1).id, { version: 1, state: 'approved' }, call, fence)
    await store.enqueue([filing('A', 2, { base: 1 })], at)
    expect(await store.filed()).toEqual([])
    await store.applyFiling(filing('A', 2).id, { version: 2, state: 'received' }, call, fence)
    expect((await store.filed()).map(({ version }) => version)).toEqual([2])
  })

  test('what was confirmed stays on top until a receipt of its own: late ones of the attempt before change nothing', async () => {
    const { store, members, id } = await sent(1)
    const list = members[0]!
    await store.applyAnswer(id, answerFor(id, members, 'accepted'), note, fence)
    await store.applyReceipts(page(undefined, 'c1', [fact(list, 1, '2'), fact(list, 4, '100')]), fence)
    expect(await stageOf(store, list)).toBe('rejected')
    const again = submission('CEB603', 1, 2)
    await store.enqueue([again], at)
    const seen = async () => (await store.submissions(list.message, list.businessKey)).at(-1)!.stage
    const stages = [await seen()]
    await store.applyReceipts(page('c1', 'c2', [fact(list, 2, '3')]), fence)
    stages.push(await seen())
    await store.fixBatch({ ...batchOf(2, [again]) }, fence)
    await store.applyReceipts(page('c2', 'c3', [fact(list, 3, '100'), fact(list, 5, '100')]), fence)
    stages.push(await seen())
    await store.markSending(batchOf(2, [again]).batch.id, at, fence)
    await store.markSent(batchOf(2, [again]).batch.id, { call, counts: false, nextAt: now }, fence)
    stages.push(await seen())
    await store.applyReceipts(page('c3', 'c4', [fact(again, 6, '2')]), fence)
    stages.push(await seen())
    expect(stages).toEqual(['queued', 'queued', 'sending', 'sent', 'accepted'])
  })
}
