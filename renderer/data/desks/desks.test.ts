import { afterEach, describe, expect, it } from 'vitest'
import { importOrders, memoryDeskService, startDesk } from '../../../test/data/desks'
import type { TestBookDesk } from '../../../test/data/desks'
import { goods, list, order } from '../../../test/data/samples'
import { practiceTemplate } from '#shared/declaration/practice-template'
import { Book } from '../book'
import type { Change } from '../port'
import { allRecords, getRecord } from '../read/records'
import type { SealedRecord, SealedTable } from '../records'
import { keyedId } from '../sealing/blind'
import { command } from '../write/command'
import { verifyJournal } from '../write/verify'
import { undo } from '../write/undo'

const opened: TestBookDesk[] = []
afterEach(async () => {
  for (const { book } of opened.splice(0)) await book.close()
})
async function desk(code: string, change = {}) {
  const made = await startDesk(code, change)
  opened.push(made)
  return made
}

async function save(at: TestBookDesk, name: string, ...changes: Change[]) {
  return command(at.context, name, at.who, '', changes)
}
async function saveGoods(at: TestBookDesk, sku: string, change: object = {}) {
  const id = await keyedId(at.context.keys, 'goods', [sku])
  const rev = (await getRecord(at.context, 'goods', id))?.rev ?? 0
  return save(at, 'goods.save', { table: 'goods', op: 'put', id, rev, record: goods(sku, change) })
}
async function readGoods(at: TestBookDesk, sku: string) {
  return (await getRecord(at.context, 'goods', await keyedId(at.context.keys, 'goods', [sku])))?.record
}
/** Both carry a file to the other; files may be carried any number of times. */
async function swap(a: TestBookDesk, b: TestBookDesk) {
  const fromA = await a.desks.exportFile()
  const fromB = await b.desks.exportFile()
  return [await a.desks.importFile(fromB, 'file'), await b.desks.importFile(fromA, 'file')]
}
const all = async <T extends SealedTable>(at: TestBookDesk, table: T) =>
  (await allRecords(at.context, table)).map(({ record }) => record) as SealedRecord<T>[]

async function conflicts(at: TestBookDesk) {
  return (await at.desks.conflicts()).map(({ name, fields }) => [name, ...fields.map(({ path }) => path)])
}

describe('two desks with carried files', () => {
  it('merge edits of different fields, also of records that both made while apart', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1')
    await saveGoods(b, 'SKU-1')
    await swap(a, b)
    expect(await conflicts(a)).toEqual([])
    await saveGoods(a, 'SKU-1', { gname: '男式T恤' })
    await saveGoods(b, 'SKU-1', { netWeight: '0.3' })
    await swap(a, b)
    for (const each of [a, b]) {
      expect(await readGoods(each, 'SKU-1')).toEqual(goods('SKU-1', { gname: '男式T恤', netWeight: '0.3' }))
      expect(await verifyJournal(each.context)).toMatchObject({ ok: true })
    }
  })

  it('show a true conflict with base, both authors and times, keep their own meanwhile, and agree once it is decided', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1', { gname: '杯' })
    await swap(a, b)
    await saveGoods(a, 'SKU-1', { gname: '搪瓷杯' })
    await saveGoods(b, 'SKU-1', { gname: '马克杯' })
    await swap(a, b)
    const [open] = await b.desks.conflicts()
    expect(open).toMatchObject({
      kind: 'goods',
      name: 'SKU-1',
      fields: [
        {
          path: 'gname',
          base: '杯',
          mine: { value: '马克杯', who: 'officer B', isOwn: true },
          theirs: [{ value: '搪瓷杯', who: 'officer A', isOwn: false }],
        },
      ],
    })
    expect([(await readGoods(a, 'SKU-1'))?.gname, (await readGoods(b, 'SKU-1'))?.gname]).toEqual([
      '搪瓷杯',
      '马克杯',
    ])
    await b.desks.resolve([{ id: open!.id, rev: open!.rev, choices: { gname: 0 } }], '以A为准')
    await swap(a, b)
    for (const each of [a, b]) {
      expect((await readGoods(each, 'SKU-1'))?.gname).toBe('搪瓷杯')
      expect(await conflicts(each)).toEqual([])
    }
  })

  it('change nothing when a file is taken in five times, or an old one after a new one', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1')
    const old = await a.desks.exportFile()
    await saveGoods(a, 'SKU-1', { gname: '新' })
    const now = await a.desks.exportFile()
    for (const file of [now, old, now, old, now])
      expect(await b.desks.importFile(file, 'file')).toMatchObject({ ok: true })
    expect((await readGoods(b, 'SKU-1'))?.gname).toBe('新')
    const before = await allRecords(b.context, 'deskRecords')
    await b.desks.importFile(old, 'file')
    expect(await allRecords(b.context, 'deskRecords')).toEqual(before)
  })

  it('see a deletion here and an edit there as a conflict', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1')
    await swap(a, b)
    const id = await keyedId(a.context.keys, 'goods', ['SKU-1'])
    const rev = (await getRecord(a.context, 'goods', id))!.rev
    await save(a, 'goods.delete', { table: 'goods', op: 'delete', id, rev })
    await saveGoods(b, 'SKU-1', { gname: '改' })
    await swap(a, b)
    expect(await conflicts(a)).toEqual([['SKU-1', '$']])
    expect(await readGoods(a, 'SKU-1')).toBeUndefined()
    const [open] = await a.desks.conflicts()
    await a.desks.resolve([{ id: open!.id, rev: open!.rev, choices: { $: 0 } }], '保留')
    await swap(a, b)
    for (const each of [a, b]) expect(await readGoods(each, 'SKU-1')).toEqual(goods('SKU-1', { gname: '改' }))
  })

  it('merge the ports of a template entry by entry, and the fields of the company but for those of the desk', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    const { ports } = practiceTemplate
    await save(a, 'templates.add', { table: 'templates', op: 'put', record: practiceTemplate })
    await swap(a, b)
    const edit = async (at: TestBookDesk, change: object) => {
      const [stored] = await allRecords(at.context, 'templates')
      const record = { ...stored!.record, ports: { ...ports, ...change } }
      await save(at, 'templates.edit', {
        table: 'templates',
        op: 'put',
        id: stored!.id,
        rev: stored!.rev,
        record,
      })
    }
    await edit(a, { '304': 'DEHA' })
    await edit(b, { '303': 'GBLO' })
    const [own] = await allRecords(b.context, 'enterprise')
    await save(b, 'enterprise', {
      table: 'enterprise',
      op: 'put',
      rev: own!.rev,
      record: { ...own!.record, dxpId: 'DXP2' },
    })
    await swap(a, b)
    for (const each of [a, b]) {
      expect((await all(each, 'templates'))[0]?.ports).toEqual({ ...ports, '304': 'DEHA', '303': 'GBLO' })
    }
    expect((await all(a, 'enterprise'))[0]).toMatchObject({ desk: 'A', dxpId: 'DXP2', officer: 'officer A' })
    expect((await all(b, 'enterprise'))[0]).toMatchObject({ desk: 'B', dxpId: 'DXP2', officer: 'officer B' })
  })
})

describe('decisions about orders', () => {
  it('find the order by its number, whatever its id and rows are on the other desk; before it is imported they wait', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    const lines = (row: number) => [
      { row, class: 'goods' as const, sku: 'S1', name: 'Shirt', quantity: '2', price: '9.95' },
      { row: row + 1, class: 'goods' as const, sku: 'S1', name: 'Shirt', quantity: '1', price: '0' },
    ]
    const atA = await importOrders(a, [order('N1', { lines: lines(2) }), order('N2')])
    const n1 = atA.get('N1')!
    await save(
      a,
      'order.class',
      {
        table: 'overlays',
        op: 'put',
        record: { aspect: 'class', fact: n1, lines: { '3': 'gift' }, reason: '赠品' },
      },
      {
        table: 'overlays',
        op: 'put',
        record: { aspect: 'note', fact: n1, note: '加急', labels: ['急'], owner: '李' },
      },
      {
        table: 'overlays',
        op: 'put',
        record: { aspect: 'merged', fact: atA.get('N2')!, into: n1, orderNo: 'N1' },
      },
    )
    const file = await a.desks.exportFile()
    expect(await b.desks.importFile(file, 'file')).toMatchObject({ ok: true, waits: 3 })
    expect(await all(b, 'overlays')).toEqual([])
    const atB = await importOrders(b, [order('N2'), order('N1', { lines: lines(40) })])
    await b.desks.importFile(file, 'file')
    const of = (aspect: string) => async () => (await all(b, 'overlays')).find((one) => one.aspect === aspect)
    expect(await of('class')()).toMatchObject({ fact: atB.get('N1'), lines: { '41': 'gift' } })
    expect(await of('note')()).toMatchObject({
      fact: atB.get('N1'),
      note: '加急',
      labels: ['急'],
      owner: '李',
    })
    expect(await of('merged')()).toMatchObject({ fact: atB.get('N2'), into: atB.get('N1') })
    expect((await b.desks.state()).counts.waits).toBe(0)
  })

  it('of both desks about one order are a conflict; notes and labels of both stay', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    const at = new Map([
      [a, (await importOrders(a, [order('N1')])).get('N1')!],
      [b, (await importOrders(b, [order('N1')])).get('N1')!],
    ])
    const note = (labels: string[]) => ({ aspect: 'note' as const, note: '', labels })
    const lay = (desk: TestBookDesk, record: object) =>
      save(desk, 'order.note', {
        table: 'overlays',
        op: 'put',
        record: { fact: at.get(desk)!, ...record } as never,
      })
    await lay(a, { aspect: 'cancelled', reason: '退款' })
    await lay(a, note(['急']))
    await lay(b, { aspect: 'split', parts: [{ orderNo: 'N1-1', quantities: { '2': '2' } }] })
    await lay(b, note(['易碎']))
    await swap(a, b)
    expect(await conflicts(a)).toEqual([['shopify main N1', 'decision']])
    const labels = async (desk: TestBookDesk) =>
      (await all(desk, 'overlays')).flatMap((one) => (one.aspect === 'note' ? one.labels : [])).sort()
    expect(await labels(a)).toEqual(['急', '易碎'].sort())
    expect(await labels(b)).toEqual(await labels(a))
  })
})

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

describe('through the service', () => {
  it('three desks end with the same records, each sent once, and nothing is left to send', async () => {
    const service = memoryDeskService()
    const three = [await desk('A'), await desk('B'), await desk('C')]
    for (const [n, each] of three.entries()) {
      for (let i = 0; i < 30; i += 1)
        await saveGoods(each, `SKU-${i}`, n === i % 3 ? { gname: `名${n}` } : {})
    }
    for (const each of [...three, ...three, ...three]) {
      expect(await each.desks.meetByService(service.link, 'met')).toMatchObject({ ok: true })
    }
    const states = await Promise.all(three.map((each) => allRecords(each.context, 'deskRecords')))
    const bodies = states.map((all) =>
      all.map(({ record }) => record.record).sort((x, y) => (x.key.join() < y.key.join() ? -1 : 1)),
    )
    expect(bodies[1]).toEqual(bodies[0])
    expect(bodies[2]).toEqual(bodies[0])
    for (const each of three)
      expect((await each.desks.state()).counts).toMatchObject({ unsent: 0, parked: 0, conflicts: 30 })
  })

  it('an edit of the officer between capture and merge is not written over', async () => {
    const service = memoryDeskService()
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1')
    await a.desks.meetByService(service.link, 'met')
    await b.desks.meetByService(service.link, 'met')
    await saveGoods(a, 'SKU-1', { gname: '甲' })
    await a.desks.meetByService(service.link, 'met')
    const late = {
      ...service.link,
      page: async (...args: Parameters<typeof service.link.page>) => {
        const page = await service.link.page(...args)
        if ((await readGoods(b, 'SKU-1'))?.netWeight !== '9') await saveGoods(b, 'SKU-1', { netWeight: '9' })
        return page
      },
    }
    expect(await b.desks.meetByService(late, 'met')).toMatchObject({ ok: true })
    expect(await readGoods(b, 'SKU-1')).toMatchObject({ gname: '甲', netWeight: '9' })
  })

  it('what differs again and again is parked and tried again when somebody says so', async () => {
    const service = memoryDeskService()
    const a = await desk('A')
    await saveGoods(a, 'SKU-1')
    const stubborn = {
      ...service.link,
      push: async (push: Parameters<typeof service.link.push>[0]) => {
        const [{ content }] = push.records as [(typeof push.records)[0]]
        const theirs = {
          version: 9,
          desk: push.desk,
          storedAt: '2026-01-01T00:00:00Z',
          content: { ...content, version: {}, fields: {}, acts: {} },
        }
        return {
          ok: true as const,
          value: { results: push.records.map(() => ({ outcome: 'differs' as const, theirs })) },
        }
      },
    }
    await a.desks.meetByService(stubborn, 'met')
    expect((await a.desks.state()).counts).toMatchObject({ parked: 2, unsent: 2 })
    await a.desks.retryParked()
    await a.desks.meetByService(service.link, 'met')
    expect((await a.desks.state()).counts).toMatchObject({ parked: 0, unsent: 0 })
  })
})

it('tells who made an edit when, also of several edits in a row and of one that was taken back', async () => {
  const [a, b] = [await desk('A'), await desk('B')]
  await saveGoods(a, 'SKU-1')
  await swap(a, b)
  const as = async (who: string, change: object) => {
    const [stored] = await allRecords(a.context, 'goods')
    const record = { ...stored!.record, ...change }
    return command(
      a.context,
      'goods.save',
      who,
      '',
      [{ table: 'goods', op: 'put', id: stored!.id, rev: stored!.rev, record }],
      { group: who },
    )
  }
  await as('李', { gname: '甲' })
  await as('赵', { netWeight: '1' })
  await as('钱', { gcode: '6109909000' })
  await undo(a.context, '孙', '钱', '错了')
  await saveGoods(b, 'SKU-1', { gname: '乙', netWeight: '2' })
  await swap(a, b)
  const [open] = await b.desks.conflicts()
  const authors = Object.fromEntries(open!.fields.map(({ path, theirs }) => [path, theirs[0]!.who]))
  expect(authors).toEqual({ gname: '李', netWeight: '赵' })
})

it('an enterprise never takes in the file of another one', async () => {
  const [a, b] = [await desk('A'), await desk('B', { customsCode: '000096YG02' })]
  const file = await a.desks.exportFile()
  await expect(b.desks.importFile(file, 'file')).rejects.toMatchObject({ code: 'other-enterprise' })
})

it('a desk that moved out writes nothing more, whichever of its marks is left', async () => {
  const a = await desk('A')
  await a.desks.moved(false)
  await expect(saveGoods(a, 'SKU-1')).rejects.toMatchObject({ code: 'moved-out' })
  const again = async (sentinel: typeof a.sentinel) => {
    const book = await Book.open({ database: a.database, keys: a.keys, sentinel })
    const { health } = book
    await book.close()
    return health.state
  }
  const lost = { ...a.sentinel, read: () => Promise.resolve({}) }
  expect(await again(lost)).toBe('moved')
  // An older database beside the settings of today.
  const older = await desk('A')
  await older.sentinel.advance({ moved: 1 })
  const book = await Book.open({ database: older.database, keys: older.keys, sentinel: older.sentinel })
  expect(book.health.state).toBe('moved')
  await book.close()
})
