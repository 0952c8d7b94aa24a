import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cmp, mul, sub, sum } from '../money/decimal'
import { goods, goodsMap, line, order } from './fixture.test-data'
import { declareLines } from './lines'

const known = new Map(
  [...goodsMap(goods({ fairPrice: '1', fairCurrency: 'USD' }))].map(([sku, { value }]) => [sku, value]),
)
const price = fc.integer({ min: 1, max: 9999 }).map((value) => (value / 100).toFixed(2))

it('FOB is goods less the discount to the cent; no line is free or negative', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ price, quantity: fc.integer({ min: 1, max: 9 }) }), {
        minLength: 1,
        maxLength: 20,
      }),
      fc.integer({ min: 0, max: 100 }),
      (items, percent) => {
        const lines = items.map((item, at) =>
          line({ row: at + 2, price: item.price, quantity: `${item.quantity}` }),
        )
        const total = sum(lines.map((one) => mul(one.price, one.quantity)))
        const discount = (Math.floor(Number(total) * percent) / 100).toFixed(2)
        const declared = declareLines(order({ lines, discount }), { goods: known, gifts: 'leave-out' })
        if (declared.faults.length) {
          expect(cmp(discount, total)).toBe(0)
          return
        }
        expect(cmp(sum(declared.lines.map(({ amount }) => amount)), sub(total, discount))).toBe(0)
        for (const { amount } of declared.lines) expect(cmp(amount, '0')).toBe(1)
      },
    ),
    { numRuns: 300 },
  )
})

it('takes a line total over a rounded unit price', () => {
  const lines = [line({ quantity: '3', price: '3.33', amount: '10.00' })]
  expect(declareLines(order({ lines }), { goods: known, gifts: 'leave-out' }).lines[0]?.amount).toBe('10')
})

it('follows the decision for one gift over the rule of the enterprise', () => {
  const lines = [line(), line({ row: 3, class: 'gift', price: '0' })]
  const decided = (giftDecisions: ReadonlyMap<number, 'fair-price' | 'leave-out'>) =>
    declareLines(order({ lines }), { goods: known, gifts: 'leave-out', giftDecisions }).lines.map(
      ({ amount }) => amount,
    )
  expect(decided(new Map())).toEqual(['20'])
  expect(decided(new Map([[3, 'fair-price']]))).toEqual(['20', '2'])
})
