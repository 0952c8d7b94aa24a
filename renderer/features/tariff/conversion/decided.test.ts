import { describe, expect, it } from 'vitest'
import type { Candidate, Conversion } from '#shared/tariff/convert'
import { decisionOf, goesByItself, unitsAsked } from './decided'

const candidate = (...changes: Candidate['changes'][number][]): Candidate => ({
  code: '8517130000',
  name: '手机',
  changes,
  line: [],
})
const asked = candidate(
  { field: 'unit1', before: '001', after: '007' },
  { field: 'perUnit1', before: '1', after: '', derived: true },
)
const conversion = (kind: Conversion['kind'], ...candidates: Candidate[]): Conversion => ({
  sku: 'A',
  name: '手机',
  from: '8517120000',
  kind,
  candidates,
})

describe('a decision for goods under a new tariff', () => {
  it('is needed for several successors, for none, and for a unit nobody knows', () => {
    expect(goesByItself(conversion('one', candidate()))).toBe(true)
    expect(goesByItself(conversion('one', asked))).toBe(false)
    expect(goesByItself(conversion('choose', candidate(), candidate()))).toBe(false)
    expect(goesByItself(conversion('gone'))).toBe(false)
  })
  it('takes the quantity that was asked for, and only one above zero', () => {
    expect(unitsAsked(asked)).toEqual(['perUnit1'])
    expect(decisionOf(asked, { perUnit1: ' 0.5 ' })).toEqual({ code: '8517130000', perUnit1: '0.5' })
    for (const perUnit1 of ['', '0', '0.00', '-1', '1,5'])
      expect(decisionOf(asked, { perUnit1 })).toBeUndefined()
    expect(decisionOf(candidate(), { perUnit1: '9' })).toEqual({ code: '8517130000' })
  })
})
