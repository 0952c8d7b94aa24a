import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listStatesOffering, listStates, orderState, orderStates } from './order-state'
import type { OrderFacts } from './order-state'

const facts: fc.Arbitrary<OrderFacts> = fc.record({
  cancelled: fc.boolean(),
  goodsMissing: fc.boolean(),
  match: fc.constantFrom('none', 'block', 'open'),
  lists: fc.array(fc.constantFrom(...listStates), { maxLength: 4 }),
})
const quiet: OrderFacts = { cancelled: false, goodsMissing: false, match: 'open', lists: [] }

describe('orderState', () => {
  it('puts every order into exactly one column, so that the 日清表 adds up', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 50 }), (orders) => {
        const figures = new Map(orderStates.map((state) => [state, 0]))
        for (const one of orders) figures.set(orderState(one), figures.get(orderState(one))! + 1)
        expect([...figures.values()].reduce((a, b) => a + b, 0)).toBe(orders.length)
        expect([...figures.keys()]).toEqual([...orderStates])
      }),
    )
  })

  it('does not depend on the order of its lists, and void lists do not count', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const turned = { ...one, lists: [...one.lists].reverse() }
        const without = { ...one, lists: one.lists.filter((state) => state !== 'void') }
        expect(orderState(turned)).toBe(orderState(one))
        expect(orderState(without)).toBe(orderState(one))
      }),
    )
  })

  it.each([
    [{ ...quiet }, 'ready'],
    [{ ...quiet, match: 'block' as const }, 'unmatched'],
    [{ ...quiet, match: 'none' as const }, 'unmatched'],
    [{ ...quiet, goodsMissing: true, match: 'none' as const }, 'incomplete'],
    [{ ...quiet, cancelled: true, goodsMissing: true }, 'cancelled'],
    [{ ...quiet, lists: ['draft' as const] }, 'ready'],
    [{ ...quiet, lists: ['waiting' as const, 'released' as const] }, 'waiting'],
    [{ ...quiet, lists: ['cleared' as const, 'refused' as const] }, 'refused'],
    [{ ...quiet, lists: ['cleared' as const, 'inspected' as const] }, 'inspected'],
    [{ ...quiet, lists: ['released' as const, 'withdrawing' as const] }, 'waiting'],
    [{ ...quiet, cancelled: true, lists: ['released' as const] }, 'released'],
    [{ ...quiet, lists: ['cleared' as const] }, 'cleared'],
  ])('%j is %s', (one, state) => {
    expect(orderState(one)).toBe(state)
  })
})

it('a 清单 is offered the acts of the table by its state', () => {
  const offered = (['declare', 'correct', 'void', 'withdraw', 'take-back'] as const).map((action) => [
    action,
    ...listStatesOffering(action),
  ])
  expect(offered).toEqual([
    ['declare', 'draft'],
    ['correct', 'refused'],
    ['void', 'draft', 'refused'],
    ['withdraw', 'waiting', 'inspected', 'released'],
    ['take-back', 'waiting'],
  ])
})
