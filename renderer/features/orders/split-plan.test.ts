import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrderLine } from '#shared/model/order'
import { sum } from '#shared/money/decimal'
import { deal, dealt, partsOf, planFault, startPlan } from './split-plan'

const line = (row: number, quantity: string, over: Partial<OrderLine> = {}): OrderLine => ({
  row,
  class: 'goods',
  sku: 'S',
  name: '',
  quantity,
  price: '1',
  ...over,
})

describe('splitting by hand', () => {
  const lines = [line(2, '3'), line(3, '5')]

  it('deals out goods and gifts, not freight', () => {
    expect(
      dealt([...lines, line(4, '1', { class: 'freight' }), line(5, '1', { class: 'gift' })]),
    ).toHaveLength(3)
  })

  it('keeps every line whole while quantities move from the first part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (a, b) => {
        fc.pre(a + b <= 5)
        const plan = deal(deal(startPlan(lines, 3), lines[1]!, 1, String(a)), lines[1]!, 2, String(b))
        expect(sum(plan.map((part) => part['3'] ?? '0'))).toBe('5')
      }),
    )
  })

  it('refuses more than there is, what is no number, and a part without goods', () => {
    const start = startPlan(lines, 2)
    expect(planFault(start, lines)).toEqual({ fault: 'empty', part: 2 })
    expect(planFault(deal(start, lines[0]!, 1, '4'), lines)).toEqual({ fault: 'quantity', row: 2 })
    expect(planFault(deal(start, lines[0]!, 1, 'x'), lines)).toEqual({ fault: 'quantity', row: 2 })
    expect(planFault(deal(deal(start, lines[0]!, 1, '1'), lines[0]!, 0, '3'), lines)).toEqual({
      fault: 'sum',
      row: 2,
    })
    const good = deal(start, lines[0]!, 1, '1')
    expect(planFault(good, lines)).toBeUndefined()
    expect(partsOf('#1', good)).toEqual([
      { orderNo: '#1-1', quantities: { 2: '2', 3: '5' } },
      { orderNo: '#1-2', quantities: { 2: '1' } },
    ])
  })
})
