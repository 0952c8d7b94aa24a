import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Movement, Settlement } from './levels'
import { suggestTies } from './suggest'

const movement = (id: string, kind: Movement['kind'], amount: string, day = '2026-09-14'): Movement => ({
  id,
  day,
  currency: 'USD',
  kind,
  amount,
})
const settlement = (id: string, payout: string, paidOn = '2026-09-13'): Settlement => ({
  id,
  shop: 's',
  currency: 'USD',
  paidOn,
  payout,
  lines: [],
})
const credit = (id: string, amount: string, day = '2026-09-15') => ({ id, day, currency: 'USD', amount })

describe('ties that suggest themselves', () => {
  it('join what alone fits within a week, however zeros are written, and leave what two fit to a person', () => {
    const found = suggestTies(
      [movement('P', 'payout', '95.00'), movement('W', 'withdrawal', '-93'), movement('F', 'fee', '-2')],
      [settlement('S', '95')],
      [credit('C', '93.00'), credit('late', '93.00', '2026-09-22')],
    )
    expect(found.ties.map(({ why: _why, ...tie }) => tie)).toEqual([
      { movementId: 'P', settlementId: 'S' },
      { movementId: 'W', creditId: 'C' },
    ])
    const twice = suggestTies(
      [movement('W', 'withdrawal', '-93')],
      [],
      [credit('a', '93'), credit('b', '93')],
    )
    expect(twice).toEqual({ ties: [], ambiguous: 1 })
    const shared = [movement('W1', 'withdrawal', '-93'), movement('W2', 'withdrawal', '-93')]
    expect(suggestTies(shared, [], [credit('a', '93')])).toEqual({ ties: [], ambiguous: 2 })
    const tied = [
      { ...movement('W', 'withdrawal', '-93'), creditId: 'a' },
      movement('V', 'withdrawal', '-93'),
    ]
    expect(suggestTies(tied, [], [credit('a', '93')])).toEqual({ ties: [], ambiguous: 0 })
  })

  it('take a payout for paid straight to the bank only where no account knows it', () => {
    const atBank = [credit('C', '95.00'), credit('D', '40')]
    const found = suggestTies([], [settlement('S', '95')], atBank, atBank)
    expect(found.ties).toMatchObject([{ settlementId: 'S', creditId: 'C' }])
    expect(found.ties[0]).not.toHaveProperty('movementId')
    // Through an institution, of two payouts, told before, or fitting a movement: nothing is suggested.
    expect(suggestTies([], [settlement('S', '95')], atBank, []).ties).toEqual([])
    const two = [settlement('S', '95'), settlement('T', '95')]
    expect(suggestTies([], two, atBank, atBank)).toEqual({ ties: [], ambiguous: 2 })
    const told = [{ ...settlement('S', '95'), creditId: 'C' }, settlement('T', '95')]
    expect(suggestTies([], told, atBank, atBank).ties).toEqual([])
    const twice = [movement('P', 'payout', '95'), movement('Q', 'payout', '95')]
    expect(suggestTies(twice, [settlement('S', '95')], atBank, atBank).ties).toEqual([])
    const out = [movement('W', 'withdrawal', '-95'), movement('V', 'withdrawal', '-95')]
    expect(suggestTies(out, [settlement('S', '95')], atBank, atBank).ties).toEqual([])
  })

  it('use every movement, settlement and credit once at most, in whatever order they come', () => {
    const amount = fc.constantFrom('1', '2', '3')
    const day = fc.constantFrom('2026-09-10', '2026-09-12', '2026-09-20')
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, day)), fc.array(fc.tuple(amount, day)), (outs, ins) => {
        const movements = outs.map(([sum, at], i) => movement(`W${i}`, 'withdrawal', `-${sum}`, at))
        const credits = ins.map(([sum, at], i) => credit(`C${i}`, sum, at))
        const found = suggestTies(movements, [], credits)
        const used = found.ties.flatMap(({ movementId, creditId }) => [movementId, creditId])
        expect(new Set(used).size).toBe(used.length)
        const turned = suggestTies([...movements].reverse(), [], [...credits].reverse())
        const key = (all: typeof found) => all.ties.map((tie) => `${tie.movementId} ${tie.creditId}`).sort()
        expect([key(turned), turned.ambiguous]).toEqual([key(found), found.ambiguous])
      }),
      { numRuns: 60 },
    )
  })
})
