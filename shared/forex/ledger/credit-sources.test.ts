import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, sum } from '../../money/decimal'
import { creditReport, creditSources, draftPays } from './credit-sources'
import type { Levels, Movement, Settlement } from './levels'

const settlement = (id: string, payout: string, more: Settlement['lines'] = []): Settlement => ({
  id,
  shop: 'US',
  currency: 'USD',
  paidOn: '2026-10-01',
  payout,
  lines: [
    { id: `${id}1`, type: 'sale', amount: add(payout, '30') },
    { id: `${id}2`, type: 'fee', cost: 'commission', amount: '-20' },
    { id: `${id}3`, type: 'reserveHeld', amount: '-10' },
    ...more,
  ],
})
const payout = (id: string, settlementId: string, amount: string): Movement => ({
  id,
  day: '2026-10-02',
  currency: 'USD',
  kind: 'payout',
  amount,
  settlementId,
})
const withdrawal = (id: string, creditId: string, amount: string, currency = 'USD'): Movement => ({
  id,
  day: '2026-10-10',
  currency,
  kind: 'withdrawal',
  amount: `-${amount}`,
  creditId,
})
const levels = (settlements: Settlement[], movements: Movement[], openings = {}): Levels => ({
  settlements,
  accounts: [{ id: 'ACC', openings, closings: {}, movements }],
  credits: [],
})

describe('sources of a bank credit', () => {
  it('are the settlements its withdrawal drew on, and what leads to none', () => {
    const all = levels(
      [settlement('S1', '700'), settlement('S2', '50')],
      [payout('M1', 'S1', '700'), payout('M2', 'S2', '50'), withdrawal('M3', 'R1', '720')],
      { USD: '10' },
    )
    expect(creditSources(all)).toEqual({
      sources: [
        { creditId: 'R1', settlementId: 'S1', amount: '700' },
        { creditId: 'R1', settlementId: 'S2', amount: '10' },
      ],
      unsourced: [{ creditId: 'R1', inId: 'opening', currency: 'USD', amount: '10' }],
      deductions: [],
    })
    const byHand = { ACC: [{ outId: 'M3', inId: 'M2', amount: '50' }] }
    expect(creditSources(all, byHand).sources.find(({ settlementId }) => settlementId === 'S2')?.amount).toBe(
      '50',
    )
  })

  it('are found through a conversion, in the currency of the settlement', () => {
    const conversion = (id: string, currency: string, amount: string): Movement => ({
      id,
      day: '2026-10-05',
      currency,
      kind: 'conversion',
      amount,
      pairId: 'X',
    })
    const all = levels(
      [settlement('S1', '100')],
      [
        payout('M1', 'S1', '100'),
        conversion('M2', 'USD', '-100'),
        conversion('M3', 'CNY', '710'),
        withdrawal('M4', 'R1', '355', 'CNY'),
        withdrawal('M5', 'R2', '355', 'CNY'),
      ],
    )
    expect(creditSources(all)).toEqual({
      sources: [
        { creditId: 'R1', settlementId: 'S1', amount: '50' },
        { creditId: 'R2', settlementId: 'S1', amount: '50' },
      ],
      unsourced: [],
      deductions: [],
    })
  })

  it('count what the institution took on the way as its fee, and refunds it paid, in full', () => {
    const out = (id: string, kind: 'fee' | 'refund', amount: string): Movement => ({
      id,
      day: '2026-10-03',
      currency: 'USD',
      kind,
      amount: `-${amount}`,
    })
    const sale = { id: 'S1', shop: 'US', currency: 'USD', paidOn: '2026-10-01', payout: '95' }
    const lines: Settlement['lines'] = [
      { id: 'a', type: 'sale', amount: '100' },
      { id: 'b', type: 'fee', cost: 'commission', amount: '-5' },
    ]
    const all = levels(
      [{ ...sale, lines }],
      [
        payout('M1', 'S1', '95'),
        out('M2', 'fee', '2'),
        out('M3', 'refund', '3'),
        withdrawal('M4', 'R1', '90'),
      ],
    )
    const draft = creditReport('R1', all, creditSources(all))!
    expect(draft.report).toMatchObject({ sales: '100', customerRefunds: '3' })
    expect(draft.report.costs).toEqual([
      { id: 'S1-commission', class: 'commission', amount: '5', documentId: 'S1' },
      { id: 'S1-ACC', class: 'paymentFee', amount: '2', documentId: 'ACC' },
    ])
    expect(draftPays(draft)).toBe('90')
  })

  it('make one statement of several settlements', () => {
    const all = levels(
      [settlement('S1', '70'), settlement('S2', '50', [{ id: 'x', type: 'fee', amount: '-0.00' }])],
      [payout('M1', 'S1', '70'), payout('M2', 'S2', '50'), withdrawal('M3', 'R1', '120')],
    )
    const draft = creditReport('R1', all, creditSources(all))!
    expect(draft).toMatchObject({
      settlementIds: ['S1', 'S2'],
      report: { id: 'S1+S2', sales: '180', customerRefunds: '0', to: '2026-10-01' },
      timing: { reserves: '-20' },
    })
    expect(draft.report.costs.map(({ id, amount }) => [id, amount])).toEqual([
      ['S1-commission', '20'],
      ['S2-commission', '20'],
    ])
    expect(creditReport('R9', all, creditSources(all))).toBeUndefined()
  })

  it('give every cent of a settlement to one of the credits it went into', () => {
    const cents = fc.integer({ min: 1, max: 9999 })
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 4 }), cents, (parts, fee) => {
        const text = (n: number) => (n / 100).toFixed(2)
        const whole = parts.reduce((a, b) => a + b, 0)
        const all = levels(
          [settlement('S1', text(whole + fee))],
          [
            payout('M1', 'S1', text(whole + fee)),
            { id: 'F', day: '2026-10-03', currency: 'USD', kind: 'fee', amount: `-${text(fee)}` },
            ...parts.map((part, at) => withdrawal(`W${at}`, `R${at}`, text(part))),
          ],
        )
        const sources = creditSources(all)
        const drafts = parts.map((_, at) => creditReport(`R${at}`, all, sources)!)
        expect(sum(drafts.map(({ report }) => report.sales))).toBe(add(text(whole + fee), '30'))
        const costs = drafts.flatMap(({ report }) => report.costs.map(({ amount }) => amount))
        expect(sum(costs)).toBe(add('20', text(fee)))
        expect(sum(drafts.map(draftPays))).toBe(add(text(whole), '0'))
      }),
      { numRuns: 60 },
    )
  })
})
