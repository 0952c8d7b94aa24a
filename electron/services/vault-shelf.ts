import path from 'node:path'
import { cipherOf } from '#shared/ipc/data-cipher'
import type { BookEntry } from '#shared/ipc/vault'
import { readJson, writeAtomic } from '../atomic-file'
import { waitAfter } from './attempts'
import { makePair, openBox, publicOf, sealBox } from './key-box'
import type { KeyStore } from './key-store'
import { type Granted, openGrant, sealGrant } from './officer-grants'
import { PasswordWrap, unwrapWithPassword, wrapWithPassword } from './password-wrap'
import { emptyVault, Label, readVault, type StoredBook, type StoredOfficer, type Vault } from './vault-file'
import { refuse, tooEarly } from './vault-words'

/** `secret`: what the password opened, to be wrapped again under another. */
export type Unlocked = { keys: Buffer; secret: Buffer; officer: StoredOfficer; granted: Granted }
export type Found = { vault: Vault; book: StoredBook }
/** A book as far as the keys of its officers are bound to it. */
type KeyedBook = Pick<StoredBook, 'id' | 'keyId'>
type Attempts = { failures: number; notBefore: number }

/** The key file: reading, writing, and how a password becomes keys. Everything here runs one after another. */
export function createShelf(directory: string, keyStore: KeyStore, now: () => Date) {
  const file = path.join(directory, 'vault.json')

  async function read(): Promise<Vault> {
    const stored = await readJson(file)
    if (stored === undefined) return emptyVault
    const vault = readVault(stored)
    if (!vault) throw refuse('newer')
    return vault
  }
  const write = (vault: Vault) => writeAtomic(file, JSON.stringify(vault, null, 1))

  const seal = (content: unknown) => keyStore.seal(JSON.stringify(content))

  /** What this machine sealed; a machine that cannot open it any more is told by name. */
  function openSealed(sealed: string): unknown {
    try {
      return JSON.parse(keyStore.open(sealed))
    } catch {
      throw refuse('keyStore')
    }
  }

  const labelOf = (book: StoredBook) => Label.parse(openSealed(book.label))

  const nameOf = (book: StoredBook, officer: StoredOfficer): string =>
    officer.name === undefined ? labelOf(book).officer : String(openSealed(officer.name))

  function entryOf(book: StoredBook): BookEntry {
    const { id, kind, database, createdAt, officers } = book
    const active = officers.filter(({ wrap }) => wrap !== undefined)
    return {
      ...{ id, kind, database, createdAt, label: labelOf(book).label },
      officers: active.map((officer) => ({ id: officer.id, name: nameOf(book, officer) })),
    }
  }

  /** A book whose names cannot be read is listed all the same: its recovery key may be at hand. */
  function listed(book: StoredBook): BookEntry {
    try {
      return entryOf(book)
    } catch {
      const { id, kind, database, createdAt, officers } = book
      return {
        ...{ id, kind, database, createdAt, label: `${createdAt.slice(0, 10)} · ${id.slice(0, 8)}` },
        officers: officers.map((officer) => ({ id: officer.id, name: officer.id.slice(0, 8) })),
      }
    }
  }

  async function find(id: string): Promise<Found> {
    const vault = await read()
    const book = vault.books.find((candidate) => candidate.id === id)
    if (!book) throw refuse('unknownBook')
    return { vault, book }
  }

  function officerOf(book: StoredBook, id?: string): StoredOfficer {
    const [only, ...others] = book.officers
    const found = id === undefined && others.length === 0 ? only : book.officers.find((one) => one.id === id)
    if (!found) throw refuse('unknownOfficer')
    return found
  }

  function refuseTooEarly({ notBefore }: Attempts): void {
    const wait = Math.ceil((notBefore - now().getTime()) / 1000)
    if (wait > 0) throw tooEarly(wait)
  }

  async function failed(vault: Vault, attempts: Attempts, why: Parameters<typeof refuse>[0]): Promise<never> {
    attempts.failures += 1
    attempts.notBefore = now().getTime() + waitAfter(attempts.failures)
    await write(vault)
    throw refuse(why)
  }

  /** An officer of a file of version 1 was alone and did everything: made 主管 the first time the keys are there. */
  function grantedTo(book: StoredBook, officer: StoredOfficer, keys: Uint8Array): Granted {
    if (!officer.grant && book.officers.length === 1) {
      const granted: Granted = { name: nameOf(book, officer), roles: ['chief'] }
      officer.grant = sealGrant(keys, book.id, officer.id, granted)
    }
    const granted = officer.grant && openGrant(keys, book.id, officer.id, officer.grant)
    if (!granted) throw refuse('altered')
    return granted
  }

  /** The keys by an officer's password. A wrong one counts for this officer alone and is waited for. */
  async function unlock({ vault, book }: Found, password: string, officerId?: string): Promise<Unlocked> {
    const officer = officerOf(book, officerId)
    refuseTooEarly(officer)
    if (officer.wrap === undefined) throw refuse('disabled')
    const wrap = PasswordWrap.parse(openSealed(officer.wrap))
    const secret = await unwrapWithPassword(wrap, password)
    if (!secret) return failed(vault, officer, 'wrongPassword')
    const keys = officer.keys ? openBox(secret, officer.keys, boundTo(book, officer.id)) : secret
    if (!keys) throw refuse('altered')
    const isNew = officer.grant === undefined
    const granted = grantedTo(book, officer, keys)
    const isPaired = officer.keys !== undefined && granted.box === publicOf(secret)
    const paired = isPaired ? { secret, granted } : await pair(book, officer, keys, granted, password)
    if (officer.failures > 0 || isNew || !isPaired) {
      officer.failures = 0
      officer.notBefore = 0
      await write(vault)
    }
    return { keys, officer, ...paired }
  }

  /** The cipher of the keys is bound to them: who writes to the file makes no book of one cipher one of another. */
  function boundTo({ id, keyId }: KeyedBook, officerId: string): string {
    const cipher = cipherOf(keyId)
    return [id, officerId, ...(cipher === 'aes-256-gcm' ? [] : [cipher])].join('\u0000')
  }

  /** The keys of the book for an officer's key pair; the officer opens nothing else any more. */
  const keysFor = (book: KeyedBook, officerId: string, box: string, keys: Uint8Array) =>
    sealBox(box, keys, boundTo(book, officerId))

  /** Give an officer a key pair of the officer's own under this password, and the keys of the book for it. */
  async function pair(
    book: KeyedBook,
    officer: StoredOfficer,
    keys: Uint8Array,
    { name, roles }: Granted,
    password: string,
  ): Promise<{ secret: Buffer; granted: Granted }> {
    const { publicKey, privateKey } = makePair()
    const granted = { name, roles, box: publicKey }
    officer.wrap = await wrapFor(privateKey, password)
    officer.keys = keysFor(book, officer.id, publicKey, keys)
    officer.grant = sealGrant(keys, book.id, officer.id, granted)
    return { secret: privateKey, granted }
  }

  /** A private key under a password of this machine. */
  const wrapFor = async (secret: Uint8Array, password: string) =>
    seal(await wrapWithPassword(secret, password))

  async function newOfficer(
    book: KeyedBook,
    id: string,
    keys: Uint8Array,
    granted: Granted,
    password: string,
  ): Promise<StoredOfficer> {
    const officer: StoredOfficer = { id, name: seal(granted.name), failures: 0, notBefore: 0 }
    await pair(book, officer, keys, granted, password)
    return officer
  }

  /** An officer who opens nothing until a chief gives a first password; the name is taken, because the journal says it. */
  function knownOfficer(
    bookId: string,
    id: string,
    keys: Uint8Array,
    { name, roles }: Pick<Granted, 'name' | 'roles'>,
  ): StoredOfficer {
    const grant = sealGrant(keys, bookId, id, { name, roles })
    return { id, name: seal(name), grant, failures: 0, notBefore: 0 }
  }

  return {
    ...{ read, write, seal, openSealed, labelOf, nameOf, entryOf, listed },
    ...{ find, officerOf, refuseTooEarly, failed, unlock, wrapFor, newOfficer, knownOfficer, pair, keysFor },
  }
}

export type Shelf = ReturnType<typeof createShelf>
