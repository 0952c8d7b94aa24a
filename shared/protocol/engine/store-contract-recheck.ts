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
  uuid,
  type MakeStore,
  type Runner,
} from './store-contract-kit'

const later = new Date(now + 3_600_000).toISOString()

/** The verbs that look again at what had its answer, after the service was put back. Part of `storeContract`. */
export function recheckContract(makeStore: MakeStore, { test, expect }: Runner): void {
  const { stageOf, filled, sent, answerFor } = contractKit(makeStore)
  const answered = async (...dossiers: number[]) => {
    const { store, members, id } = await sent(...dossiers)
    await store.applyAnswer(id, answerFor(id, members, 'accepted'), note, fence)
    await store.recheck({ batches: [id] }, fence)
    return { store, members, id }
  }
  const asked = { call, at: later, probe: false }

  test('what has its answer is named in the order it was made, for this account only', async () => {
    const { store, members, id } = await sent(1)
    expect(await store.answered('', 10)).toEqual([])
    await store.applyAnswer(id, answerFor(id, members, 'accepted'), note, fence)
    expect(await store.answered('', 10)).toEqual([`${at} ${id}`])
    expect(await store.answered(`${at} ${id}`, 10)).toEqual([])
    expect((await store.nextWork(now, 10)).sample).toEqual([id])
    await store.switchAccount('B')
    expect(await store.answered('', 10)).toEqual([])
    const { sample, recheck } = await store.nextWork(now, 10)
    expect([sample, recheck]).toEqual([[], { batches: [], after: '' }])
  })

  test('a batch the service lost goes again with the same bytes, and its documents stay what they are', async () => {
    const { store, members, id } = await answered(1)
    await store.applyReceipts(page(undefined, 'c1', [fact(members[1]!, 3, '120')]), fence)
    expect(await store.applyRecheck(id, undefined, asked, fence)).toBe(true)
    const { batches, recheck } = await store.nextWork(now, 10)
    expect([batches.length, recheck]).toEqual([1, { batches: [] }])
    expect(batches[0]).toMatchObject({ id, stage: 'sent', again: true, resend: true })
    expect([await stageOf(store, members[0]!), await stageOf(store, members[1]!)]).toEqual([
      'accepted',
      'done',
    ])
    expect(await store.markSending(id, at, fence)).toEqual(new Uint8Array([1, 2, 1]))
    await store.applyAnswer(id, answerFor(id, members.slice(0, 1), 'accepted'), note, fence)
    expect((await store.nextWork(now, 10)).batches[0]).toMatchObject({ id, again: true })
    await store.applyAnswer(id, answerFor(id, members, 'accepted'), note, fence)
    expect((await store.nextWork(now, 10)).batches).toEqual([])
    expect(await stageOf(store, members[1]!)).toBe('done')
  })

  test('a batch the service has, whole, changes nothing', async () => {
    const { store, members, id } = await answered(1)
    expect(await store.applyRecheck(id, answerFor(id, members, 'accepted'), asked, fence)).toBe(true)
    const { batches, queued, recheck } = await store.nextWork(now, 10)
    expect([batches, queued, recheck]).toEqual([[], [], { batches: [] }])
  })

  test('what was sent back since does not go again: the rest does, in a batch of its own, not too early', async () => {
    const { store, members, id } = await answered(1, 2)
    const [, refused, list, order] = members
    await store.applyReceipts(
      page(undefined, 'c1', [fact(refused!, 3, '100'), fact(order!, 4, '120')]),
      fence,
    )
    expect(await store.applyRecheck(id, undefined, { ...asked, at }, fence)).toBe(false)
    expect(await stageOf(store, order!)).toBe('done')
    expect(await store.applyRecheck(id, undefined, asked, fence)).toBe(true)
    const { queued, batches } = await store.nextWork(now, 10)
    expect([queued.map((one) => one.id), batches]).toEqual([[order!.id, list!.id], []])
    expect(await stageOf(store, refused!)).toBe('rejected')

    await store.fixBatch(batchOf(2, [order!, list!]), fence)
    await store.markSending(uuid(8_002), at, fence)
    await store.applyReceipts(page('c1', 'c2', [fact(order!, 4, '120')]), fence)
    expect(await stageOf(store, order!)).toBe('sending')
    await store.applyAnswer(uuid(8_002), answerFor(uuid(8_002), [order!, list!], 'accepted'), note, fence)
    expect([await stageOf(store, order!), await stageOf(store, list!)]).toEqual(['done', 'accepted'])
  })

  test('one the service refuses this time is in the queue again, or before the officer', async () => {
    const { store, members, id } = await answered(1)
    await store.applyRecheck(id, undefined, asked, fence)
    const [list, order] = members
    await store.applyAnswer(id, answerFor(id, [order!], 'refused', 'busy'), note, fence)
    await store.applyAnswer(id, answerFor(id, [list!], 'refused', '-301008'), note, fence)
    expect([await stageOf(store, order!), await stageOf(store, list!)]).toEqual(['queued', 'rejected'])
  })

  test('an open batch that was lost with half its answer is not handed in anew where a part of it was sent back', async () => {
    const { store, members, id } = await sent(1, 2)
    const [, refused, list, order] = members
    await store.applyAnswer(id, answerFor(id, [refused!], 'accepted'), note, fence)
    await store.applyReceipts(page(undefined, 'c1', [fact(refused!, 3, '100')]), fence)
    const unknown = { call, counts: false, nextAt: now, resend: true }
    await store.markSent(id, unknown, fence)
    const [held] = (await store.nextWork(now, 10)).batches
    expect([held?.stage, held?.resend]).toEqual(['sent', false])
    await store.markSent(id, { ...unknown, call: { ...call, at: later } }, fence)
    const { queued, batches, recheck } = await store.nextWork(now, 10)
    expect([queued.map((one) => one.id), batches]).toEqual([[order!.id, list!.id], []])
    expect(recheck).toEqual({ batches: [], after: '' })
    expect(await stageOf(store, refused!)).toBe('rejected')
  })

  test('an open batch that was lost with half its answer goes again as it is where all of it still counts', async () => {
    const { store, members, id } = await sent(1)
    await store.applyAnswer(id, answerFor(id, members.slice(1), 'accepted'), note, fence)
    await store.markSent(id, { call, counts: false, nextAt: now, resend: true }, fence)
    expect((await store.nextWork(now, 10)).batches[0]).toMatchObject({ id, again: true, resend: true })
  })

  test('a sample that is missing has everything asked about, and so has a cursor that is not known', async () => {
    const { store, id } = await answered(1)
    await store.recheck(undefined, fence)
    await store.applyRecheck(id, undefined, { ...asked, probe: true }, fence)
    const found = await store.nextWork(now, 10)
    expect([found.recheck, found.batches]).toEqual([{ batches: [], after: '' }, []])
    await store.recheck(undefined, fence)
    expect((await store.nextWork(now, 10)).recheck).toBeUndefined()
    await store.applyReceipts({ ...page(undefined, 'c1', []), restarted: true }, fence)
    expect((await store.nextWork(now, 10)).recheck).toEqual({ batches: [], after: '' })
  })

  /** A database that was put back finds dossier 1 in its send journal; the service has it, under the guids given. */
  const haunted = async (own: boolean) => {
    const { store, members } = await filled(1, 2)
    const carried = members.slice(0, 2)
    const id = uuid(8_001)
    await store.adopt([journalEntry(1, carried)], now, fence)
    const answer = answerFor(id, carried, 'accepted')
    const items = answer.items.map((item) => (own ? item : { ...item, guid: uuid(9_999) }))
    await store.applyAnswer(id, { ...answer, items }, note, fence)
    return { store, carried, id, answer: { ...answer, items } }
  }

  for (const own of [true, false]) {
    const what = own ? 'of a batch that only the journal knows' : 'under a number that such a batch had'
    test(`what the service had ${what} and lost goes again from the book`, async () => {
      const { store, carried, id } = await haunted(own)
      const [list, order] = carried
      expect(await stageOf(store, order!)).toBe(own ? 'accepted' : 'attention')
      expect(await store.answered('', 10)).toEqual([`${at} ${id}`])
      await store.applyRecheck(id, undefined, { ...asked, probe: true }, fence)
      expect((await store.nextWork(now, 10)).recheck).toEqual({ batches: [], after: '' })
      expect(await store.applyRecheck(id, undefined, { ...asked, at }, fence)).toBe(false)
      expect(await store.applyRecheck(id, undefined, asked, fence)).toBe(true)
      expect([await stageOf(store, order!), await stageOf(store, list!)]).toEqual(['queued', 'queued'])
      expect((await store.status()).batches.dissolved).toBe(1)
      await store.applyRecheck(id, undefined, { ...asked, probe: true }, fence)
      expect((await store.nextWork(now, 10)).sample).toEqual([])
    })
  }

  test('what the service still has of such a batch stays what it is', async () => {
    for (const own of [true, false]) {
      const { store, carried, id, answer } = await haunted(own)
      await store.applyRecheck(id, answer, asked, fence)
      expect(await stageOf(store, carried[1]!)).toBe(own ? 'accepted' : 'attention')
      expect((await store.status()).batches.answered).toBe(1)
    }
  })

  test('a document of such a batch that went in another since is not sent a third time', async () => {
    const { store, carried, id } = await haunted(true)
    await store.adopt([journalEntry(2, carried)], now, fence)
    expect(await store.applyRecheck(id, undefined, asked, fence)).toBe(true)
    expect(await stageOf(store, carried[1]!)).toBe('accepted')
  })
}
