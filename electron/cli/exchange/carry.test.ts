import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../command'
import { destinationOf } from './carry'

let folder: string
let tokenFile: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yiguan-cli-'))
  tokenFile = path.join(folder, 'token')
  await writeFile(tokenFile, 'secret-of-the-start\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('where a file is carried to', () => {
  it.each([
    ['https://sw.example.cn/path', 'https://sw.example.cn'],
    ['http://127.0.0.1:8603', 'http://127.0.0.1:8603'],
    ['http://[::1]:8603/', 'http://[::1]:8603'],
    ['http://localhost', 'http://localhost'],
  ])('may be %s; the token comes from a file and is trimmed', async (service, url) => {
    expect(await destinationOf(service, tokenFile)).toEqual({ url, token: 'secret-of-the-start' })
  })

  it.each(['http://sw.example.cn', 'http://127.0.0.1.example.cn', 'ftp://127.0.0.1', 'sw.example.cn', ''])(
    'is never %s: a token goes over TLS or stays on this machine',
    async (service) => {
      await expect(destinationOf(service, tokenFile)).rejects.toBeInstanceOf(UsageError)
    },
  )

  it('has to be said, with the file of its token', async () => {
    await expect(destinationOf(undefined, tokenFile)).rejects.toBeInstanceOf(UsageError)
    await expect(destinationOf('https://a', undefined)).rejects.toBeInstanceOf(UsageError)
  })
})
