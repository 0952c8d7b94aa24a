import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { readRecoveryKey, RECOVERY_BYTES, recoveryKeyOf } from '#shared/backup/recovery-key'
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
  /** Keys and names under the recovery key alone: neither password nor this machine is needed to open it. */
  recovery: PasswordWrap.optional(),
  failures: z.int(),
  notBefore: z.number(),
})
/** What a recovery key gives back. */
const Recovered = z.object({ keys: z.string(), label: z.string(), officer: z.string() })
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
  keyStore: {
    zh: '本机的密钥库打不开这个账套的钥匙（换过系统账户、重装过系统或换了电脑）。数据没有改动。请用恢复密钥打开，或从备份恢复。',
    en: "This machine's key store cannot open the key of this book (another account, a new system, another computer). No data was changed. Use the recovery key, or restore a backup.",
  },
  recoveryKey: {
    zh: '恢复密钥抄写有误：应为 7 组、每组 4 位，请对照纸上逐位核对后重输。',
    en: 'The recovery key has a slip: seven groups of four. Compare it with the paper, digit by digit.',
  },
  wrongRecovery: {
    zh: '这把恢复密钥不是这个账套的，或者已被后来生成的恢复密钥取代。',
    en: 'This recovery key is not of this book, or a later one took its place.',
  },
  noRecovery: {
    zh: '这个账套没有生成过恢复密钥。请从备份恢复。',
    en: 'No recovery key was ever made for this book. Restore a backup.',
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

  /** What this machine sealed; a machine that cannot open it any more is told by name. */
  function openSealed(sealed: string): unknown {
    try {
      return JSON.parse(keyStore.open(sealed))
    } catch {
      throw new Refusal('key-store', texts.keyStore)
    }
  }

  function entryOf(book: StoredBook): BookEntry {
    const { label } = Label.parse(openSealed(book.label))
    return { id: book.id, kind: book.kind, label, database: book.database, createdAt: book.createdAt }
  }

  /** A book whose name cannot be read is listed all the same: its recovery key may be at hand. */
  function listed(book: StoredBook): BookEntry {
    try {
      return entryOf(book)
    } catch {
      const { id, kind, database, createdAt } = book
      return { id, kind, database, createdAt, label: `${createdAt.slice(0, 10)} · ${id.slice(0, 8)}` }
    }
  }

  async function find(id: string): Promise<{ vault: Vault; book: StoredBook }> {
    const vault = await read()
    const book = vault.books.find((candidate) => candidate.id === id)
    if (!book) throw new Refusal('unknown-book', texts.unknownBook)
    return { vault, book }
  }

  function refuseTooEarly(book: StoredBook): void {
    const wait = Math.ceil((book.notBefore - now().getTime()) / 1000)
    if (wait <= 0) return
    throw new Refusal('too-many-attempts', {
      zh: `口令连续输错，请等待 ${wait} 秒后再试。`,
      en: `Too many wrong passwords. Wait ${wait} seconds and try again.`,
    })
  }

  async function failed(vault: Vault, book: StoredBook, refusal: Refusal): Promise<never> {
    book.failures += 1
    book.notBefore = now().getTime() + waitAfter(book.failures)
    await write(vault)
    throw refusal
  }

  /** The keys by a password, and whose it was. A wrong one counts and is waited for. */
  async function unlock(vault: Vault, book: StoredBook, password: string) {
    refuseTooEarly(book)
    for (const officer of book.officers) {
      const keys = await unwrapWithPassword(PasswordWrap.parse(openSealed(officer.wrap)), password)
      if (!keys) continue
      if (book.failures > 0) {
        book.failures = 0
        book.notBefore = 0
        await write(vault)
      }
      return { keys, officer }
    }
    return failed(vault, book, new Refusal('wrong-password', texts.wrongPassword))
  }

  return {
    books: () => serial(async () => (await read()).books.map(listed)),

    /** The kind of a book is fixed here; main asks it again before every call to a single window. */
    kindOf: (id: string) =>
      serial(async () => {
        const { book } = await find(id)
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
        const { vault, book } = await find(id)
        const { keys } = await unlock(vault, book, password)
        return {
          entry: entryOf(book),
          keyId: book.keyId,
          dataKey: new Uint8Array(keys.subarray(0, 32)),
          indexKey: new Uint8Array(keys.subarray(32, 64)),
          officer: Label.parse(openSealed(book.label)).officer,
        }
      }),

    /** Another password for the same keys: no record is sealed anew. */
    changePassword: (id: string, password: string, next: string) =>
      serial(async () => {
        const { vault, book } = await find(id)
        const { keys, officer } = await unlock(vault, book, password)
        officer.wrap = keyStore.seal(JSON.stringify(await wrapWithPassword(keys, next)))
        await write(vault)
      }),

    /** A recovery key for paper. It is kept nowhere and takes the place of an earlier one. */
    makeRecoveryKey: (id: string, password: string) =>
      serial(async () => {
        const { vault, book } = await find(id)
        const { keys } = await unlock(vault, book, password)
        const shown = recoveryKeyOf(randomBytes(RECOVERY_BYTES))
        const { label, officer } = Label.parse(openSealed(book.label))
        const secret = JSON.stringify({ keys: keys.toString('base64'), label, officer })
        book.recovery = await wrapWithPassword(Buffer.from(secret), readRecoveryKey(shown)!)
        await write(vault)
        return shown
      }),

    /** Open by the recovery key what password or machine cannot open any more, under a new password of this machine. */
    recover: (id: string, typed: string, password: string) =>
      serial(async () => {
        const { vault, book } = await find(id)
        refuseTooEarly(book)
        if (!book.recovery) throw new Refusal('no-recovery-key', texts.noRecovery)
        const key = readRecoveryKey(typed)
        if (!key) throw new Refusal('recovery-key-slip', texts.recoveryKey)
        const secret = await unwrapWithPassword(book.recovery, key)
        if (!secret) return failed(vault, book, new Refusal('wrong-recovery-key', texts.wrongRecovery))
        const { keys, label, officer } = Recovered.parse(JSON.parse(secret.toString()))
        const wrap = await wrapWithPassword(Buffer.from(keys, 'base64'), password)
        book.label = keyStore.seal(JSON.stringify({ label, officer }))
        book.officers = [{ id: randomUUID(), wrap: keyStore.seal(JSON.stringify(wrap)) }]
        book.failures = 0
        book.notBefore = 0
        await write(vault)
        return entryOf(book)
      }),

    /** Whether a recovery key was made for this book. */
    hasRecoveryKey: (id: string) => serial(async () => (await find(id)).book.recovery !== undefined),
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
  handle('vault.changePassword', (_context, id, password, next) => vault.changePassword(id, password, next))
  handle('vault.makeRecoveryKey', (_context, id, password) => vault.makeRecoveryKey(id, password))
  handle('vault.hasRecoveryKey', (_context, id) => vault.hasRecoveryKey(id))
  handle('vault.recover', (_context, id, key, password) => vault.recover(id, key, password))
  handle('vault.resume', ({ window }) => sessions.join(window.webContents.id))
  handle('vault.lock', ({ window }) => tellLocked(sessions.lock(window.webContents.id)))
}
