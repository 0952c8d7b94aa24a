import { describe, expect, it } from 'vitest'
import type { ListMode, ModePath } from '../../model/mode'
import type { Template } from '../../model/template'
import { declareOne, type DeclareInput } from '../declare-one'
import { declareInput, goods, goodsMap, line, order, sourced, template } from '../fixture.test-data'
import { templateFaults } from '../master-check'
import { codes } from '../fixture.test-data'

const zoneCompany = { iacCode: '3305660001', iacName: '区内仓储有限公司', emsNo: 'H2905A000001' }
const ofMode = (tradeMode: ListMode, more: Partial<Template> = {}) =>
  sourced('t1', { ...template, tradeMode, ...zoneCompany, ...more })
const cheap = {
  amount: '20',
  currency: 'USD',
  rates: { USD: { rate: '7.1', day: '2026-03-01', source: '中间价' } },
}

function declare(tradeMode: ListMode, over: Partial<DeclareInput> = {}, more: Partial<Template> = {}) {
  const input = declareInput({
    goods: goodsMap(goods({ itemRecordNo: 'L-7' })),
    rates: cheap.rates,
    template: ofMode(tradeMode, more),
    ...over,
  })
  const { parts, faults } = declareOne(input)
  return { list: parts[0]?.result.list, faults }
}

describe.each([
  ['9610', 'E', 'A', true],
  ['1210', 'E', 'A', true],
  ['9710', 'B', 'A', true],
  ['9810', 'W', 'A', false],
] as const)('an order declared as %s', (mode, orderType, flag, paid) => {
  const { list, faults } = declare(mode)
  const { order, inventory, receipts } = list?.documents ?? { inventory: { head: {}, lines: [] } }

  it('is sound by the rules of the messages', () => expect(faults).toEqual([]))

  it('carries the order type and mode that belong together', () => {
    expect(order?.head['orderType']).toBe(orderType)
    expect(inventory.head).toMatchObject({ tradeMode: mode, statisticsFlag: flag })
    expect(list?.tradeMode).toBe(mode)
  })

  it('names the zone company, the account book and the item number for 1210 alone', () => {
    const bonded = mode === '1210'
    expect('emsNo' in inventory.head && 'iacCode' in inventory.head && 'iacName' in inventory.head).toBe(
      bonded,
    )
    expect(inventory.lines?.[0]?.['itemRecordNo']).toBe(bonded ? 'L-7' : undefined)
  })

  it(paid ? 'has its 收款单' : 'has no 收款单, because nothing is sold yet', () => {
    expect(receipts !== undefined).toBe(paid)
  })
})

describe('1210', () => {
  it('is refused for what the book needs, each in the record where it is mended', () => {
    const { faults } = declare('1210', { goods: goodsMap(goods()) }, { emsNo: '' })
    expect(faults.map(({ rule, source }) => [rule, source.record, source.field])).toEqual([
      ['mode-bonded', 'template', 'emsNo'],
      ['mode-bonded', 'goods', 'itemRecordNo'],
    ])
  })

  it('asks a template for the zone company, which 9610 does not', () => {
    const values = (tradeMode: string) => ({ ...(template as unknown as Record<string, string>), tradeMode })
    const needs = (tradeMode: string) =>
      templateFaults(values(tradeMode), template.ports, { codes: codes.book, practice: true })
        .filter(({ rule }) => rule.startsWith('mode'))
        .map(({ rule, field }) => `${rule} ${field}`)
    expect(needs('1210')).toEqual(['mode-field iacCode', 'mode-field iacName', 'mode-field emsNo'])
    expect(needs('9610')).toEqual([])
    expect(needs('0110')).toEqual(['mode tradeMode'])
  })
})

describe('9610 simplified (A)', () => {
  it.each(['licence', 'exportDuty', 'rebate'] as const)('is refused for goods with %s, B is not', (field) => {
    const marked = goodsMap(goods({ [field]: 'Y' }))
    const { faults } = declare('9610', { goods: marked })
    expect(faults).toMatchObject([
      { rule: 'build-simplified', severity: 'refuse', source: { record: 'goods', key: 'MUG-01', field } },
    ])
    const path: ModePath = '9610-B'
    expect(declare('9610', { goods: marked, path })).toMatchObject({
      faults: [],
      list: { documents: { inventory: { head: { statisticsFlag: 'B' } } } },
    })
  })

  it('takes goods under inspection, and goods of which nobody said anything', () => {
    expect(declare('9610', { goods: goodsMap(goods({ inspection: 'Y' })) }).faults).toEqual([])
  })

  it('is what an officer decides against the goods master and the template', () => {
    const { list } = declare('9610', { goods: goodsMap(goods({ statisticsFlag: 'B' })), path: '9610-A' })
    expect(list?.documents.inventory.head['statisticsFlag']).toBe('A')
  })
})

describe('B2B by 清单', () => {
  const worth = (price: string) => ({
    orders: [sourced('o1', order({ lines: [line({ quantity: '1', price })] }))],
  })
  const rules = (result: ReturnType<typeof declare>) => result.faults.map(({ rule }) => rule)

  it('takes 5,000 yuan and not a cent more', () => {
    const cny = { USD: { rate: '10', day: '2026-03-01', source: '中间价' } }
    expect(rules(declare('9710', { ...worth('500.00'), rates: cny }))).toEqual([])
    expect(rules(declare('9710', { ...worth('500.01'), rates: cny }))).toEqual(['build-business-limit'])
    expect(rules(declare('9610', { ...worth('500.01'), rates: cny }))).toEqual([])
  })

  it('warns instead of guessing where no rate is known', () => {
    const { list, faults } = declare('9810', { ...worth('900.00'), rates: {} })
    expect(faults).toEqual([])
    expect(list?.warnings?.map(({ rule }) => rule)).toContain('build-business-limit-unknown')
  })

  it.each([
    ['licence', 'B'],
    ['inspection', 'A'],
    ['exportDuty', 'B'],
    ['rebate', 'B'],
  ] as const)(
    'warns of goods with %s and refuses nothing; A is left to goods that may be simplified',
    (field, flag) => {
      const { list, faults } = declare('9710', { goods: goodsMap(goods({ [field]: 'Y' })) })
      expect(faults).toEqual([])
      const warning = list?.warnings?.find(({ rule }) => rule === 'build-business-list')
      expect(warning).toMatchObject({ document: 'CEB603', value: 'MUG-01' })
      expect(warning?.message.zh).toContain('口径待确认')
      expect(list?.documents.inventory.head['statisticsFlag']).toBe(flag)
    },
  )

  it('is not of kind B because the goods master says so: these lists are not summarised', () => {
    const { list } = declare('9710', { goods: goodsMap(goods({ statisticsFlag: 'B' })) })
    expect(list?.documents.inventory.head['statisticsFlag']).toBe('A')
  })
})

describe('goods under licence', () => {
  const licensed = { licence: 'Y', licenseNo: '26-AB-100001' } as const

  it.each(['9610', '9710', '9810'] as const)('name it in the head of a list by %s', (mode) => {
    const { list, faults } = declare(mode, { goods: goodsMap(goods({ ...licensed, statisticsFlag: 'B' })) })
    expect(faults).toEqual([])
    expect(list?.documents.inventory.head).toMatchObject({ licenseNo: '26-AB-100001', statisticsFlag: 'B' })
    const about = list?.warnings?.filter(({ path }) => path === 'licenseNo') ?? []
    expect(about.map(({ rule }) => rule)).toEqual(mode === '9610' ? [] : ['build-business-list'])
    for (const { message } of about) expect(message.zh).toContain('涉许可证件 26-AB-100001')
  })

  it('are warned of while their number is not known', () => {
    const { list } = declare('9610', { goods: goodsMap(goods({ licence: 'Y', statisticsFlag: 'B' })) })
    expect(list?.documents.inventory.head['licenseNo']).toBeUndefined()
    expect(list?.warnings?.map(({ rule }) => rule)).toContain('build-licence-number')
  })

  it('of two licences do not go into one list, which has room for one number', () => {
    const two = goodsMap(
      goods({ ...licensed, statisticsFlag: 'B' }),
      goods({ sku: 'TEA-01', licence: 'Y', licenseNo: '26-AB-100002', statisticsFlag: 'B' }),
    )
    const orders = [
      sourced('o1', order({ lines: [line({ quantity: '1' }), line({ sku: 'TEA-01', quantity: '1' })] })),
    ]
    expect(declare('9610', { goods: two, orders }).faults).toMatchObject([
      { rule: 'build-licence-mixed', source: { record: 'goods', key: 'TEA-01', field: 'licenseNo' } },
    ])
  })
})

describe('9810', () => {
  const booking = (country: string) => ({ orders: [sourced('o1', order({ country }))] })

  it('sends a booking that names no country to its warehouse', () => {
    const { list, faults } = declare('9810', booking(''), { warehouseCountry: '502', ports: { '*': '000' } })
    expect(faults).toEqual([])
    expect(list?.documents.inventory.head['country']).toBe('502')
  })

  it('is refused when the booking goes to another country than the warehouse', () => {
    const { faults } = declare('9810', booking('United Kingdom'), { warehouseCountry: '502' })
    expect(faults.map(({ rule, value }) => [rule, value])).toEqual([['build-warehouse-country', '303 ≠ 502']])
  })
})
