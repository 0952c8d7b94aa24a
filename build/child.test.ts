import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { withoutCoreDumps } from './child.mjs'

it.runIf(process.platform === 'linux')('leaves no memory on the disk when the app crashes', () => {
  const limit = "process.stdout.write(require('node:fs').readFileSync('/proc/self/limits', 'utf8'))"
  const limits = execFileSync(
    ...withoutCoreDumps(process.execPath, ['-e', limit, 'an argument with blanks']),
  ).toString()
  expect(limits).toMatch(/^Max core file size +0 +0 /m)
})
