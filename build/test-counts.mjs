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

/** The same for Playwright; a test that passed only when repeated failed once. */
export function fromPlaywright(file, code) {
  const report = read(file)
  if (!report) return crashed
  const { expected, unexpected, flaky, skipped } = report.stats
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky + skipped }, code)
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
  return report.testResults ? report.testResults.flatMap(ofSuite) : report.suites.flatMap(ofPlaywright)
}

function ofSuite({ name, status, message, assertionResults }) {
  if (status === 'failed' && assertionResults.length === 0) return [line(name, message)]
  return assertionResults
    .filter((test) => test.status !== 'passed')
    .map((test) => line(test.fullName, test.failureMessages?.[0] ?? test.status))
}

function ofPlaywright({ file, suites = [], specs = [] }) {
  const failed = specs.filter((spec) => spec.tests.some((test) => test.status !== 'expected'))
  return [
    ...failed.map((spec) => line(`${file} ${spec.title}`, whyOf(spec) ?? 'it was not reached')),
    ...suites.flatMap(ofPlaywright),
  ]
}

const whyOf = ({ tests }) => tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message

const MOST_REASON = 600
const colours = /\u001B\[[\d;]*m/g
function line(name, reason = '') {
  const words = reason.replace(colours, '').replace(/\s*\n\s*/g, ' ')
  return `${name}: ${words.slice(0, MOST_REASON)}`
}

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
