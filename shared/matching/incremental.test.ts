import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultMatchConfig } from './config'
import type { ListFacts, ManualMatch, OrderFacts, PaymentFacts, WaybillFacts } from './facts'
import { MatchIndex } from './match-index'
import { matchOrder } from './match-order'

/** Few numbers, written in several ways, so that everything collides with everything. */
const number = fc.constantFrom('A1', 'a1', 'A 1', 'B2', '#B2', 'B2')
const amount = fc.constantFrom('10', '9.8', '20')
const currency = fc.constantFrom('USD', 'EUR')

const order = fc.record<OrderFacts>({
  id: fc.uuid(),
  orderNo: number,
  kind: fc.constantFrom('order', 'order', 'order', 'cancellation'),
  platform: fc.constant('p'),
  shop: fc.constantFrom('one', 'two'),
  amount,
  currency,
  day: fc.constant('2026-03-01'),
  paymentNo: fc.constantFrom('', 'P1'),
  logisticsNo: fc.constantFrom('', 'W1'),
  goods: fc.constantFrom('S×1', 'S×1\nT×2', ''),
  giftsOnly: fc.boolean(),
  refusedRows: fc.constant(0),
  cancels: fc.constantFrom('', '', 'A1', 'B2'),
})
const payment = fc.record<PaymentFacts>({
  id: fc.uuid(),
  kind: fc.constantFrom('payment', 'payment', 'refund', 'conversion', 'fee'),
  paymentNo: fc.constantFrom('P1', 'p1', 'P2'),
  orderNo: fc.oneof(number, fc.constant('')),
  platform: fc.constant('p'),
  shop: fc.constantFrom('one', ''),
  amount,
  currency,
  fee: fc.constant('0'),
  day: fc.constantFrom('2026-03-02', '2026-06-01'),
  refersTo: fc.constantFrom('', 'P1', 'P2'),
})
const waybill = fc.record<WaybillFacts>({
  id: fc.uuid(),
  logisticsNo: fc.constantFrom('W1', 'w1', 'W2'),
  logisticsCode: fc.constant('C'),
  orderNo: fc.oneof(number, fc.constant('')),
})

type Step =
  | { do: 'order'; fact: OrderFacts }
  | { do: 'payment'; fact: PaymentFacts }
  | { do: 'waybill'; fact: WaybillFacts }
  | { do: 'drop'; at: number }
  | { do: 'list'; order: number; copNo: string }
  | { do: 'manual'; order: number; document: number; at: string }
const day = fc.constantFrom('2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z')
const step = fc.oneof(
  { weight: 4, arbitrary: order.map((fact): Step => ({ do: 'order', fact })) },
  { weight: 4, arbitrary: payment.map((fact): Step => ({ do: 'payment', fact })) },
  { weight: 4, arbitrary: waybill.map((fact): Step => ({ do: 'waybill', fact })) },
  { weight: 2, arbitrary: fc.nat(20).map((at): Step => ({ do: 'drop', at })) },
  fc.record({ do: fc.constant('list' as const), order: fc.nat(20), copNo: fc.constantFrom('L1', 'L2') }),
  fc.record({ do: fc.constant('manual' as const), order: fc.nat(20), document: fc.nat(20), at: day }),
)

type Held = { index: MatchIndex; remove: (() => Set<string>)[] }

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)]

/** Apply one step; returns the orders to match again. */
function apply({ index, remove }: Held, next: Step): Set<string> {
  switch (next.do) {
    case 'order':
      index.addOrder(next.fact)
      remove.push(() => gone(index.affectedByOrder(next.fact), () => index.removeOrder(next.fact)))
      return index.affectedByOrder(next.fact)
    case 'payment':
      index.addPayment(next.fact)
      remove.push(() => gone(index.affectedByPayment(next.fact), () => index.removePayment(next.fact)))
      return index.affectedByPayment(next.fact)
    case 'waybill':
      index.addWaybill(next.fact)
      remove.push(() => gone(index.affectedByWaybill(next.fact), () => index.removeWaybill(next.fact)))
      return index.affectedByWaybill(next.fact)
    case 'list': {
      const target = pick([...index.orders.keys()], next.order)
      if (!target) return new Set()
      const list: ListFacts = {
        copNo: next.copNo,
        orders: [target],
        logisticsCode: 'C',
        logisticsNo: 'W1',
        goods: '',
      }
      index.addList(list)
      remove.push(() => gone(index.affectedByList(list), () => index.removeList(list)))
      return index.affectedByList(list)
    }
    case 'manual': {
      const target = pick([...index.orders.keys()], next.order)
      const paid = pick([...index.payments.keys()], next.document)
      const sent = pick([...index.waybills.keys()], next.document)
      if (!target) return new Set()
      const manual: ManualMatch = {
        order: target,
        payments: paid ? [paid] : [],
        waybills: sent ? [sent] : [],
        reason: 'r',
        who: 'w',
        at: next.at,
      }
      return index.addManual(manual)
    }
    case 'drop': {
      const [drop] = remove.splice(next.at % Math.max(1, remove.length), 1)
      return drop?.() ?? new Set()
    }
  }
}

function gone(affected: Set<string>, removal: () => void): Set<string> {
  removal()
  return affected
}

function matchOf(index: MatchIndex, id: string) {
  const fact = index.orders.get(id)
  return fact && matchOrder(fact, index.candidates(fact), defaultMatchConfig)
}

it('matching only the affected orders after each change ends where matching everything does', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const held: Held = { index: new MatchIndex(), remove: [] }
      const known = new Map<string, unknown>()
      for (const next of steps) {
        for (const id of apply(held, next)) {
          const match = matchOf(held.index, id)
          if (match) known.set(id, match)
          else known.delete(id)
        }
      }
      const full = new Map([...held.index.orders.keys()].map((id) => [id, matchOf(held.index, id)]))
      expect(new Map([...known].sort())).toEqual(new Map([...full].sort()))
    }),
    { numRuns: 1500 },
  )
})

it('a document goes back to the decision before when the later one takes another', () => {
  const index = new MatchIndex()
  const [first, second] = ['first', 'second'].map((id) => ({
    ...fc.sample(order, { numRuns: 1, seed: 1 })[0]!,
    id,
    orderNo: id,
    kind: 'order' as const,
  }))
  index.addOrder(first!)
  index.addOrder(second!)
  index.addWaybill({ id: 'w', logisticsNo: 'W9', logisticsCode: 'C', orderNo: '' })
  const decide = (on: string, waybills: string[], at: string) =>
    index.addManual({ order: on, payments: [], waybills, reason: 'r', who: 'w', at })
  const holders = () =>
    [first!, second!].map((one) =>
      index
        .candidates(one)
        .waybills.map(({ link }) => link)
        .join(),
    )
  decide('first', ['w'], '2026-03-01T00:00:00Z')
  expect(holders()).toEqual(['manual', ''])
  expect(decide('second', ['w'], '2026-03-02T00:00:00Z')).toContain('first')
  expect(holders()).toEqual(['', 'manual'])
  expect(decide('second', [], '2026-03-03T00:00:00Z')).toContain('first')
  expect(holders()).toEqual(['manual', ''])
})
