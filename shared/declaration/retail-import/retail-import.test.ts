import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodeBook } from '../../codes/book'
import { add, cmp, sub, sum } from '../../money/decimal'
import type { Template } from '../../model/template'
import { correctList } from '../correct-list'
import { declareOne, declareParts } from '../declare-one'
import { codes, declareInput, enterprise, goodsMap, line, sourced } from '../fixture.test-data'
import { templateFaults } from '../master-check'
import { practiceTemplates } from '../practice-template'
import { listSheet } from '../print/list-sheet'
import { defaultDeclarationSettings } from '../settings'
import { bought, declare, imported, mode, of, paid, rules, shipped } from './bought.test-data'

describe.each([mode.direct, mode.bonded])('an order declared as %s', (tradeMode) => {
  const { list, faults } = declare({}, {}, tradeMode)
  const documents = list?.documents

  it('is sound by the rules of the messages and between them', () => {
    expect(faults).toEqual([])
    expect(list?.tradeMode).toBe(tradeMode)
    expect(documents?.inventory.head['tradeMode']).toBe(tradeMode.slice(0, 4))
  })

  it('carries the money of the order so that it adds up to what was paid', () => {
    const { goodsValue, freight, taxTotal, discount, acturalPaid, currency, orderType } =
      documents!.order!.head
    expect([goodsValue, freight, taxTotal, discount, acturalPaid]).toEqual([
      '200',
      '10',
      '17.29',
      '20',
      '207.29',
    ])
    expect([currency, orderType]).toEqual(['142', 'I'])
    expect(documents?.receipts?.head).toMatchObject({
      amountPaid: '207.29',
      currency: '142',
      payerIdType: '1',
    })
  })

  it('says the same of the buyer in order and list, and of the consignee in order and waybill', () => {
    for (const name of ['buyerName', 'buyerIdNumber', 'buyerTelephone'])
      expect(documents?.inventory.head[name]).toBe(documents?.order?.head[name])
    for (const name of ['consignee', 'consigneeAddress', 'consigneeTelephone'])
      expect(documents?.logistics?.head[name]).toBe(documents?.order?.head[name])
  })

  it('names what crosses the border, or the account book, and never both', () => {
    const has = (...names: string[]) => names.map((name) => documents!.inventory.head[name] !== undefined)
    const direct = tradeMode === mode.direct
    expect(has('trafNo', 'voyageNo', 'billNo')).toEqual([direct, direct, direct])
    expect(has('emsNo', 'areaCode', 'areaName')).toEqual([!direct, !direct, !direct])
    expect(documents?.inventory.head['country']).toBe(direct ? '116' : '142')
    expect(documents?.inventory.lines?.[0]?.['itemRecordNo']).toBe(direct ? undefined : 'L-7')
  })
})

describe('what a consignment has in common', () => {
  const common = { trafNo: 'B-1', voyageNo: 'MU1', billNo: '999-1', ieDate: '20260301', tradeCountry: '502' }
  const head = (over: object, template = common, tradeMode?: '9610-I' | '1210-I') => {
    const { list, faults } = declare({ waybills: [sourced('w1', shipped(over))] }, template, tradeMode)
    expect(faults).toEqual([])
    return list!.documents.inventory
  }
  const none = { trafNo: undefined, voyageNo: undefined, billNo: undefined }

  it('comes from the template where the file of the carrier does not say it', () => {
    const { tradeCountry: _line, ...transport } = common
    expect(head(none).head).toMatchObject(transport)
    expect(head({ arrivedOn: '2026-03-02' }).head).toMatchObject({
      trafNo: 'CA1',
      voyageNo: 'CA901',
      billNo: 'MAWB1',
      ieDate: '20260302',
    })
    expect(head({}).lines).toMatchObject([{ tradeCountry: '502' }])
    expect(declare({}, {}).list!.documents.inventory.head).not.toHaveProperty('ieDate')
  })

  it('is no matter of goods from a bonded zone, their country of trade excepted', () => {
    const { head: bonded, lines } = head({ ...none, arrivedOn: '2026-03-02' }, common, mode.bonded)
    for (const name of ['trafNo', 'voyageNo', 'billNo', 'ieDate']) expect(bonded).not.toHaveProperty(name)
    expect(lines).toMatchObject([{ tradeCountry: '502' }])
  })
})

describe('who transmits', () => {
  it('makes no document of the payment company and the carrier, who transmit them as a rule', () => {
    const { list, faults } = declare({ settings: defaultDeclarationSettings })
    expect(faults).toEqual([])
    expect(Object.keys(list!.documents).sort()).toEqual(['inventory', 'order'])
  })

  it('still compares what their files say', () => {
    const settings = defaultDeclarationSettings
    expect(rules(declare({ settings, payments: [sourced('p1', paid({ amount: '207.30' }))] }))).toEqual([
      'dossier-payment-amount order.total',
    ])
    expect(rules(declare({ settings, waybills: [sourced('w1', shipped({ address: '别处' }))] }))).toEqual([
      'dossier-consignee-address waybill.address',
    ])
  })

  it('asks for the payment only where it is ours to send', () => {
    expect(rules(declare({ payments: [] }))).toEqual(['import-payment-missing order.paymentNo'])
    expect(rules(declare({ payments: [], settings: defaultDeclarationSettings }))).toEqual([])
  })
})

describe('refuses, each at the record where it is mended', () => {
  it.each([
    [
      'a sum that does not add up',
      of({ total: '207.28' }),
      ['really-paid order.total', 'dossier-payment-amount order.total'],
    ],
    [
      'a wrong identity number',
      of({ buyerIdNumber: '110105194912310021x' }),
      ['resident order.buyerIdNumber', 'resident order.buyerIdNumber'],
    ],
    [
      'another document than an identity card',
      of({ buyerIdType: '2' }),
      ['value order.buyerIdType', 'value order.buyerIdType'],
    ],
    ['another currency', of({ currency: 'USD' }), ['import-currency order.currency']],
    ['no guarantor', of({}, { assureCode: '' }), ['required template.assureCode']],
    ['no account book', of({}, { emsNo: '' }, mode.bonded), ['mode-bonded template.emsNo']],
    ['an export order', of({ direction: undefined }), ['import-order-export order.direction']],
  ])('%s', (_what, result, expected) => expect(rules(result)).toEqual(expected))

  it('says of persons only what tells two apart', () => {
    const said = JSON.stringify([
      of({ buyerIdNumber: '33010219200403064A' }).faults,
      declare({ waybills: [sourced('w1', shipped({ consignee: '赵六小七' }))] }).faults,
    ])
    expect(said).toContain('33***4A')
    expect(said).toContain('赵***七')
    expect(said).not.toMatch(/33010219200403064A|赵六小七|王五/)
  })

  it('what would divide an order, join two, or has a hundred lines', () => {
    const two = [sourced('w1', shipped()), sourced('w2', shipped({ logisticsNo: 'LP0002' }))]
    expect(rules(declare({ waybills: two }))).toEqual(['import-waybills order.waybills'])
    const orders = [sourced('o1', bought()), sourced('o2', bought({ orderNo: '#1002' }))]
    expect(rules(declare({ orders }))).toEqual(['import-merge order.waybills'])
    const payments = [
      sourced('p1', paid({ amount: '100' })),
      sourced('p2', paid({ paymentNo: 'P2', amount: '107.29' })),
    ]
    expect(rules(declare({ payments }))).toEqual(['import-payments order.waybills'])
    const many = (n: number) =>
      Array.from({ length: n }, (_, at) => line({ row: at + 2, price: '1', quantity: '1' }))
    expect(rules(of({ lines: many(100) }))).toEqual(['import-lines order.waybills'])
    expect(
      rules(of({ lines: many(99), total: '106.29' })).filter((rule) => rule.startsWith('import')),
    ).toEqual([])
  })

  it('an import order under a template of export', () => {
    const input = declareInput({ orders: [sourced('o1', bought())] })
    expect(declareOne(input).faults.map(({ rule }) => rule)).toEqual(['import-order-import'])
  })

  it('own numbers that the list of import has no room for', () => {
    const long = sourced('e1', { ...enterprise, copNoPrefix: 'YIGUAN' })
    expect(rules(declare({ enterprise: long }))).toEqual(['import-cop-no enterprise.copNoPrefix'])
  })
})

it('puts a gift at nothing in the order and at its fair price in the list', () => {
  const lines = [
    line({ price: '100.00', quantity: '2' }),
    line({ row: 3, price: '0', quantity: '1', class: 'gift' }),
  ]
  const { list, faults } = declare({
    orders: [sourced('o1', bought({ lines }))],
    goods: goodsMap({ ...imported, fairPrice: '8', fairCurrency: 'CNY' }),
  })
  expect(faults).toEqual([])
  const prices = (document: { lines?: Record<string, string>[] } | undefined) =>
    document?.lines?.map((one) => one['totalPrice'])
  expect(prices(list?.documents.order)).toEqual(['200', '0'])
  expect(prices(list?.documents.inventory)).toEqual(['200', '8'])
})

it('remarks a payer who is not the buyer, without naming either', () => {
  const { list } = declare({
    settings: defaultDeclarationSettings,
    payments: [sourced('p1', paid({ payer: '赵六', payerIdNumber: '110101199003070011' }))],
  })
  const found = list?.warnings?.filter(({ rule }) => rule === 'import-payer') ?? []
  expect(found).toHaveLength(1)
  expect(JSON.stringify(found)).not.toMatch(/赵六|李四|110101/)
})

it('remarks goods that the positive list of this machine lacks, and nothing while there is no list', () => {
  const remarks = (rows: string[]) => {
    const tables = [
      'country',
      'currency',
      'district',
      'port',
      'supervision-mode',
      'transport-mode',
      'unit',
      'wrap',
      'country-iso',
      'currency-iso',
    ] as const
    const book = new CodeBook(
      [...tables.map((id) => codes.book.table(id)), codes.book.table('retail-import')],
      { 'retail-import': rows.map((code) => ({ code, zh: code })) },
    )
    return (
      declare({ codes: { ...codes, book } }).list?.warnings?.filter(
        ({ rule }) => rule === 'import-positive-list',
      ) ?? []
    )
  }
  expect(remarks([])).toEqual([])
  expect(remarks(['73239400'])).toEqual([])
  expect(remarks(['33030000']).map(({ value }) => value)).toEqual(['7323940000'])
})

it('corrects by the same rules as an export: same number, only what has to go', () => {
  const { input, list } = declare()
  const mended = { ...input, goods: goodsMap({ ...imported, gmodel: '品牌:无|容量:500ml' }) }
  const [documents] = declareParts(mended).parts!
  const corrected = correctList({
    ...mended,
    ...documents!,
    previous: { ...list!, preNo: 'B20260302000000001' },
    refusal: 'rejected',
    stored: new Set(['CEB311', 'CEB411', 'CEB511'] as const),
  })
  expect(corrected.faults).toBeUndefined()
  // gmodel stands in the order too, so the order is changed and the others stay.
  expect(corrected.send).toEqual(['CEB311', 'CEB621'])
  expect(corrected.list?.documents.inventory.head).toMatchObject({
    copNo: list!.copNo,
    preNo: 'B20260302000000001',
  })
  expect(corrected.list?.documents.order?.head['appType']).toBe('2')
})

it('is printed as an import, of persons only what tells two apart', () => {
  const context = {
    maker: '',
    checker: '',
    printer: '',
    now: '2026-03-02T17:30:00Z',
    software: '',
    tables: [],
  }
  const printed = listSheet(
    declare().list!,
    { text: '未申报', isDraft: true },
    enterprise,
    codes.book,
    context,
  )
  expect(printed.title).toBe('跨境电子商务零售进口申报清单')
  expect(printed.facts.map(({ value }) => value)).toContain('11***2X')
  expect(JSON.stringify(printed)).not.toMatch(/11010519491231002X|李四/)
})

describe('a template', () => {
  const context = { codes: codes.book, practice: true }
  const faultsOf = (template: Template) =>
    templateFaults(template as unknown as Record<string, string>, template.ports, context).map(
      ({ rule, field }) => `${rule} ${field}`,
    )

  it.each([mode.direct, mode.bonded])('of %s needs no owner, charges or ports', (tradeMode) => {
    expect(faultsOf(practiceTemplates[tradeMode])).toEqual([])
  })

  it('needs what its mode declares', () => {
    const { assureCode: _assure, departureCountry: _from, ...direct } = practiceTemplates[mode.direct]
    expect(faultsOf(direct).map((one) => one.split(' ')[1])).toEqual(['assureCode', 'departureCountry'])
    const { emsNo: _ems, ...bonded } = practiceTemplates[mode.bonded]
    expect(faultsOf(bonded)).toEqual(['mode-field emsNo'])
  })
})

it('adds up for every order: what was paid is goods, freight and tax less discount (property)', () => {
  const cents = fc
    .integer({ min: 1, max: 200_000 })
    .map((n) => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 5 }),
      cents,
      cents,
      (lines, freight, tax) => {
        const discount = '0.01'
        const { list, faults } = declare({
          settings: defaultDeclarationSettings,
          payments: [],
          orders: [
            sourced(
              'o1',
              bought({
                freight,
                tax,
                discount,
                total: undefined,
                lines: lines.map(([price, n], at) => line({ row: at + 2, price, quantity: String(n) })),
              }),
            ),
          ],
        })
        if (!list) {
          expect(faults.map(({ rule }) => rule)).toEqual(['import-limit-order'])
          return
        }
        const head = list.documents.order!.head
        expect(cmp(head['acturalPaid']!, sub(sum([head['goodsValue']!, freight, tax]), discount))).toBe(0)
        expect(cmp(list.retail!.dutiable, add(head['goodsValue']!, freight))).toBe(0)
      },
    ),
    { numRuns: 60 },
  )
})
