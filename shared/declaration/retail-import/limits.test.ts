import { describe, expect, it } from 'vitest'
import { goodsMap, line, sourced } from '../fixture.test-data'
import { defaultDeclarationSettings } from '../settings'
import { alone, bought, declare, imported, of, paid, person, rules } from './bought.test-data'
import { PersonYears } from './person-years'

describe('limits and taxes', () => {
  // Freight 10 counts in the value, so goods of 4,990 are just within.
  const worth = (price: string, quantity = '2') =>
    of({
      lines: [line({ price, quantity })],
      discount: '0',
      tax: '0',
      total: undefined,
    })
  const limited = (result: ReturnType<typeof declare>) =>
    rules(result).filter((rule) => rule.startsWith('import-limit'))

  it('takes 5,000 yuan and not a cent more', () => {
    expect(limited(worth('2495.00'))).toEqual([])
    expect(limited(worth('2495.005'))).toEqual(['import-limit-order order.lines'])
  })

  it('takes one article above it with everything in full, up to the limit of the year', () => {
    const settings = defaultDeclarationSettings
    const one = (price: string) =>
      declare({
        settings,
        payments: [],
        orders: [
          sourced(
            'o1',
            bought({ lines: [line({ price, quantity: '1' })], discount: '0', tax: '0', total: undefined }),
          ),
        ],
      })
    const { list, faults } = one('9990')
    expect(faults).toEqual([])
    expect(list?.warnings?.map(({ rule }) => rule)).toContain('import-limit-one-article')
    // 10,000 with 10 % duty and 13 % VAT on both.
    expect(list?.retail).toMatchObject({
      share: '1',
      tax: { duty: '1000', consumption: '0', vat: '1430', total: '2430' },
    })
    // With the freight of 10: a cent below the limit of the year, and the limit itself.
    expect(limited(one('25989.99'))).toEqual([])
    expect(limited(one('25990'))).toEqual(['import-limit-order order.lines'])
  })

  it('levies seventy in a hundred of VAT and consumption tax, no duty', () => {
    // V = 200 + 10: consumption 210 / 0.85 × 0.15 × 0.7; VAT (210 / 0.85) × 0.13 × 0.7.
    const { list } = declare({ goods: goodsMap({ ...imported, consumptionRate: '15' }) })
    expect(list?.retail).toEqual({
      law: '2019-01-01',
      dutiable: '210',
      share: '0.7',
      tax: { duty: '0', consumption: '25.94', vat: '22.48', total: '48.42' },
      knownYear: '0',
    })
  })

  it('estimates nothing of goods whose rates nobody gave', () => {
    const { vatRate: _rate, ...unrated } = imported
    const { list } = declare({ goods: goodsMap(unrated) })
    expect(list?.retail).toMatchObject({ missing: ['MUG-01'] })
    expect(list?.retail?.tax).toBeUndefined()
  })

  it('goes by the law of the day', () => {
    const old = declare({
      orders: [sourced('o1', bought({ lines: [line({ price: '1000', quantity: '2' })], total: undefined }))],
      payments: [],
      settings: defaultDeclarationSettings,
      now: '2018-12-31T15:00:00Z',
    })
    expect(limited(old)).toEqual(['import-limit-order order.lines'])
  })

  it('warns of the year with what this book knows, and counts an order once', () => {
    const first = declare().list!
    const years = new PersonYears()
    years.add({ ...first, orderNo: '#0001', retail: { ...first.retail!, dutiable: '25800' } })
    const settings = { ...alone }
    const again = (orderNo: string) =>
      declare({
        personYears: years,
        settings,
        orders: [sourced('o1', bought({ orderNo }))],
        payments: [sourced('p1', paid({ orderNo }))],
      }).list!
    expect(again('#1001').retail?.knownYear).toBe('25800')
    expect(again('#1001').warnings?.map(({ rule }) => rule)).toContain('import-limit-year')
    expect(again('#0001').retail?.knownYear).toBe('0')
    expect(years.sumOf(person.toLowerCase(), first.businessDay, '')).toBe('25800')
    expect(years.sumOf(person, '2025-12-31', '')).toBe('0')
    // Returned goods are given back with their share of freight: one of two pieces, then both.
    years.add(first, [{ gnum: '1', qty: '1' }])
    expect(years.sumOf(person, first.businessDay, '#0001')).toBe('105')
    years.add(first, [
      { gnum: '1', qty: '1' },
      { gnum: '1', qty: '1' },
    ])
    expect(years.sumOf(person, first.businessDay, '#0001')).toBe('0')
  })
})
