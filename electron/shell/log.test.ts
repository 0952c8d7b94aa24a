import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createLog } from './log'

it('writes where an error happened but never its message', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'yiguan-log-'))
  createLog(directory).error(
    { channel: 'files.write', err: new TypeError('Anna Muster 71.95') },
    'channel failed',
  )
  const line = await readFile(path.join(directory, 'main.log'), 'utf8')
  expect(line).toContain('files.write')
  expect(line).toContain('TypeError')
  expect(line).toContain('log.test.ts')
  expect(line).not.toContain('Anna')
  expect(line).not.toContain('71.95')
})
