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
  reason,
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

  test('a lost batch that a person has to decide about is not closed by what was said before it was lost', async () => {
    const { store, members, id } = await answered(1)
    await store.applyRecheck(id, undefined, asked, fence)
    await store.park({ batch: id, at }, reason, fence)
    await store.applyReceipts(page(undefined, 'c1', [fact(members[1]!, 3, '120')]), fence)
    expect((await store.status()).batches).toEqual({ attention: 1 })
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
    const busy = answerFor(id, [order!], 'refused', 'busy')
    const refused = answerFor(id, [list!], 'refused', '-301008')
    await store.applyAnswer(id, { ...refused, items: [...busy.items, ...refused.items] }, note, fence)
    expect([await stageOf(store, order!), await stageOf(store, list!)]).toEqual(['queued', 'rejected'])
  })

  test('one that is busy where the batch had brought it goes again: the same bytes came after the service was put back', async () => {
    const { store, members, id } = await sent(1)
    const [list, order] = members
    await store.applyAnswer(id, answerFor(id, [order!], 'accepted'), note, fence)
    const busy = answerFor(id, [order!], 'refused', 'busy')
    const rest = answerFor(id, [list!], 'accepted')
    await store.applyAnswer(id, { ...rest, items: [...busy.items, ...rest.items] }, note, fence)
    expect([await stageOf(store, order!), await stageOf(store, list!)]).toEqual(['queued', 'accepted'])

    const whole = await answered(2)
    const gone = answerFor(whole.id, whole.members.slice(1), 'refused', 'busy')
    const kept = answerFor(whole.id, whole.members.slice(0, 1), 'accepted')
    const items = [...gone.items, ...kept.items]
    expect(await whole.store.applyRecheck(whole.id, { ...kept, items }, asked, fence)).toBe(true)
    expect(await stageOf(whole.store, whole.members[1]!)).toBe('queued')
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

  test('what such a batch had overtaken is not handed in beside it, and waits while it may be in one', async () => {
    const { store, members, id } = await answered(1)
    const [, order] = members
    await store.adopt([journalEntry(2, members)], now, fence)
    expect(await store.applyRecheck(id, undefined, asked, fence)).toBe(false)
    const ghost = answerFor(uuid(8_002), members, 'accepted')
    const items = ghost.items.map((item) => ({ ...item, guid: uuid(9_999) }))
    await store.applyAnswer(uuid(8_002), { ...ghost, items }, note, fence)
    expect(await store.applyRecheck(id, undefined, asked, fence)).toBe(true)
    expect((await store.nextWork(now, 10)).batches).toEqual([])
    expect(await stageOf(store, order!)).toBe('accepted')
    // Nobody has that one either: what the book holds is asked about anew, and goes again.
    await store.applyRecheck(uuid(8_002), undefined, asked, fence)
    expect((await store.nextWork(now, 10)).recheck).toEqual({ batches: [], after: '' })
    await store.applyRecheck(id, undefined, asked, fence)
    expect((await store.nextWork(now, 10)).batches[0]).toMatchObject({ id, again: true })
  })

  test('a refusal that names no submission, after the service was put back, waits for a person to confirm it', async () => {
    const { store, members } = await answered(1)
    const [, order] = members
    const unnamed = (seq: number, status: string, receivedAt: string) => ({
      ...fact(order!, seq, status),
      guid: uuid(7_000 + seq).toUpperCase(),
      receivedAt,
    })
    await store.applyReceipts(page(undefined, 'c1', [unnamed(3, '-301020', later)]), fence)
    const again = { ...order!, id: uuid(7_001), guid: uuid(7_001).toUpperCase() }
    expect(await store.enqueue([again], at)).toMatchObject({ ok: true })
    await store.fixBatch(batchOf(2, [again]), fence)
    await store.markSending(uuid(8_002), at, fence)
    await store.applyAnswer(uuid(8_002), answerFor(uuid(8_002), [again], 'accepted'), note, fence)
    await store.applyReceipts({ ...page('c1', 'c2', []), restarted: true }, fence)
    const after = new Date(now + 7_200_000).toISOString()
    await store.applyReceipts(page('c2', 'c3', [unnamed(4, '-301020', after)]), fence)
    expect(await stageOf(store, again)).toBe('attention')
    const third = { ...order!, id: uuid(7_002), guid: uuid(7_002).toUpperCase() }
    expect(await store.enqueue([third], at)).toMatchObject({ ok: false })
    expect(await store.confirmRefusal(again.id)).toBe(true)
    expect([await stageOf(store, again), await store.confirmRefusal(again.id)]).toEqual(['rejected', false])
    expect(await store.enqueue([third], at)).toMatchObject({ ok: true })
    expect(await stageOf(store, third)).toBe('queued')
  })

  test('one whose number was declared before takes over the receipts of that, is done with them, and never leaves', async () => {
    const { store, carried, id, answer } = await haunted(false)
    const [list, order] = carried
    expect([await store.adoptReceipts(order!.id), await stageOf(store, order!)]).toEqual([false, 'attention'])
    const theirs = { ...fact(order!, 3, '120'), guid: uuid(9_999) }
    await store.applyReceipts(page(undefined, 'c1', [theirs]), fence)
    expect(await stageOf(store, order!)).toBe('attention')
    expect([await store.adoptReceipts(order!.id), await store.adoptReceipts(order!.id)]).toEqual([
      true,
      false,
    ])
    await store.applyRecheck(id, answer, asked, fence)
    expect([await stageOf(store, order!), await stageOf(store, list!)]).toEqual(['done', 'attention'])
    const { queued } = await store.nextWork(now, 10)
    expect(queued.filter(({ dossier }) => dossier === order!.dossier)).toEqual([])
    const sentBack = { ...fact(list!, 4, '100'), guid: uuid(9_998) }
    await store.applyReceipts(page('c1', 'c2', [sentBack]), fence)
    expect([await store.adoptReceipts(list!.id), await stageOf(store, list!)]).toEqual([true, 'rejected'])
  })

  test('a document of such a batch that went in another since is not sent a third time', async () => {
    const { store, carried, id } = await haunted(true)
    await store.adopt([journalEntry(2, carried)], now, fence)
    expect(await store.applyRecheck(id, undefined, asked, fence)).toBe(true)
    expect(await stageOf(store, carried[1]!)).toBe('accepted')
  })
}
