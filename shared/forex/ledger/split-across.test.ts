import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cmp, sum } from '../../money/decimal'
import { Rates } from '../rates'
import { splitAcross } from './split-across'

const rates = new Rates([
  { currency: 'EUR', month: '2026-09', usdPerUnit: '1.1' },
  { currency: 'JPY', month: '2026-09', usdPerUnit: '0.0066' },
])
const credit = (amount: string, named: string[], currency = 'USD') => ({
  id: 'R1',
  day: '2026-09-10',
  currency,
  amount,
  shop: '',
  named,
})
const paid = (id: string, amount: string, currency = 'EUR') => ({
  id,
  orderId: `O-${id}`,
  day: '2026-09-01',
  currency,
  amount,
  shop: 's',
})
const none = { used: [], tolerance: '0.01' }
const payments = [paid('A', '100'), paid('B', '200'), paid('C', '50', 'USD'), paid('D', '50', 'GBP')]

describe('a credit that paid orders of other currencies', () => {
  it('is shared by what they are worth at the monthly rates, marked as unconfirmed', () => {
    const shares = splitAcross([credit('329.00', ['A', 'O-B'])], payments, rates, none)
    expect(shares.map(({ paymentId, amount }) => [paymentId, amount])).toEqual([
      ['A', '109.67'],
      ['B', '219.33'],
    ])
    expect(shares[0]?.why.zh).toContain('口径待确认')
    expect(shares[0]?.why.zh).toContain('330 USD')
  })

  it.each([
    ['outside the tolerance', credit('326.00', ['A', 'B']), none],
    ['with a rate nobody gave', credit('55.00', ['D']), none],
    ['in one currency alone', credit('50.00', ['C']), none],
    [
      'that served before',
      credit('330.00', ['A', 'B']),
      { ...none, used: [{ paymentId: 'x', orderId: 'O-B' }] },
    ],
  ])('is left to a person %s', (_, one, facts) => {
    expect(splitAcross([one], payments, rates, facts)).toEqual([])
  })

  it('and another credit that names the same is left to a person', () => {
    const two = [credit('110.00', ['A']), { ...credit('110.00', ['A']), id: 'R2' }]
    expect(splitAcross(two, payments, rates, none)).toEqual([])
  })

  it('is shared to its last minor unit', () => {
    const amount = fc.integer({ min: 1, max: 90_000 }).map(String)
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), (all) => {
        const own = all.map((one, at) => paid(`P${at}`, one))
        const worth = Math.round(all.reduce((whole, one) => whole + Number(one), 0) * (1.1 / 0.0066))
        const shares = splitAcross(
          [
            credit(
              String(worth),
              own.map(({ id }) => id),
              'JPY',
            ),
          ],
          own,
          rates,
          none,
        )
        expect(cmp(sum(shares.map((one) => one.amount)), String(worth))).toBe(0)
        for (const share of shares) expect(share.amount).toMatch(/^\d+$/)
      }),
      { numRuns: 50 },
    )
  })
})
