import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { compareVersions, type ReleaseFile } from '#shared/release/release'
import { makeKeyPair, signatureOf } from '../single-window/batch-signature'
import { judgeRelease, signRelease } from './releases'

const publisher = makeKeyPair()
const here = { platform: 'win32', version: '0.9.10' }
const of = { version: '0.10.0', platform: 'win32', publishedAt: '2026-11-23T08:00:00Z' }
let folder: string
let installer: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yiguan-release-'))
  installer = path.join(folder, '驿关 0.10.0.exe')
  file = path.join(folder, 'x.release.json')
  await writeFile(installer, 'MZ the program')
  await writeFile(file, await signRelease(installer, of, publisher))
})

const judge = (known: Parameters<typeof judgeRelease>[2] = here, keys = [publisher.publicKey]) =>
  judgeRelease(file, keys, known)
const faultOf = async (...asked: Parameters<typeof judge>) => {
  const verdict = await judge(...asked)
  return verdict.ok ? 'none' : verdict.fault.code
}
/** The file as it is, with another text that this key signs. */
async function resign(change: object, keys = publisher): Promise<void> {
  const { release } = JSON.parse(await readFile(file, 'utf8')) as ReleaseFile
  const text = JSON.stringify({ ...(JSON.parse(release) as object), ...change })
  await writeFile(file, JSON.stringify({ release: text, signature: signatureOf(Buffer.from(text), keys) }))
}

describe('an installer that somebody brings', () => {
  it('is the one the publisher signed, and newer', async () => {
    expect(await judge()).toMatchObject({ ok: true, installer, release: { version: '0.10.0' } })
  })

  it.each(['0.10.0', '0.10.1', '1.0.0'])('is not for a computer that has %s already', async (version) => {
    expect(await faultOf({ ...here, version })).toBe('older')
  })

  it('is signed by the publisher, over just this text', async () => {
    expect(await faultOf(here, [makeKeyPair().publicKey])).toBe('signature')
    expect(await faultOf(here, [])).toBe('no-key')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('0.10.0', '0.11.0'))
    expect(await faultOf()).toBe('signature')
    // Somebody else’s signature under the name of the publisher.
    await resign({}, makeKeyPair())
    const forged = JSON.parse(await readFile(file, 'utf8')) as ReleaseFile
    forged.signature.publicKey = publisher.publicKey
    await writeFile(file, JSON.stringify(forged))
    expect(await faultOf()).toBe('signature')
  })

  it('has the bytes that were signed: none changed, cut off, or put there instead', async () => {
    await writeFile(installer, 'MZ the prograM')
    expect(await faultOf()).toBe('content')
    await writeFile(installer, 'MZ')
    expect(await faultOf()).toBe('content')
    await rename(installer, `${installer}.old`)
    expect(await faultOf()).toBe('file')
    await mkdir(installer)
    expect(await faultOf()).toBe('content')
  })

  it('is of this product, for this system, and lies beside its file', async () => {
    expect(await faultOf({ ...here, platform: 'linux' })).toBe('platform')
    for (const change of [{ product: 'other' }, { file: '../x.exe' }, { file: 'a/b' }, { version: '1' }]) {
      await resign(change)
      expect(await faultOf(), JSON.stringify(change)).toBe('unreadable')
    }
  })

  it('comes with a file that is one: no other, none without end, none that is gone', async () => {
    for (const text of [
      '',
      '{',
      'null',
      '{"release":1}',
      ' '.repeat(20_000) + (await readFile(file, 'utf8')),
    ]) {
      await writeFile(file, text)
      expect(await faultOf(), text.slice(0, 20)).toBe('unreadable')
    }
    await rm(file)
    expect(await faultOf()).toBe('unreadable')
    await mkdir(file)
    expect(await faultOf()).toBe('unreadable')
  })
})

it('orders versions by their numbers', () => {
  const n = fc.nat(9999)
  fc.assert(
    fc.property(fc.tuple(n, n, n), fc.tuple(n, n, n), (a, b) => {
      const order = a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
      expect(Math.sign(compareVersions(a.join('.'), b.join('.')))).toBe(Math.sign(order))
    }),
    { numRuns: 100 },
  )
})
