import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import type { BookEntry } from '#shared/ipc/vault'
import { BookKind } from '#shared/model/enterprise'
import type { Handle } from '../shell/ipc'
import { Refusal } from '../shell/refusal'
import { readJson, writeAtomic } from './atomic-file'
import type { KeyStore } from './key-store'
import { PasswordWrap, unwrapWithPassword, wrapWithPassword } from './password-wrap'
import { createSerial } from './serial'
import type { Sessions } from './sessions'

/** Names of the enterprise and the officer are nobody else's business: sealed by the machine, not by the password. */
const Label = z.object({ label: z.string(), officer: z.string() })

const StoredBook = z.object({
  id: z.string(),
  kind: BookKind,
  database: z.string(),
  createdAt: z.string(),
  keyId: z.string(),
  label: z.string(),
  /** Per officer: data keys wrapped by the password, then by the machine. */
  officers: z.array(z.object({ id: z.string(), wrap: z.string() })),
  failures: z.int(),
  notBefore: z.number(),
})
const Vault = z.object({ version: z.literal(1), books: z.array(StoredBook) })
type Vault = z.infer<typeof Vault>
type StoredBook = z.infer<typeof StoredBook>

/** After the third wrong password the wait doubles from 2 s to 5 minutes. */
export function waitAfter(failures: number): number {
  return failures < 3 ? 0 : Math.min(2 ** (failures - 2), 300) * 1000
}

const texts = {
  unknownBook: {
    zh: '没有这个账套。请返回账套列表重新选择。',
    en: 'No such book. Go back to the list of books and choose again.',
  },
  wrongPassword: {
    zh: '口令不正确。请检查大小写和输入法后重试。',
    en: 'Wrong password. Check capitals and the input method, then try again.',
  },
  newer: {
    zh: '密钥文件由更新版本的驿关写成，本版本不能读取，未作任何改动。请安装新版本。',
    en: 'The key file was written by a newer version; this one cannot read it and changed nothing. Install the newer version.',
  },
}

/** What the vault has to know of a restored book; `keys` are data key and index key, 64 bytes. */
export type AdoptedBook = {
  id: string
  kind: BookKind
  database: string
  keyId: string
  label: string
  officer: string
  keys: Uint8Array
  password: string
}

/** The books of this installation and their wrapped data keys, in one small file that is replaced as a whole. */
export function createVault(directory: string, keyStore: KeyStore, now: () => Date) {
  const file = path.join(directory, 'vault.json')
  const serial = createSerial()

  async function read(): Promise<Vault> {
    const stored = await readJson(file)
    if (stored === undefined) return { version: 1, books: [] }
    if ((stored as { version?: unknown }).version !== 1) throw new Refusal('newer-vault', texts.newer)
    return Vault.parse(stored)
  }
  const write = (vault: Vault) => writeAtomic(file, JSON.stringify(vault, null, 1))

  function entryOf(book: StoredBook): BookEntry {
    const { label } = Label.parse(JSON.parse(keyStore.open(book.label)))
    return { id: book.id, kind: book.kind, label, database: book.database, createdAt: book.createdAt }
  }

  return {
    books: () => serial(async () => (await read()).books.map(entryOf)),

    /** The kind of a book is fixed here; main asks it again before every call to a single window. */
    kindOf: (id: string) =>
      serial(async () => {
        const book = (await read()).books.find((candidate) => candidate.id === id)
        if (!book) throw new Refusal('unknown-book', texts.unknownBook)
        return book.kind
      }),

    create: (wanted: { kind: BookKind; label: string; officer: string; password: string }) =>
      serial(async () => {
        const vault = await read()
        const wrap = await wrapWithPassword(randomBytes(64), wanted.password)
        const book: StoredBook = {
          id: randomUUID(),
          kind: wanted.kind,
          database: `book-${randomUUID()}`,
          createdAt: now().toISOString(),
          keyId: randomUUID(),
          label: keyStore.seal(JSON.stringify({ label: wanted.label, officer: wanted.officer })),
          officers: [{ id: randomUUID(), wrap: keyStore.seal(JSON.stringify(wrap)) }],
          failures: 0,
          notBefore: 0,
        }
        await write({ ...vault, books: [...vault.books, book] })
        return entryOf(book)
      }),

    /** A book that was restored, under its own keys and a password of this machine. `database` holds its rows already. */
    adopt: (restored: AdoptedBook) =>
      serial(async () => {
        const vault = await read()
        const { id, kind, database, keyId, label, officer, keys, password } = restored
        const wrap = await wrapWithPassword(keys, password)
        const book: StoredBook = {
          id,
          kind,
          database,
          createdAt: now().toISOString(),
          keyId,
          label: keyStore.seal(JSON.stringify({ label, officer })),
          officers: [{ id: randomUUID(), wrap: keyStore.seal(JSON.stringify(wrap)) }],
          failures: 0,
          notBefore: 0,
        }
        await write({ ...vault, books: [...vault.books, book] })
        return entryOf(book)
      }),

    open: (id: string, password: string) =>
      serial(async () => {
        const vault = await read()
        const book = vault.books.find((candidate) => candidate.id === id)
        if (!book) throw new Refusal('unknown-book', texts.unknownBook)
        const wait = Math.ceil((book.notBefore - now().getTime()) / 1000)
        if (wait > 0) {
          throw new Refusal('too-many-attempts', {
            zh: `口令连续输错，请等待 ${wait} 秒后再试。`,
            en: `Too many wrong passwords. Wait ${wait} seconds and try again.`,
          })
        }
        for (const officer of book.officers) {
          const wrap = PasswordWrap.parse(JSON.parse(keyStore.open(officer.wrap)))
          const keys = await unwrapWithPassword(wrap, password)
          if (!keys) continue
          if (book.failures > 0) {
            book.failures = 0
            book.notBefore = 0
            await write(vault)
          }
          return {
            entry: entryOf(book),
            keyId: book.keyId,
            dataKey: new Uint8Array(keys.subarray(0, 32)),
            indexKey: new Uint8Array(keys.subarray(32, 64)),
            officer: Label.parse(JSON.parse(keyStore.open(book.label))).officer,
          }
        }
        book.failures += 1
        book.notBefore = now().getTime() + waitAfter(book.failures)
        await write(vault)
        throw new Refusal('wrong-password', texts.wrongPassword)
      }),
  }
}

export type VaultService = ReturnType<typeof createVault>

/** `tellLocked` reaches the windows that lock together with the one that asked. */
export function registerVault(
  handle: Handle,
  vault: VaultService,
  sessions: Sessions,
  tellLocked: (windows: readonly number[]) => void,
): void {
  handle('vault.books', () => vault.books())
  handle('vault.create', (_context, wanted) => vault.create(wanted))
  handle('vault.open', async ({ window }, id, password) => {
    const { entry, ...keys } = await vault.open(id, password)
    sessions.opened(window.webContents.id, entry, keys)
    return keys
  })
  handle('vault.resume', ({ window }) => sessions.join(window.webContents.id))
  handle('vault.lock', ({ window }) => tellLocked(sessions.lock(window.webContents.id)))
}
