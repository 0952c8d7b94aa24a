import { describe, expect, it } from 'vitest'
import { bars, roundTop } from './bars'

const month = (name: string, receipts: string) => ({
  month: name,
  exports: '50.00',
  imports: '0.00',
  receipts,
  payments: '0.00',
  fundsLessGoods: '0.00',
  missing: [],
})

describe('the drawing of goods and money', () => {
  it('scales to a round top', () => {
    expect([0, 0.4, 1, 1.1, 3, 7, 51, 999].map(roundTop)).toEqual([1, 0.5, 1, 2, 5, 10, 100, 1000])
  })

  it('draws each month in its place, as high as its amount', () => {
    const { bars: drawn, labels } = bars([month('2026-04', '100.00'), month('2026-05', '25.00')], {
      width: 200,
      height: 40,
    })
    const receipts = drawn.filter(({ flow }) => flow === 'receipts')
    expect(receipts.map(({ height, y }) => [height, y])).toEqual([
      [40, 0],
      [10, 30],
    ])
    expect(drawn.every(({ x, width }) => x >= 0 && x + width <= 200)).toBe(true)
    expect(labels.map(({ x }) => x)).toEqual([50, 150])
    expect(bars([], { width: 200, height: 40 }).bars).toEqual([])
  })
})
