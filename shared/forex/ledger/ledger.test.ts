import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, cmp, neg, sub, sum } from '../../money/decimal'
import { workCalendar } from '../calendar'
import { credit } from '../sample.test-data'
import { claimFaults, creditLedger, dueSoon, ledgerTotals, type Claim } from './claims'
import { checkLevels, drawOldestFirst, OPENING, type InstitutionAccount, type Levels } from './levels'
import { corrected, correctionRefusal, monthBridge, type MonthFigures } from './month-bridge'

/** Two settlements into one account, a fee, a conversion to CNY, two withdrawals to the bank. */
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
      shop: 'US',
      currency: 'USD',
      paidOn: '2026-10-15',
      payout: '50.00',
      lines: [{ id: '5', type: 'reserveReleased', amount: '50.00' }],
    },
  ],
  accounts: [
    {
      id: 'ACC',
      openings: { USD: '10.00' },
      closings: { USD: '5.00', CNY: '0' },
      movements: [
        {
          id: 'M1',
          day: '2026-10-02',
          currency: 'USD',
          kind: 'payout',
          amount: '700.00',
          settlementId: 'S1',
        },
        { id: 'M2', day: '2026-10-16', currency: 'USD', kind: 'payout', amount: '50.00', settlementId: 'S2' },
        { id: 'M3', day: '2026-10-17', currency: 'USD', kind: 'fee', amount: '-5.00' },
        { id: 'M4', day: '2026-10-18', currency: 'USD', kind: 'conversion', amount: '-100.00', pairId: 'X' },
        { id: 'M5', day: '2026-10-18', currency: 'CNY', kind: 'conversion', amount: '710.00', pairId: 'X' },
        {
          id: 'M6',
          day: '2026-10-19',
          currency: 'CNY',
          kind: 'withdrawal',
          amount: '-710.00',
          creditId: 'R1',
        },
        {
          id: 'M7',
          day: '2026-10-20',
          currency: 'USD',
          kind: 'withdrawal',
          amount: '-650.00',
          creditId: 'R2',
        },
      ],
    },
  ],
  credits: [
    { id: 'R1', day: '2026-10-19', currency: 'CNY', amount: '710.00' },
    { id: 'R2', day: '2026-10-21', currency: 'USD', amount: '635.00', charges: '15.00' },
  ],
}
const account = levels.accounts[0]!

describe('three levels', () => {
  it('agree when every settlement, account and credit does', () => {
    expect(checkLevels(levels)).toEqual([])
  })

  const breaks: [string, Partial<Levels>, string][] = [
    [
      'a settlement that is not its lines',
      { settlements: [{ ...levels.settlements[0]!, payout: '701.00' }, levels.settlements[1]!] },
      'settlementNotBalanced',
    ],
    ['a payout that never arrived', { accounts: [without('M2')] }, 'payoutNotArrived'],
    ['a payout that arrived short', { accounts: [changed('M1', '699.00')] }, 'payoutDiffers'],
    [
      'an account that does not close',
      { accounts: [{ ...account, closings: { USD: '6.00' } }] },
      'accountNotBalanced',
    ],
    ['a conversion with one leg', { accounts: [without('M5')] }, 'conversionIncomplete'],
    ['a credit nobody sent', { accounts: [without('M6')] }, 'creditWithoutWithdrawal'],
    [
      'a credit that is short',
      { credits: [levels.credits[0]!, { ...levels.credits[1]!, charges: '14.00' }] },
      'withdrawalDiffers',
    ],
    [
      'a withdrawal on its way',
      {
        accounts: [
          {
            ...account,
            movements: account.movements.map((one) =>
              one.id === 'M7' ? { ...one, creditId: undefined } : one,
            ) as typeof account.movements,
          },
        ],
      },
      'withdrawalNotArrived',
    ],
  ]
  it('agree where a payout went straight to the bank, or name what is missing of it', () => {
    const [first, second] = levels.settlements
    const straight: Levels = {
      settlements: [
        { ...first!, creditId: 'R9' },
        { ...second!, creditId: 'R9' },
      ],
      accounts: [],
      credits: [{ id: 'R9', day: '2026-10-20', currency: 'USD', amount: '740.00', charges: '10.00' }],
    }
    expect(checkLevels(straight)).toEqual([])
    const short = { ...straight, credits: [{ ...straight.credits[0]!, charges: '9.99' }] }
    expect(checkLevels(short)).toEqual([
      { level: 'bank', kind: 'payoutDiffers', target: 'R9', currency: 'USD', difference: '0.01' },
    ])
    // A credit that is no longer there leaves the payout on its way.
    expect(checkLevels({ ...straight, credits: [] }).map(({ kind, target }) => [kind, target])).toEqual([
      ['payoutNotArrived', 'S1'],
      ['payoutNotArrived', 'S2'],
    ])
    // What also came into an account came twice.
    expect(checkLevels({ ...straight, accounts: levels.accounts })).toContainEqual(
      expect.objectContaining({ kind: 'payoutDiffers', target: 'S1', difference: '-700' }),
    )
  })

  it.each(breaks)('name %s', (_, change, kind) => {
    expect(checkLevels({ ...levels, ...change }).map((gap) => gap.kind)).toContain(kind)
  })

  it('draw a withdrawal on the opening balance and several settlements, oldest first', () => {
    const { draws, rests, uncovered } = drawOldestFirst(account, 'USD')
    expect(draws.filter(({ outId }) => outId === 'M7')).toEqual([
      { outId: 'M7', inId: 'M1', amount: '605' },
      { outId: 'M7', inId: 'M2', amount: '45' },
    ])
    expect(draws[0]).toEqual({ outId: 'M3', inId: OPENING, amount: '5' })
    expect(rests).toEqual([{ inId: 'M2', amount: '5', since: '2026-10-16' }])
    expect(uncovered).toEqual([])
  })

  it('follow what was allocated by hand before the oldest', () => {
    const { draws } = drawOldestFirst(account, 'USD', [{ outId: 'M7', inId: 'M2', amount: '50' }])
    expect(draws[0]).toEqual({ outId: 'M7', inId: 'M2', amount: '50.00' })
  })

  it('lose nothing and use nothing twice, whatever moves', () => {
    const movement = fc.record({
      day: fc.integer({ min: 10, max: 28 }),
      cents: fc.integer({ min: -9999, max: 9999 }),
    })
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 20 }), fc.nat(9999), (moves, openingCents) => {
        const text = (n: number) => (n / 100).toFixed(2)
        const one: InstitutionAccount = {
          id: 'A',
          openings: { USD: text(openingCents) },
          closings: {},
          movements: moves.map(({ day, cents }, at) => ({
            id: `M${at}`,
            day: `2026-10-${day}`,
            currency: 'USD',
            kind: 'other' as const,
            amount: text(cents),
          })),
        }
        const { draws, rests, uncovered } = drawOldestFirst(one, 'USD')
        const inward = add(
          text(openingCents),
          sum(one.movements.filter(({ amount }) => cmp(amount, '0') > 0).map((m) => m.amount)),
        )
        const outward = neg(
          sum(one.movements.filter(({ amount }) => cmp(amount, '0') < 0).map((m) => m.amount)),
        )
        const drawn = sum(draws.map(({ amount }) => amount))
        expect(add(drawn, sum(rests.map(({ amount }) => amount)))).toBe(add(inward, '0'))
        expect(add(drawn, sum(uncovered.map(({ amount }) => amount)))).toBe(add(outward, '0'))
        expect(draws.every(({ amount }) => cmp(amount, '0') > 0)).toBe(true)
        // An inflow and an outflow are never both left over.
        expect(rests.length === 0 || uncovered.length === 0).toBe(true)
      }),
    )
  })
})

function without(id: string): InstitutionAccount {
  return { ...account, movements: account.movements.filter((one) => one.id !== id) }
}
function changed(id: string, amount: string): InstitutionAccount {
  return { ...account, movements: account.movements.map((one) => (one.id === id ? { ...one, amount } : one)) }
}

const calendar = workCalendar()
const claim = (change: Partial<Claim> = {}): Claim => ({
  creditId: 'R1',
  at: '2026-11-11T08:00:00Z',
  by: 'a',
  nature: 'goods',
  ...change,
})

describe('收汇台账', () => {
  const rows = (claims: Claim[], asOf = '2026-11-14') =>
    creditLedger([credit()], { claims, matched: [{ creditId: 'R1', amount: '790.00' }] }, asOf, calendar)

  it('waits for a claim after three days', () => {
    expect(rows([], '2026-11-13')[0]?.waiting).toBe(false)
    expect(rows([], '2026-11-14')[0]?.waiting).toBe(true)
    expect(rows([claim()])[0]?.waiting).toBe(false)
  })

  it('lets the last claim count, in whatever order claims arrive', () => {
    const claims = [claim(), claim({ at: '2026-11-12T08:00:00Z', nature: 'internal', reason: 'own account' })]
    expect(rows(claims)).toEqual(rows([...claims].reverse()))
    expect(rows(claims)[0]).toMatchObject({ nature: 'internal', left: '0', declareBy: null })
  })

  it('takes nothing out of the flow without a reason, and nothing that is not there', () => {
    const faults = claimFaults([credit()], [claim(), claim({ nature: 'refund' }), claim({ creditId: 'R9' })])
    expect(faults.map(({ creditId }) => creditId)).toEqual(['R1', 'R9'])
  })

  it('keeps credited = matched + left, differences with their reason and total', () => {
    const differences = [{ creditId: 'R1', reason: 'intermediary' as const, amount: '15.00' }]
    const facts = { claims: [claim()], matched: [{ creditId: 'R1', amount: '815.00' }], differences }
    const ledger = creditLedger([credit()], facts, '2026-11-14', calendar)
    expect(ledger[0]?.left).toBe('0')
    expect(ledgerTotals(ledger, differences)).toEqual([
      { currency: 'USD', credited: '800', matched: '815', left: '0', reasons: { intermediary: '15' } },
    ])
  })

  it('counts what is due within n working days', () => {
    const ledger = rows([claim()])
    expect(ledger[0]?.declareBy).toBe('2026-11-17')
    expect(dueSoon(ledger, new Set(), '2026-11-13', 2, calendar)).toEqual({ waiting: 0, declare: 1 })
    expect(dueSoon(ledger, new Set(), '2026-11-13', 1, calendar).declare).toBe(0)
    expect(dueSoon(ledger, new Set(['R1']), '2026-11-13', 2, calendar).declare).toBe(0)
  })
})

const figures: MonthFigures = {
  month: '2026-10',
  shop: 'US',
  currency: 'USD',
  sales: '1000.00',
  refunds: '100.00',
  platformFees: '150.00',
  settled: '750.00',
  reserveHeld: '50.00',
  reserveReleased: '0',
  intoInstitution: '700.00',
  paidToBank: '0',
  institutionFees: '5.00',
  converted: '100.00',
  toBank: '595.00',
  fob: '880.00',
  rebateDeclared: '800.00',
  exemptDeclared: '80.00',
  vatSales: '880.00',
  received: '595.00',
}

describe('月结勾稽表', () => {
  it('leaves open what nobody has told the reason of', () => {
    const bridge = monthBridge(figures, [])
    expect(bridge.steps.filter(({ open }) => open !== '0').map(({ id, open }) => [id, open])).toEqual([
      ['customs', '20'],
    ])
    expect(bridge.complete).toBe(false)
    expect(monthBridge(figures, [{ step: 'customs', reason: 'freight', amount: '20.00' }]).complete).toBe(
      true,
    )
  })

  it('carries timing into the next month, where it has to come back', () => {
    const first = monthBridge(figures, [{ step: 'customs', reason: 'timing', amount: '20.00' }])
    expect(first.carried).toEqual([{ step: 'customs', amount: '20' }])
    const next = { ...figures, month: '2026-11', fob: '920.00', rebateDeclared: '840.00', vatSales: '920.00' }
    expect(monthBridge(next, [], first.carried).complete).toBe(true)
    expect(monthBridge(next, []).complete).toBe(false)
  })

  it('explains every difference exactly: expected − actual = told + open', () => {
    const amount = fc.integer({ min: 0, max: 99999 }).map((n) => (n / 100).toFixed(2))
    fc.assert(
      fc.property(amount, amount, amount, (sales, fob, told) => {
        const { steps } = monthBridge({ ...figures, sales, fob }, [
          { step: 'customs', reason: 'other', amount: told },
        ])
        for (const step of steps) {
          const reasons = sum(step.told.map((one) => one.amount))
          expect(sub(step.expected, step.actual)).toBe(add(reasons, step.open))
        }
      }),
    )
  })

  it('keeps a closed month; its correction stands in an open one', () => {
    const correction = {
      month: '2026-11',
      about: '2026-10',
      shop: 'US',
      currency: 'USD',
      figure: 'fob',
      amount: '-20.00',
      reason: 'x',
    } as const
    const closed = new Set(['2026-10'])
    expect(correctionRefusal({ ...correction, month: '2026-10' }, closed)?.text.zh).toContain('已锁账')
    expect(correctionRefusal({ ...correction, reason: ' ' }, closed)).toBeDefined()
    expect(correctionRefusal({ ...correction, about: '2026-12' }, closed)).toBeDefined()
    expect(correctionRefusal(correction, closed)).toBeUndefined()
    expect(corrected(figures, [correction]).fob).toBe('880.00')
    expect(corrected({ ...figures, month: '2026-11' }, [correction]).fob).toBe('860')
  })
})
