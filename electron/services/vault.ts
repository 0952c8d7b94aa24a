import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readRecoveryKey } from '#shared/backup/recovery-key'
import { cipherOf, DataCipher, keyIdFor } from '#shared/ipc/data-cipher'
import type { BookKind } from '#shared/model/enterprise'
import { may, type Role } from '#shared/people/roles'
import type { KeyStore } from './key-store'
import { openGrant } from './officer-grants'
import { PasswordWrap, unwrapWithPassword } from './password-wrap'
import { createSerial } from './serial'
import type { StoredBook, StoredOfficer } from './vault-file'
import { createPeople } from './vault-people'
import { createRenewal } from './vault-renewal'
import { createShelf } from './vault-shelf'
import { refuse } from './vault-words'

/** What a recovery key gives back. */
const Recovered = z.object({
  keys: z.string(),
  /** Absent: made when there was AES only. */
  cipher: DataCipher.default('aes-256-gcm'),
  label: z.string(),
  officer: z.string(),
})

type NewBook = { kind: BookKind; label: string; officer: string; password: string; cipher?: DataCipher }

/** What the vault has to know of a restored book; `keys` are data key and index key, 64 bytes. */
export type AdoptedBook = {
  id: string
  kind: BookKind
  database: string
  keyId: string
  label: string
  officer: string
  /** Who else worked in it: names that stay taken and roles, without passwords. */
  others?: readonly { name: string; roles: Role[] }[]
  keys: Uint8Array
  password: string
}

/** The books of this installation and their wrapped data keys, in one small file that is replaced as a whole. */
export function createVault(directory: string, keyStore: KeyStore, now: () => Date) {
  const shelf = createShelf(directory, keyStore, now)
  const serial = createSerial()
  const people = createPeople(shelf, serial)
  const renewal = createRenewal(shelf, serial, now)

  /** Put a book on the shelf with its first officer, who is 主管 and may do everything. */
  async function put({ keys, password, label, officer, others = [], ...book }: AdoptedBook) {
    const vault = await shelf.read()
    const granted = { name: officer, roles: ['chief' as const] }
    const stored: StoredBook = {
      ...book,
      createdAt: now().toISOString(),
      label: shelf.seal({ label, officer }),
      officers: [
        await shelf.newOfficer(book, randomUUID(), keys, granted, password),
        ...others.map((one) => shelf.knownOfficer(book.id, randomUUID(), keys, one)),
      ],
      failures: 0,
      notBefore: 0,
    }
    await shelf.write({ ...vault, books: [...vault.books, stored] })
    return shelf.entryOf(stored)
  }

  return {
    ...people,
    ...renewal,

    books: () => serial(async () => (await shelf.read()).books.map(shelf.listed)),

    /** The kind of a book is fixed here; main asks it again before every call to a single window. */
    kindOf: (id: string) => serial(async () => (await shelf.find(id)).book.kind),

    create: ({ kind, cipher = 'aes-256-gcm', ...wanted }: NewBook) =>
      serial(() =>
        put({
          ...wanted,
          ...{ id: randomUUID(), kind, keyId: keyIdFor(cipher, randomUUID()), keys: randomBytes(64) },
          database: `book-${randomUUID()}`,
        }),
      ),

    /** A book that was restored, under its own keys and a password of this machine. `database` holds its rows already. */
    adopt: (restored: AdoptedBook) => serial(() => put(restored)),

    /** @param officerId may be left out where a book has only one */
    open: (id: string, password: string, officerId?: string) =>
      serial(async () => {
        const found = await shelf.find(id)
        const { keys, officer, granted } = await shelf.unlock(found, password, officerId)
        if (officer.initial) throw refuse('initial')
        return {
          entry: shelf.entryOf(found.book),
          keyId: found.book.keyId,
          former: found.book.former ?? [],
          dataKey: new Uint8Array(keys.subarray(0, 32)),
          indexKey: new Uint8Array(keys.subarray(32, 64)),
          officer: granted.name,
          officerId: officer.id,
          roles: [...granted.roles],
        }
      }),

    /** The password of an officer, asked for once more; nothing is opened by it. */
    confirm: (id: string, password: string, officerId?: string) =>
      serial(async () => {
        const { keys } = await shelf.unlock(await shelf.find(id), password, officerId)
        keys.fill(0)
      }),

    /**
     * Open by the recovery key what password or machine cannot open any more, under a new password of this machine: for
     * who made it, or another 主管 where that one may not any more. The others keep their passwords as far as this machine
     * can open them; else a chief gives them first ones.
     */
    recover: (id: string, typed: string, password: string) =>
      serial(async () => {
        const { vault, book } = await shelf.find(id)
        shelf.refuseTooEarly(book)
        if (!book.recovery) throw refuse('noRecovery')
        const key = readRecoveryKey(typed)
        if (!key) throw refuse('recoveryKey')
        const secret = await unwrapWithPassword(book.recovery, key)
        if (!secret) return shelf.failed(vault, book, 'wrongRecovery')
        const { label, officer: maker, ...recovered } = Recovered.parse(JSON.parse(secret.toString()))
        if (recovered.cipher !== cipherOf(book.keyId)) throw refuse('keysAltered')
        const keys = Buffer.from(recovered.keys, 'base64')
        const chief = chiefOf(book, keys, maker)
        const again = await shelf.newOfficer(
          book,
          chief?.id ?? randomUUID(),
          keys,
          { name: chief?.name ?? maker, roles: chief?.roles ?? ['chief'] },
          password,
        )
        book.label = shelf.seal({ label, officer: maker })
        const others = book.officers.filter((one) => one.id !== again.id && one.grant)
        book.officers = [...others.map((one) => resealed(book, keys, one)), again]
        book.failures = 0
        book.notBefore = 0
        book.renewalDue ??= 'recovery'
        await shelf.write(vault)
        return { entry: shelf.entryOf(book), officer: again.id }
      }),
  }

  /** Who the recovery key opens for: its maker, else the first chief who was not disabled. */
  function chiefOf(book: StoredBook, keys: Buffer, maker: string) {
    const chiefs = book.officers.flatMap((one) => {
      const granted = one.grant && openGrant(keys, book.id, one.id, one.grant)
      return granted && one.wrap !== undefined && may(granted.roles, 'manage')
        ? [{ id: one.id, ...granted }]
        : []
    })
    return chiefs.find(({ name }) => name === maker) ?? chiefs[0]
  }

  /** Another officer after a recovery: named again by this machine, without a wrap that it cannot open. */
  function resealed(book: StoredBook, keys: Buffer, { wrap, ...officer }: StoredOfficer): StoredOfficer {
    const granted = openGrant(keys, book.id, officer.id, officer.grant!)
    const name = shelf.seal(granted?.name ?? officer.id.slice(0, 8))
    return { ...officer, name, ...(wrap !== undefined && isReadable(wrap) && { wrap }) }
  }

  function isReadable(wrap: string): boolean {
    try {
      PasswordWrap.parse(shelf.openSealed(wrap))
      return true
    } catch {
      return false
    }
  }
}

export type VaultService = ReturnType<typeof createVault>
