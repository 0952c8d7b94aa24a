import { describe, expect, it } from 'vitest'
import { LastPurchases } from '../rebate/last-purchases'
import type { PurchaseInvoice } from '../model/rebate/claim'
import { declareOne, type DeclareInput } from './declare-one'
import { declareInput, goods, goodsMap, line, order, sourced, template } from './fixture.test-data'

const invoice = (over: Partial<PurchaseInvoice> & { name?: string; unit?: string; spec?: string } = {}) => {
  const { name = '*日用品*搪瓷口杯', unit = '千克', spec, ...rest } = over
  const bought = { line: 1, name, unit, qty: '10', net: '100.00', rate: '0.13', tax: '13.00' }
  return {
    number: 'F1',
    kind: 'vatSpecial',
    date: '2026-01-10',
    sellerName: '供应商',
    sellerTaxNo: '91330100MA0000000X',
    buyerName: '本企业',
    buyerTaxNo: '91330500MA00000001',
    lines: [{ ...bought, ...(spec !== undefined && { spec }) }],
    status: 'normal',
    usage: 'rebate',
    ...rest,
  } satisfies PurchaseInvoice
}

const meant = goods({ statisticsFlag: 'B', rebate: 'Y' })
const b = sourced('t1', { ...template, statisticsFlag: 'B' as const })

function remarks(over: Partial<DeclareInput>, ...invoices: PurchaseInvoice[]) {
  const { parts, faults } = declareOne(
    declareInput({ template: b, goods: goodsMap(meant), purchases: new LastPurchases(invoices), ...over }),
  )
  expect(faults).toEqual([])
  return (parts[0]?.result.list?.warnings ?? []).filter(({ rule }) => rule.startsWith('RB-'))
}

describe('what would cost the refund, while the 清单 is built', () => {
  it('is nothing where name and a unit are those of the invoice, the tax category left aside', () => {
    expect(remarks({}, invoice())).toEqual([])
    expect(remarks({}, invoice({ unit: '个' }))).toEqual([])
  })

  it('names invoice, line, element, the record that mends it, and how sure the rule is', () => {
    const found = remarks({}, invoice({ name: '口杯', spec: 'mug-01', unit: '箱' }))
    expect(found.map(({ rule, path, source }) => [rule, path, source])).toEqual([
      [
        'RB-E04',
        'Inventory[1]/InventoryList[1]/itemName',
        { record: 'goods', key: 'MUG-01', field: 'itemName' },
      ],
      ['RB-E03', 'Inventory[1]/InventoryList[1]/unit', { record: 'goods', key: 'MUG-01', field: 'unit' }],
    ])
    expect(found[0]).toMatchObject({ value: '搪瓷口杯', strength: expect.any(String) })
    expect(found[0]?.message.zh).toContain('F1')
    expect(found[1]?.message.zh).toContain('箱')
  })

  it('looks at goods that are meant for a refund, and says each thing of an article once', () => {
    const off = invoice({ unit: '箱' })
    const of = (rebate: 'Y' | 'N' | undefined) =>
      remarks({ goods: goodsMap({ ...meant, rebate }) }, off).map(({ rule }) => rule)
    expect([of('Y'), of('N'), of(undefined)]).toEqual([['RB-E03'], [], ['RB-E03']])
    const bought = invoice({ unit: '箱', usage: 'credit' })
    expect(remarks({ goods: goodsMap({ ...meant, rebate: undefined }) }, bought)).toEqual([])
    const twice = order({ lines: [line({ quantity: '1' }), line({ row: 3, quantity: '1', price: '9.00' })] })
    expect(remarks({ orders: [sourced('o1', twice)] }, off)).toHaveLength(1)
  })

  it('holds the name against the goods master while there is no invoice', () => {
    const { itemName: _none, ...unnamed } = meant
    expect(remarks({})).toEqual([])
    expect(remarks({ goods: goodsMap(unnamed) }).map(({ rule }) => rule)).toEqual(['RB-E04'])
    const override = {
      orderNo: '#1001',
      line: 1,
      element: 'itemName',
      value: '搪瓷杯',
      derived: '搪瓷口杯',
      reason: '试一试',
      by: '张三',
      at: '2026-03-02T00:00:00Z',
    }
    const overrides = ['CEB303', 'CEB603'].map((document) => ({ ...override, document }))
    expect(remarks({ overrides }).map(({ value }) => value)).toEqual(['搪瓷杯'])
  })
})

describe('the last purchase of goods', () => {
  const asked = { sku: 'MUG-01', names: ['搪瓷口杯', '搪瓷水杯'] }
  const found = (...invoices: PurchaseInvoice[]) => new LastPurchases(invoices).of(asked)?.invoice.number

  it('is the newest that counts, whatever the order they come in', () => {
    const old = invoice({ number: 'F0', date: '2025-12-31' })
    expect([found(old, invoice()), found(invoice(), old)]).toEqual(['F1', 'F1'])
    expect(found(old, invoice({ status: 'void' }))).toBe('F0')
    expect(found(old, invoice({ kind: 'vatOrdinary' }))).toBe('F0')
  })

  it('goes by SKU before name, by the first name before the next, and by a part of it only when nothing else fits', () => {
    const [a, second] = [invoice({ number: 'A', name: '别的', spec: 'MUG-01' }), invoice({ number: 'B' })]
    expect(found(second, a)).toBe('A')
    expect(found(invoice({ number: 'C', name: '搪瓷水杯' }), second)).toBe('B')
    expect(found(invoice({ number: 'D', name: '口杯' }))).toBe('D')
    expect(
      found(invoice({ number: 'D', name: '口杯' }), invoice({ number: 'E', name: '杯' })),
    ).toBeUndefined()
  })
})
