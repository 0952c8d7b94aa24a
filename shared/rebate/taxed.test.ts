import { expect, it } from 'vitest'
import { released, letterNow, type RebateLetter } from './life/letters'
import { taxedSheet, type TaxedLine } from './book/taxed-print'
import { taxedSale, type TaxedGiven } from './taxed'

const given = {
  exportDate: '2026-04-10',
  decidedBy: 'RB-B05',
  taxpayer: 'general' as const,
  trading: true,
  fobCny: '11300.00',
}
const todo = (sale: ReturnType<typeof taxedSale>) => sale.todo.map(({ en }) => en)

it('taxes goods as sold at home: by the rate of the goods, less bonded material, small-scale at their own rate', () => {
  const vat = (more: object) => taxedSale({ ...given, ...more }, '2026-04-30').outputVat
  expect(vat({})).toBe('1300.00')
  expect(vat({ levyRate: '0.09' })).toBe('933.03')
  expect(vat({ bondedMaterial: '5650.00' })).toBe('650.00')
  expect(vat({ taxpayer: 'small' })).toBe('329.13')
  expect(vat({ fobCny: undefined })).toBeUndefined()
})

it('is due in the return of the month after, or the day after the 36 months, and late only after that', () => {
  expect(taxedSale(given, '2026-05-31')).toMatchObject({ dueMonth: '2026-05', state: 'open' })
  expect(taxedSale(given, '2026-06-01')).toMatchObject({ state: 'overdue' })
  const deemed = { ...given, decidedBy: 'RB-B25' }
  expect(taxedSale(deemed, '2029-04-11')).toMatchObject({ dueOn: '2029-04-11', state: 'open' })
  expect(taxedSale(deemed, '2029-04-12')).toMatchObject({ state: 'overdue' })
})

it('asks for the output and, of a trading company, for the certificate until each is noted', () => {
  expect(todo(taxedSale(given, '2026-05-01'))).toHaveLength(2)
  const noted = taxedSale({ ...given, record: { period: '202605', certificateNo: 'Z1' } }, '2026-07-01')
  expect([noted.state, todo(noted)]).toEqual(['accounted', []])
  expect(todo(taxedSale({ ...given, trading: false }, '2026-05-01'))).toHaveLength(1)
})

it('a letter holds what no clear answer let go, and a line two letters are about waits for both', () => {
  const letter = (keys: string[], more: Partial<RebateLetter> = {}): RebateLetter => ({
    ...{ number: '', sellerTaxNo: 'S1', sellerName: 'S', invoices: ['F1'], sentOn: '2026-03-01', note: '' },
    keys,
    ...more,
  })
  const first = letter(['1', '2'])
  expect(released(first, 'clear', [])).toEqual(['1', '2'])
  expect(released(first, 'clear', [letter(['2'])])).toEqual(['1'])
  expect(released(first, 'clear', [letter(['2'], { answeredOn: '2026-03-02', outcome: 'clear' })])).toEqual([
    '1',
    '2',
  ])
  expect(
    released(first, 'clear', [letter(['2'], { answeredOn: '2026-03-02', outcome: 'doubtful' })]),
  ).toEqual(['1'])
  expect(released(first, 'doubtful', [])).toEqual([])
  const lines = [
    { key: '1', state: 'letter' as const, refund: '10.00' },
    { key: '2', state: 'reviewed' as const, refund: '5.00' },
  ]
  expect(letterNow(first, lines, '2026-03-11')).toEqual({ held: '10', age: 10 })
})

it('is printed with each output VAT with what went into it, and leaves no line out that cannot be computed', () => {
  const why = { zh: '取消退税', en: 'Cancelled' }
  const line = (no: number, more: Partial<TaxedGiven>): TaxedLine => ({
    ...taxedSale({ ...given, ...more }, '2026-07-01'),
    ...{ key: `31012026000000000${no}001`, name: '过氧化氢', decidedBy: 'RB-B05', why },
    exportDate: given.exportDate,
    record: more.record ?? {},
  })
  const lines = [
    line(1, { fobCny: '11300', bondedMaterial: '1130' }),
    line(2, { fobCny: '2260', record: { period: '202606' } }),
    line(3, { fobCny: undefined }),
  ]
  const context = { maker: 'M', printer: 'P', now: '2026-07-01T02:00:00Z', software: 'Yiguan', tables: [] }
  const about = { asOf: '2026-07-01', book: 'practice' as const, language: 'zh' as const, enterprise: 'E' }
  const sheet = taxedSheet(lines, about, context)
  const rows = sheet.pages.flatMap(({ rows: of }) => of)
  // (11300 − 1130) ÷ 1.13 × 13 %
  expect(rows.filter((row) => row[1] === '销项税额').map((row) => [row[2], row[4]])).toEqual([
    ['1170.00', '离岸价 11300; 保税料件 1130; 征税率 0.13'],
    ['260.00', '离岸价 2260; 保税料件 0; 征税率 0.13'],
  ])
  expect(rows.filter((row) => row[1]!.startsWith('缺离岸价'))).toHaveLength(1)
  expect(sheet.totals.slice(0, 3).map(({ value }) => value)).toEqual(['1430.00', '1170.00', '1'])
  expect(sheet.watermark).toContain('演练')
})
