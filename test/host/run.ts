/** The app in the stand-in for a person: a visible window, no driver. Argument: the profile folder. */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { onParentGone } from '../../build/lifeline.mjs'
import { spawnHost } from './launch'

const downloads = path.join(homedir(), 'Downloads')
const saveTo = existsSync(downloads) ? downloads : path.join(process.cwd(), 'out')
process.stdout.write(`Files you save go to ${saveTo}\n`)

const host = await spawnHost({
  profile: process.argv[2]!,
  headless: false,
  driven: false,
  saveTo,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => host.kill(signal))
onParentGone(() => host.kill('SIGTERM'))
const [code] = (await once(host, 'exit')) as [number | null]
process.exitCode = code ?? 1
