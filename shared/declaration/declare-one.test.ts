import { describe, expect, it } from 'vitest'
import { toFixed } from '../money/decimal'
import { declareOne, type DeclareInput } from './declare-one'
import {
  codes,
  declareInput,
  enterprise,
  goods,
  goodsMap,
  line,
  order,
  payment,
  sourced,
  template,
  waybill,
} from './fixture.test-data'
import { defaultDeclarationSettings } from './settings'

function built(over: Partial<DeclareInput> = {}) {
  const { parts, faults } = declareOne(declareInput(over))
  expect(faults).toEqual([])
  return parts.map(({ result }) => {
    if (!result.list) throw new Error('not built')
    return result.list
  })
}
const one = (over: Partial<DeclareInput> = {}) => {
  const [list] = built(over)
  if (!list) throw new Error('no list')
  return list
}
const refused = (over: Partial<DeclareInput>) => declareOne(declareInput(over)).faults.map(({ rule }) => rule)

describe('the documents of a list', () => {
  const list = one()
  const { order: ordered, receipts, logistics, inventory } = list.documents

  it('agree on the keys customs compares', () => {
    for (const name of ['orderNo', 'ebpCode', 'ebcCode', 'ebcName']) {
      expect(inventory.head[name]).toBe(ordered?.head[name])
      expect(inventory.head[name]).toBe(receipts?.head[name])
    }
    for (const name of ['logisticsCode', 'logisticsNo', 'grossWeight', 'packNo']) {
      expect(inventory.head[name]).toBe(logistics?.head[name])
    }
    const pairs = inventory.lines?.map(({ gnum, itemNo, itemName, qty }) => [gnum, itemNo, itemName, qty])
    expect(pairs).toEqual(
      ordered?.lines?.map(({ gnum, itemNo, itemName, qty }) => [gnum, itemNo, itemName, qty]),
    )
  })

  it('declare FOB apart from freight, in the customs currency', () => {
    expect(ordered?.head).toMatchObject({
      orderType: 'E',
      goodsValue: '20',
      freight: '5',
      currency: '502',
    })
    expect(inventory.lines?.[0]).toMatchObject({ qty: '2', price: '10', totalPrice: '20', currency: '502' })
  })

  it('take quantities, names and weights from the goods master and the weighed waybill', () => {
    expect(inventory.lines?.[0]).toMatchObject({
      gcode: '7323940000',
      gname: '搪瓷水杯',
      itemName: '搪瓷口杯',
      unit: '007',
      unit1: '035',
      qty1: '0.5',
      country: '303',
    })
    expect(inventory.lines?.[0]).not.toHaveProperty('qty2')
    expect(inventory.head).toMatchObject({
      grossWeight: '0.65',
      netWeight: '0.5',
      country: '303',
      POD: '303',
    })
  })

  it('carry local times of China and declare at once', () => {
    expect(inventory.head).toMatchObject({
      appTime: '20260303013000',
      ieDate: '20260303',
      appStatus: '2',
      appType: '1',
    })
    expect(receipts?.head).toMatchObject({
      accountingDate: '20260302040000',
      charge: '25.00',
      payNo: 'PAY-1',
    })
    expect(list.businessDay).toBe('2026-03-03')
  })

  it('have a guid each', () => {
    const guids = [ordered, receipts, logistics, inventory].map((document) => document?.head['guid'])
    expect(new Set(guids).size).toBe(4)
  })

  it('remember every record they were made from', () => {
    expect(list.provenance).toEqual(
      expect.arrayContaining([
        { record: 'order', id: 'o1', rev: 1 },
        { record: 'goods', id: 'g-MUG-01', rev: 1 },
        { record: 'template', id: 't1', rev: 1 },
        { record: 'waybill', id: 'w1', rev: 1 },
        { record: 'payment', id: 'p1', rev: 1 },
        { record: 'enterprise', id: 'e1', rev: 1 },
      ]),
    )
  })

  it('weigh by calculation where the carrier did not', () => {
    expect(one({ waybills: [sourced('w1', waybill({ grossWeight: undefined }))] }).grossWeight).toBe('0.6')
  })

  it('take the freight of the carrier where its file names a currency', () => {
    const shipped = waybill({ freight: '7.5', currency: 'CNY' })
    const { head } = one({ waybills: [sourced('w1', shipped)] }).documents.inventory
    expect(head).toMatchObject({ freight: '7.5', fCurrency: '142', fFlag: '3' })
    expect(one().documents.inventory.head).toMatchObject({ freight: '3.00', fCurrency: '502' })
  })

  it('leave out what others transmit and the 收款单 that has not come', () => {
    const transmits = {
      ...defaultDeclarationSettings.transmits,
      CEB303: 'platform',
      CEB505: 'carrier',
    } as const
    const { documents } = one({ settings: { ...defaultDeclarationSettings, transmits }, payments: [] })
    expect(Object.keys(documents)).toEqual(['inventory'])
  })
})

describe('several payments', () => {
  it('of one currency are one 收款单 that remembers them all', () => {
    const list = one({
      payments: [
        sourced('p0', payment({ currency: 'EUR', amount: '3' })),
        sourced('p1', payment({ amount: '10' })),
        sourced('p2', payment({ paymentNo: 'PAY-2', amount: '15.5' })),
      ],
    })
    expect(list.documents.receipts?.head).toMatchObject({ charge: '25.5', payNo: 'PAY-1', currency: '502' })
    const paid = list.provenance.filter(({ record }) => record === 'payment').map(({ id }) => id)
    expect(paid).toEqual(['p1', 'p2'])
  })
})

describe('amounts', () => {
  it('allocate the seller’s discount to the lines to the cent', () => {
    const lines = [
      line(),
      line({ row: 3, price: '3.33', quantity: '1' }),
      line({ row: 4, price: '1', quantity: '1' }),
    ]
    const list = one({
      orders: [sourced('o1', order({ lines, discount: '5.00' }))],
      waybills: [sourced('w1', waybill({ grossWeight: '2' }))],
    })
    const totals = list.documents.inventory.lines?.map(({ totalPrice }) => totalPrice)
    expect(totals).toEqual(['15.89', '2.65', '0.79'])
    expect(list.amount).toBe('19.33')
    expect(list.documents.order?.head['goodsValue']).toBe('19.33')
  })

  it('keep freight, fees and other lines out of the goods', () => {
    const lines = [
      line(),
      line({ row: 3, class: 'freight', sku: 'POST', price: '4', quantity: '1' }),
      line({ row: 4, class: 'fee', sku: 'FEE', price: '9', quantity: '1' }),
    ]
    const { documents, amount } = one({ orders: [sourced('o1', order({ lines }))] })
    expect([amount, documents.order?.head['freight'], documents.inventory.lines?.length]).toEqual([
      '20',
      '9',
      1,
    ])
  })

  it('take returned and cancelled pieces off', () => {
    const lines = [line({ quantity: '3' }), line({ row: 3, class: 'return', quantity: '-1' })]
    expect(one({ orders: [sourced('o1', order({ lines }))] }).amount).toBe('20')
    const cancellation = order({ kind: 'cancellation', lines: [line({ class: 'return', quantity: '-1' })] })
    expect(one({ lines: { cancellations: [cancellation] } }).amount).toBe('10')
    expect(refused({ lines: { cancellations: [cancellation, cancellation] } })).toEqual([
      'build-nothing-to-declare',
    ])
  })

  const gift = line({ row: 3, class: 'gift', sku: 'GIFT', price: '0', quantity: '2' })
  const withGift = [sourced('o1', order({ lines: [line(), gift] }))]
  const gifts = (over: Parameters<typeof goods>[0] = {}) => goodsMap(goods(), goods({ sku: 'GIFT', ...over }))
  it('declare a gift at its fair price or not at all, never at nothing', () => {
    const fair = one({
      orders: withGift,
      goods: gifts({ fairPrice: '1.5', fairCurrency: 'USD' }),
      waybills: [sourced('w', waybill({ grossWeight: '2' }))],
    })
    expect(fair.documents.inventory.lines?.[1]).toMatchObject({
      itemNo: 'GIFT',
      totalPrice: '3',
      price: '1.5',
    })
    const leave = { ...defaultDeclarationSettings, gifts: 'leave-out' } as const
    expect(one({ orders: withGift, goods: gifts(), settings: leave }).documents.inventory.lines).toHaveLength(
      1,
    )
    expect(refused({ orders: withGift, goods: gifts() })).toEqual(['build-gift-price'])
    expect(refused({ orders: withGift, goods: gifts({ fairPrice: '1', fairCurrency: 'CNY' }) })).toEqual([
      'build-gift-currency',
    ])
  })

  it('treat a line that the discount eats up as a gift', () => {
    const lines = [line(), line({ row: 3, quantity: '1', price: '4', discount: '4' })]
    expect(refused({ orders: [sourced('o1', order({ lines }))] })).toEqual(['build-gift-price'])
  })
})

describe('refusal', () => {
  const orders = (over: Parameters<typeof order>[0]) => [sourced('o1', order(over))]
  it.each<[string, Partial<DeclareInput>]>([
    ['build-order-incomplete', { orders: orders({ refusedRows: [7] }) }],
    ['build-order-currency', { orders: orders({ currency: undefined }) }],
    ['build-not-an-order', { orders: orders({ kind: 'cancellation' }) }],
    ['build-discount', { orders: orders({ discount: '99' }) }],
    ['build-currency-code', { orders: orders({ currency: 'XTS' }) }],
    ['build-country-missing', { orders: orders({ country: 'Unspecified' }) }],
    ['build-country-unknown', { orders: orders({ country: 'Narnia' }) }],
    ['build-country-code', { orders: orders({ country: 'Serbia' }) }],
    ['build-port', { template: sourced('t1', { ...template, ports: { '502': '502' } }) }],
    ['build-goods-missing', { orders: orders({ lines: [line({ sku: 'NEW' })] }) }],
    ['build-second-unit', { goods: goodsMap(goods({ unit2: '035' })) }],
    ['build-net-over-gross', { waybills: [sourced('w1', waybill({ grossWeight: '0.49' }))] }],
    ['build-weight-zero', { goods: goodsMap(goods({ netWeight: '0' })) }],
    ['build-payment-currency', { payments: [sourced('p1', payment({ currency: 'XTS' }))] }],
    ['build-waybill-missing', { waybills: [] }],
  ])('%s', (rule, over) => {
    const { faults, parts } = declareOne(declareInput(over))
    expect(faults.map((fault) => fault.rule)).toEqual([rule])
    expect(parts.every(({ result }) => !result.list)).toBe(true)
    expect(faults[0]?.fix.zh && faults[0].fix.en && faults[0].source.key).toBeTruthy()
  })

  it('tells everything at once and uses up no number', () => {
    let numbers = 0
    const input = declareInput({
      orders: orders({ currency: 'XTS', country: 'Narnia' }),
      copNo: () => `N${(numbers += 1)}`,
    })
    expect(declareOne(input).faults.map(({ rule }) => rule)).toEqual([
      'build-currency-code',
      'build-country-unknown',
    ])
    expect(numbers).toBe(0)
  })

  it('by a rule of the message leads to the record where it is mended', () => {
    const long = goods({ gname: '长'.repeat(251) })
    const [fault] = declareOne(declareInput({ goods: goodsMap(long) })).faults
    expect(fault).toMatchObject({
      document: 'CEB603',
      source: { record: 'goods', key: 'MUG-01', field: 'gname' },
    })
  })

  it('never comes from a code that an incomplete table lacks: it warns and stays with the list', () => {
    const list = one({ template: sourced('t1', { ...template, customsCode: '8888' }) })
    expect(list.warnings?.some(({ path }) => path.endsWith('customsCode'))).toBe(true)
  })

  it('mixes no simplified and summary goods in one list', () => {
    const mixed = {
      goods: goodsMap(goods(), goods({ sku: 'B', statisticsFlag: 'B' })),
      orders: orders({ lines: [line(), line({ row: 3, sku: 'B' })] }),
      waybills: [sourced('w1', waybill({ grossWeight: '2' }))],
    }
    expect(refused(mixed)).toEqual(['build-statistics-flag'])
    const fixed = one({ ...mixed, template: sourced('t1', { ...template, statisticsFlag: 'B' }) })
    expect(fixed.documents.inventory.head['statisticsFlag']).toBe('B')
  })
})

describe('several parcels', () => {
  const two = [
    sourced('w1', waybill()),
    sourced('w2', waybill({ logisticsNo: 'LP0002', grossWeight: '0.4' })),
  ]

  it('make a list each, with shares of quantity, amount, freight and payment', () => {
    const lists = built({
      waybills: two,
      orders: [sourced('o1', order({ lines: [line({ quantity: '3', price: '3.33' })] }))],
    })
    expect(lists.map(({ orderNo, logisticsNo }) => [orderNo, logisticsNo])).toEqual([
      ['#1001-1', 'LP0001'],
      ['#1001-2', 'LP0002'],
    ])
    expect(lists.map(({ documents }) => documents.inventory.lines?.[0]?.['qty'])).toEqual(['2', '1'])
    expect(lists.map(({ amount }) => toFixed(amount, 2))).toEqual(['6.66', '3.33'])
    expect(lists.map(({ documents }) => documents.order?.head['freight'])).toEqual(['3.33', '1.67'])
    expect(lists.map(({ documents }) => documents.receipts?.head['charge'])).toEqual(['16.67', '8.33'])
    expect(lists.map(({ originalOrderNos }) => originalOrderNos)).toEqual([['#1001'], ['#1001']])
    expect(lists[0]?.documents.order?.head['note']).toContain('#1001')
    expect(new Set(lists.map(({ copNo }) => copNo)).size).toBe(2)
  })

  it('need a piece each', () => {
    expect(
      refused({ waybills: two, orders: [sourced('o1', order({ lines: [line({ quantity: '1' })] }))] }),
    ).toEqual(['split-pieces'])
  })
})

describe('more than 100 lines', () => {
  const lines = Array.from({ length: 250 }, (_, at) => line({ row: at + 2, quantity: '1', price: '1.01' }))
  const big = {
    orders: [sourced('o1', order({ lines }))],
    waybills: [sourced('w1', waybill({ grossWeight: '100' }))],
  }

  it('become several lists that share the waybill under numbers of their own', () => {
    const lists = built(big)
    expect(lists.map(({ orderNo, logisticsNo, grossWeight }) => [orderNo, logisticsNo, grossWeight])).toEqual(
      [
        ['#1001-1', 'LP0001-1', '40'],
        ['#1001-2', 'LP0001-2', '40'],
        ['#1001-3', 'LP0001-3', '20'],
      ],
    )
  })

  it('are refused where the enterprise wants real waybills', () => {
    expect(refused({ ...big, settings: { ...defaultDeclarationSettings, partWaybills: 'refuse' } })).toEqual([
      'split-waybills',
    ])
  })
})

describe('several orders of one consignee', () => {
  const merged = (over: Parameters<typeof order>[0] = {}) => ({
    orders: [sourced('o1', order()), sourced('o2', order({ orderNo: '#1002', ...over }))],
    waybills: [sourced('w1', waybill({ grossWeight: '2' }))],
  })

  it('become one list that keeps the originals', () => {
    const list = one(merged())
    expect(list).toMatchObject({ orderNo: '#1001', originalOrderNos: ['#1001', '#1002'], amount: '40' })
    expect(list.documents.order?.head).toMatchObject({ freight: '10', note: '原单号 #1001 #1002' })
    expect(list.provenance.filter(({ record }) => record === 'order')).toHaveLength(2)
  })

  it('but not of two consignees or destinations', () => {
    expect(refused(merged({ consignee: 'B. Other' }))).toEqual(['merge-differs'])
    expect(refused(merged({ country: 'France' }))).toEqual(['merge-differs'])
  })
})

it('the fixture is a sound enterprise of a sound zone', () => {
  expect([enterprise.book, codes.book.lookup('district', template.customsCode)?.zh]).toEqual([
    'practice',
    '湖州海关',
  ])
})
