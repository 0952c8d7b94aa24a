import { describe, expect, it } from 'vitest'
import { facts, NO } from './batch-facts.test-data'
import type { BatchFacts } from './claim'
import { batchSheet } from './print'
import { runOf } from './run'
import { claimTables } from './tables'

const answers = { consumptionTaxGoods: true, bookedAsSale: true, fxStatus: 'collected' as const }
/** The batch with consumption tax: what is answered of each of its two items, and what its 报关单 says of them. */
const taxed = (over: object[], item: object = {}) =>
  facts({
    lines: facts().lines.map((one, at) => ({
      item: { ...one.item, ...item },
      line: { ...one.line, answers: { ...answers, ...over[at] } },
    })),
  })
const rules = (given: BatchFacts) =>
  runOf(given).findings.flatMap(({ rule, target, severity, field }) =>
    rule === 'RB-D17' ? [[target, severity, field]] : [],
  )
const rows = (given: BatchFacts) => claimTables(given)[1]!.rows

describe('consumption tax of a batch', () => {
  it('is refunded by the rate of its payment book, or said to be missing', () => {
    const told = { consumptionTaxRate: '0.05', consumptionTaxVoucher: 'X1' }
    const both = taxed([told, told])
    expect(rules(both)).toEqual([])
    // 1333.35 × 5 %, beside the VAT.
    expect(runOf(both)).toMatchObject({ refund: '240.00' })
    expect(rows(both).at(-1)!.slice(2, 5)).toEqual(['消费税', '消费税专用缴款书', 'X1'])
    expect(rows(both).at(-1)!.slice(10, 15)).toEqual(['200', '1333.35', '5.0000', '5.0000', '66.67'])
    expect(claimTables(both)[1]!.preamble.join()).toContain('增值税：173.33　消费税：66.67')
    expect(runOf(both).lines.map(({ refund }) => refund)).toEqual(['120.00', '120.00'])
    expect(rules(taxed([{}, {}]))).toEqual([
      [`line:${NO}001`, 'warning', 'consumptionTaxRate'],
      [`line:${NO}002`, 'warning', 'consumptionTaxRate'],
    ])
    const apart = taxed([told, { consumptionTaxRate: '0.1' }])
    expect(rules(apart)).toEqual([['link:L1', 'blocking', 'consumptionTaxRate']])
    expect(runOf(apart).refund).toBe('173.33')
  })

  it('states the rate as it was told, however small the base', () => {
    const tiny = taxed([{ consumptionTaxRate: '0.15' }, { consumptionTaxRate: '0.15' }])
    const small = {
      ...tiny,
      links: tiny.links.map((link) => ({
        ...link,
        purchases: [{ invoiceNumber: 'F1', line: 1, qty: '200', net: '0.33' }],
      })),
    }
    // 0.33 × 15 % = 0.0495
    expect(rows(small).at(-1)!.slice(11, 15)).toEqual(['0.33', '15.0000', '15.0000', '0.05'])
  })

  it('is refunded by quantity in a unit of the 报关单, what both taxes give each rounded', () => {
    const spirit = { consumptionTaxRate: '0.2', consumptionTaxPerUnit: '0.125', consumptionTaxUnit: '千克' }
    const given = taxed([spirit, { ...spirit, consumptionTaxPerUnit: '0.1250' }], {
      qty1: '101',
      unit1: '千克',
    })
    expect(rules(given)).toEqual([])
    // 1333.35 × 20 % = 266.67; 202 千克 × 0.125 = 25.25; beside VAT of 173.33
    expect(runOf(given)).toMatchObject({ refund: '465.25' })
    expect(rows(given).map((row) => [row[2], ...row.slice(9, 15)])).toEqual([
      ['增值税', '个', '133', '1000.01', '13.0000', '13.0000', '130.00'],
      ['增值税', '个', '67', '333.34', '13.0000', '13.0000', '43.33'],
      ['消费税', '个', '200', '1333.35', '20.0000', '20.0000', '266.67'],
      ['消费税', '千克', '202', '1333.35', '0.125', '0.125', '25.25'],
    ])
    expect(rows(given).at(-1)![15]).toContain('口径待确认')
    expect(rows(given)[2]![15]).toBe('')
  })

  it('follows the quantity that is claimed, and stops at a unit nobody declared', () => {
    const beer = { consumptionTaxPerUnit: '250', consumptionTaxUnit: '吨' }
    const half = taxed([beer, beer], { qty1: '0.5', unit1: '吨' })
    const claimed = {
      ...half,
      links: half.links.map((link) => ({
        ...link,
        exports: link.exports.map((row) => ({ ...row, qty: '50' })),
      })),
    }
    // 50 of 100 are 0.25 吨, twice; half of each voucher: 65.00 + 21.67
    expect(runOf(claimed).totals).toMatchObject([
      { figure: 'base', value: '666.68' },
      { figure: 'refund', value: '86.67' },
      { figure: 'nonRefundable', value: '0.00' },
      { figure: 'consumptionTaxRefund', value: '125.00' },
    ])
    const unknown = taxed([
      { ...beer, consumptionTaxRate: '0.2' },
      { ...beer, consumptionTaxRate: '0.2' },
    ])
    expect(rules(unknown)).toEqual([
      [`line:${NO}001`, 'blocking', 'consumptionTaxUnit'],
      [`line:${NO}002`, 'blocking', 'consumptionTaxUnit'],
    ])
    // The part by value alone would look like all of it.
    expect(runOf(unknown).refund).toBe('173.33')
    const apart = taxed([beer, { ...beer, consumptionTaxUnit: '个' }], { qty1: '0.5', unit1: '吨' })
    expect(rules(apart)).toEqual([['link:L1', 'blocking', 'consumptionTaxRate']])
  })

  it('is printed so that both parts can be made again from the page', () => {
    const spirit = { consumptionTaxRate: '0.2', consumptionTaxPerUnit: '0.125', consumptionTaxUnit: '千克' }
    const given = taxed([spirit, spirit], { qty1: '101', unit1: '千克' })
    const context = { maker: 'M', printer: 'P', now: '2026-05-20T02:00:00Z', software: 'Y', tables: [] }
    const sheet = batchSheet(given, runOf(given), { book: 'real', language: 'zh', dealt: new Map() }, context)
    const printed = sheet.pages.flatMap((page) => page.rows).filter((row) => row[0] === 'L1')
    expect(printed.filter((row) => row[5]!.startsWith('RB-D17')).map((row) => row.slice(1, 5))).toEqual([
      ['从价消费税', '266.67', '计税依据 × 消费税税率', '计税依据 1333.35; 消费税税率 0.2'],
      ['从量消费税', '25.25', '计税数量 × 单位税额', '计税数量（千克） 202; 单位税额 0.125'],
      ['消费税应退税额', '291.92', '从价部分 + 从量部分', '从价消费税 266.67; 从量消费税 25.25'],
    ])
  })
})
