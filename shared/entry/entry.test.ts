import { describe, expect, it } from 'vitest'
import type { RawRow } from '../table/rows'
import { rebateNumber } from '../model/export-entry'
import { entryFaults, entryOf } from './entry-faults'
import { entryLabel, headFields, itemFields, orderHeading, readEntries } from './read-entries'

const head = {
  entryId: '290720260000000001',
  state: 'declared',
  tradeMode: '9710',
  exportDate: '2026-11-02',
  grossWeight: '12',
  netWeight: '10',
}
const item = {
  gno: '1',
  gcode: '7323940000',
  gname: '搪瓷水杯',
  qty: '100',
  unit: '个',
  price: '1.29',
  total: '129.00',
  currency: 'USD',
}
const rules = (values: object, items: object[] = [item]) =>
  entryFaults({ ...head, ...values }, items as Record<string, string>[]).map(
    ({ rule, field }) => `${rule} ${field}`,
  )

describe('a 报关单', () => {
  it('is kept when nothing is wrong with it, with the number a refund is claimed by', () => {
    expect(rules({})).toEqual([])
    const entry = entryOf(head, [item], ['o1'])
    expect(entry).toMatchObject({
      entryId: head.entryId,
      items: [{ gno: 1, total: '129.00' }],
      orders: ['o1'],
    })
    expect(rebateNumber(entry.entryId!, 1)).toBe('290720260000000001001')
  })

  it.each([
    ['a number of 17 digits', { entryId: '29072026000000001' }, 'entry-shape entryId'],
    ['no number although it was declared', { entryId: '' }, 'entry-number entryId'],
    ['closed without its export date', { state: 'closed', exportDate: '' }, 'entry-closed exportDate'],
    ['net above gross', { netWeight: '12.1' }, 'entry-weights netWeight'],
    ['a mode that goes by list only', { tradeMode: '9610' }, 'entry-shape tradeMode'],
    ['no mode', { tradeMode: '' }, 'entry-required tradeMode'],
  ])('says what is wrong: %s', (_what, values, rule) => expect(rules(values)).toEqual([rule]))

  it('looks at each item: code, number twice, total', () => {
    expect(rules({}, [])).toEqual(['entry-noItems items'])
    expect(rules({}, [item, { ...item, gcode: '7323' }])).toEqual([
      'entry-repeated items.1.gno',
      'entry-shape items.1.gcode',
    ])
    expect(rules({}, [{ ...item, total: '129.50' }])).toEqual([])
    expect(rules({}, [{ ...item, total: '129.51' }])).toEqual(['entry-total items.0.total'])
  })

  it('may be a draft without a number', () => expect(rules({ state: 'draft', entryId: '' })).toEqual([]))
})

describe('a sheet of 报关单', () => {
  const row = (n: number, ...cells: string[]): RawRow => ({ row: n, cells })

  it('is read by its headings, the head repeated or in the first row only, codes and days as they are written', () => {
    const read = readEntries([
      row(1, '单一窗口 出口报关单'),
      row(
        2,
        '海关编号*',
        '监管方式',
        '出口日期',
        '商品编码',
        '商品名称',
        '成交数量',
        '成交单位',
        '单价',
        '总价',
        '币制',
        '陌生列',
        '订单号',
      ),
      row(
        3,
        '290720260000000001',
        '9710 跨境电子商务企业对企业直接出口',
        '2026/11/2',
        '7323940000',
        '搪瓷水杯',
        '1,000',
        '个',
        '1.29',
        '1,290.00',
        'USD',
        'x',
        'B-1、B-2',
      ),
      row(4, '', '', '', '7615109090', '铝壶', '2', '个', '3', '6', 'USD'),
      row(
        5,
        '290720260000000002',
        '一般贸易',
        '20261103',
        '7323940000',
        '搪瓷水杯',
        '1',
        '个',
        '1',
        '1',
        'USD',
      ),
    ])!
    expect(read.unknown).toEqual(['陌生列'])
    expect(
      read.entries.map(({ values, items, orderNos, faults }) => [
        values['entryId'],
        values['tradeMode'],
        values['exportDate'],
        values['state'],
        items.map(({ gno, qty }) => `${gno}:${qty}`),
        orderNos,
        faults,
      ]),
    ).toEqual([
      ['290720260000000001', '9710', '2026-11-02', 'declared', ['1:1000', '2:2'], ['B-1', 'B-2'], []],
      ['290720260000000002', '0110', '2026-11-03', 'declared', ['1:1'], [], []],
    ])
  })

  it('names the row and field of what is wrong, and is no such sheet without the headings of an item', () => {
    const read = readEntries([
      row(1, '海关编号', '监管方式', '商品编号', '商品名称', '成交数量', '成交单位', '总价', '币制'),
      row(2, '1', '1039', '7323', '杯', '一', '个', '1', 'USD'),
    ])!
    expect(read.entries[0]!.faults.map(({ field }) => field)).toEqual([
      'entryId',
      'tradeMode',
      'items.0.gcode',
      'items.0.qty',
    ])
    expect(readEntries([row(1, '订单号', '金额')])).toBeUndefined()
  })

  it('writes headings it reads back, each once', () => {
    const headings = [...headFields, ...itemFields].map((field) => entryLabel(field).zh)
    expect(new Set([...headings, orderHeading.zh]).size).toBe(headings.length + 1)
  })
})
