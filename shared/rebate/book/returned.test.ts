import { describe, expect, it } from 'vitest'
import type { DeclarationItem } from '../../model/rebate/export-line'
import { ledgerByMonth } from '../life/ledger'
import { facts, goods, line, NO } from './batch-facts.test-data'
import type { BatchFacts } from './claim'
import type { RebateLine } from './records'
import { standingOf } from './returned'
import { runOf } from './run'
import { claimTables } from './tables'

const fact = (event: RebateLine['history'][number]['event'], amount?: string) => ({
  event,
  on: '2026-06-18',
  by: 'A',
  ...(amount !== undefined && { amount }),
})
const claimed = [fact('allocate'), fact('precheck'), fact('declare')]
const paid = [...claimed, fact('accept'), fact('review'), fact('approve'), fact('pay')]
const back = (qty?: string) => ({ ...(qty !== undefined && { qty }), on: '2026-05-10', by: ['R1'] })
const item = (returned?: DeclarationItem['returned']): DeclarationItem => ({
  ...goods(1, '100'),
  ...(returned && { returned }),
})

/** A batch whose first item came back, of which its link claims so much; F13 as it was found. */
function found(returned: DeclarationItem['returned'], qty: string, own: Partial<RebateLine> = {}) {
  const base = facts()
  const [link] = base.links
  const [mine, other] = link!.exports
  const given: BatchFacts = {
    ...base,
    lines: [{ item: item(returned), line: line(1, own) }, base.lines[1]!],
    links: [{ ...link!, exports: [{ ...mine!, qty }, other!] }],
  }
  return runOf(given)
    .findings.filter(({ rule }) => rule === 'RB-F13')
    .map(({ target, severity, text }) => [target, severity, text.zh])
}
const target = `line:${NO}001`

describe('goods that come back (F13)', () => {
  it('are not claimed by a trading company: its links take what is left, at most', () => {
    expect(found(undefined, '100')).toEqual([])
    expect(found(back('30'), '71')).toEqual([
      [
        target,
        'blocking',
        expect.stringMatching(/已退货 30（退货单 R1，2026-05-10），最多可申报 70，配单 71/),
      ],
    ])
    expect(found(back('30'), '70')).toMatchObject([[target, 'info', expect.anything()]])
    expect(found(back('100'), '1')).toMatchObject([[target, 'blocking', expect.anything()]])
    // How much came back is not told: nothing of it is claimed.
    expect(found(back(), '1')).toMatchObject([[target, 'blocking', expect.anything()]])
  })

  it('ask a claim that stands for what it holds of them, and only that', () => {
    const held = { claimed: '100', refund: '130.00' }
    expect(found(back('30'), '100', { ...held, history: claimed })).toMatchObject([
      [target, 'blocking', expect.stringContaining('未到账，其中 30 已退货')],
    ])
    expect(found(back('30'), '100', { ...held, history: paid })).toMatchObject([
      [target, 'blocking', expect.stringContaining('补税 39.00 元')],
    ])
    // Claimed without them: nothing to repay.
    expect(found(back('30'), '70', { claimed: '70', refund: '91.00', history: paid })).toEqual([])
    // Withdrawn, it is claimed anew: the rule is asked of the new claim.
    expect(found(back('30'), '100', { ...held, history: [...claimed, fact('withdraw')] })).toMatchObject([
      [target, 'blocking', expect.stringContaining('配单 100')],
    ])
  })

  it('are settled once their share is repaid, and open again with the next return', () => {
    const own = (...more: RebateLine['history']) =>
      line(1, { claimed: '100', refund: '130.00', history: [...paid, ...more] })
    expect(standingOf(item(back('30')), own())).toMatchObject({ stage: 'paid', beyond: '30', due: '39.00' })
    expect(standingOf(item(back('30')), own(fact('repay', '38.99')))).toMatchObject({ stage: 'paid' })
    const repaid = own(fact('repay', '-39.00'))
    expect(standingOf(item(back('30')), repaid)).toMatchObject({ stage: 'done', repaid: '39' })
    expect(standingOf(item(back('50')), repaid)).toMatchObject({ stage: 'paid', due: '65.00' })
    expect(standingOf(item(back('50')), own(fact('reverse')))).toMatchObject({ stage: 'done' })
    expect(standingOf(item(), repaid)).toBeUndefined()
    const { exportDate, refund = '', history } = repaid
    const [month] = ledgerByMonth([{ key: '1', linkNo: 'L1', exportDate, refund, history }])
    expect(month).toMatchObject({ refunded: '91' })
  })

  it('go out of the 免抵退 of a 生产企业 by themselves, all of them out of its batch', () => {
    const batchOf = (returned: DeclarationItem['returned'] | undefined): BatchFacts => {
      const base = facts()
      return {
        ...base,
        batch: { ...base.batch, kind: 'manufacturer' },
        enterprise: { ...base.enterprise, type: 'manufacturer', method: 'exempt-credit-refund' },
        links: [],
        lines: [{ item: { ...item(returned), tradeTerms: 'FOB' }, line: line(1) }],
      }
    }
    const exempted = (returned?: DeclarationItem['returned']) => {
      const given = batchOf(returned)
      const { totals, findings } = runOf(given)
      const of = findings.filter(({ rule }) => rule === 'RB-F13').map(({ severity }) => severity)
      const rows = claimTables(given)[0]!.rows.map((row) => [row[9], row[13]])
      return [totals.find(({ figure }) => figure === 'ecrTax')?.value, rows, of]
    }
    // 250 EUR × 8 × 13 %; the form and the figure take the same part.
    expect(exempted()).toEqual(['260.00', [['100', '2000.00']], []])
    expect(exempted(back('25'))).toEqual(['195.00', [['75', '1500.00']], ['info']])
    expect(exempted(back('100'))).toEqual(['0.00', [], ['blocking']])
    expect(exempted(back())).toEqual(['0.00', [], ['blocking']])
  })
})
