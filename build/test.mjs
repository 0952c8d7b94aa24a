import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { runInPlace } from './child.mjs'
import { failuresIn, fromPlaywright, fromVitest, unsteadyIn } from './test-counts.mjs'

const started = Date.now()
const reports = join(root, 'node_modules/.cache/test-reports')
const binary = (name) => join(root, 'node_modules', name)
const vitestProjects = readFileSync(join(root, 'build/vitest.config.ts'), 'utf8')
const has = (project) => new RegExp(`name: '${project}'`).test(vitestProjects)

/** A step that passes or fails as a whole. */
const check = (name, args) => ({
  name,
  run: async (streams) =>
    (await runInPlace(process.execPath, args, { cwd: root, ...streams })) === 0
      ? one('passed')
      : one('failed'),
})
const script = (name) => ({
  name,
  run: async (streams) => {
    const npm = process.env.npm_execpath
    const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
    const code = await runInPlace(program, [...first, 'run', '--silent', name], { cwd: root, ...streams })
    return code === 0 ? one('passed') : one('failed')
  },
})
const vitest = (name, project) => ({
  name,
  run: async (streams) => {
    const report = join(reports, `${project}.json`)
    const code = await runInPlace(
      process.execPath,
      [
        binary('vitest/vitest.mjs'),
        ...['run', '--config', 'build/vitest.config.ts', '--project', project],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ],
      { cwd: root, ...streams },
    )
    return withFailures(fromVitest(report, code), report)
  },
})
const playwright = (name, config) => ({
  name,
  run: async () => {
    const report = join(reports, 'playwright.json')
    const code = await runInPlace(
      process.execPath,
      [binary('@playwright/test/cli.js'), 'test', '--config', config, '--reporter=line,json'],
      { cwd: root, env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
    )
    return withFailures(fromPlaywright(report, code), report)
  },
})

const project = (name) => (has(name) ? [vitest(name, name)] : [])
const endToEnd = 'test/e2e/playwright.config.ts'

/**
 * Stages in turn. Of the checks two run at a time, the longest first: a browser, its page and the test wait for each
 * other, and another step has the core meanwhile; three at a time were measured and no faster. The end-to-end tests do so
 * among themselves.
 */
const stages = [
  { steps: [{ name: 'chromium', run: chromium }] },
  { steps: [check('build', [join(root, 'build/app.mjs')])] },
  {
    atOnce: 2,
    steps: [
      ...[...project('data'), ...project('unit'), script('lint'), ...project('torture'), ...project('host')],
      ...[...project('sim'), ...project('components'), script('format'), script('types'), script('fences')],
    ],
  },
  { steps: existsSync(join(root, endToEnd)) ? [playwright('end-to-end', endToEnd)] : [] },
]

/** What the browser steps need. Their tests fail by themselves without it; here the reason is said once. */
async function chromium() {
  const { ensureChromium, noSandboxReason } = await import('./chromium.mjs')
  try {
    console.log(await ensureChromium({ log: console.log }))
    const reason = noSandboxReason()
    if (reason) console.log(reason)
    return one('passed')
  } catch (error) {
    console.error(error.message)
    return one('failed')
  }
}

function withFailures(counts, report) {
  const failures = counts.failed === 0 ? [] : failuresIn(report)
  return { ...counts, failures, unsteady: unsteadyIn(report) }
}

function one(outcome) {
  return { passed: 0, failed: 0, [outcome]: 1 }
}

ensureInstalled({ log: console.log })
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
// What tests write lies in one folder that goes with them, unless something failed. A database server that does not run
// as root has to come through it.
const temporary = mkdtempSync(join(tmpdir(), 'yiguan-test-'))
chmodSync(temporary, 0o711)
process.env.TMPDIR = temporary
const installed = Date.now()
const table = [{ name: 'install', passed: 0, failed: 0, seconds: (installed - started) / 1000 }]
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (interrupted = true))
for (const { steps, atOnce = 1 } of stages) {
  const waiting = [...steps]
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      // What an interruption kept from running counts as failed.
      if (interrupted) table.push({ name: step.name, ...one('failed'), seconds: 0 })
      else table.push(await (atOnce > 1 ? quietly(step) : perform(step)))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

/** @returns the row of the table */
async function perform({ name, run }, streams = {}) {
  if (!streams.stdio) console.log(`\n── ${name}`)
  const begin = Date.now()
  const counts = await run(streams).catch((error) => {
    console.error(error)
    return one('failed')
  })
  return { name, ...counts, seconds: (Date.now() - begin) / 1000 }
}

/** What it says comes in one piece once it ended, so that steps which run at once do not talk at once. */
async function quietly(step) {
  const file = join(reports, `${step.name}.log`)
  const log = openSync(file, 'w')
  const row = await perform(step, { stdio: ['ignore', log, log] })
  closeSync(log)
  console.log(`\n── ${step.name}\n${readFileSync(file, 'utf8')}`)
  return row
}

console.log('\nstep         passed  failed  seconds')
for (const { name, passed, failed, seconds } of table) {
  console.log(
    `${name.padEnd(11)} ${String(passed).padStart(7)} ${String(failed).padStart(7)} ${seconds.toFixed(1).padStart(8)}`,
  )
}
for (const { name, failed, failures = [], unsteady = [] } of table) {
  for (const test of unsteady) console.log(`UNSTEADY ${name}: ${test}`)
  if (failed === 0) continue
  for (const failure of failures.length > 0 ? failures : ['see its output above'])
    console.log(`FAILED ${name}: ${failure}`)
}
const total = (key) => table.reduce((sum, row) => sum + row[key], 0)
if (total('failed') === 0) rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 ? 0 : 1
