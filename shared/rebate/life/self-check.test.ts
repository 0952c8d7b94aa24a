import { describe, expect, it } from 'vitest'
import type { PrecheckFile } from '../../model/rebate/precheck'
import { claimFacts } from './claim-facts.test-data'
import { compareDoubts } from '../../model/rebate/doubt'
import { selfCheck } from './self-check'

const [first, second] = claimFacts.lines.map(({ line }) => line) as [string, string]
const claim = (change: Partial<PrecheckFile['claim']>): PrecheckFile => ({
  ...claimFacts,
  claim: { ...claimFacts.claim, ...change },
})
const landed = (facts: PrecheckFile) =>
  selfCheck(facts).map(({ code, grade, target, keys, linkNo }) => [grade, code, target, keys, linkNo])

describe('自检', () => {
  it('lands a doubt on the line whose paper it is about, and on no other', () => {
    expect(landed(claimFacts)).toEqual([['blocking', 'RB-E03', 'invoice:F2#1', [second], 'L2']])
  })

  it('finds the lines of a link, a whole 报关单, an item of it and a number used for several', () => {
    const { purchases, declarations, invoices } = claimFacts.claim
    const few = purchases.map((row) => (row.linkNo === 'L1' ? { ...row, qty: '60', net: '3000.00' } : row))
    expect(landed(claim({ purchases: few }))).toContainEqual([
      'blocking',
      'RB-E02',
      'link:L1/7323940000',
      [first],
      'L1',
    ])
    const region = invoices.map((invoice) => ({ ...invoice, sellerRegion: '温州' }))
    const elsewhere = declarations.map((item) => ({ ...item, originPlace: '汕头' }))
    const places = landed(claim({ invoices: region, declarations: elsewhere }))
    expect(places).toEqual(
      expect.arrayContaining([
        ['warning', 'RB-E10', expect.stringMatching(/^declaration:/), [first], 'L1'],
        ['warning', 'RB-E10', expect.stringMatching(/^declaration:/), [second], 'L2'],
      ]),
    )
  })

  it('says what is about the claim as a whole without a line, and nothing that is merely told', () => {
    const doubts = selfCheck({ ...claimFacts, newestLibrary: '2026-12-01' })
    expect(doubts.filter(({ keys }) => keys.length === 0).map(({ code, linkNo }) => [code, linkNo])).toEqual([
      ['RB-C18', ''],
    ])
    expect(new Set(doubts.map(({ grade }) => grade))).not.toContain('info')
  })

  it('compares two answers by what they are about, whatever their words', () => {
    const [doubt] = selfCheck(claimFacts)
    const reworded = { ...doubt!, text: { zh: '另一种说法', en: 'said otherwise' } }
    expect(compareDoubts([doubt!], [reworded])).toEqual({ onlyHere: [], onlyThere: [] })
    const other = { ...doubt!, field: 'qty' }
    expect(compareDoubts([doubt!], [other])).toEqual({
      onlyHere: ['RB-E03|invoice:F2#1|unit'],
      onlyThere: ['RB-E03|invoice:F2#1|qty'],
    })
  })
})
