import { expect, it } from 'vitest'
import { sum } from '../../money/decimal'
import { treatLines } from '../treatment/treat'
import { exemptSheet } from './print'
import { factsOfList, returnedAmount, treatmentOfList } from './sales'
import { exemptMonth, markDeclared, taxedDue, type ExemptLine } from './monthly'

const note = { zh: '', en: '' }
const line = (source: string, more: Partial<ExemptLine> = {}): ExemptLine => ({
  source,
  period: '202511',
  exportDate: '2025-11-03',
  amount: '100.00',
  currency: 'USD',
  country: '美国',
  shop: 'A',
  treatment: { treatment: 'exempt', decidedBy: 'RB-B13', note },
  ...more,
})
const rates = [
  { currency: 'USD', date: '2025-11-01', rate: '7.1' },
  { currency: 'EUR', date: '2025-11-01', rate: '8.0055' },
]
const fx = { fxPolicy: 'monthFirst' as const, rates }

it('sums a month in CNY by line, country and shop to the same figure, negative lines included', () => {
  const lines = [
    line('a', { inputTax: '12.00' }),
    line('b', { currency: 'EUR', country: '德国', shop: 'B' }),
    line('c', { amount: '-40.00', corrects: 'a' }),
  ]
  const month = exemptMonth('202511', lines, fx, { smallProfit: true })
  expect(month.rows.map(({ cny, fxDate }) => [cny, fxDate])).toEqual([
    ['710.00', '2025-11-01'],
    ['800.55', '2025-11-01'],
    ['-284.00', '2025-11-01'],
  ])
  const [sales, turned] = month.figures
  expect([sales!.value, turned!.value]).toEqual(['1226.55', '12.00'])
  for (const groups of [month.byCountry, month.byShop])
    expect(sum(groups.map(({ cny }) => cny))).toBe('1226.55')
  expect(month.incomeTax).toMatchObject({ taxableIncome: '49.06', incomeTax: '2.45' })
  expect(month.figures.every(({ confirmed }) => !confirmed)).toBe(true)
})

it('never counts a line twice, leaves out what is not exempt, and stops at a missing rate', () => {
  const lines = [
    line('a'),
    line('b', { treatment: { treatment: 'taxed', note } }),
    line('c', { currency: 'GBP' }),
  ]
  const month = exemptMonth('202511', lines, fx)
  expect(month.rows.map(({ source }) => source)).toEqual(['a'])
  expect(month.left.map(({ source }) => source)).toEqual(['b'])
  expect(month.missingRates).toEqual([{ source: 'c', currency: 'GBP', day: '2025-11-03' }])
  const declared = markDeclared(month, lines)
  expect(declared.map(({ declaredIn }) => declaredIn)).toEqual(['202511', undefined, undefined])
  expect(exemptMonth('202511', declared, fx).rows).toHaveLength(1)
  const moved = declared.map((one) => ({ ...one, period: '202512' }))
  expect(exemptMonth('202512', moved, fx).left.map(({ source }) => source)).toContain('a')
})

it('shares a line of several shops to the cent and counts what the law leaves open by decision only, marked', () => {
  const open = { treatment: 'needs-confirmation' as const, decidedBy: 'RB-B13', note }
  const lines = [
    line('a', {
      shop: '',
      shares: [
        { shop: 'A', amount: '33.33' },
        { shop: 'B', amount: '66.67' },
      ],
    }),
    line('b', { treatment: open }),
    line('c', { treatment: { ...open, decidedBy: 'RB-A14' } }),
  ]
  const strict = exemptMonth('202511', lines, fx)
  expect(strict.byShop).toEqual([
    { name: 'A', cny: '236.64' },
    { name: 'B', cny: '473.36' },
  ])
  expect(strict.left.map(({ source, open: asked }) => [source, asked])).toEqual([
    ['b', true],
    ['c', undefined],
  ])
  const decided = exemptMonth('202511', lines, fx, {}, true)
  expect(decided.rows.map((row) => [row.source, row.decided])).toEqual([
    ['a', undefined],
    ['b', true],
  ])
  const sheet = exemptSheet(
    decided,
    { book: 'practice', language: 'zh', enterprise: '示例贸易', openReason: '已咨询' },
    { maker: 'm', printer: 'p', now: '2025-12-03T02:00:00Z', software: 'Yiguan', tables: [] },
  )
  expect(sheet.pages[0]!.rows.map((row) => [row[1], row[8]])).toEqual([
    ['a', '710.00'],
    ['b', '710.00'],
  ])
  expect(sheet.pages[0]!.subtotal[8]).toBe('1420.00')
  expect(sheet.totals.find(({ label }) => label === '店铺 A')?.value).toBe('946.64')
  expect(sheet.facts.at(-1)).toEqual({ label: '口径待确认的按免税申报，理由', value: '已咨询' })
  expect(sheet.watermark).toBeDefined()
})

it('treats a simplified list by what stands behind the missing rate of its short codes', () => {
  const list = {
    ...{ id: 'x', invtNo: '31012025E000000001', copNo: 'L1', shop: 'A', country: '502' },
    ...{ currency: 'USD', amount: '10', closedOn: '2025-11-03' },
  }
  const enterprise = {
    type: 'trading' as const,
    taxpayer: 'general' as const,
    zone: { registered: true },
    platformRegistered: true,
  }
  const treated = (
    on: string,
    ticks: Parameters<typeof factsOfList>[2],
    type: 'trading' | 'manufacturer' = 'trading',
  ) => {
    const who = { ...enterprise, type }
    const lines = [factsOfList({ ...list, closedOn: on }, who, ticks)]
    return treatmentOfList(treatLines({ enterprise: who, lines, rateLibrary: [] }, '2026-06-01')[0]!)
  }
  const ticks = { platformRecordComplete: true, clearedAtZoneCustoms: true }
  expect(treated('2025-11-03', ticks)).toMatchObject({ treatment: 'exempt', decidedBy: 'RB-B13' })
  expect(treated('2026-04-03', ticks)).toMatchObject({ treatment: 'needs-confirmation', decidedBy: 'RB-B13' })
  expect(treated('2026-04-03', {})).toMatchObject({ treatment: 'taxed', decidedBy: 'RB-B12' })
  // Own goods need no voucher, and no 报关单 comes of the list they could be refunded by.
  const own = (on: string) => treated(on, {}, 'manufacturer')
  expect(own('2025-11-03')).toMatchObject({ treatment: 'exempt', decidedBy: 'RB-B15' })
  expect(own('2026-04-03')).toMatchObject({ treatment: 'needs-confirmation', decidedBy: 'RB-B15' })
})

it('takes back what was returned by price and quantity, never more, and says what it cannot tell', () => {
  const lines = [{ gnum: '1', qty: '3', totalPrice: '10.00' }]
  expect(returnedAmount(lines, [{ gnum: '1', qty: '2' }])).toEqual({ amount: '-6.67' })
  expect(returnedAmount(lines, [{ gnum: '1', qty: '3' }])).toEqual({ amount: '-10' })
  for (const items of [[], [{ gnum: '1', qty: '4' }], [{ gnum: '2', qty: '1' }]]) {
    expect(returnedAmount(lines, items)).toHaveProperty('why')
  }
})

it('taxed lines fall due on the 15th of the next month', () => {
  expect(taxedDue([{ source: 'a', taxedOn: '2029-12-31', outputVat: '1' }])[0]!.due).toBe('2030-01-15')
})
