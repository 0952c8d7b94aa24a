import { describe, expect, it } from 'vitest'
import { goods, line, order } from '#shared/declaration/fixture.test-data'
import { giftFault, giftRows, withGifts, type Classes } from './gift-decisions'

const bookmark = line({ row: 3, class: 'gift', sku: 'GIFT', price: '0' })
const one = order({ lines: [line(), bookmark] })
const classes = (over: Partial<Classes> = {}): Classes => ({
  aspect: 'class',
  fact: 'o1',
  lines: {},
  reason: 'r',
  ...over,
})

describe('gifts of an order in a bulk edit', () => {
  it('are the lines the file or the officer says are gifts', () => {
    expect(giftRows(one, undefined)).toEqual(['3'])
    expect(giftRows(one, classes({ lines: { '2': 'gift', '3': 'goods' } }))).toEqual(['2'])
  })

  it('are decided without touching what the officer said a line is', () => {
    const decided = withGifts('o1', classes({ lines: { '2': 'gift' } }), ['2', '3'], 'leave-out', 'bulk')
    expect(decided).toMatchObject({ lines: { '2': 'gift' }, gifts: { '2': 'leave-out', '3': 'leave-out' } })
    expect(withGifts('o1', decided, ['2', '3'], '', 'bulk')).toEqual(classes({ lines: { '2': 'gift' } }))
    expect(withGifts('o1', withGifts('o1', undefined, ['3'], 'fair-price', 'bulk'), ['3'], '', '')).toBe(
      undefined,
    )
  })

  it('cannot be declared at a fair price that the goods master does not have', () => {
    const master = (over = {}) => new Map([['GIFT', goods({ sku: 'GIFT', ...over })]])
    const fair = classes({ gifts: { '3': 'fair-price' } })
    expect(giftFault(one, fair, master())?.zh).toContain('公允价')
    expect(giftFault(one, fair, master({ fairPrice: '1.20', fairCurrency: 'USD' }))).toBe(undefined)
    expect(giftFault(one, fair, master({ fairPrice: '1.20', fairCurrency: 'EUR' }))).toBeDefined()
    expect(giftFault(one, classes({ gifts: { '3': 'leave-out' } }), master())).toBe(undefined)
  })
})
