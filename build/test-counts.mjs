import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * Passed and failed tests of a Vitest JSON report. A test that was skipped, left to do, or not reached did not prove
 * anything: it counts as failed. So does a file that could not be loaded, and a run that ended before its report.
 * @param {string} file
 * @param {number} code exit code of the run
 */
export function fromVitest(file, code) {
  const report = read(file)
  if (!report) return crashed
  const unloadable = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length
  const passed = report.numPassedTests
  return atLeastOneFailure({ passed, failed: report.numTotalTests - passed + unloadable }, code)
}

/** The same for Playwright; a test that passed when its file was begun once more passed, and is told (`unsteadyIn`). */
export function fromPlaywright(file, code) {
  const report = read(file)
  if (!report) return crashed
  const { expected, unexpected, flaky, skipped } = report.stats
  return atLeastOneFailure({ passed: expected + flaky, failed: unexpected + skipped }, code)
}

const crashed = { passed: 0, failed: 1 }

/**
 * What failed in a report of either, a line each: the test and the beginning of its error.
 * @param {string} file
 * @returns {string[]}
 */
export function failuresIn(file) {
  const report = read(file)
  if (!report) return [`${basename(file)} was not written or is cut short`]
  if (!report.testResults)
    return linesOf(report.suites, ({ status }) => !['expected', 'flaky'].includes(status))
  return report.testResults.flatMap(ofSuite)
}

/**
 * What failed and passed when it was repeated: a race in the test, or in the product, that somebody has to find.
 * @param {string} file
 * @returns {string[]}
 */
export function unsteadyIn(file) {
  const report = read(file)
  if (!report) return []
  if (!report.testResults) return linesOf(report.suites, ({ status }) => status === 'flaky')
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length > 0)
    .map((test) => line(test.fullName, test.failureMessages[0]))
}

function ofSuite({ name, status, message, assertionResults }) {
  if (status === 'failed' && assertionResults.length === 0) return [line(name, message)]
  return assertionResults
    .filter((test) => test.status !== 'passed')
    .map((test) => line(test.fullName, test.failureMessages?.[0] ?? test.status))
}

/** A line for each test of Playwright that is meant. */
const linesOf = (suites, meant) =>
  suites.flatMap(({ file, suites: inner = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(meant))
      .map((spec) => line(`${file} ${spec.title}`, whyOf(spec) ?? 'it was not reached')),
    ...linesOf(inner, meant),
  ])

/** Its error, and what its windows were given last. */
function whyOf({ tests }) {
  const result = tests.flatMap(({ results }) => results).find(({ error }) => error)
  if (!result) return undefined
  const told = (result.stdout ?? []).map(({ text }) => text).join(' ')
  return `${cut(result.error.message)} ${told}`
}

const MOST_ERROR = 400
const MOST_REASON = 1_000
const colours = /\u001B\[[\d;]*m/g
const cut = (text) =>
  text
    .replace(colours, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .slice(0, MOST_ERROR)
const line = (name, reason = '') =>
  `${name}: ${reason
    .replace(colours, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .slice(0, MOST_REASON)}`

function atLeastOneFailure({ passed, failed }, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
