import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cmp, isZero, sub, sum } from '../../money/decimal'
import { drawOrders, leftToApply, leftToConvert, stateOf, type Applied, type Converted } from './applications'

const lines = [
  { orderId: 'A', supported: '60.00' },
  { orderId: null, supported: '5.00' },
  { orderId: 'B', supported: '40.00' },
]
const handed = { on: '2026-09-21', by: 'officer' }

describe('applications of a receipt', () => {
  it('never ask together for more than it supports, and no part of an order serves two', () => {
    const step = fc.record({
      cents: fc.integer({ min: 1, max: 7000 }),
      orders: fc.subarray(['A', 'B']),
      submit: fc.boolean(),
      convert: fc.integer({ min: 0, max: 7000 }),
      back: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (all) => {
        const applied: Applied[] = []
        const conversions: Converted[] = []
        for (const { cents, orders, submit, convert, back } of all) {
          const amount = (cents / 100).toFixed(2)
          if (cmp(amount, leftToApply('100.00', applied, conversions)) > 0) continue
          const { draws, short } = drawOrders(amount, orders, lines, { applied, conversions })
          expect(cmp(sum([...draws.map((one) => one.amount), short]), amount)).toBe(0)
          if (!isZero(short)) continue
          const no = applied.length + 1
          const one: Applied = { no, amount, draws, ...(submit && { submitted: handed }) }
          applied.push(one)
          const done = (convert / 100).toFixed(2)
          if (cmp(done, leftToConvert('100.00', applied, conversions, no)) <= 0) {
            conversions.push({ amount: done, application: no })
          }
          if (submit && back) one.returned = handed
        }
        const held = sub('100.00', leftToApply('100.00', applied, conversions))
        const live = applied.filter(({ returned }) => !returned)
        expect(cmp(sum(live.map(({ amount }) => amount)), held)).toBeLessThanOrEqual(0)
        expect(cmp(sum(conversions.map(({ amount }) => amount)), held)).toBeLessThanOrEqual(0)
        for (const { orderId, supported } of lines) {
          const drawn = live.flatMap(({ draws = [] }) => draws.filter((one) => one.orderId === orderId))
          if (orderId) expect(cmp(sum(drawn.map(({ amount }) => amount)), supported)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('draw on the orders they name, on what others left of them, and say what is missing', () => {
    const first: Applied = { no: 1, amount: '50.00', draws: [{ orderId: 'A', amount: '50.00' }] }
    const used = { applied: [first], conversions: [] }
    expect(drawOrders('20.00', ['A'], lines, used)).toEqual({
      draws: [{ orderId: 'A', amount: '10' }],
      short: '10',
    })
    expect(drawOrders('20.00', [], lines, used).draws).toEqual([
      { orderId: 'A', amount: '10' },
      { orderId: 'B', amount: '10' },
    ])
    // The one that asks does not stand in its own way.
    expect(drawOrders('60.00', ['A'], lines, used, 1).short).toBe('0')
    // Stored before orders were named: drawn in their order.
    const older = { applied: [{ no: 1, amount: '70.00' }], conversions: [] }
    expect(drawOrders('30.00', [], lines, older).draws).toEqual([{ orderId: 'B', amount: '30.00' }])
    expect(drawOrders('30.00', [], [{ orderId: null, supported: '9' }], used)).toEqual({
      draws: [],
      short: '0',
    })
  })

  it('hold what was converted of them once the bank gave them back', () => {
    const draws = [{ orderId: 'A', amount: '60.00' }]
    const back: Applied = { no: 1, amount: '60.00', draws, submitted: handed, returned: handed }
    const conversions = [{ amount: '25.00', application: 1 }, { amount: '5.00' }]
    expect(leftToApply('100.00', [back], conversions)).toBe('70')
    expect(drawOrders('35.00', ['A'], lines, { applied: [back], conversions }).short).toBe('0')
    expect(leftToConvert('100.00', [back], conversions, 1)).toBe('0')
    const { returned: _returned, ...open } = back
    expect(leftToConvert('100.00', [open], conversions, 1)).toBe('35')
    expect([
      stateOf(back, []),
      stateOf(open, conversions),
      stateOf(open, [{ amount: '60', application: 1 }]),
    ]).toEqual(['returned', 'submitted', 'converted'])
  })
})
