import { describe, expect, it } from 'vitest'
import { facts, line, NO } from './batch-facts.test-data'
import { precheckOf } from './claim'
import { deadlinesOfLines } from './line-terms'
import type { RebateLine, RebatePapers } from './records'
import { noPapers } from './tables'
import { runOf } from './run'

const declared = { event: 'declare' as const, on: '2026-06-18', by: 'A' }
/** The first item of the batch with its own record, on a day. */
const given = (asOf: string, over: Partial<RebateLine>, papers: RebatePapers[] = []) => {
  const one = facts()
  return {
    ...one,
    asOf,
    papers,
    links: [],
    lines: [{ item: { ...one.lines[0]!.item, ...over }, line: line(1, over) }],
  }
}
const terms = (...of: Parameters<typeof given>) => {
  const [first] = deadlinesOfLines(given(...of))
  return { ...first!.deadlines, findings: first!.findings.map(({ rule, severity }) => [rule, severity]) }
}
const file = (kind: RebatePapers['files'][number]['kind']) => ({ name: kind, kind, number: kind })
const complete: RebatePapers = {
  ...noPapers(NO, 'trading'),
  files: (
    ['exportContract', 'purchaseContract', 'transport', 'brokerAgreement', 'brokerInvoice'] as const
  ).map(file),
}

describe('terms of a line of a batch', () => {
  const claimed = { history: [declared] }

  it('ask for the papers from the sixteenth day after the claim, and no more once they are complete', () => {
    const [, ...missing] = complete.files
    const short = { ...complete, files: missing }
    expect(terms('2026-07-03', claimed, [short]).findings).toEqual([])
    expect(terms('2026-07-04', claimed, [short]).findings).toEqual([['RB-F07', 'warning']])
    expect(terms('2026-07-04', claimed).findings).toEqual([['RB-F07', 'warning']])
    expect(terms('2026-07-04', claimed, [complete]).findings).toEqual([])
  })

  it('wait for the money until the day of the contract, at most 36 months', () => {
    const pending = (fxContractDate?: string) => ({
      history: [declared],
      answers: {
        bookedAsSale: true,
        fxStatus: 'pending' as const,
        ...(fxContractDate && { fxContractDate }),
      },
    })
    const of = (asOf: string, day?: string) => terms(asOf, pending(day), [complete])
    expect(of('2027-04-30')).toMatchObject({ fxDeadline: '2027-04-30', findings: [] })
    expect(of('2027-05-01').findings).toEqual([['RB-F05', 'warning']])
    expect(of('2027-06-30', '2027-06-30')).toMatchObject({ fxDeadline: '2027-06-30', findings: [] })
    expect(of('2027-07-01', '2027-06-30').findings).toEqual([['RB-F05', 'warning']])
    expect(of('2027-07-01', '2031-01-01')).toMatchObject({ fxDeadline: '2029-04-02', findings: [] })
  })

  it('give the day of the agency certificate while it is still to be applied for', () => {
    const entrusted = (exportDate: string, agencyFormalities?: boolean) => ({
      exportDate,
      answers: {
        fxStatus: 'collected' as const,
        entrusted: true,
        ...(agencyFormalities !== undefined && { agencyFormalities }),
      },
    })
    const of = (asOf: string, more?: boolean) => terms(asOf, entrusted('2025-10-20', more))
    expect(of('2026-04-15')).toMatchObject({ agentCertificateDue: '2026-04-15', findings: [] })
    expect(of('2026-04-16').findings).toEqual([['RB-F11', 'warning']])
    expect(of('2026-04-16', true)).toMatchObject({ findings: [] })
    expect(of('2026-04-16', true)).not.toHaveProperty('agentCertificateDue')
    expect(terms('2026-04-16', { exportDate: '2025-10-20' })).not.toHaveProperty('agentCertificateDue')
  })

  it('end with the month a line was declared exempt in: no 36 months run for it', () => {
    const exempt = (exemptIn?: string) => ({
      exportDate: '2026-01-10',
      ...(exemptIn && { exemptIn }),
    })
    const of = (exemptIn?: string) => {
      const one = given('2029-01-11', exempt(exemptIn))
      const [first] = precheckOf(one).lines
      return [
        terms('2029-01-11', exempt(exemptIn)).limit36Blocks,
        first!.exemptDeclaredOn,
        runOf(one).lines[0]!.decidedBy,
      ]
    }
    expect(of()).toEqual([true, undefined, 'RB-B25'])
    expect(of('202812')).toEqual([false, '2028-12-31', 'RB-B12'])
    expect(of('202901')).toEqual([true, '2029-01-31', 'RB-B25'])
  })
})
