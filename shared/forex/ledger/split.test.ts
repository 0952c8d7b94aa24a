import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../rules/days'
import { add, cmp, mul, sub, sum } from '../../money/decimal'
import { splitCredits, type SplitCredit, type SplitPayment } from './split'

const credit = (id: string, amount: string, more: Partial<SplitCredit> = {}): SplitCredit => ({
  id,
  day: '2026-09-20',
  currency: 'USD',
  amount,
  shop: '',
  named: [],
  ...more,
})
const paid = (id: string, amount: string, more: Partial<SplitPayment> = {}): SplitPayment => ({
  id,
  orderId: `O-${id}`,
  day: '2026-09-10',
  currency: 'USD',
  amount,
  shop: 's',
  ...more,
})
const pricesOf = (payments: readonly SplitPayment[]) => {
  const prices: Record<string, string> = {}
  for (const { orderId, amount } of payments) prices[orderId] = add(prices[orderId] ?? '0', amount)
  return prices
}
const split = (
  credits: SplitCredit[],
  payments: SplitPayment[],
  used: Parameters<typeof splitCredits>[3] = [],
) => splitCredits(credits, payments, pricesOf(payments), used)
const told = ({ shares }: ReturnType<typeof split>) =>
  shares.map(({ creditId, paymentId, amount }) => `${creditId} ${paymentId} ${amount}`)

describe('one credit over many payments, one payment over several credits', () => {
  it('takes what the remittance names, only as far as it is unused, and says so', () => {
    const payments = [paid('P1', '60'), paid('P2', '50')]
    const named = ['O-P1', 'P2']
    expect(told(split([credit('C', '110', { named })], payments))).toEqual(['C P1 60', 'C P2 50'])
    const used = [{ paymentId: 'P2', orderId: 'O-P2', amount: '20' }]
    const rest = split([credit('C', '90', { named })], payments, used)
    expect(told(rest)).toEqual(['C P1 60', 'C P2 30'])
    expect(rest.shares[0]?.why.zh).toContain('2 笔未用金额合计 90')
    expect(split([credit('C', '110', { named })], payments, used).shares).toEqual([])
  })

  it('lets several credits pay one named order, never more than its price', () => {
    const payments = [paid('P1', '100')]
    const parts = [
      credit('A', '30', { named: ['O-P1'], day: '2026-09-11' }),
      credit('B', '70', { named: ['P1'] }),
    ]
    const found = split(parts, payments)
    expect(told(found)).toEqual(['A P1 30', 'B P1 70'])
    expect(found.shares.map(({ why }) => why.zh)).toEqual([
      expect.stringContaining('第 1 笔：未收 100，本笔 30，余 70'),
      expect.stringContaining('第 2 笔：未收 70，本笔 70，余 0'),
    ])
    const over = split([parts[0]!, { ...parts[1]!, amount: '71' }], payments)
    expect(over).toEqual({ shares: [], ambiguous: ['A', 'B'] })
  })

  it('takes one payment of the amount; of two it takes none and says that a person chooses', () => {
    expect(told(split([credit('C', '5.00')], [paid('P1', '5'), paid('P2', '6')]))).toEqual(['C P1 5'])
    expect(split([credit('C', '5')], [paid('P1', '5'), paid('P2', '5.0')])).toEqual({
      shares: [],
      ambiguous: ['C'],
    })
    // Two credits want the one payment: neither has it.
    expect(split([credit('A', '5'), credit('B', '5')], [paid('P1', '5')])).toEqual({
      shares: [],
      ambiguous: ['A', 'B'],
    })
  })

  it('takes all payments of days that follow each other where one run of one shop fits, else of the shop that was claimed', () => {
    const payments = ['01', '01', '02', '03'].map((day, at) =>
      paid(`P${at}`, `${10 + at}`, { day: `2026-09-${day}` }),
    )
    const found = split([credit('C', '33')], payments)
    expect(told(found)).toEqual(['C P0 10', 'C P1 11', 'C P2 12'])
    expect(found.shares[0]?.why.zh).toContain('2026-09-01 至 2026-09-02 全部未用收款单 3 笔')
    const twice = [
      ...payments,
      ...payments.map((one) => ({ ...one, id: `Z${one.id}`, orderId: `Z${one.id}`, shop: 'z' })),
    ]
    expect(split([credit('C', '33')], twice)).toEqual({ shares: [], ambiguous: ['C'] })
    expect(told(split([credit('C', '33', { shop: 'z' })], twice))).toEqual([
      'C ZP0 10',
      'C ZP1 11',
      'C ZP2 12',
    ])
  })

  it('finds the only few payments, and the only few credits of one payment', () => {
    const few = [
      paid('P1', '7', { day: '2026-09-08' }),
      paid('P2', '9', { day: '2026-09-09' }),
      paid('P3', '20'),
    ]
    expect(told(split([credit('C', '27')], few))).toEqual(['C P1 7', 'C P3 20'])
    const parts = split([credit('A', '40'), credit('B', '60'), credit('D', '31')], [paid('P1', '100')])
    expect(told(parts)).toEqual(['A P1 40', 'B P1 60'])
    expect(parts.shares[0]?.why.en).toContain('came in 2 credits')
  })

  it('conserves: each credit whole or not at all, no payment and no order lends more than it has, whatever the order of the input', () => {
    const cents = fc.integer({ min: 1, max: 12 }).map((n) => mul(String(n), '0.5'))
    const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-08-20', n))
    const payments = fc
      .array(fc.record({ amount: cents, day, shop: fc.constantFrom('s', 't'), order: fc.nat(6) }), {
        maxLength: 14,
      })
      .map((all) =>
        all.map((one, at) =>
          paid(`P${at}`, one.amount, { day: one.day, shop: one.shop, orderId: `O${one.order}` }),
        ),
      )
    const credits = fc
      .array(
        fc.record({
          amount: cents,
          day,
          shop: fc.constantFrom('', 's'),
          named: fc.subarray(['P1', 'O2', 'O3', 'P5']),
        }),
        { maxLength: 8 },
      )
      .map((all) =>
        all
          .map((one, at) => credit(`C${at}`, mul(one.amount, '2'), one))
          .map((one, at) => ({ ...one, id: `C${at}` })),
      )
    let shared = 0
    fc.assert(
      fc.property(payments, credits, fc.nat(20), (lines, money, cut) => {
        // Some orders cost less than their payments say.
        const prices = pricesOf(lines)
        if (prices['O1'] !== undefined) prices['O1'] = mul(prices['O1'], '0.5')
        const used = lines
          .filter(({ orderId }) => orderId !== 'O1')
          .slice(0, cut % 3)
          .map(({ id, orderId, amount }) => ({
            paymentId: id,
            orderId,
            amount: mul(amount, '0.5'),
          }))
        const found = splitCredits(money, lines, prices, used)
        const total = (pick: (share: (typeof found.shares)[number]) => boolean) =>
          sum(found.shares.filter(pick).map(({ amount }) => amount))
        for (const { id, amount, currency } of money) {
          const taken = total(({ creditId }) => creditId === id)
          expect(taken === '0' || cmp(taken, amount) === 0).toBe(true)
          if (taken !== '0') expect(found.ambiguous).not.toContain(id)
          expect(currency).toBe('USD')
        }
        const before = (key: 'paymentId' | 'orderId', id: string) =>
          sum(used.filter((one) => one[key] === id).map(({ amount }) => amount))
        for (const { id, amount } of lines) {
          expect(
            cmp(
              add(
                total(({ paymentId }) => paymentId === id),
                before('paymentId', id),
              ),
              amount,
            ),
          ).toBeLessThanOrEqual(0)
        }
        for (const [id, price] of Object.entries(prices)) {
          expect(
            cmp(
              sub(
                price,
                add(
                  total(({ orderId }) => orderId === id),
                  before('orderId', id),
                ),
              ),
              '0',
            ),
          ).toBeGreaterThanOrEqual(0)
        }
        for (const { amount } of found.shares) expect(cmp(amount, '0')).toBe(1)
        shared += found.shares.length
        expect(splitCredits([...money].reverse(), [...lines].reverse(), prices, [...used].reverse())).toEqual(
          found,
        )
      }),
      { numRuns: 150, seed: 7 },
    )
    // The property is about something.
    expect(shared).toBeGreaterThan(50)
  })
})
