import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderMatch } from '#shared/matching/break'
import { cmp, sum } from '#shared/money/decimal'
import { goods, list, order, payment, waybill } from '../../../../test/data/samples'
import { listStates } from '../../../data/order-state'
import type { ListState } from '../../../data/order-state'
import type { Overlay } from '../../../data/port'
import { Projection } from './projection'
import { ownNumbers } from './own-numbers'
import { searchTables } from './search'
import { select } from './select'
import { totalsOf } from './totals'

const match = (id: string, state: OrderMatch['state'], change: Partial<OrderMatch> = {}): OrderMatch => ({
  order: id,
  orderNo: id,
  state,
  payments: [],
  waybills: [],
  breaks: [],
  notes: [],
  ...change,
})
const orderFact = (id: string, change: Parameters<typeof order>[1] = {}) => ({
  id,
  record: order(`N-${id}`, change),
})
const goodsStored = (sku: string) => ({ id: `g-${sku}`, rev: 1, record: goods(sku) })
const row = (projection: Projection, id: string) => {
  projection.settle()
  return projection.orders.get(id)!
}

describe('the projection', () => {
  it('derives an order from its goods, matches, overlays and lists as they come and go', () => {
    const p = new Projection()
    p.putOrders([orderFact('o1')])
    expect(row(p, 'o1')).toMatchObject({
      state: 'incomplete',
      missing: ['SKU-1'],
      netWeight: '',
      amount: '19.9',
    })
    p.putGoods([goodsStored('SKU-1')])
    expect(row(p, 'o1')).toMatchObject({ state: 'unmatched', missing: [], netWeight: '0.4' })
    p.putPayments([{ id: 'p1', record: payment('PAY-1') }])
    p.putWaybills([
      { id: 'w1', record: waybill('WB-1') },
      { id: 'w2', record: waybill('WB-2') },
    ])
    p.putResults([match('o1', 'pending', { payments: ['p1'], waybills: ['w1', 'w2'] })])
    expect(row(p, 'o1')).toMatchObject({
      state: 'ready',
      paymentNo: 'PAY-1',
      waybillNo: 'WB-1, WB-2',
      grossWeight: '1.2',
    })
    p.putResults([match('o1', 'blocked')])
    expect(row(p, 'o1').state).toBe('unmatched')
    p.putResults([match('o1', 'matched')])
    const stored = (state: (typeof listStates)[number]) => ({
      id: 'l1',
      rev: 1,
      record: list('COP-1', { orders: ['o1'], state }),
    })
    p.putLists([stored('waiting')])
    expect(row(p, 'o1')).toMatchObject({ state: 'waiting', copNo: 'COP-1' })
    p.putLists([stored('void')])
    expect(row(p, 'o1').state).toBe('ready')
    p.deleteList('l1')
    const overlay = (aspect: 'cancelled' | 'reinstated'): { id: string; rev: number; record: Overlay } => ({
      id: aspect,
      rev: 1,
      record: { aspect, fact: 'o1', reason: 'x' },
    })
    p.putOverlays([overlay('cancelled')])
    expect(row(p, 'o1').state).toBe('cancelled')
    p.putOverlays([overlay('reinstated')])
    expect(row(p, 'o1').state).toBe('ready')
    p.deleteOverlay('reinstated')
    p.deleteOverlay('cancelled')
    expect(row(p, 'o1').state).toBe('ready')
    p.deleteGoods('g-SKU-1')
    expect(row(p, 'o1').state).toBe('incomplete')
  })

  it('takes an order with nothing to ship out of the queue, but not one whose rows were refused', () => {
    const p = new Projection()
    const fee = [{ row: 2, class: 'fee' as const, sku: 'POST', name: 'p', quantity: '1', price: '5' }]
    p.putOrders([
      orderFact('empty', { lines: fee }),
      orderFact('partial', { lines: fee, refusedRows: [3] }),
      orderFact('taken back', { kind: 'cancellation', cancels: 'another' }),
      orderFact('voided in the shop', { kind: 'cancellation', orderNo: 'SO-9', cancels: 'SO-9' }),
    ])
    expect(row(p, 'empty').state).toBe('cancelled')
    expect(row(p, 'partial').state).toBe('incomplete')
    expect(row(p, 'taken back').state).toBe('')
    expect(row(p, 'voided in the shop').state).toBe('cancelled')
    expect(p.figures('')).toMatchObject({ imported: 3 })
  })

  it('always adds up: imported is the sum of the nine columns', () => {
    const one = fc.record({
      kind: fc.constantFrom('order' as const, 'cancellation' as const, 'adjustment' as const),
      sku: fc.constantFrom('SKU-1', 'SKU-2'),
      match: fc.constantFrom(undefined, 'matched', 'pending', 'blocked', 'cancelled', 'none'),
      list: fc.option(fc.constantFrom(...listStates)),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (orders) => {
        const p = new Projection()
        p.putGoods([goodsStored('SKU-1')])
        orders.forEach(({ kind, sku, match: state, list: listed }, i) => {
          const lines = [{ row: 2, class: 'goods' as const, sku, name: 'x', quantity: '1', price: '1' }]
          p.putOrders([orderFact(`o${i}`, { kind, lines })])
          if (state) p.putResults([match(`o${i}`, state as OrderMatch['state'])])
          if (listed)
            p.putLists([{ id: `l${i}`, rev: 1, record: list(`C${i}`, { orders: [`o${i}`], state: listed }) }])
        })
        p.settle()
        const { imported, byState } = p.figures('')
        expect(Object.values(byState).reduce((a, b) => a + b, 0)).toBe(imported)
        expect(imported).toBe(orders.filter(({ kind }) => kind === 'order').length)
      }),
    )
  })

  it('lists records in the order of their numbers, however the store gave them', () => {
    const p = new Projection()
    const numbers = ['COP-3', 'COP-1', 'COP-2']
    p.putLists(numbers.map((copNo, i) => ({ id: `l${i}`, rev: 1, record: list(copNo) })))
    p.lists.arrange('copNo')
    p.putLists([{ id: 'l9', rev: 1, record: list('COP-0') }])
    p.putLists([{ id: 'l1', rev: 2, record: list('COP-1', { state: 'void' }) }])
    expect(select(p.lists).rows.map(({ copNo }) => copNo)).toEqual(['COP-1', 'COP-2', 'COP-3', 'COP-0'])
  })

  it('counts lists that wait too long, and those whose 撤销申请单 does', () => {
    const p = new Projection()
    const [early, late] = ['2026-11-01T08:00:00.000Z', '2026-11-01T10:30:00.000Z']
    const stored = (copNo: string, state: ListState, queuedAt: string, asked?: string) => {
      const document = { head: {}, lists: {} } as never
      const withdrawal = asked && { withdrawal: { document, queuedAt: asked } }
      return { id: copNo, rev: 1, record: { ...list(copNo, { state }), queuedAt, ...withdrawal } }
    }
    p.putLists([
      stored('A', 'waiting', early),
      stored('B', 'waiting', late),
      stored('C', 'withdrawing', early, early),
      stored('D', 'withdrawing', early, late),
      stored('E', 'cleared', early, early),
      stored('F', 'draft', ''),
    ])
    const since = '2026-11-01T10:00:00.000Z'
    expect(p.figures(since).silent).toBe(2)
    // The link of the home page lists the very ones that were counted.
    p.settle()
    const where = [{ column: 'awaitingSince', is: 'between' as const, to: since }]
    expect(select(p.lists, { where }).rows.map(({ id }) => id)).toEqual(['A', 'C'])
  })
})

function filled(): Projection {
  const p = new Projection()
  p.putOrders([
    orderFact('a', { orderNo: 'AB-100001', country: 'US', currency: 'USD', shop: '上海' }),
    orderFact('b', {
      orderNo: 'ab-100002',
      country: 'France',
      currency: 'EUR',
      paymentNo: 'PAY 900001',
      shop: '北京',
    }),
    orderFact('c', { orderNo: '#77', country: '', currency: 'USD', logisticsNo: 'WB100001' }),
  ] as never)
  p.settle()
  return p
}
const ids = (
  p: Projection,
  filter: Parameters<typeof select>[1],
  sort?: { column: 'country' | 'orderNo'; descending?: boolean },
) => select(p.orders, filter, sort).rows.map(({ id }) => id)

describe('select', () => {
  it('filters by every kind of condition, all of which must hold', () => {
    const p = filled()
    expect(ids(p, { where: [{ column: 'orderNo', is: 'contains', value: 'ＡＢ-' }] })).toEqual(['a', 'b'])
    expect(ids(p, { where: [{ column: 'country', is: 'in', values: ['us', 'FRANCE'] }] })).toEqual(['a', 'b'])
    expect(ids(p, { where: [{ column: 'country', is: 'not-in', values: ['US'] }] })).toEqual(['b', 'c'])
    expect(ids(p, { where: [{ column: 'country', is: 'empty' }] })).toEqual(['c'])
    expect(ids(p, { where: [{ column: 'amount', is: 'between', from: '19.9', to: '100' }] })).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(ids(p, { where: [{ column: 'amount', is: 'between', from: '100' }] })).toEqual([])
    expect(ids(p, { where: [{ column: 'day', is: 'between', to: '2026-10' }] })).toEqual(['a', 'b', 'c'])
    expect(
      ids(p, {
        where: [
          { column: 'currency', is: 'in', values: ['USD'] },
          { column: 'country', is: 'filled' },
        ],
      }),
    ).toEqual(['a'])
  })

  it('takes a pasted column of any numbers and says which nobody carries', () => {
    const p = filled()
    const { rows, notFound } = select(p.orders, {
      numbers: [' ab-100001 ', 'pay900001', 'NOBODY', '', 'wb100009'],
    })
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(notFound).toEqual(['NOBODY', 'wb100009'])
  })

  it('carries a selection: some by id, or all but some', () => {
    expect(ids(filled(), { ids: ['c', 'a'] })).toEqual(['a', 'c'])
    expect(ids(filled(), { except: ['a'] })).toEqual(['b', 'c'])
  })

  it('sorts with empty values last in both directions', () => {
    const p = filled()
    expect(ids(p, {}, { column: 'country' })).toEqual(['b', 'a', 'c'])
    expect(ids(p, {}, { column: 'country', descending: true })).toEqual(['a', 'b', 'c'])
    expect(ids(p, {}, { column: 'orderNo' })).toEqual(['c', 'a', 'b'])
  })
})

describe('search', () => {
  const find = (text: string) => {
    const p = filled()
    return searchTables([p.orders, p.lists] as never, text).map((g) => [
      g.kind,
      ...g.hits.map(({ id }) => id),
    ])
  }
  it('finds summaries, declaration forms, bills, bags and returns by their numbers', () => {
    const p = filled()
    const told = { value: '040220260000000001', at: '20260401000000000' }
    p.summary.putApplications([
      {
        id: 'ap',
        rev: 1,
        record: { copNo: 'YGA20260401000009', preNo: 'B1', lists: [], state: 'accepted' } as never,
      },
    ])
    p.summary.putEntries([
      {
        id: 'en',
        rev: 1,
        record: { sumNo: 'SUM000001', declSeqNo: 'D1', told: { entryId: told }, parts: {} },
      },
    ])
    p.parcels.putDepartures([
      {
        id: 'de',
        rev: 1,
        record: {
          copNo: 'YGA20260401000010',
          billNo: '999-12345675',
          state: 'accepted',
          parcels: [{ logisticsNo: 'P1', totalPackageNo: 'BAG-000001', grossWeight: '1', list: 'l' }],
        } as never,
      },
    ])
    p.after.returns.put([
      { id: 're', rev: 1, record: { copNo: 'YGA20260401000011', orderNo: '#1', state: 'draft' } as never },
    ])
    const found = (text: string) =>
      searchTables([], text, ownNumbers(p)).map(({ kind, hits }) => [
        kind,
        ...hits.map(({ room, id }) => `${room} ${id}`),
      ])
    expect(found('YGA20260401000009')).toEqual([['summary', 'summary ap']])
    expect(found('SUM000001')).toEqual([['summary', 'summary en']])
    expect(found('40220260000000001')).toEqual([['entry', 'summary en']])
    expect(found('345675')).toEqual([['bill', 'departure de']])
    expect(found('bag-000001')).toEqual([['bag', 'departure de']])
    expect(found('000011')).toEqual([['return', 'returns re']])
  })

  it('finds full numbers of any length and ends of six characters or more, by kind', () => {
    expect(find('#77')).toEqual([['order', 'c']])
    expect(find('100001')).toEqual([
      ['order', 'a'],
      ['waybill', 'c'],
    ])
    expect(find('00001')).toEqual([])
    expect(find(' pay900001 ')).toEqual([['payment', 'b']])
    expect(find('')).toEqual([])
  })
})

describe('totals', () => {
  it('adds exactly and never across currencies', () => {
    const amount = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => (n / 100).toFixed(2))
    const one = fc.record({ amount, currency: fc.constantFrom('USD', 'EUR', '') })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (rows) => {
        const { amounts } = totalsOf(rows.map((r) => ({ ...r, kind: 'order' })) as never)
        for (const currency of ['USD', 'EUR', '']) {
          const own = rows.filter((r) => r.currency === currency)
          expect(amounts[currency] === undefined).toBe(own.length === 0)
          if (own.length > 0) expect(cmp(amounts[currency]!, sum(own.map((r) => r.amount)))).toBe(0)
        }
      }),
    )
  })
})
