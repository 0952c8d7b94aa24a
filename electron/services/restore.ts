import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import type { BackupAbout } from '#shared/backup/manifest'
import type { BackupSummary } from '#shared/ipc/backup'
import type { BookEntry } from '#shared/ipc/vault'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { may } from '#shared/people/roles'
import type { Handle } from '../shell/ipc'
import { Refusal } from '../shell/refusal'
import { BackupReader } from './backup-file'
import { type BackupContent, fileKeyOf, readBackup } from './backup-read'
import { refuse } from './backup-words'
import type { BelongingsService } from './belongings'
import { raise } from './sentinel'
import type { AdoptedBook } from './vault'

export type RestoreDependencies = {
  chooseFile(window: BrowserWindow): Promise<string | undefined>
  /** The file of one of a book's own backups. */
  fileOf(bookId: string, backupId: string): Promise<string>
  books(): Promise<BookEntry[]>
  adopt(book: AdoptedBook): Promise<BookEntry>
  sentinel: {
    advance(bookId: string, counters: Record<string, number>): Promise<void>
    hasMoved(bookId: string): Promise<boolean>
  }
  journal: {
    entries(bookId: string): Promise<JournalEntry[]>
    merge(bookId: string, entries: readonly JournalEntry[]): Promise<number>
  }
  belongings: Pick<BelongingsService, 'takeOver'>
}

type Opened = { owner: number; file: string; key?: Buffer; content?: BackupContent; reader?: BackupReader }

/**
 * Restoring: always into a book of its own beside those that are there. Main gives the rows out and takes the book in
 * once the window has written and compared them; until then nothing of it counts.
 */
export function createRestores(deps: RestoreDependencies) {
  const opened = new Map<string, Opened>()

  function find(window: BrowserWindow, handle: string): Opened {
    const found = opened.get(handle)
    if (!found || found.owner !== window.id) throw refuse('backup-handle')
    return found
  }

  function unlocked(window: BrowserWindow, handle: string) {
    const found = find(window, handle)
    const { key, content } = found
    if (!key || !content) throw refuse('backup-passphrase')
    return { found, key, content }
  }

  async function close(handle: string): Promise<void> {
    const found = opened.get(handle)
    opened.delete(handle)
    found?.key?.fill(0)
    await found?.reader?.close()
  }

  async function openFile(window: BrowserWindow, file: string) {
    const reader = await BackupReader.open(file)
    const { size, header } = reader
    await reader.close()
    const handle = randomUUID()
    opened.set(handle, { owner: window.id, file })
    window.once('closed', () => void close(handle))
    return { handle, name: path.basename(file), bytes: size, createdAt: header.createdAt }
  }

  return {
    async choose(window: BrowserWindow) {
      const file = await deps.chooseFile(window)
      return file ? openFile(window, file) : null
    },

    openOwn: async (window: BrowserWindow, bookId: string, backupId: string): Promise<string> =>
      (await openFile(window, await deps.fileOf(bookId, backupId))).handle,

    async unlock(window: BrowserWindow, handle: string, passphrase: string): Promise<BackupSummary> {
      const found = find(window, handle)
      const reader = await BackupReader.open(found.file)
      try {
        found.key = await fileKeyOf(reader, passphrase)
      } finally {
        await reader.close()
      }
      found.content = await readBackup(found.file, found.key)
      const { about, manifest } = found.content
      const { book, kind, label, keyId, belongings } = about
      const officer = chiefOf(about)
      const { createdAt, software, schema, counters, journal, stores, sends } = manifest
      return {
        book,
        kind,
        label,
        officer,
        keyId,
        createdAt,
        software,
        schema,
        counters,
        journal,
        stores,
        sends,
        moves: belongings
          ? {
              signs: belongings.signing !== undefined,
              certificate: belongings.certificate?.key !== undefined,
            }
          : null,
      }
    },

    async next(window: BrowserWindow, handle: string) {
      const { found, key } = unlocked(window, handle)
      found.reader ??= await BackupReader.open(found.file)
      for (let frame = await found.reader.next(key); frame; frame = await found.reader.next(key)) {
        if (frame.head.kind === 'rows') return { store: frame.head.store, bytes: frame.bytes }
      }
      await found.reader.close()
      found.reader = undefined
      return null
    },

    /**
     * Make the restored database a book. What was ever sent is known to it before it exists: the journal of the backup
     * and, on the same machine, what was sent since. An installation that moved out stays moved out.
     */
    async adopt(
      window: BrowserWindow,
      handle: string,
      { database, password }: { database: string; password: string },
    ): Promise<BookEntry> {
      const { about, manifest, sends } = unlocked(window, handle).content
      const id = randomUUID()
      const keys = Buffer.concat([
        Buffer.from(about.dataKey, 'base64'),
        Buffer.from(about.indexKey, 'base64'),
      ])
      try {
        const hasMoved = await deps.sentinel.hasMoved(about.book)
        await deps.journal.merge(id, sends)
        await deps.journal.merge(id, await deps.journal.entries(about.book))
        await deps.sentinel.advance(id, {
          ...raise(about.sentinel, manifest.counters),
          ...(hasMoved && { moved: 1 }),
        })
        const { kind, keyId, belongings, officers = [] } = about
        const officer = chiefOf(about)
        // Before the book exists: it never signs with a key of its own in between. Files of no book count for nothing.
        if (belongings) await deps.belongings.takeOver(id, belongings)
        const isBeside = (await deps.books()).some(({ label }) => label === about.label)
        const label = isBeside ? besideLabel(about.label, manifest.createdAt) : about.label
        const others = officers.filter(({ name }) => name !== officer)
        return await deps.adopt({ id, kind, database, keyId, label, officer, others, keys, password })
      } catch (error) {
        if (error instanceof Refusal) throw error
        throw refuse('restore-write', { detail: (error as NodeJS.ErrnoException).code ?? 'error' })
      } finally {
        keys.fill(0)
        await close(handle)
      }
    },

    async close(window: BrowserWindow, handle: string): Promise<void> {
      find(window, handle)
      await close(handle)
    },
  }
}

export type RestoreService = ReturnType<typeof createRestores>

/**
 * For whom the restored book opens: who wrote the backup, or a 主管 where that one was none and would be made one by it. The
 * others stand in it under their names and roles, and open nothing until they are given first passwords.
 */
function chiefOf({ officer, officers = [] }: BackupAbout): string {
  const chiefs = officers.filter(({ active, roles }) => active && may(roles, 'manage'))
  return chiefs.some(({ name }) => name === officer) ? officer : (chiefs[0]?.name ?? officer)
}

/** Two books of one name must be told apart: the restored one carries the minute of its backup. */
function besideLabel(label: string, createdAt: string): string {
  const mark = ` · ${createdAt.slice(0, 16).replace('T', ' ')}Z`
  return `${label.slice(0, 100 - mark.length)}${mark}`
}

export function registerRestores(handle: Handle, restores: RestoreService): void {
  handle('restore.openOwn', ({ window }, book, id) => restores.openOwn(window, book, id))
  handle('restore.choose', ({ window }) => restores.choose(window))
  handle('restore.unlock', ({ window }, id, passphrase) => restores.unlock(window, id, passphrase))
  handle('restore.next', ({ window }, id) => restores.next(window, id))
  handle('restore.adopt', ({ window }, id, wanted) => restores.adopt(window, id, wanted))
  handle('restore.close', ({ window }, id) => restores.close(window, id))
}
