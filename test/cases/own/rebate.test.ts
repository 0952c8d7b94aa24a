import { describe, expect, it } from 'vitest'
import { removableRules, ruleSet, withoutRule, type RuleSet } from '#shared/rebate/rule-set'
import { enterpriseFindings } from '#shared/rebate/enterprise-status'
import { rebateAdapters, rebateAdaptersOn } from '../rebate'
import { judge } from '../run'
import { claimCases } from './claim'
import { figureCases } from './figures'
import { figureBoundaries } from './figures-boundaries'
import { treatmentCases } from './treatment'
import { treatmentBoundaries } from './treatment-boundaries'
import { treatmentPrecedence } from './treatment-precedence'

const cases = [
  ...treatmentCases,
  ...treatmentBoundaries,
  ...treatmentPrecedence,
  ...claimCases,
  ...figureCases,
  ...figureBoundaries,
]

describe('our own cases', () => {
  it.each(cases.map((one) => [`${one.id} ${one.title}`, one] as const))('%s', (_, one) => {
    expect(judge(one)).toEqual({ state: 'passed' })
  })

  it('give the same answer again, whatever was asked before', () => {
    const answers = () => cases.map((one) => rebateAdapters[one.kind]!(one.given, one.asOf))
    expect(JSON.stringify(answers())).toBe(JSON.stringify(answers()))
  })
})

/** Rules on the enterprise have no kind of case. */
const besides: ReadonlySet<string> = new Set(ruleSet.enterprise.map(({ id }) => id))

/** Which list of rules the cases of a kind run by. */
const lists: Readonly<Record<string, keyof RuleSet>> = {
  'rebate.treatment': 'treatment',
  'rebate.match': 'match',
  'rebate.trading': 'trading',
  'rebate.manufacturer': 'manufacturer',
  'rebate.fob': 'fob',
  'rebate.exchangeCost': 'exchangeCost',
  'rebate.deemedDomestic': 'deemedDomestic',
  'rebate.assessedIncomeTax': 'incomeTax',
  'rebate.warehouse': 'warehouse',
  'rebate.deadlines': 'deadlines',
}
/** Rules are data and functions; what a list holds is told by its data. */
const written = (set: RuleSet, kind: string): string => JSON.stringify(set[lists[kind]!])

describe('every rule has a case that fails without it', () => {
  const ids = [...removableRules()].filter((id) => !besides.has(id)).sort()
  it.each(ids)('%s', (id) => {
    const without = withoutRule(id)
    const reduced = rebateAdaptersOn(without)
    const kinds = Object.keys(lists).filter((kind) => written(without, kind) !== written(ruleSet, kind))
    const touched = cases.filter(({ kind }) => kinds.includes(kind))
    expect(touched.some((one) => judge(one, undefined, reduced).state === 'failed')).toBe(true)
  })
})

describe('rules on the enterprise', () => {
  const enterprise = { type: 'trading', method: 'exempt-refund' } as const
  const found = (more: object, asOf = '2026-07-01') =>
    enterpriseFindings({ ...enterprise, ...more }, asOf).map(({ rule }) => rule)

  it('a change of the filing within 30 days, from 2026', () => {
    expect(found({ filingChange: { on: '2026-05-31' } }, '2026-06-30')).toEqual([])
    expect(found({ filingChange: { on: '2026-05-31' } }, '2026-07-01')).toEqual(['RB-A02'])
    expect(found({ filingChange: { on: '2026-05-31', updatedOn: '2026-06-30' } })).toEqual([])
    expect(found({ filingChange: { on: '2025-12-31' } })).toEqual([])
  })

  it('the method fits the type; class 4 files on paper', () => {
    expect(found({ method: 'exempt-credit-refund' })).toEqual(['RB-A03'])
    expect(found({ type: 'manufacturer' })).toEqual(['RB-A03'])
    expect(found({ class: 4, paperless: true })).toEqual(['RB-I05'])
    expect(found({ class: 3, paperless: true })).toEqual([])
  })
})
