import { expect, it } from 'vitest'
import { differences } from './compare'
import type { Answer } from './case'

const against = (expect: object, answer: Answer, tolerance?: string) =>
  differences(
    {
      id: 'X-1',
      title: '',
      kind: 'k',
      asOf: '2026-01-01',
      given: {},
      expect: { ...expect },
      ...(tolerance !== undefined && { tolerance }),
    },
    answer,
  ).map(({ field }) => field)

it('compares amounts within the tolerance and codes to the letter', () => {
  expect(against({ a: '1.00' }, { a: '1.005' })).toEqual([])
  expect(against({ a: '1.00' }, { a: '1.0051' })).toEqual(['a'])
  expect(against({ a: '1.00' }, { a: '1.02' }, '0.02')).toEqual([])
  expect(against({ a: '310420260000000001' }, { a: '310420260000000001.0' })).toEqual(['a'])
  expect(against({ a: true }, { a: 'true' })).toEqual(['a'])
  expect(against({ a: null }, {})).toEqual([])
  expect(against({ a: null }, { a: '' })).toEqual(['a'])
})

it('finds lines by their name, results by their place, candidates in any order', () => {
  const answer = {
    lines: [
      { line: '2', x: '2' },
      { line: '1', x: '1' },
    ],
    results: [{ y: '1' }],
    candidates: ['0.09', '0.13'],
  }
  expect(against({ lines: [{ line: '1', x: '1' }] }, answer)).toEqual([])
  expect(against({ lines: [{ line: '3', x: '1' }] }, answer)).toEqual(['lines[3]'])
  expect(against({ results: [{ y: '1' }, { y: '2' }] }, answer)).toEqual(['results[1]'])
  expect(against({ candidates: ['0.13', '0.09'] }, answer)).toEqual([])
  expect(against({ candidates: ['0.13'] }, answer)).toEqual(['candidates'])
})

it('looks at who decided and at the reasons', () => {
  const answer = { lines: [{ line: '1', decidedBy: 'A', reasons: ['A', 'B'] }] }
  expect(
    against(
      { lines: [{ line: '1', decidedByAnyOf: ['X', 'A'], reasonsInclude: ['B'], reasonsExclude: ['C'] }] },
      answer,
    ),
  ).toEqual([])
  expect(
    against(
      { lines: [{ line: '1', decidedByAnyOf: ['X'], reasonsInclude: ['C'], reasonsExclude: ['B'] }] },
      answer,
    ),
  ).toEqual(['lines[1].decidedByAnyOf', 'lines[1].reasonsInclude', 'lines[1].reasonsExclude'])
})

it('takes findings as a set: none missing, none too many, infos apart', () => {
  const found = (rule: string, severity = 'blocking') => ({ rule, target: 't', severity })
  const answer = { findings: [found('A'), found('B', 'warning'), found('C', 'info')] }
  expect(against({ findings: [found('A'), found('B', 'warning')] }, answer)).toEqual([])
  expect(against({ findings: [found('A')] }, answer)).toEqual(['findings'])
  expect(against({ findings: [found('A')], findingsScope: ['A'] }, answer)).toEqual([])
  expect(against({ findingsInclude: [found('B')] }, answer)).toEqual(['findingsInclude'])
  expect(against({ findingsExclude: [{ rule: 'B' }] }, answer)).toEqual(['findingsExclude'])
  expect(against({ findingsInclude: [found('A')], noOtherBlocking: true }, answer)).toEqual([])
  expect(against({ findingsInclude: [found('B', 'warning')], noOtherBlocking: true }, answer)).toEqual([
    'noOtherBlocking',
  ])
})
