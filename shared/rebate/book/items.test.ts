import { describe, expect, it } from 'vitest'
import type { ExportEntry } from '../../model/export-entry'
import type { CustomsEntry } from '../../model/customs-entry'
import { LastPurchases } from '../last-purchases'
import { entryRemarks } from './entry-remarks'
import { fobOf } from '../amounts/fob'
import { sum } from '../../money/decimal'
import { gapsOf, itemsOfEntry, itemsOfSummary, shopsOfSummary, type KnownItem } from './items'

const names = {
  unit: (code: string) => ({ '007': '个', '035': '千克' })[code] ?? code,
  currency: (code: string) => ({ '502': 'USD' })[code] ?? code,
}

describe('items of a 报关单 that came of a 汇总申请', () => {
  const line = (gnum: string, qty: string, more: Record<string, string> = {}) => ({
    gnum,
    gcode: '7323940000',
    gname: '搪瓷杯',
    itemName: '杯',
    qty,
    unit: '007',
    qty1: '0.5',
    unit1: '035',
    totalPrice: '12.50',
    currency: '502',
    country: '502',
    ...more,
  })
  const lists: Record<string, { head: Record<string, string>; lines: ReturnType<typeof line>[] }> = {
    I1: { head: { ebcName: '示例', ebcCode: '91440500MA00000002' }, lines: [line('1', '2'), line('2', '3')] },
    I2: { head: {}, lines: [line('1', '5', { unit1: '007' })] },
  }
  const entry = (...lines: [invtNo: string, gnum: string, gseqno: string][]): CustomsEntry => ({
    sumNo: 'S',
    declSeqNo: 'D',
    told: { entryId: { value: '310120260000000001', at: '20260501' } },
    parts: {
      '1': {
        at: '20260501',
        count: 1,
        lines: lines.map(([invtNo, gnum, gseqno]) => ({ invtNo, gnum, gseqno, logisticsNo: '', gcode: '' })),
      },
    },
  })
  const read = (of: CustomsEntry) => itemsOfSummary(of, (invtNo) => lists[invtNo], names)

  it('add the lines of their lists, in the units of the invoice, under the refund name', () => {
    const items = read(entry(['I1', '1', '1'], ['I2', '1', '1'], ['I1', '2', '2']))
    expect(items).toMatchObject([
      { no: '310120260000000001', item: 1, name: '杯', qty: '7', unit: '个', amount: '25', currency: 'USD' },
      { item: 2, qty: '3', qty1: '0.5', unit1: '千克', supervisionMode: '9610', tradeTerms: 'FOB' },
    ])
    // Lines of one item in two statutory units have no sum in it.
    expect(items[0]).not.toHaveProperty('qty1')
    expect(gapsOf(items[0]!)).toEqual(['exportDate'])
  })

  it('an item of which a list is not here is left out, for its sums would be wrong; without number there is none', () => {
    expect(read(entry(['I1', '1', '1'], ['I9', '1', '1'], ['I1', '2', '2'])).map(({ item }) => item)).toEqual(
      [2],
    )
    expect(read({ ...entry(['I1', '1', '1']), told: {} })).toEqual([])
  })

  it('are shared by shop as their lines were sold, and not at all where a list or line is not here', () => {
    const shops: Record<string, string> = { I1: 'A', I2: 'B' }
    const of = (invtNo: string) => lists[invtNo] && { ...lists[invtNo], shop: shops[invtNo]! }
    const both = entry(
      ['I1', '1', '1'],
      ['I2', '1', '1'],
      ['I1', '2', '1'],
      ['I1', '2', '2'],
      ['I9', '1', '3'],
    )
    expect([...shopsOfSummary(both, of)]).toEqual([
      [
        1,
        [
          { shop: 'A', amount: '25' },
          { shop: 'B', amount: '12.5' },
        ],
      ],
      [2, [{ shop: 'A', amount: '12.5' }]],
    ])
    expect(shopsOfSummary(entry(['I1', '1', '1'], ['I1', '7', '1']), of).size).toBe(0)
  })
})

it('items of a noted 报关单: codes by their names, fees with mark and currency, what is not told is a gap', () => {
  const noted: ExportEntry = {
    entryId: '310120260000000002',
    state: 'closed',
    tradeMode: '9810',
    terms: 'CIF',
    freight: '3/USD/80',
    insurance: 'USD/5.5/3',
    orders: [],
    items: [
      { gno: 2, gcode: '7323940000', gname: '杯', qty: '10', unit: '007', total: '100', currency: '美元' },
    ],
  }
  expect(itemsOfEntry(noted, names)).toEqual([
    {
      no: '310120260000000002',
      item: 2,
      hsCode: '7323940000',
      name: '杯',
      qty: '10',
      unit: '个',
      supervisionMode: '9810',
      tradeTerms: 'CIF',
      amount: '100',
      currency: 'USD',
      freight: { mark: '3', value: '80', currency: 'USD' },
      insurance: { mark: '3', value: '5.5', currency: 'USD' },
    },
  ])
  expect(itemsOfEntry({ ...noted, entryId: undefined }, names)).toEqual([])
  const [item] = itemsOfEntry({ ...noted, terms: undefined }, names)
  expect(gapsOf(item!)).toEqual(['exportDate', 'tradeTerms'])
})

it('fees of a noted 报关单 are those of all its items: shared by their totals to the cent, whatever their writing', () => {
  const item = (gno: number, total: string) => ({
    ...{ gno, gcode: '7323940000', gname: '杯', qty: '10', unit: '007', total, currency: '502' },
  })
  const noted = (fees: Partial<ExportEntry>): ExportEntry => ({
    ...{ entryId: '310120260000000002', state: 'closed', tradeMode: '0110', terms: 'CIF', orders: [] },
    items: [item(1, '100'), item(2, '100'), item(3, '100')],
    ...fees,
  })
  const freight = (text: string) => itemsOfEntry(noted({ freight: text }), names).map((one) => one.freight)
  const shares = (currency: string) =>
    ['33.33', '33.33', '33.34'].map((value) => ({ mark: '3', value, currency, whole: '100' }))
  for (const text of ['100', '3/502/100', '502/100/3', '100/USD', 'USD/100']) {
    expect(freight(text), text).toEqual(shares('USD'))
  }
  expect(freight('3/EUR/100')).toEqual(shares('EUR'))
  // A rate holds for every item as it is; a value that looks like a mark is none.
  expect(freight('1/USD/0.5')[2]).toEqual({ mark: '1', value: '0.5', currency: 'USD' })
  expect(freight('3/USD/2').map((fee) => fee!.value)).toEqual(['0.67', '0.67', '0.66'])
  expect(freight('')).toEqual([undefined, undefined, undefined])
  const fob = (of: KnownItem) => fobOf({ ...of, tradeTerms: 'CIF', amount: '100', currency: 'USD' })
  const made = itemsOfEntry(noted({ freight: '100', insurance: '10' }), names).map(fob)
  // 300 − 110
  expect(sum(made.map((one) => one.fob!))).toBe('190')
  expect(made[0]!.figures[0]!.inputs.map(({ name, value }) => `${name.zh} ${value}`)).toContain(
    '运费（整票 100 USD 按各项总价分摊） 33.33',
  )
})

describe('a 报关单 that is being noted', () => {
  const line = { line: 1, name: '搪瓷杯', unit: '个', qty: '10', net: '100', rate: '0.13', tax: '13' }
  const invoice = {
    number: 'F1',
    kind: 'vatSpecial' as const,
    date: '2026-01-10',
    sellerName: 'S',
    sellerTaxNo: 'S1',
    sellerRegion: '浙江省杭州市',
    buyerName: 'B',
    buyerTaxNo: 'B1',
    status: 'normal' as const,
  }
  const remarks = (item: Record<string, string>, usage: 'rebate' | 'credit' = 'rebate') =>
    entryRemarks(
      { tradeMode: '0110' },
      [{ gname: '别的', unit: '箱' }, item],
      new LastPurchases([{ ...invoice, usage, lines: [line] }]),
      names.unit,
    ).map(({ rule, field, severity }) => `${severity} ${rule} ${field}`)

  it('is held against the last invoice of its goods, item by item, and only warned of', () => {
    expect(remarks({ gname: '搪瓷杯', qty: '5', unit: '007', source: '杭州' })).toEqual([])
    const off = { gname: '搪瓷杯（带盖）', qty: '5', unit: '箱', source: '汕头' }
    expect(remarks(off)).toEqual([
      'warn RB-E04 items.1.gname',
      'warn RB-E03 items.1.unit',
      'warn RB-E10 items.1.source',
    ])
    expect(remarks(off, 'credit')).toEqual([])
  })
})
