import { describe, expect, it } from 'vitest'
import type { Station } from '#shared/control/stations'
import { importOrders } from '../../../test/data/desks'
import type { TestBookDesk } from '../../../test/data/desks'
import {
  closeDesksAfterEach,
  all,
  confirmed,
  conflicts,
  desk,
  save,
  swap,
} from '../../../test/data/desk-acts'
import { order } from '../../../test/data/samples'

closeDesksAfterEach()

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
    expect(await b.desks.importFile(file, 'file', confirmed)).toMatchObject({ ok: true, waits: 3 })
    expect(await all(b, 'overlays')).toEqual([])
    const atB = await importOrders(b, [order('N2'), order('N1', { lines: lines(40) })])
    await b.desks.importFile(file, 'file', confirmed)
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

describe('masters that are filed, papers and authorisations', () => {
  it('merge field by field; the bytes of a file stay where they are, and what was deleted goes', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    const values = { name: '某公司', bankAccount: '6222000011112222' }
    const master = { roles: ['seller' as const], modes: ['9610' as const], values }
    const file = { hash: '0'.repeat(64), type: 'pdf' as const, size: 1 }
    const paper = { id: 'p1', kind: 'business-licence' as const, title: '营业执照', subjects: [], file }
    const days = { from: '2026-01-01', to: '2026-12-31' }
    const leave = { no: 'WT', principal: 'P', agent: 'G', acts: ['open' as const], ...days }
    const sword = { piece: 'S-1', kind: 'special' as const, sku: 'SWORD', events: {} }
    await save(
      a,
      'filing',
      { table: 'parties', op: 'put', record: { key: 'K', party: master } },
      { table: 'evidence', op: 'put', id: 'p1', record: paper },
      { table: 'authorisations', op: 'put', record: leave },
      { table: 'pieces', op: 'put', record: sword },
    )
    await swap(a, b)
    expect(await all(b, 'authorisations')).toEqual([leave])
    expect(await all(b, 'pieces')).toEqual([sword])
    const { file: _file, ...bare } = paper
    expect(await all(b, 'parties')).toEqual([{ key: 'K', party: master }])
    expect(await all(b, 'evidence')).toEqual([bare])
    const change = (at: TestBookDesk, more: object) =>
      save(at, 'party.save', {
        table: 'parties',
        op: 'put',
        rev: 1,
        record: { key: 'K', party: { ...master, values: { ...values, ...more } } },
      })
    const passed = (at: TestBookDesk, station: Station) => {
      const time = '2026-01-01T00:00:00Z'
      const event = { station, at: time, recordedAt: time, by: '张三', place: '龙泉' }
      const record = { ...sword, events: { [station]: event } }
      return save(at, 'pieces.station', { table: 'pieces', op: 'put', rev: 1, record })
    }
    await passed(a, 'order')
    await passed(b, 'make')
    await change(a, { bankName: '某银行' })
    await change(b, { name: '某有限公司' })
    await save(b, 'evidence.save', {
      table: 'evidence',
      op: 'put',
      id: 'p1',
      rev: 1,
      record: { ...bare, to: '2030-01-01' },
    })
    await swap(a, b)
    for (const each of [a, b]) {
      const [only] = await all(each, 'parties')
      expect(only!.party.values).toEqual({ ...values, bankName: '某银行', name: '某有限公司' })
      const [piece] = await all(each, 'pieces')
      expect(Object.keys(piece!.events).sort()).toEqual(['make', 'order'])
      expect(await conflicts(each)).toEqual([])
    }
    expect(await all(a, 'evidence')).toEqual([{ ...paper, to: '2030-01-01' }])
    await save(a, 'evidence.delete', { table: 'evidence', op: 'delete', id: 'p1', rev: 2 })
    await swap(a, b)
    expect(await all(b, 'evidence')).toEqual([])
  })
})
