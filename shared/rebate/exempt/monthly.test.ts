import { expect, it } from 'vitest'
import { sum } from '../../money/decimal'
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

it('taxed lines fall due on the 15th of the next month', () => {
  expect(taxedDue([{ source: 'a', taxedOn: '2029-12-31', outputVat: '1' }])[0]!.due).toBe('2030-01-15')
})
