import { describe, expect, it } from 'vitest'
import { defaultMatchConfig, matchConfig } from './config'
import type { ListFacts, ManualMatch, OrderFacts, PaymentFacts, WaybillFacts } from './facts'
import { MatchIndex } from './match-index'
import { matchOrder } from './match-order'
import { orphanBreaks } from './match-all'

const order = (over: Partial<OrderFacts> = {}): OrderFacts => ({
  id: over.orderNo ?? 'A1',
  orderNo: 'A1',
  kind: 'order',
  platform: 'shopify',
  shop: 'one',
  amount: '100',
  currency: 'USD',
  day: '2026-03-01',
  paymentNo: '',
  logisticsNo: '',
  goods: 'S×1',
  giftsOnly: false,
  refusedRows: 0,
  cancels: '',
  ...over,
})
const payment = (over: Partial<PaymentFacts> = {}): PaymentFacts => ({
  id: over.paymentNo ?? 'P1',
  kind: 'payment',
  paymentNo: 'P1',
  orderNo: 'A1',
  platform: '',
  shop: '',
  amount: '100',
  currency: 'USD',
  fee: '0',
  day: '2026-03-02',
  refersTo: '',
  ...over,
})
const waybill = (over: Partial<WaybillFacts> = {}): WaybillFacts => ({
  id: over.logisticsNo ?? 'W1',
  logisticsNo: 'W1',
  logisticsCode: 'C',
  orderNo: 'A1',
  ...over,
})

type World = {
  orders?: OrderFacts[]
  payments?: PaymentFacts[]
  waybills?: WaybillFacts[]
  lists?: ListFacts[]
  manual?: ManualMatch[]
  merges?: string[][]
}

function indexOf({ orders = [order()], payments = [payment()], waybills = [waybill()], ...rest }: World) {
  const index = new MatchIndex()
  orders.forEach((fact) => index.addOrder(fact))
  payments.forEach((fact) => index.addPayment(fact))
  waybills.forEach((fact) => index.addWaybill(fact))
  rest.lists?.forEach((list) => index.addList(list))
  rest.manual?.forEach((manual) => index.addManual(manual))
  rest.merges?.forEach((merge) => index.addMerge(merge))
  return index
}

function match(world: World, config = defaultMatchConfig) {
  const index = indexOf(world)
  const first = [...index.orders.values()][0] as OrderFacts
  return matchOrder(first, index.candidates(first), config)
}
const kinds = (world: World) => match(world).breaks.map(({ kind }) => kind)
it('asks no payment of goods that are not sold yet, and still asks for their waybill', () => {
  const world = { orders: [order({ unsold: true })], payments: [] }
  expect(kinds(world)).toEqual([])
  expect(match(world).state).toBe('matched')
  expect(kinds({ ...world, waybills: [] })).toEqual(['waybill-missing'])
})

const notes = (world: World) => match(world).notes.map(({ kind }) => kind)

const manual = (over: Partial<ManualMatch> = {}): ManualMatch => ({
  order: 'A1',
  payments: [],
  waybills: [],
  reason: '客服确认',
  who: '张三',
  at: '2026-03-03T00:00:00Z',
  ...over,
})

describe('a matched order', () => {
  it('has no breaks and names its documents', () => {
    expect(match({})).toMatchObject({
      state: 'matched',
      payments: ['P1'],
      waybills: ['W1'],
      breaks: [],
      notes: [],
    })
  })

  it('is found by the numbers on the order where the documents do not name it', () => {
    const world = {
      orders: [order({ paymentNo: 'P1', logisticsNo: 'W1' })],
      payments: [payment({ orderNo: '' })],
      waybills: [waybill({ orderNo: '' })],
    }
    expect(match(world).state).toBe('matched')
  })

  it('owes to the cent of its currency: digits beyond it do not count', () => {
    expect(kinds({ orders: [order({ amount: '100.004' })] })).toEqual([])
    expect(kinds({ orders: [order({ amount: '100.01' })] })).toEqual(['payment-short'])
  })
})

describe('payments', () => {
  it('missing: pending with the amount that is due, by default no reason to hold the list', () => {
    const { state, breaks } = match({ payments: [] })
    expect(state).toBe('pending')
    expect(breaks).toMatchObject([
      { kind: 'payment-missing', effect: 'pending', ours: '100 USD', theirs: '' },
    ])
  })

  it('is not asked for where nothing is due', () => {
    expect(match({ orders: [order({ amount: '0' })], payments: [] }).state).toBe('matched')
  })

  it.each([
    ['95', 'payment-short', 'pending'],
    ['94.99', 'payment-under', 'block'],
    ['100.01', 'payment-over', 'block'],
  ])('of %s against 100 is %s', (amount, kind, effect) => {
    expect(match({ payments: [payment({ amount })] }).breaks).toMatchObject([
      { kind, effect, ours: '100 USD', theirs: `${amount} USD` },
    ])
  })

  it('allow the greater of share and amount as shortage', () => {
    const world = { orders: [order({ amount: '0.50' })], payments: [payment({ amount: '0.45' })] }
    expect(kinds(world)).toEqual(['payment-short'])
  })

  it('net of the fee are explained, not a break', () => {
    const world = { payments: [payment({ amount: '96.1', fee: '-3.9' })] }
    expect([kinds(world), notes(world)]).toEqual([[], ['net-of-fee']])
  })

  it('in parts that add up are one payment', () => {
    const world = {
      payments: [payment({ amount: '60' }), payment({ paymentNo: 'P2', amount: '40' })],
    }
    expect([kinds(world), notes(world)]).toEqual([[], ['payment-parts']])
    expect(match(world).payments).toEqual(['P1', 'P2'])
  })

  it.each([
    ['the same line twice', [payment(), payment({ id: 'P1b' })]],
    ['two of the full amount', [payment(), payment({ paymentNo: 'P2' })]],
  ])('%s are a duplicate and nothing else', (_, payments) => {
    expect(kinds({ payments })).toEqual(['payment-duplicate'])
    expect(match({ payments }).payments).toEqual(['P1'])
  })

  it('in another currency are a break without a conversion', () => {
    expect(match({ payments: [payment({ currency: 'EUR', amount: '92' })] }).breaks).toMatchObject([
      { kind: 'payment-currency', effect: 'block', ours: 'USD', theirs: '92 EUR' },
    ])
  })

  const legs = (out: string, into: string) => [
    payment({
      id: 'c1',
      paymentNo: 'c1',
      kind: 'conversion',
      refersTo: 'P1',
      currency: 'EUR',
      amount: `-${out}`,
    }),
    payment({ id: 'c2', paymentNo: 'c2', kind: 'conversion', refersTo: 'P1', currency: 'USD', amount: into }),
  ]
  it('converted by the institution are explained with their rate', () => {
    const world = { payments: [payment({ currency: 'EUR', amount: '92' }), ...legs('92', '100')] }
    const { breaks, notes: found } = match(world)
    expect(breaks).toEqual([])
    expect(found[0]?.message.en).toContain('at 1.086957')
  })

  it('are converted too when the two lines name the order instead of the payment', () => {
    const named = legs('92', '100').map((leg) => ({ ...leg, refersTo: '' }))
    expect(kinds({ payments: [payment({ currency: 'EUR', amount: '92' }), ...named] })).toEqual([])
  })

  it('converted less the fee are valued at the rate of the pair', () => {
    const world = { payments: [payment({ currency: 'EUR', amount: '92' }), ...legs('88.32', '96')] }
    expect(kinds(world)).toEqual([])
  })

  it('converted to something else than was due are a break of the amount', () => {
    const world = { payments: [payment({ currency: 'EUR', amount: '92' }), ...legs('92', '80')] }
    expect(kinds(world)).toEqual(['payment-under'])
  })

  it('late by more than the allowed days, not on the last of them', () => {
    expect(kinds({ payments: [payment({ day: '2026-03-21' })] })).toEqual([])
    expect(match({ payments: [payment({ day: '2026-03-22' })] }).breaks).toMatchObject([
      { kind: 'payment-late', effect: 'pending', ours: '2026-03-01', theirs: '2026-03-22' },
    ])
  })

  it('claimed by another order', () => {
    const other = payment({ id: 'x', orderNo: 'B2' })
    expect(match({ payments: [payment(), other] }).breaks).toMatchObject([
      { kind: 'payment-shared', ours: 'B2', theirs: 'P1' },
    ])
  })

  it.each([
    ['40', 'refund-part'],
    ['100', 'refund-full'],
  ])('refunded %s is %s', (amount, kind) => {
    const refund = payment({
      id: 'r',
      paymentNo: 'r',
      kind: 'refund',
      amount: `-${amount}`,
      orderNo: '',
      refersTo: 'P1',
    })
    expect(kinds({ payments: [payment(), refund] })).toEqual([kind])
  })
})

describe('numbers written differently', () => {
  it.each(['a1', 'A 1', 'Ａ１', '#A1', '00A1', ' A1', 'A1\u200b'])(
    '%j is a near miss, not a match',
    (orderNo) => {
      expect(match({ payments: [payment({ orderNo })] })).toMatchObject({
        payments: [],
        near: ['P1'],
        breaks: [{ kind: 'payment-key-differs' }],
      })
      expect(match({ waybills: [waybill({ orderNo })] })).toMatchObject({
        state: 'blocked',
        breaks: [{ kind: 'waybill-key-differs', ours: 'A1', theirs: orderNo }],
      })
    },
  )

  it('are told beside an exact one too: nothing that was imported is passed over', () => {
    const payments = [payment(), payment({ paymentNo: 'P2', orderNo: 'a1' })]
    expect(match({ payments })).toMatchObject({
      payments: ['P1'],
      near: ['P2'],
      breaks: [{ kind: 'payment-key-differs' }],
    })
    const waybills = [waybill(), waybill({ logisticsNo: 'W2', orderNo: 'a1' })]
    expect(kinds({ waybills })).toEqual(['waybill-key-differs'])
  })

  it('belong to the order that is written exactly so', () => {
    const world = {
      orders: [order(), order({ orderNo: 'a1' })],
      payments: [payment(), payment({ paymentNo: 'P2', orderNo: 'a1' })],
    }
    expect(
      match({ ...world, waybills: [waybill(), waybill({ logisticsNo: 'W2', orderNo: 'a1' })] }).state,
    ).toBe('matched')
  })

  it('are matched when an officer says so, and only then', () => {
    const payments = [payment({ orderNo: 'a1' })]
    expect(match({ payments, manual: [manual({ payments: ['P1'] })] }).state).toBe('matched')
    expect(kinds({ payments, manual: [manual({ order: 'other', payments: ['P1'] })] })).toEqual([
      'payment-missing',
    ])
  })
})

describe('manual decisions', () => {
  it('give a document without any common number', () => {
    const world = { payments: [payment({ orderNo: 'Z9' })], manual: [manual({ payments: ['P1'] })] }
    expect(match(world).state).toBe('matched')
    expect([...orphanBreaks(indexOf(world), defaultMatchConfig)]).toEqual([])
  })

  it('turn accepted breaks into a note with the reason', () => {
    const world = { payments: [payment({ amount: '10' })], manual: [manual({ accepts: ['payment-under'] })] }
    const { state, notes: found } = match(world)
    expect(state).toBe('matched')
    expect(found[0]?.message.zh).toBe('张三 接受了“收款少于订单”：客服确认')
  })
})

describe('waybills', () => {
  it('missing blocks', () => {
    expect(match({ waybills: [] })).toMatchObject({ state: 'blocked', breaks: [{ kind: 'waybill-missing' }] })
  })

  it('several are parcels of one order, to be split', () => {
    const world = { waybills: [waybill(), waybill({ logisticsNo: 'W2' })] }
    expect([kinds(world), notes(world)]).toEqual([[], ['several-waybills']])
  })

  it('used by two orders block, unless these are merged', () => {
    const world = {
      waybills: [waybill(), waybill({ id: 'W1b', orderNo: 'B2' })],
      orders: [order(), order({ orderNo: 'B2' })],
    }
    expect(kinds(world)).toEqual(['waybill-shared'])
    expect(kinds({ ...world, merges: [['A1', 'B2']] })).toEqual([])
  })

  const list: ListFacts = { copNo: 'L1', orders: ['A1'], logisticsCode: 'C', logisticsNo: 'W1', goods: '' }
  it('or order already on a list block', () => {
    expect(kinds({ lists: [list] })).toEqual(['order-declared'])
    expect(kinds({ lists: [{ ...list, orders: ['Z'] }] })).toEqual(['waybill-declared'])
    expect(kinds({ lists: [{ ...list, goods: 'S×2' }] })).toEqual(['goods-differ'])
  })
})

describe('orders', () => {
  it('with refused rows are incomplete', () => {
    expect(kinds({ orders: [order({ refusedRows: 2 })] })).toEqual(['order-incomplete'])
  })

  it('with one number in two shops are told apart by the shop of the payment, else blocked', () => {
    const orders = [order(), order({ id: 'A1/two', shop: 'two' })]
    const own = [
      payment({ platform: 'shopify', shop: 'one' }),
      payment({ paymentNo: 'P2', platform: 'shopify', shop: 'two' }),
    ]
    expect(match({ orders, payments: own, waybills: [] }).payments).toEqual(['P1'])
    expect(kinds({ orders, payments: [payment()], waybills: [] })).toEqual(['order-number-shared'])
  })

  const cancellation = (goods: string) =>
    order({ orderNo: 'CA1', kind: 'cancellation', cancels: 'A1', goods })
  it('cancelled as a whole before anything happened leave the queue', () => {
    const world = { orders: [order(), cancellation('S×1')], payments: [], waybills: [] }
    expect(match(world)).toMatchObject({ state: 'cancelled', breaks: [] })
  })

  it('cancelled after they were paid are still compared, and not declared', () => {
    expect(match({ orders: [order(), cancellation('S×1')], waybills: [] })).toMatchObject({
      state: 'cancelled',
      breaks: [{ kind: 'waybill-missing' }],
    })
  })

  it('cancelled in part stay in the queue', () => {
    const world = { orders: [order({ goods: 'S×2' }), cancellation('S×1')] }
    expect([match(world).state, notes(world)]).toEqual(['matched', ['cancelled-part']])
  })

  it('marked as cancelled but shipped are a break', () => {
    expect(kinds({ orders: [order({ kind: 'cancellation' })] })).toEqual(['order-cancelled'])
  })

  it('of gifts only are declared when they are shipped and otherwise left alone', () => {
    const gifts = [order({ amount: '0', giftsOnly: true })]
    expect(match({ orders: gifts, payments: [], waybills: [] })).toMatchObject({ state: 'none', breaks: [] })
    expect(match({ orders: gifts, payments: [] }).state).toBe('matched')
  })

  it('of freight only need no waybill and are never declared', () => {
    expect(match({ orders: [order({ goods: '' })], waybills: [] })).toMatchObject({
      state: 'none',
      breaks: [],
    })
  })
})

describe('effects', () => {
  it('are data: an enterprise may let a missing payment block', () => {
    const strict = matchConfig(undefined, { effects: { 'payment-missing': 'block' } })
    expect(match({ payments: [] }, strict).state).toBe('blocked')
    expect(strict.effects['payment-late']).toBe('pending')
  })

  it('orphans are reported with what they name', () => {
    const world = {
      payments: [payment(), payment({ paymentNo: 'P9', orderNo: 'Z9' })],
      waybills: [waybill(), waybill({ logisticsNo: 'W9', orderNo: 'Z9' })],
    }
    const found = [...orphanBreaks(indexOf(world), defaultMatchConfig)]
    expect(found.map(({ kind, orderNo, theirs }) => [kind, orderNo, theirs])).toEqual([
      ['payment-orphan', 'Z9', 'P9'],
      ['waybill-orphan', 'Z9', 'W9'],
    ])
  })
})
