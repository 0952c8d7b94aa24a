import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abs, cmp, mul, sub, sum } from '../../money/decimal'
import { retailLawFrom, retailLawOn, retailLaws } from './law'
import { estimateTaxes, type TaxLine } from './tax'

const rates = { vatRate: '13', consumptionRate: '15', dutyRate: '20' }
const line = (amount: string, over: Partial<TaxLine['rates']> = {}): TaxLine => ({
  sku: amount,
  amount,
  rates: { ...rates, ...over },
})

describe('the estimate', () => {
  it('adds duty to the base of the other taxes only where the order pays in full', () => {
    // 1,000 with 20 % duty: (1,200 / 0.85) × 0.15 and (1,200 / 0.85) × 0.13.
    expect(estimateTaxes([line('1000')], '0', '1', true).taxes).toEqual({
      duty: '200',
      consumption: '211.76',
      vat: '183.53',
      total: '595.29',
    })
    expect(estimateTaxes([line('1000')], '0', '0.7', false).taxes?.duty).toBe('0')
  })

  it('asks for the duty rate only where duty is levied', () => {
    const { dutyRate: _duty, ...known } = rates
    const free = [{ sku: 'A', amount: '10', rates: known }]
    expect(estimateTaxes(free, '0', '0.7', false).missing).toBeUndefined()
    expect(estimateTaxes(free, '0', '1', true).missing).toEqual(['A'])
  })

  const cents = fc
    .integer({ min: 100, max: 400_000 })
    .map((n) => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`)
  const percent = fc.integer({ min: 0, max: 56 }).map(String)

  it('is seventy in a hundred of the full taxes without duty, however charges are shared out (property)', () => {
    const some = fc.array(fc.tuple(cents, percent, percent), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(some, cents, (drafts, charges) => {
        const lines = drafts.map(([amount, vatRate, consumptionRate]) =>
          line(amount, { vatRate, consumptionRate, dutyRate: '0' }),
        )
        const relieved = estimateTaxes(lines, charges, '0.7', false).taxes!
        const full = estimateTaxes(lines, charges, '1', true).taxes!
        for (const name of ['consumption', 'vat'] as const) {
          // Half a cent on either side is what rounding to the cent can do.
          expect(cmp(abs(sub(relieved[name], mul(full[name], '0.7'))), '0.01')).toBeLessThanOrEqual(0)
        }
        expect(relieved.total).toBe(sum([relieved.duty, relieved.consumption, relieved.vat]))
      }),
    )
  })
})

it('has one law for every day, the newest first', () => {
  expect(retailLawOn('2018-12-31').perOrder).toBe('2000')
  expect(retailLawOn('2019-01-01').perOrder).toBe('5000')
  expect(retailLawOn('2001-01-01')).toBe(retailLaws.at(-1))
  for (const law of retailLaws) expect(retailLawFrom(law.from)).toBe(law)
  expect(retailLaws.map(({ from }) => from)).toEqual(
    retailLaws
      .map(({ from }) => from)
      .sort()
      .reverse(),
  )
})
