import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { command } from './release'

it('makes a key once, signs, and takes what is signed by it and newer', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'yiguan-release-'))
  const [key, installer] = [path.join(folder, 'key.json'), path.join(folder, 'yiguan.exe')]
  await writeFile(installer, 'MZ')
  const said: unknown[] = []
  const run = (...args: string[]) =>
    command.run(args, { out: (one) => said.push(one), note: () => undefined })
  expect(await run('key', key)).toBe(0)
  const { publicKey } = said.pop() as { publicKey: string }
  expect(JSON.parse(await readFile(key, 'utf8'))).toMatchObject({ publicKey })
  await expect(run('key', key)).rejects.toMatchObject({ code: 'EEXIST' })
  expect(await run('sign', installer, '--key', key, '--version', '2.0.0')).toBe(0)
  const { file } = said.pop() as { file: string }
  expect(await run('verify', file, '--trust', publicKey, '--have', '1.9.0')).toBe(0)
  expect(await run('verify', file, '--trust', publicKey, '--have', '2.0.0')).toBe(1)
  expect(said.at(-1)).toMatchObject({ ok: false, fault: { code: 'older' } })
  await expect(run('verify', file)).rejects.toThrow('--trust')
})
