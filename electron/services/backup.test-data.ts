import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { encodeRow } from '#shared/backup/rows'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { createBackups } from './backup'
import { createCatalogue } from './backup-catalogue'
import { createBelongings } from './belongings'
import type { KeyStore } from './key-store'
import { createMessageKeys } from './message-keys'
import { createRestores } from './restore'
import { createSendJournals } from './send-journals'
import { createSentinel } from './sentinel'
import { createSessions } from './sessions'
import { createSigningKeys } from './signing-keys'
import { createVault } from './vault'

const keyStore: KeyStore = {
  kind: 'file',
  seal: (text) => Buffer.from(text).toString('hex'),
  open: (sealed) => Buffer.from(sealed, 'hex').toString(),
}
export const window = { id: 1, webContents: { id: 1 }, once: () => undefined } as unknown as BrowserWindow
export const stranger = { ...window, id: 2, webContents: { id: 2 } } as unknown as BrowserWindow
export const passphrase = 'a passphrase for backups'
export const company = '演练企业'
export const gb = 1024 ** 3

export const sent = (n: number): JournalEntry => ({
  batchId: `00000000-0000-4000-8000-00000000000${n}`,
  contentHash: String(n).repeat(64),
  marks: [`mark-${n}`],
  at: '2026-01-01T00:00:00.000Z',
  account: 'practice|3301',
})

/** One installation with its own profile; `chosen` is what its dialogs answer. */
export async function installation() {
  const profile = await mkdtemp(path.join(tmpdir(), 'yiguan-backup-'))
  const world = {
    profile,
    time: Date.UTC(2026, 0, 5, 2),
    free: 50 * gb,
    folder: '',
    file: '',
    beforeEnd: async () => {},
  }
  const now = () => new Date(world.time)
  const sessions = createSessions()
  const vault = createVault(profile, keyStore, now)
  const sentinel = createSentinel(path.join(profile, 'sentinel'))
  const journal = createSendJournals(path.join(profile, 'send-journal'), () => keyStore)
  const signingKeys = createSigningKeys(path.join(profile, 'signing'), keyStore)
  const messageKeys = createMessageKeys(path.join(profile, 'certificates'), keyStore)
  const belongings = createBelongings(signingKeys, messageKeys)
  const catalogue = createCatalogue(path.join(profile, 'backups'))
  const backups = createBackups({
    catalogue,
    sessions,
    books: vault.books,
    officers: vault.officers,
    sentinel,
    journal: {
      async entries(bookId) {
        await world.beforeEnd()
        return journal.entries(bookId)
      },
    },
    belongings,
    chooseFolder: async () => world.folder || undefined,
    free: async () => world.free,
    profile,
    software: 'test',
    now,
  })
  const restores = createRestores({
    chooseFile: async () => world.file || undefined,
    fileOf: backups.fileOf,
    books: vault.books,
    adopt: vault.adopt,
    sentinel,
    journal,
    belongings,
  })
  journals.push(journal)
  return { world, sessions, vault, sentinel, journal, catalogue, backups, restores, signingKeys, messageKeys }
}
const journals: { close(): Promise<void> }[] = []
export type Installation = Awaited<ReturnType<typeof installation>>
export const closeInstallations = () => Promise.all(journals.splice(0).map((journal) => journal.close()))

/** A book on this installation, open in the window, with a passphrase for its backups; its id. */
export async function bookOn({ vault, sessions, backups }: Installation): Promise<string> {
  const wanted = { kind: 'practice' as const, label: company, officer: '王申报', password: 'right password' }
  const { id } = await vault.create(wanted)
  const { entry, ...keys } = await vault.open(id, wanted.password)
  sessions.opened(window.webContents.id, entry, keys)
  await backups.setPassphrase(window, id, passphrase)
  return id
}

export const unasked = { confirmed: false, moves: false }
export const factsOf = (n: number) => ({
  schema: 6,
  counters: { journal: n },
  journal: { seq: n, hash: 'h' },
})

/** A backup of a book with `n` goods, of some bytes each. */
export async function backUpOf(
  { backups }: Installation,
  book: string,
  n: number,
  kind: Partial<typeof unasked> = {},
) {
  const id = await backups.begin(window, book, { ...factsOf(n), rows: n, ...unasked, ...kind })
  for (let i = 0; i < n; i++) {
    await backups.part(window, id, 'goods', encodeRow({ id: `g${i}`, body: new Uint8Array(300).fill(i) }))
  }
  return backups.finish(window, id, { ...factsOf(n), stores: [{ store: 'goods', rows: n }] })
}

/** What another computer makes of a file. */
export async function open(file: string, secret = passphrase) {
  const there = await installation()
  there.world.file = file
  const chosen = await there.restores.choose(window)
  const summary = await there.restores.unlock(window, chosen!.handle, secret)
  return { there, handle: chosen!.handle, summary }
}
