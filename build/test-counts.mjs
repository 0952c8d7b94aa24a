import { readFileSync } from 'node:fs'

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
