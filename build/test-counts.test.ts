import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { failuresIn, fromPlaywright, fromVitest, unsteadyIn } from './test-counts.mjs'

function report(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'counts-')), 'report.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const suite = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) })

it.each([
  ['all passed', { numTotalTests: 3, numPassedTests: 3, testResults: [suite('passed', 3)] }, 0, [3, 0]],
  [
    'skipped and left to do',
    { numTotalTests: 5, numPassedTests: 3, testResults: [suite('passed', 5)] },
    0,
    [3, 2],
  ],
  [
    'a file that cannot be loaded',
    { numTotalTests: 1, numPassedTests: 1, testResults: [suite('failed', 0)] },
    1,
    [1, 1],
  ],
  [
    'an error outside of every test',
    { numTotalTests: 1, numPassedTests: 1, testResults: [suite('passed', 1)] },
    1,
    [1, 1],
  ],
  ['a report cut short', '{"numTotalTests": 3', 1, [0, 1]],
])('Vitest: %s', (_name, content, code, [passed, failed]) => {
  expect(fromVitest(report(content), code)).toEqual({ passed, failed })
})

it('Vitest: no report at all, even when the run says it went well', () => {
  expect(fromVitest('/nowhere/report.json', 0)).toEqual({ passed: 0, failed: 1 })
})

it.each([
  ['passed', { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, 0, [4, 0]],
  ['failed, repeated, not run', { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, 1, [5, 3]],
  ['crashed at the end', { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, 1, [4, 1]],
])('Playwright: %s', (_name, stats, code, [passed, failed]) => {
  expect(fromPlaywright(report({ stats }), code)).toEqual({ passed, failed })
})

it('names what failed and why, on one line each', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    {
      ...{ name: 'b.test.ts', status: 'failed', message: '' },
      assertionResults: [
        { fullName: 'b holds', status: 'passed', failureMessages: [] },
        {
          fullName: 'b counts',
          status: 'failed',
          failureMessages: ['\u001B[31mexpected 1\u001B[39m\n  got 2'],
        },
        { fullName: 'b waits', status: 'pending' },
      ],
    },
  ]
  expect(failuresIn(report({ testResults }))).toEqual([
    'a.test.ts: no such module',
    'b counts: expected 1 got 2',
    'b waits: pending',
  ])
  const spec = (title: string, status: string, results: unknown[]) => ({
    title,
    tests: [{ status, results }],
  })
  const suites = [
    {
      file: 'c.spec.ts',
      specs: [spec('opens', 'expected', [{}])],
      suites: [
        {
          file: 'c.spec.ts',
          specs: [
            spec('closes', 'unexpected', [
              { error: { message: 'timed out\nwaiting' }, stdout: [{ text: 'input of window 1: click\n' }] },
            ]),
            spec('saves', 'flaky', [{ error: { message: 'too early' } }, {}]),
            spec('ends', 'skipped', []),
          ],
        },
      ],
    },
  ]
  expect(failuresIn(report({ suites }))).toEqual([
    'c.spec.ts closes: timed out waiting input of window 1: click',
    'c.spec.ts ends: it was not reached',
  ])
  expect(unsteadyIn(report({ suites }))).toEqual(['c.spec.ts saves: too early'])
  expect(failuresIn('/nowhere/unit.json')).toEqual(['unit.json was not written or is cut short'])
})

it('tells what passed only when it was repeated', () => {
  const assertionResults = [
    { fullName: 'd holds', status: 'passed', failureMessages: [] },
    { fullName: 'd waits', status: 'passed', failureMessages: ['no answer'] },
    { fullName: 'd fails', status: 'failed', failureMessages: ['no answer'] },
  ]
  expect(unsteadyIn(report({ testResults: [{ status: 'failed', assertionResults }] }))).toEqual([
    'd waits: no answer',
  ])
})
