import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp } from './app.mjs'
import { runInPlace, withoutCoreDumps } from './child.mjs'
import { ensureChromium, noSandboxReason } from './chromium.mjs'
import { findElectron } from './electron-binary.mjs'
import { ensureInstalled, root } from './install.mjs'
import { onParentGone } from './lifeline.mjs'

const usage = `npm start -- [--demo] [--input DIR] [--out DIR] [--offline] [--profile DIR]

  --demo         perform the main job through the screens, in a practice book; without a display this is the default
  --input DIR    the files the demo reads; default: the samples of the project
  --out DIR      where the demo writes its pictures and files; default: ./out
  --offline      the demo never starts the practice single window: the batch stays in the queue, exit code 1
  --profile DIR  where the app keeps its data`

const log = (line) => process.stdout.write(`${line}\n`)
const here = process.env.INIT_CWD || process.cwd()

function readArguments() {
  try {
    const text = { type: 'string' }
    const { values } = parseArgs({
      options: {
        demo: { type: 'boolean' },
        help: { type: 'boolean' },
        offline: { type: 'boolean' },
        input: text,
        out: text,
        profile: text,
      },
    })
    return values
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${usage}\n`)
    process.exit(2)
  }
}

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Run one of our TypeScript programs in our place. */
const runScript = (file, args) =>
  runInPlace(
    ...withoutCoreDumps(process.execPath, [
      '--import',
      import.meta.resolve('tsx'),
      join(root, file),
      ...args,
    ]),
  )

async function showApp(profile) {
  const electron = await findElectron({ log })
  const sandbox = noSandboxReason()
  if (electron) {
    log('驿关 runs on Electron.')
    if (sandbox) log(sandbox.replace('Chromium', 'Electron'))
    const args = [join(root, 'dist'), ...(sandbox ? ['--no-sandbox'] : [])]
    const place = profile ? [`--user-data-dir=${resolve(here, profile)}`] : []
    return runInPlace(...withoutCoreDumps(electron, [...args, ...place]))
  }
  await sayStandIn(sandbox)
  return runScript('test/host/run.ts', [profile ? resolve(here, profile) : standInProfile()])
}

async function demonstrate({ input, offline, out = 'out' }) {
  await sayStandIn(noSandboxReason())
  return runScript('test/demo/main.ts', [
    ...['--out', resolve(here, out)],
    ...(input ? ['--input', resolve(here, input)] : []),
    ...(offline ? ['--offline'] : []),
    ...(hasDisplay ? ['--visible'] : []),
  ])
}

async function sayStandIn(sandbox) {
  log(`驿关 runs in the stand-in for Electron (test/host/README.md) on ${await ensureChromium({ log })}.`)
  if (sandbox) log(sandbox)
}

/** Apart from Electron's own profile: the two keep their databases in different forms. */
function standInProfile() {
  const base = process.env.XDG_CONFIG_HOME || join(homedir(), '.config')
  return join(base, 'yiguan-stand-in')
}

const values = readArguments()
if (values.help) {
  log(usage)
} else {
  // A SIGTERM to ourselves goes the way of every signal: to the app, which ends in order.
  onParentGone(() => process.kill(process.pid, 'SIGTERM'))
  try {
    ensureInstalled({ log })
    await buildApp({ log })
    process.exitCode = await (values.demo || !hasDisplay ? demonstrate(values) : showApp(values.profile))
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
