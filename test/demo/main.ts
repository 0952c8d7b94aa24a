/** The main job through the screens, by what an officer can click. Exit code 0 only when everything agreed. */
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onParentGone } from '../../build/lifeline.mjs'
import { newDemo, open } from './demo'
import { readOptions } from './options'
import { runMainJob } from './run'
import { tableOf } from './table'
import { disagreements, exitCode } from './verdict'

const options = readOptions(process.argv.slice(2))
const profile = await mkdtemp(path.join(tmpdir(), 'yiguan-demo-'))
const demo = await open(await newDemo(options, profile))
const { app, report } = demo

let stopped = false
const stop = () => {
  stopped = true
  void app.close()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
onParentGone(stop)

try {
  await runMainJob(demo)
} catch (error) {
  report.open.push(stopped ? '演练被中止' : (error as Error).message)
} finally {
  report.open.push(...disagreements(report))
  report.open.push(...app.violations.map(({ kind, text }) => `${kind}: ${text}`))
  await app.close()
  await rm(profile, { recursive: true, force: true })
}
const json = path.join(options.out, 'demo.json')
report.files.push(json)
writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
process.stdout.write(`${tableOf(report)}\n`)
process.exitCode = exitCode(report)
