import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { cipherOf, keyIdFor } from '#shared/ipc/data-cipher'
import { cheapPasswords } from '../../test/support/cheap-passwords'
import { shippedFormer as shipped } from '../../test/support/former-key'
import { createCatalogue, KEPT } from './backup-catalogue'
import { openFormer } from './former-key'
import type { KeyStore } from './key-store'
import { sealGrant } from './officer-grants'
import { wrapWithPassword } from './password-wrap'
import { openKey, sealKey } from './sealed-key'
import { createVault } from './vault'

cheapPasswords()

const keyStore: KeyStore = {
  kind: 'file',
  seal: (text) => Buffer.from(text).toString('hex'),
  open: (sealed) => Buffer.from(sealed, 'hex').toString(),
}
const wanted = { kind: 'practice' as const, label: '演练企业', officer: '王主管', password: 'chief password' }
const first = { roles: ['entry' as const], password: 'first password' }

let directory: string
let book: string
let chief: { officer: string; password: string }
const vault = () => createVault(directory, keyStore, () => new Date(Date.UTC(2026, 0, 1)))
const file = () => path.join(directory, 'vault.json')
const stored = async () =>
  JSON.parse(await readFile(file(), 'utf8')) as { version: number; books: Record<string, unknown>[] }

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'yiguan-vault-'))
  const entry = await vault().create(wanted)
  book = entry.id
  chief = { officer: entry.officers[0]!.id, password: wanted.password }
})

async function withClerk(name: string): Promise<string> {
  const { id } = await vault().addOfficer(book, chief, { ...first, name })
  await vault().changePassword(book, id, first.password, `password of ${name}`)
  return id
}

describe('new data keys', () => {
  it('reach everybody who can sign in, under the password each has, and nobody who was disabled', async () => {
    const [stays, goes] = [await withClerk('stays'), await withClerk('goes')]
    const before = await vault().open(book, 'password of goes', goes)
    const copied = await readFile(file(), 'utf8')
    await vault().disableOfficer(book, chief, goes)
    expect(await vault().keyState(book)).toMatchObject({ due: 'officer', renewing: false })
    const { without } = await vault().renewKeys(book, chief, 'aes-256-gcm')
    expect(without).toEqual([])
    const own = await vault().open(book, chief.password, chief.officer)
    const clerks = await vault().open(book, 'password of stays', stays)
    expect([clerks.keyId, clerks.dataKey, clerks.roles]).toEqual([own.keyId, own.dataKey, ['entry']])
    expect(own.keyId).not.toBe(before.keyId)
    expect(own.dataKey).not.toEqual(before.dataKey)
    // Ids and the chain of the journal are made with it; it opens nothing.
    expect(own.indexKey).toEqual(before.indexKey)
    // Until the book is under the new key the old one is at hand, for who has the new one.
    expect(openFormer(own.dataKey, own.former[0]!)).toEqual(Buffer.from(before.dataKey))
    expect(openFormer(before.dataKey, own.former[0]!)).toBeUndefined()
    expect(await vault().keyState(book)).toMatchObject({ due: null, renewing: true })
    await expect(vault().open(book, 'password of goes', goes)).rejects.toMatchObject({
      code: 'officer-disabled',
    })
    // Nor does what the disabled officer kept of the old key file open the new one.
    const old = (JSON.parse(copied) as Awaited<ReturnType<typeof stored>>).books[0]!
    const officers = old['officers'] as { id: string; wrap: string }[]
    const now = await stored()
    const present = now.books[0]!['officers'] as Record<string, unknown>[]
    const back = present.map((one) =>
      one['id'] === goes ? { ...one, wrap: officers.find(({ id }) => id === goes)!.wrap } : one,
    )
    await writeFile(file(), JSON.stringify({ ...now, books: [{ ...now.books[0], officers: back }] }))
    await expect(vault().open(book, 'password of goes', goes)).rejects.toMatchObject({
      code: 'officer-altered',
    })
  })

  it('are made once at a time, and the key before goes when the book no longer needs it', async () => {
    await vault().renewKeys(book, chief, 'aes-256-gcm')
    const { keyId } = await vault().open(book, chief.password)
    await expect(vault().renewKeys(book, chief, 'aes-256-gcm')).rejects.toMatchObject({
      code: 'keys-renewing',
    })
    await vault().keysRenewed(book, 'another key')
    expect(await vault().keyState(book)).toMatchObject({ renewing: true })
    await vault().keysRenewed(book, keyId)
    expect(await vault().keyState(book)).toMatchObject({ renewing: false })
    expect((await stored()).books[0]).not.toHaveProperty('former')
    expect((await vault().open(book, chief.password)).former).toEqual([])
    await expect(
      vault().renewKeys(book, { ...chief, password: 'wrong' }, 'aes-256-gcm'),
    ).rejects.toMatchObject({
      code: 'wrong-password',
    })
  })

  it('come with a new recovery key: the one before opens nothing, the new one the new keys', async () => {
    const earlier = await vault().makeRecoveryKey(book, chief)
    const { recoveryKey } = await vault().renewKeys(book, chief, 'aes-256-gcm')
    const { keyId, dataKey } = await vault().open(book, chief.password)
    await expect(vault().recover(book, earlier, 'next password')).rejects.toMatchObject({
      code: 'wrong-recovery-key',
    })
    await vault().recover(book, recoveryKey, 'next password')
    expect(await vault().open(book, 'next password')).toMatchObject({ keyId, dataKey })
    expect(await vault().keyState(book)).toMatchObject({ due: 'recovery' })
    expect(await readFile(file(), 'utf8')).not.toContain(recoveryKey)
  })

  it('leave out who has never unlocked since version 2, by name, until a first password is given', async () => {
    const [seen, unseen] = [await withClerk('seen'), await withClerk('unseen')]
    const { dataKey, indexKey } = await vault().open(book, chief.password, chief.officer)
    const both = Buffer.concat([dataKey, indexKey])
    const passwords: Record<string, string> = {
      [chief.officer]: chief.password,
      [seen]: 'password of seen',
      [unseen]: 'password of unseen',
    }
    const now = await stored()
    const officers = await Promise.all(
      Object.entries(passwords).map(async ([id, password]) => ({
        ...{ id, failures: 0, notBefore: 0 },
        name: keyStore.seal(JSON.stringify(password.slice(12))),
        wrap: keyStore.seal(JSON.stringify(await wrapWithPassword(both, password))),
        grant: sealGrant(both, book, id, {
          name: password.slice(12),
          roles: [id === chief.officer ? 'chief' : 'entry'],
        }),
      })),
    )
    await writeFile(file(), JSON.stringify({ version: 2, books: [{ ...now.books[0], officers }] }))
    expect((await vault().open(book, 'password of seen', seen)).dataKey).toEqual(dataKey)
    expect(await vault().renewKeys(book, chief, 'aes-256-gcm')).toMatchObject({ without: ['unseen'] })
    expect(await stored()).toMatchObject({ version: 3 })
    const own = await vault().open(book, chief.password, chief.officer)
    expect((await vault().open(book, 'password of seen', seen)).dataKey).toEqual(own.dataKey)
    await expect(vault().open(book, 'password of unseen', unseen)).rejects.toMatchObject({
      code: 'officer-disabled',
    })
    await vault().renewOfficer(book, chief, unseen, 'next first password')
    await vault().changePassword(book, unseen, 'next first password', 'an own password')
    expect((await vault().open(book, 'an own password', unseen)).dataKey).toEqual(own.dataKey)
  })

  it('are of the cipher that was chosen, for the whole book, and of the one before again', async () => {
    expect(await vault().keyState(book)).toMatchObject({ cipher: 'aes-256-gcm' })
    const clerk = await withClerk('clerk')
    for (const cipher of ['sm4-gcm', 'aes-256-gcm'] as const) {
      const { recoveryKey } = await vault().renewKeys(book, chief, cipher)
      expect(await vault().keyState(book)).toMatchObject({ cipher })
      const { keyId, former } = await vault().open(book, 'password of clerk', clerk)
      expect([cipherOf(keyId), former.length]).toEqual([cipher, 1])
      expect(cipherOf(former[0]!.keyId)).not.toBe(cipher)
      await vault().keysRenewed(book, keyId)
      await vault().recover(book, recoveryKey, chief.password)
      expect((await vault().open(book, chief.password, chief.officer)).keyId).toBe(keyId)
    }
  })

  it('let nobody who writes to the file make a book of one cipher one of the other', async () => {
    for (const cipher of ['sm4-gcm', 'aes-256-gcm'] as const) {
      const { recoveryKey } = await vault().renewKeys(book, chief, cipher)
      const { keyId } = await vault().open(book, chief.password, chief.officer)
      await vault().keysRenewed(book, keyId)
      const now = await stored()
      const other = keyIdFor(cipher === 'sm4-gcm' ? 'aes-256-gcm' : 'sm4-gcm', keyId.replace('sm4-gcm.', ''))
      await writeFile(file(), JSON.stringify({ ...now, books: [{ ...now.books[0], keyId: other }] }))
      await expect(vault().open(book, chief.password)).rejects.toMatchObject({ code: 'officer-altered' })
      await expect(vault().recover(book, recoveryKey, 'next password')).rejects.toMatchObject({
        code: 'keys-altered',
      })
      await writeFile(file(), JSON.stringify(now))
    }
  })

  it('come beside the key before in the form the page reads', () => {
    const dataKey = Buffer.from(shipped.dataKey, 'base64')
    expect(openFormer(dataKey, shipped.former)?.toString('base64')).toBe(shipped.older)
  })

  it('keep the key of backups at hand, also when it was killed before the catalogue was written', async () => {
    const catalogue = createCatalogue(path.join(directory, 'backups'))
    const { dataKey } = await vault().open(book, chief.password)
    const backupKey = Buffer.alloc(32, 7)
    const kept = sealKey(dataKey, backupKey, KEPT)
    await catalogue.change(book, (before) => ({ ...before, kept }))
    await vault().renewKeys(book, chief, 'aes-256-gcm')
    for (let opened = 0; opened < 2; opened++) {
      const own = await vault().open(book, chief.password)
      await catalogue.renew(book, own.dataKey, own.former)
      expect(openKey(own.dataKey, (await catalogue.read(book)).kept!, KEPT)).toEqual(backupKey)
    }
  })
})
