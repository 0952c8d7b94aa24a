import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { cheapPasswords } from '../../test/support/cheap-passwords'
import { waitAfter } from './attempts'
import type { KeyStore } from './key-store'
import { wrapWithPassword } from './password-wrap'
import { createVault } from './vault'

cheapPasswords()

const keyStore: KeyStore = {
  kind: 'file',
  seal: (text) => Buffer.from(text).toString('hex'),
  open: (sealed) => Buffer.from(sealed, 'hex').toString(),
}
const wanted = { kind: 'practice' as const, label: '演练企业', officer: '王主管', password: 'chief password' }
const clerk = { name: '李录入', roles: ['entry' as const], password: 'first password' }

let directory: string
let time: number
let book: string
let chief: { officer: string; password: string }
const vault = (store = keyStore) => createVault(directory, store, () => new Date(time))
const file = () => path.join(directory, 'vault.json')

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'yiguan-vault-'))
  time = Date.UTC(2026, 0, 1)
  const entry = await vault().create(wanted)
  book = entry.id
  chief = { officer: entry.officers[0]!.id, password: wanted.password }
})

/** The second officer, who has set an own password. */
async function withClerk(): Promise<string> {
  const { id } = await vault().addOfficer(book, chief, clerk)
  await vault().changePassword(book, id, clerk.password, 'own password')
  return id
}

describe('a second officer', () => {
  it('opens the same keys with an own password, after the first one was changed', async () => {
    const { id, initial } = await vault().addOfficer(book, chief, clerk)
    expect(initial).toBe(true)
    await expect(vault().open(book, clerk.password, id)).rejects.toMatchObject({ code: 'initial-password' })
    await expect(vault().changePassword(book, id, clerk.password, clerk.password)).rejects.toMatchObject({
      code: 'same-password',
    })
    await vault().changePassword(book, id, clerk.password, 'own password')
    const { entry, officer, roles, ...keys } = await vault().open(book, 'own password', id)
    expect({ officer, roles }).toEqual({ officer: clerk.name, roles: ['entry'] })
    expect(entry.officers.map(({ name }) => name)).toEqual([wanted.officer, clerk.name])
    const own = await vault().open(book, wanted.password, chief.officer)
    expect([keys.dataKey, keys.indexKey, keys.keyId]).toEqual([own.dataKey, own.indexKey, own.keyId])
    expect(own.roles).toEqual(['chief'])
    const text = await readFile(file(), 'utf8')
    for (const clear of [clerk.name, 'entry', 'own password']) expect(text).not.toContain(clear)
  })

  it('is added, changed and disabled by a chief with the password only', async () => {
    const id = await withClerk()
    const asClerk = { officer: id, password: 'own password' }
    await expect(vault().addOfficer(book, asClerk, { ...clerk, name: '又一人' })).rejects.toMatchObject({
      code: 'not-your-role',
    })
    await expect(vault().setRoles(book, asClerk, id, ['chief'])).rejects.toMatchObject({
      code: 'not-your-role',
    })
    await expect(vault().disableOfficer(book, { ...chief, password: 'wrong' }, id)).rejects.toMatchObject({
      code: 'wrong-password',
    })
    await expect(vault().makeRecoveryKey(book, asClerk)).rejects.toMatchObject({
      code: 'not-your-role',
    })
    await expect(vault().addOfficer(book, chief, clerk)).rejects.toMatchObject({ code: 'officer-name-taken' })
  })

  it('waits alone for own wrong passwords', async () => {
    const id = await withClerk()
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(vault().open(book, 'guess', id)).rejects.toMatchObject({ code: 'wrong-password' })
    await expect(vault().open(book, 'own password', id)).rejects.toMatchObject({ code: 'too-many-attempts' })
    await vault().open(book, wanted.password, chief.officer)
    time += waitAfter(3)
    await vault().open(book, 'own password', id)
  })

  it('who was disabled opens nothing, keeps the name taken, and may come back', async () => {
    const id = await withClerk()
    await vault().disableOfficer(book, chief, id)
    await expect(vault().open(book, 'own password', id)).rejects.toMatchObject({ code: 'officer-disabled' })
    expect((await vault().books())[0]!.officers).toHaveLength(1)
    await expect(vault().addOfficer(book, chief, clerk)).rejects.toMatchObject({ code: 'officer-name-taken' })
    await vault().renewOfficer(book, chief, id, 'next first password')
    await vault().changePassword(book, id, 'next first password', 'another own')
    expect((await vault().open(book, 'another own', id)).officer).toBe(clerk.name)
  })

  it('never leaves a book without a chief who can sign in', async () => {
    const id = await withClerk()
    await expect(vault().disableOfficer(book, chief, chief.officer)).rejects.toMatchObject({
      code: 'last-chief',
    })
    await expect(vault().setRoles(book, chief, chief.officer, ['audit'])).rejects.toMatchObject({
      code: 'last-chief',
    })
    await vault().setRoles(book, chief, id, ['chief'])
    await vault().setRoles(book, chief, chief.officer, ['declare'])
    expect((await vault().open(book, wanted.password, chief.officer)).roles).toEqual(['declare'])
    await expect(vault().setAutoLock(book, 5)).resolves.toBeUndefined()
  })

  it('whose roles were changed in the file, or taken from another officer, is not let in', async () => {
    const id = await withClerk()
    const stored = JSON.parse(await readFile(file(), 'utf8')) as {
      books: { officers: { id: string; grant?: object }[] }[]
    }
    const [own, other] = stored.books[0]!.officers
    await writeFile(
      file(),
      JSON.stringify({
        ...stored,
        books: [{ ...stored.books[0], officers: [own, { ...other, grant: own!.grant }] }],
      }),
    )
    await expect(vault().open(book, 'own password', id)).rejects.toMatchObject({ code: 'officer-altered' })
    const { grant: _grant, ...bare } = other!
    await writeFile(
      file(),
      JSON.stringify({ ...stored, books: [{ ...stored.books[0], officers: [own, bare] }] }),
    )
    await expect(vault().open(book, 'own password', id)).rejects.toMatchObject({ code: 'officer-altered' })
  })
})

describe('the recovery key', () => {
  it('still opens the book for its chief, and leaves the others their passwords', async () => {
    const id = await withClerk()
    const before = await vault().open(book, 'own password', id)
    const key = await vault().makeRecoveryKey(book, chief)
    await vault().changePassword(book, chief.officer, wanted.password, 'changed since')
    const { officer } = await vault().recover(book, key, 'recovered password')
    expect(officer).toBe(chief.officer)
    expect((await vault().open(book, 'recovered password', officer)).roles).toEqual(['chief'])
    expect(await vault().open(book, 'own password', id)).toMatchObject({ dataKey: before.dataKey })
  })

  it('names everybody again on a machine whose key store was lost; a chief gives them first passwords', async () => {
    const id = await withClerk()
    const key = await vault().makeRecoveryKey(book, chief)
    const other: KeyStore = {
      kind: 'file',
      seal: (text) => `new ${text}`,
      open: (sealed) => {
        if (!sealed.startsWith('new ')) throw new Error('not mine')
        return sealed.slice(4)
      },
    }
    const { officer } = await vault(other).recover(book, key, 'recovered password')
    await expect(vault(other).open(book, 'own password', id)).rejects.toMatchObject({
      code: 'officer-disabled',
    })
    const asChief = { officer, password: 'recovered password' }
    await vault(other).renewOfficer(book, asChief, id, 'next first password')
    const [entry] = await vault(other).books()
    expect(entry!.officers.map(({ name }) => name).sort()).toEqual([clerk.name, wanted.officer].sort())
  })
})

describe('a key file of version 1', () => {
  /** What the first release wrote: one officer a book, whose name stood beside the label. */
  async function asVersion1(keys: Uint8Array): Promise<void> {
    const { books } = JSON.parse(await readFile(file(), 'utf8')) as {
      books: { officers: { id: string }[]; failures: number }[]
    }
    const wrap = keyStore.seal(JSON.stringify(await wrapWithPassword(keys, wanted.password)))
    const older = books.map(({ officers, ...one }) => ({
      ...one,
      failures: 2,
      officers: officers.map(({ id }) => ({ id, wrap })),
    }))
    await writeFile(file(), JSON.stringify({ version: 1, books: older }))
  }

  it('opens with the same password and keys; its officer is chief, and what was guessed wrong still counts', async () => {
    const before = await vault().open(book, wanted.password)
    await asVersion1(Buffer.concat([before.dataKey, before.indexKey]))
    expect((await vault().books())[0]!.officers).toEqual([{ id: chief.officer, name: wanted.officer }])
    await expect(vault().open(book, 'wrong')).rejects.toMatchObject({ code: 'wrong-password' })
    await expect(vault().open(book, wanted.password)).rejects.toMatchObject({ code: 'too-many-attempts' })
    time += waitAfter(3)
    expect(await vault().open(book, wanted.password)).toEqual(before)
    await withClerk()
    expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ version: 3 })
  })
})
