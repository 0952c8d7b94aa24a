import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cmp, sub, sum } from '../../money/decimal'
import { lessened } from './lessen'

const NO = '310120260000000002'
const link = (exports: [item: number, qty: string][], purchases: [qty: string, net: string][]) => ({
  linkNo: 'L1',
  hsCode: '6911101900',
  exports: exports.map(([item, qty]) => ({ declarationNo: NO, item, qty })),
  purchases: purchases.map(([qty, net], at) => ({ invoiceNumber: 'F1', line: at + 1, qty, net })),
})

describe('a link that gives up what was not sold', () => {
  it('keeps its other items, and of the invoice the share of what is left', () => {
    const { left, rest } = lessened(
      link(
        [
          [1, '60'],
          [2, '40'],
        ],
        [['100', '5000.00']],
      ),
      `${NO}001`,
      '40',
    )
    expect(rest).toBe('0')
    expect(left!.exports.map(({ qty }) => qty)).toEqual(['20', '40'])
    expect(left!.purchases).toMatchObject([{ qty: '60', net: '3000' }])
    expect(lessened(link([[1, '60']], [['60', '3000.00']]), `${NO}001`, '70')).toEqual({ rest: '10' })
    expect(lessened(link([[1, '60']], [['60', '1']]), `${NO}002`, '5')).toMatchObject({ rest: '5' })
  })

  it('never takes more of an invoice line than it had (property)', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2))
    const given = fc.tuple(
      fc.integer({ min: 1, max: 9_999 }),
      fc.integer({ min: 0, max: 9_999 }),
      amount,
      amount,
    )
    fc.assert(
      fc.property(given, ([qty, less, bought, net]) => {
        const { left, rest } = lessened(link([[1, String(qty)]], [[bought, net]]), `${NO}001`, String(less))
        const kept = left?.exports.map((row) => row.qty) ?? []
        expect(sum(kept)).toBe(sub(String(qty), sub(String(less), rest)))
        for (const row of left?.purchases ?? []) {
          expect([cmp(row.qty, bought), cmp(row.net, net)].every((one) => one <= 0)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
