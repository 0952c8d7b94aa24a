/** Start the app without a display, keep a picture of its first screen, end. */
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { launchApp } from './launch'

const { values } = parseArgs({ options: { out: { type: 'string' }, input: { type: 'string' } } })
const out = values.out ?? 'out'
const profile = await mkdtemp(path.join(tmpdir(), 'yiguan-'))
const app = await launchApp({ profile, viewport: { width: 1366, height: 768 } })
try {
  await app.page.locator('#root > *').first().waitFor()
  mkdirSync(out, { recursive: true })
  const picture = path.join(out, 'first-screen.png')
  await app.page.screenshot({ path: picture })
  process.stdout.write(`${picture}\n`)
  for (const { kind, text } of app.violations) process.stderr.write(`${kind}: ${text}\n`)
  process.exitCode = app.violations.length === 0 ? 0 : 1
} finally {
  await app.close()
  await rm(profile, { recursive: true, force: true })
}
