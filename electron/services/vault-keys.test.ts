import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { cheapPasswords } from '../../test/support/cheap-passwords'
import type { KeyStore } from './key-store'
import { createVault } from './vault'

cheapPasswords()

const keyStore: KeyStore = {
  kind: 'file',
  seal: (text) => Buffer.from(text).toString('hex'),
  open: (sealed) => Buffer.from(sealed, 'hex').toString(),
}
const wanted = { kind: 'practice' as const, label: '演练企业', officer: '王申报', password: 'right password' }
const now = () => new Date(Date.UTC(2026, 0, 1))

let directory: string
const vault = () => createVault(directory, keyStore, now)

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'yiguan-vault-'))
})

describe('other ways to the keys of a book', () => {
  it('takes another password for the same keys, and asks for the old one', async () => {
    const { id, officers } = await vault().create(wanted)
    const [own] = officers
    const before = await vault().open(id, wanted.password)
    await expect(
      vault().changePassword(id, own!.id, 'wrong password', 'next password'),
    ).rejects.toMatchObject({
      code: 'wrong-password',
    })
    await vault().changePassword(id, own!.id, wanted.password, 'next password')
    expect(await vault().open(id, 'next password')).toEqual(before)
    await expect(vault().open(id, wanted.password)).rejects.toMatchObject({ code: 'wrong-password' })
  })

  it('opens by the recovery key when password and machine are lost, once a slip of the pen is mended', async () => {
    const { id } = await vault().create(wanted)
    const before = await vault().open(id, wanted.password)
    await expect(vault().recover(id, 'whatever', 'next password')).rejects.toMatchObject({
      code: 'no-recovery-key',
    })
    const earlier = await vault().makeRecoveryKey(id, {
      officer: before.officerId,
      password: wanted.password,
    })
    const key = await vault().makeRecoveryKey(id, { officer: before.officerId, password: wanted.password })
    expect(await readFile(path.join(directory, 'vault.json'), 'utf8')).not.toContain(key)

    const elsewhere: KeyStore = {
      ...keyStore,
      open: () => {
        throw new Error('not mine')
      },
    }
    const lost = createVault(directory, elsewhere, now)
    const [book] = await lost.books()
    expect(book).toMatchObject({ id, label: expect.not.stringContaining(wanted.label) as string })
    await expect(lost.open(id, wanted.password)).rejects.toMatchObject({ code: 'key-store' })

    await expect(vault().recover(id, key.slice(1), 'next password')).rejects.toMatchObject({
      code: 'recovery-key-slip',
    })
    await expect(vault().recover(id, earlier, 'next password')).rejects.toMatchObject({
      code: 'wrong-recovery-key',
    })
    expect(await vault().recover(id, key.toLowerCase(), 'next password')).toMatchObject({
      entry: { label: wanted.label },
      officer: before.officerId,
    })
    expect(await vault().open(id, 'next password')).toEqual(before)
  })
})
