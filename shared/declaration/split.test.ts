import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, cmp, sum } from '../money/decimal'
import type { DeclaredOrder } from './declared-order'
import { applySplit, MAX_LINES, planSplit, type SplitPart } from './split'

const cents = fc.integer({ min: 1, max: 100_000 }).map((value) => (value / 100).toFixed(2))
const quantity = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map(String),
  fc.integer({ min: 1, max: 99 }).map((value) => `0.${String(value).padStart(2, '0')}`),
)
const orders = fc
  .record({
    lines: fc.array(fc.record({ quantity, amount: cents }), { minLength: 1, maxLength: 260 }),
    freight: cents,
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
  })
  .map(({ lines, freight, currency }): DeclaredOrder => ({
    orderNo: 'N1',
    originals: [{ id: 'o', rev: 1, orderNo: 'N1' }],
    platform: 'p',
    shop: 's',
    currency,
    country: 'US',
    freight,
    lines: lines.map((line, at) => ({ ...line, row: at + 2, sku: `S${at}`, name: 'n', class: 'goods' })),
  }))
const parcels = fc
  .array(fc.option(fc.integer({ min: 1, max: 5000 }).map((grams) => `${grams / 1000}`)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((weights) =>
    weights.map((weight, at) => ({ id: `w${at}`, ...(weight !== null && { grossWeight: weight }) })),
  )

const order = (quantities: readonly string[]): DeclaredOrder => ({
  orderNo: 'N1',
  originals: [],
  platform: 'p',
  shop: 's',
  currency: 'USD',
  country: 'US',
  freight: '1',
  lines: quantities.map((value, at) => ({
    row: at + 2,
    sku: `S${at}`,
    name: '',
    class: 'goods',
    quantity: value,
    amount: '10',
  })),
})

describe('the automatic split', () => {
  it('conserves quantities, amounts and freight, and makes lists that can be declared', () => {
    fc.assert(
      fc.property(orders, parcels, (whole, waybills) => {
        const plan = planSplit(whole, waybills)
        if (plan === undefined) {
          expect(whole.lines.length).toBeLessThanOrEqual(MAX_LINES)
          expect(waybills).toHaveLength(1)
          return
        }
        if ('rule' in plan) {
          expect(plan.rule).toBe('split-pieces')
          return
        }
        const parts = applySplit(whole, plan)
        if ('rule' in parts) throw new Error(parts.rule)
        expect(new Set(parts.map(({ orderNo }) => orderNo)).size).toBe(parts.length)
        for (const waybill of waybills) expect(plan.some((part) => part.waybill === waybill.id)).toBe(true)
        for (const { lines } of parts) {
          expect(lines.length).toBeGreaterThan(0)
          expect(lines.length).toBeLessThanOrEqual(MAX_LINES)
          for (const line of lines) expect(cmp(line.quantity, '0')).toBe(1)
        }
        for (const line of whole.lines) {
          const mine = parts.flatMap(({ lines }) => lines.filter(({ row }) => row === line.row))
          expect(cmp(sum(mine.map((part) => part.quantity)), line.quantity)).toBe(0)
          expect(cmp(sum(mine.map((part) => part.amount)), line.amount)).toBe(0)
          for (const part of mine) expect(cmp(part.amount, '0')).toBe(1)
        }
        expect(cmp(sum(parts.map(({ freight }) => freight)), whole.freight)).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('deals pieces in proportion to the weighed parcels, one at least to each', () => {
    const plan = planSplit(order(['10']), [
      { id: 'a', grossWeight: '0.001' },
      { id: 'b', grossWeight: '9' },
    ])
    expect(Array.isArray(plan) && plan.map(({ quantities }) => quantities['2'])).toEqual(['1', '9'])
  })

  it('puts no more into a parcel than it weighs, where the goods tell', () => {
    const weights: Record<string, string> = { S0: '0.85', S1: '0.21' }
    const parcels = [
      { id: 'a', grossWeight: '1.87' },
      { id: 'b', grossWeight: '1.15' },
    ]
    const plan = planSplit(order(['2', '4']), parcels, (sku) => weights[sku])
    expect(Array.isArray(plan) && plan.map(({ quantities }) => quantities)).toEqual([
      { 2: '1', 3: '3' },
      { 2: '1', 3: '1' },
    ])
  })

  it('does not cut what is sold by measure', () => {
    expect(planSplit(order(['1.5']), [{ id: 'a' }, { id: 'b' }])).toMatchObject({ rule: 'split-pieces' })
  })

  it('refuses numbers that are too long or in use', () => {
    const long = { ...order(['2']), orderNo: 'N'.repeat(59) }
    const two = [{ id: 'a' }, { id: 'b' }]
    expect(planSplit(long, two)).toMatchObject({ rule: 'split-number-length' })
    expect(planSplit(order(['2']), two, undefined, (number) => number === 'N1-2')).toMatchObject({
      rule: 'split-number-taken',
    })
  })
})

describe('a split by hand', () => {
  it.each<[string, SplitPart[]]>([
    ['too little', [{ orderNo: 'a', quantities: { 2: '1' } }]],
    [
      'too much',
      [
        { orderNo: 'a', quantities: { 2: '2' } },
        { orderNo: 'b', quantities: { 2: '1' } },
      ],
    ],
    ['an unknown line', [{ orderNo: 'a', quantities: { 2: '2', 9: '1' } }]],
    [
      'an empty part',
      [
        { orderNo: 'a', quantities: { 2: '2' } },
        { orderNo: 'b', quantities: {} },
      ],
    ],
    [
      'less than nothing',
      [
        { orderNo: 'a', quantities: { 2: '3' } },
        { orderNo: 'b', quantities: { 2: '-1' } },
      ],
    ],
  ])('with %s is refused', (_, plan) => {
    expect(applySplit(order(['2']), plan)).toMatchObject({ rule: 'split-quantities' })
  })

  it('refuses one number twice', () => {
    const plan = [
      { orderNo: 'a', quantities: { 2: '1' } },
      { orderNo: 'a', quantities: { 2: '1' } },
    ]
    expect(applySplit(order(['2']), plan)).toMatchObject({ rule: 'split-number-taken' })
  })

  it('leaves what rounding leaves on the last part', () => {
    const plan = ['a', 'b', 'c'].map((orderNo) => ({ orderNo, quantities: { 2: '1' } }))
    const parts = applySplit(order(['3']), plan)
    const amounts = Array.isArray(parts) ? parts.map(({ lines }) => lines[0]?.amount ?? '') : []
    expect(amounts).toEqual(['3.33', '3.33', '3.34'])
    expect(amounts.reduce(add)).toBe('10')
  })
})
