import { createDecipheriv, scryptSync } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { KeyStore } from './key-store'
import { waitAfter } from './attempts'
import { PasswordWrap } from './password-wrap'
import { createVault } from './vault'

// The machine's sealing is the host's job; here it only has to be reversible and unreadable.
const keyStore: KeyStore = {
  kind: 'file',
  seal: (text) => Buffer.from(text).toString('hex'),
  open: (sealed) => Buffer.from(sealed, 'hex').toString(),
}
const wanted = { kind: 'practice' as const, label: '演练企业', officer: '王申报', password: 'right password' }

let directory: string
let time: number
const vault = () => createVault(directory, keyStore, () => new Date(time))

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'yiguan-vault-'))
  time = Date.UTC(2026, 0, 1)
})

describe('vault', () => {
  it('gives the same keys after a restart, and different keys to different books', async () => {
    const a = await vault().create(wanted)
    const b = await vault().create({ ...wanted, kind: 'real', cipher: 'sm4-gcm' })
    const first = await vault().open(a.id, wanted.password)
    expect(await vault().open(a.id, wanted.password)).toEqual(first)
    expect(first.dataKey).toHaveLength(32)
    expect(first.indexKey).not.toEqual(first.dataKey)
    expect((await vault().open(b.id, wanted.password)).dataKey).not.toEqual(first.dataKey)
    expect(a.database).not.toBe(b.database)
    expect(await vault().kindOf(b.id)).toBe('real')
    const ciphers = await Promise.all([a, b].map(async ({ id }) => (await vault().keyState(id)).cipher))
    expect(ciphers).toEqual(['aes-256-gcm', 'sm4-gcm'])
  })

  it('keeps names and keys unreadable in its file', async () => {
    const { id } = await vault().create(wanted)
    const { dataKey } = await vault().open(id, wanted.password)
    const text = await readFile(path.join(directory, 'vault.json'), 'utf8')
    for (const clear of [
      wanted.label,
      wanted.officer,
      wanted.password,
      Buffer.from(dataKey).toString('base64'),
    ]) {
      expect(text).not.toContain(clear)
    }
  })

  it('makes each guess of whoever has file and key store cost what it says: 128 MiB of scrypt', async () => {
    await vault().create(wanted)
    const { books } = JSON.parse(await readFile(path.join(directory, 'vault.json'), 'utf8'))
    const wrap = PasswordWrap.parse(JSON.parse(keyStore.open(books[0].officers[0].wrap)))
    const { N, r, p } = wrap
    expect({ N, r, p }).toEqual({ N: 131_072, r: 8, p: 1 })
    const [salt, iv, sealed] = [wrap.salt, wrap.iv, wrap.sealed].map((part) => Buffer.from(part, 'base64'))
    const guess = scryptSync(wanted.password, salt!, 32, { N, r, p, maxmem: 256 * N * r })
    const opened = createDecipheriv('aes-256-gcm', guess, iv!).setAuthTag(sealed!.subarray(-16))
    opened.update(sealed!.subarray(0, -16))
    expect(() => opened.final()).not.toThrow()
  })

  it('refuses a wrong password, waits longer and longer over restarts, and lets the right one in afterwards', async () => {
    const { id } = await vault().create(wanted)
    for (const ask of ['open', 'confirm', 'confirm'] as const) {
      await expect(vault()[ask](id, 'wrong password')).rejects.toMatchObject({ code: 'wrong-password' })
    }
    await expect(vault().open(id, wanted.password)).rejects.toMatchObject({ code: 'too-many-attempts' })
    time += waitAfter(3)
    // Asked once more before an act without a way back: nothing is handed out.
    expect(await vault().confirm(id, wanted.password)).toBeUndefined()
    await expect(vault().open(id, 'wrong password')).rejects.toMatchObject({ code: 'wrong-password' })
  }, 20_000)

  it('refuses a file of a newer version and leaves it alone', async () => {
    const file = path.join(directory, 'vault.json')
    await writeFile(file, '{"version":4,"books":[]}')
    await expect(vault().create(wanted)).rejects.toMatchObject({ code: 'newer-vault' })
    expect(await readFile(file, 'utf8')).toBe('{"version":4,"books":[]}')
  })
})

describe('waitAfter', () => {
  it('starts after the third failure and is capped', () => {
    expect([1, 2, 3, 4, 5].map(waitAfter)).toEqual([0, 0, 2000, 4000, 8000])
    expect(waitAfter(40)).toBe(300_000)
  })
})
