import { describe, expect, it } from 'vitest'
import type { Levels } from './levels'
import { monthBridge, type Correction } from './month-bridge'
import { MIXED, monthFigures, plainFigures, type SideEntry } from './month-figures'
import { closeRefusal, laterCorrections, lockState, type MonthClose } from './month-lock'

/** Two shops paid into one account; money of the first is converted to CNY, a withdrawal in USD draws on both. */
const levels: Levels = {
  settlements: [
    {
      id: 'S1',
      shop: 'US',
      currency: 'USD',
      paidOn: '2026-10-01',
      payout: '700.00',
      lines: [
        { id: '1', type: 'sale', amount: '1000.00' },
        { id: '2', type: 'fee', amount: '-150.00' },
        { id: '3', type: 'refund', amount: '-100.00' },
        { id: '4', type: 'reserveHeld', amount: '-50.00' },
      ],
    },
    {
      id: 'S2',
      shop: 'DE',
      currency: 'USD',
      paidOn: '2026-10-10',
      payout: '300.00',
      lines: [{ id: '5', type: 'sale', amount: '300.00' }],
    },
  ],
  accounts: [
    {
      id: 'ACC',
      openings: {},
      closings: {},
      movements: [
        {
          id: 'M1',
          day: '2026-10-02',
          currency: 'USD',
          kind: 'payout',
          amount: '700.00',
          settlementId: 'S1',
        },
        {
          id: 'M2',
          day: '2026-10-11',
          currency: 'USD',
          kind: 'payout',
          amount: '300.00',
          settlementId: 'S2',
        },
        { id: 'M3', day: '2026-10-12', currency: 'USD', kind: 'conversion', amount: '-100.00', pairId: 'X' },
        { id: 'M4', day: '2026-10-12', currency: 'CNY', kind: 'conversion', amount: '710.00', pairId: 'X' },
        {
          id: 'M5',
          day: '2026-10-13',
          currency: 'CNY',
          kind: 'withdrawal',
          amount: '-710.00',
          creditId: 'R1',
        },
        {
          id: 'M6',
          day: '2026-10-31',
          currency: 'USD',
          kind: 'withdrawal',
          amount: '-800.00',
          creditId: 'R2',
        },
        { id: 'M7', day: '2026-10-31', currency: 'USD', kind: 'fee', amount: '-5.00' },
      ],
    },
  ],
  credits: [
    { id: 'R1', day: '2026-10-13', currency: 'CNY', amount: '710.00' },
    { id: 'R2', day: '2026-11-02', currency: 'USD', amount: '790.00', charges: '10.00' },
  ],
}
const sides: SideEntry[] = [
  { figure: 'fob', month: '2026-10', shop: 'US', currency: 'USD', amount: '880.00', ref: 'D1' },
  { figure: 'received', month: '2026-11', shop: 'US', currency: 'USD', amount: '600.00', ref: 'R2' },
]
const all = monthFigures(levels, sides)
const sheet = (month: string, shop: string, currency: string) =>
  all.find((one) => one.month === month && one.shop === shop && one.currency === currency)!

describe('figures of a month', () => {
  it('are traced to their lines, settled before reserves, in the month of payout', () => {
    const us = sheet('2026-10', 'US', 'USD')
    expect(us.sales).toEqual({ amount: '1000', refs: ['S1/1'] })
    expect(plainFigures(us)).toMatchObject({
      refunds: '100',
      platformFees: '150',
      settled: '750',
      reserveHeld: '50',
      intoInstitution: '700',
      converted: '100',
      fob: '880',
    })
    const bridge = monthBridge(plainFigures(us), [])
    expect(bridge.steps.filter(({ open }) => open === '0').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['settlement', 'institution']),
    )
  })

  it('have nothing open where a platform paid straight to the bank', () => {
    const [first] = levels.settlements
    const month = monthFigures(
      {
        settlements: [{ ...first!, creditId: 'R9' }],
        accounts: [],
        credits: [{ id: 'R9', day: '2026-10-03', currency: 'USD', amount: '690.00', charges: '10.00' }],
      },
      [],
    )
    expect(month).toHaveLength(1)
    expect(month[0]).toMatchObject({
      intoInstitution: { amount: '0' },
      paidToBank: { amount: '700', refs: ['S1'] },
      toBank: { amount: '700', refs: ['R9'] },
    })
    const { steps } = monthBridge(plainFigures(month[0]!), [])
    expect(steps.slice(0, 3).map(({ id, open }) => [id, open])).toEqual([
      ['settlement', '0'],
      ['institution', '0'],
      ['bank', '0'],
    ])
    expect(steps[2]?.label.zh).toContain('直接到银行')
  })

  it('go to the shop whose payout they drew on, and to the month the bank had it', () => {
    expect(sheet('2026-10', 'US', 'CNY')).toMatchObject({
      converted: { amount: '-710' },
      toBank: { amount: '710', refs: ['R1'] },
    })
    expect(sheet('2026-11', 'US', 'USD').toBank).toEqual({ amount: '600', refs: ['R2'] })
    expect(sheet('2026-11', 'DE', 'USD').toBank).toEqual({ amount: '200', refs: ['R2'] })
    expect(sheet('2026-10', 'DE', 'USD').institutionFees).toEqual({ amount: '5', refs: ['ACC/M7'] })
  })

  it('stand apart where nobody can tell the shop: opening balances and what is drawn beyond everything', () => {
    const [account] = levels.accounts
    const opened = monthFigures({ ...levels, accounts: [{ ...account!, openings: { USD: '50.00' } }] })
    const mixed = opened.find(({ shop, currency }) => shop === MIXED && currency === 'USD')
    expect(mixed?.converted.amount).toBe('50')
    // The conversion then mixes: half of it is nobody's, so what it became is nobody's.
    expect(opened.find(({ shop, currency }) => shop === 'US' && currency === 'CNY')).toBeUndefined()
    const bare = { ...account!, movements: account!.movements.filter(({ kind }) => kind !== 'payout') }
    const drawn = monthFigures({ settlements: [], accounts: [bare], credits: levels.credits })
    expect(
      drawn.find(({ month, currency }) => month === '2026-11' && currency === 'USD')?.toBank.amount,
    ).toBe('800')
  })
})

describe('锁账', () => {
  const us = plainFigures(sheet('2026-10', 'US', 'USD'))
  const told = monthBridge(us, []).steps.flatMap(({ id, open }) =>
    open === '0' ? [] : [{ step: id, reason: 'timing' as const, amount: open }],
  )
  const ready = monthBridge(us, told)
  const close: MonthClose = {
    month: '2026-10',
    shop: 'US',
    currency: 'USD',
    by: 'Li',
    at: '2026-11-05T10:00:00+08:00',
  }

  it('closes a month that is over and told, in order, once', () => {
    expect(closeRefusal(ready, [], ['2026-10'], '2026-11-01')).toBeUndefined()
    expect(closeRefusal(ready, [], ['2026-10'], '2026-10-31')?.text.zh).toContain('还没有结束')
    expect(closeRefusal(ready, [], ['2026-09', '2026-10'], '2026-11-01')?.text.zh).toContain('2026-09')
    expect(
      closeRefusal(ready, [{ ...close, month: '2026-09' }], ['2026-09', '2026-10'], '2026-11-01'),
    ).toBeUndefined()
    expect(closeRefusal(ready, [close], ['2026-10'], '2026-11-01')?.text.zh).toContain('已锁账')
    expect(closeRefusal(ready, [{ ...close, shop: 'DE' }], ['2026-10'], '2026-11-01')).toBeUndefined()
    expect(closeRefusal(monthBridge(us, []), [], ['2026-10'], '2026-11-01')?.text.zh).toContain('未说明')
  })

  it('says of itself whether it is open, ready or closed, and what was corrected later', () => {
    expect([lockState(monthBridge(us, []), []), lockState(ready, []), lockState(ready, [close])]).toEqual([
      'open',
      'ready',
      'closed',
    ])
    const correction: Correction = {
      month: '2026-11',
      about: '2026-10',
      shop: 'US',
      currency: 'USD',
      figure: 'fob',
      amount: '1',
      reason: 'x',
    }
    expect(
      laterCorrections(ready, [
        correction,
        { ...correction, shop: 'DE' },
        { ...correction, about: '2026-11' },
      ]),
    ).toEqual([correction])
  })
})
