import { describe, expect, it } from 'vitest'
import { importOrders } from '../../../test/data/desks'
import type { TestBookDesk } from '../../../test/data/desks'
import { closeDesksAfterEach, all, conflicts, desk, save, swap } from '../../../test/data/desk-acts'
import { list, order } from '../../../test/data/samples'
import { allRecords, getRecord } from '../read/records'
import { keyedId } from '../sealing/blind'

closeDesksAfterEach()

describe('清单', () => {
  const withFacts = async (code: string) => {
    const at = await desk(code)
    const ids = await importOrders(at, [order('N1')])
    return { at, order: ids.get('N1')! }
  }

  it('that one desk declared is a fact for the other, whose draft of the same order waits with the name of the desk', async () => {
    const [{ at: a, order: atA }, { at: b, order: atB }] = [await withFacts('A'), await withFacts('B')]
    const drafted = { orderNo: 'N1', logisticsNo: 'W1' }
    const record = {
      ...list('YLA1', { ...drafted, orders: [atA], state: 'waiting' }),
      queuedAt: '2026-11-02T00:00:00Z',
    }
    await save(a, 'engine.enqueue', { table: 'lists', op: 'put', record })
    await save(b, 'list.build', {
      table: 'lists',
      op: 'put',
      record: list('YLB1', { ...drafted, orders: [atB] }),
    })
    await swap(a, b)
    const byNo = async (at: TestBookDesk, copNo: string) =>
      (await all(at, 'lists')).find((one) => one.list.copNo === copNo)
    expect(await byNo(b, 'YLA1')).toMatchObject({ state: 'waiting', declaredBy: 'A', orders: [atB] })
    expect(await byNo(b, 'YLB1')).toMatchObject({
      state: 'draft',
      held: { by: 'YLA1', desk: 'A', declared: true },
    })
    expect(await byNo(a, 'YLB1')).toMatchObject({ state: 'draft', held: { by: 'YLA1', declared: true } })
    expect(await byNo(a, 'YLA1')).not.toHaveProperty('declaredBy')
    expect(await conflicts(a)).toEqual([])
  })

  it('edited here and declared there: what was declared stands, and the edit is shown before it is let go', async () => {
    const [{ at: a, order: atA }, { at: b }] = [await withFacts('A'), await withFacts('B')]
    const draft = list('YLA1', { orderNo: 'N1', logisticsNo: 'W1', orders: [atA] })
    await save(a, 'list.build', { table: 'lists', op: 'put', record: draft })
    await swap(a, b)
    const [atB] = await allRecords(b.context, 'lists')
    const changed = { ...atB!.record, list: { ...atB!.record.list, netWeight: '0.5' } }
    await save(b, 'list.rebuild', { table: 'lists', op: 'put', rev: atB!.rev, record: changed })
    const [own] = await allRecords(a.context, 'lists')
    const sent = { ...own!.record, state: 'waiting' as const, queuedAt: '2026-11-02T00:00:00Z' }
    await save(a, 'engine.enqueue', { table: 'lists', op: 'put', rev: own!.rev, record: sent })
    await swap(a, b)
    expect((await all(b, 'lists'))[0]).toMatchObject({
      state: 'waiting',
      declaredBy: 'A',
      list: { netWeight: '0.4' },
    })
    const [open] = await b.desks.conflicts()
    expect(open).toMatchObject({ declaredBy: 'A', fields: [{ path: 'content', atoms: ['list.netWeight'] }] })
    await b.desks.resolve([{ id: open!.id, rev: open!.rev, choices: { content: 'mine' } }], '知道了')
    await swap(a, b)
    for (const each of [a, b]) {
      expect(await conflicts(each)).toEqual([])
      expect((await all(each, 'lists'))[0]).toMatchObject({ state: 'waiting', list: { netWeight: '0.4' } })
    }
  })

  it('built of one order on both desks: each goes on with its own until one is given up', async () => {
    const [{ at: a, order: atA }, { at: b, order: atB }] = [await withFacts('A'), await withFacts('B')]
    const drafted = { orderNo: 'N1', logisticsNo: 'W1' }
    await save(a, 'list.build', {
      table: 'lists',
      op: 'put',
      record: list('YLA1', { ...drafted, orders: [atA] }),
    })
    await save(b, 'list.build', {
      table: 'lists',
      op: 'put',
      record: list('YLB1', { ...drafted, orders: [atB] }),
    })
    await swap(a, b)
    const heldAt = async (at: TestBookDesk) =>
      (await all(at, 'lists'))
        .filter(({ held }) => held)
        .map(({ list: { copNo }, held }) => [copNo, held?.declared])
    expect(await heldAt(a)).toEqual([['YLB1', false]])
    expect(await heldAt(b)).toEqual([['YLA1', false]])
    const id = await keyedId(b.context.keys, 'lists', ['YLB1'])
    const own = (await getRecord(b.context, 'lists', id))!
    await save(b, 'list.void', {
      table: 'lists',
      op: 'put',
      id,
      rev: own.rev,
      record: { ...own.record, state: 'void' },
    })
    await swap(a, b)
    expect([await heldAt(a), await heldAt(b)]).toEqual([[], []])
    const living = (await all(b, 'lists')).filter(({ state }) => state === 'draft')
    expect(living.map(({ list: { copNo } }) => copNo)).toEqual(['YLA1'])
  })
})
