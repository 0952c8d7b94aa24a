import { describe, expect, it } from 'vitest'
import { claimFacts } from './life/claim-facts.test-data'
import type { PrecheckFile } from '../model/rebate/precheck'
import { precheck } from './precheck'
import { settlePreRefund, settlementEvent, settlementState } from './settlement'

const [line] = claimFacts.lines
/** The sound line of the claim as 9810 goods: 100 pieces in link L1, of which so many are claimed as HWC-YT. */
function claimed(before: string, facts: { soldQty?: string; bookedAsSale?: boolean }): PrecheckFile {
  const declaration = { ...line!.declaration, supervisionMode: '9810' }
  const normal = String(100 - Number(before))
  const row = claimFacts.claim.exports[0]!
  const rows = [
    { ...row, qty: normal },
    { ...row, linkNo: 'L9', qty: before, businessType: 'HWC-YT' },
  ].filter(({ qty }) => qty !== '0')
  return {
    ...claimFacts,
    lines: [{ ...line!, declaration, ...facts }],
    claim: { ...claimFacts.claim, declarations: [declaration], exports: rows, purchases: [] },
  }
}
const found = (facts: PrecheckFile) =>
  precheck(facts)
    .findings.filter(({ rule }) => /^RB-G0[1-4]$/.test(rule))
    .map(({ rule, severity, target }) => [rule, severity, target.split(':')[0]])

describe('9810 goods in a claim', () => {
  it.each([
    ['sold and booked, claimed as usual', '0', { bookedAsSale: true }, []],
    ['half sold, half claimed before its sale', '50', { soldQty: '50' }, []],
    ['unsold, claimed as HWC-YT', '100', { bookedAsSale: false }, []],
    ['unsold, claimed as usual', '0', { bookedAsSale: false }, [['RB-G02', 'blocking', 'line']]],
    ['more claimed as usual than sold', '40', { soldQty: '50' }, [['RB-G02', 'blocking', 'line']]],
    ['sold goods claimed before their sale', '60', { soldQty: '50' }, [['RB-G01', 'warning', 'line']]],
    ['more sold than declared', '0', { soldQty: '101' }, [['RB-G03', 'warning', 'line']]],
  ])('%s', (_, before, facts, wanted) => expect(found(claimed(before, facts))).toEqual(wanted))

  it('stands under a number of its own, and asks nothing of other modes', () => {
    const facts = claimed('50', { soldQty: '50' })
    const exports = facts.claim.exports.map((row) => ({ ...row, linkNo: 'L1' }))
    expect(found({ ...facts, claim: { ...facts.claim, exports } })).toEqual([['RB-G04', 'blocking', 'link']])
    expect(found(claimFacts)).toEqual([])
  })
})

describe('核算', () => {
  const paid = { qty: '100', refund: '650.00', paidOn: '2026-06-10' }
  const on = '2026-09-01'
  const settled = (given: object, of: object = paid) =>
    settlePreRefund(of as typeof paid, { on, soldQty: '100', ...given })

  it.each([
    ['all sold at the same refund', { actualRefund: '650.00' }, 'noAdjustment', '0.00', 'settle'],
    ['all sold for less', { actualRefund: '600.00' }, 'adjust', '-50.00', 'settle'],
    ['a part sold', { soldQty: '40', actualRefund: '260.00' }, 'adjust', '-390.00', 'settle'],
    ['nothing sold', { soldQty: '0' }, 'reverseAll', '-650.00', 'reverse'],
    ['after the window', { on: '2027-05-01' }, 'recover', '-650.00', 'reverse'],
  ])('%s', (_, given, action, amount, event) => {
    const done = settled(given)
    if (!('result' in done)) throw new Error(done.refused.text.en)
    expect(done.result.action).toBe(action)
    expect(settlementEvent(done.result, true)).toEqual({ event, amount })
    // Of a line that was sold in part when it was claimed, the rest is paid still.
    expect(settlementEvent(done.result, false)).toEqual({ event: 'settle', amount })
  })

  it('is refused before it was paid, for more than was claimed, and without the refund of what was sold', () => {
    const fieldOf = (done: ReturnType<typeof settled>) => 'refused' in done && done.refused.field
    expect(fieldOf(settled({}, { qty: '100', refund: '650.00' }))).toBe('paidOn')
    expect(fieldOf(settled({ soldQty: '90', lostQty: '11' }))).toBe('soldQty')
    expect(fieldOf(settled({ soldQty: '90' }))).toBe('actualRefund')
  })

  it('has its window from the month after the refund to April of the next year, last day included', () => {
    const states = ['2026-06-30', '2026-07-01', '2027-04-30', '2027-05-01'].map(
      (day) => settlementState(paid, false, day).state,
    )
    expect(states).toEqual(['early', 'open', 'open', 'overdue'])
    expect(settlementState({}, false, on)).toMatchObject({ state: 'unpaid' })
    expect(settlementState(paid, true, on)).toMatchObject({ state: 'settled' })
  })
})
