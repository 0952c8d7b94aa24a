import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { isDue, newest, roomFor, servedTheirTime, shrunk, type Shrunk } from '#shared/backup/keep'
import {
  BACKUP_FORMAT,
  type BackupAbout,
  type BackupManifest,
  type BookFacts,
  rowsOf,
  type StoreSummary,
} from '#shared/backup/manifest'
import type { BackupEntry, BackupState, BeginBackup } from '#shared/ipc/backup'
import type { BookEntry, People } from '#shared/ipc/vault'
import type { JournalEntry } from '#shared/protocol/engine/records'
import type { Handle } from '../shell/ipc'
import { Refusal } from '../shell/refusal'
import { syncDirectory } from '../atomic-file'
import { type CatalogueEntry, isPresent, KEPT, type BackupCatalogue } from './backup-catalogue'
import { BackupWriter, FILE_KEY, sha256 } from './backup-file'
import { checksumsOf, readBackup } from './backup-read'
import { refuse } from './backup-words'
import type { BelongingsService } from './belongings'
import { wrapWithPassword } from './password-wrap'
import { openKey, sealKey } from './sealed-key'
import { withoutMoved } from './sentinel'
import type { Sessions } from './sessions'

export type BackupDependencies = {
  catalogue: BackupCatalogue
  sessions: Pick<Sessions, 'keysOf'>
  books(): Promise<BookEntry[]>
  /** @param keys data key and index key */
  officers(bookId: string, keys: Uint8Array): Promise<People>
  sentinel: {
    read(bookId: string): Promise<Record<string, number>>
    hasMoved(bookId: string): Promise<boolean>
  }
  belongings: Pick<BelongingsService, 'handOver'>
  journal: { entries(bookId: string): Promise<JournalEntry[]> }
  chooseFolder(window: BrowserWindow): Promise<string | undefined>
  /** Free bytes of the disk that a folder lies on. */
  free(folder: string): Promise<number>
  profile: string
  software: string
  now(): Date
}

type Running = {
  owner: number
  bookId: string
  writer: BackupWriter
  key: Buffer
  temporary: string
  target: string
  createdAt: string
  moves: boolean
  stores: Map<string, { bytes: number; parts: string[] }>
}

const mb = 1_048_576

/** Free bytes where a folder is, or where its nearest parent that exists is. */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    const parent = path.dirname(folder)
    return parent === folder ? 0 : freeBytes(parent)
  }
}

/** Backups of the books of this installation: written, read back, kept by age. */
export function createBackups(deps: BackupDependencies) {
  const { catalogue, sessions, now } = deps
  const running = new Map<string, Running>()

  function keysOf(window: BrowserWindow, bookId: string) {
    const keys = sessions.keysOf(window.webContents.id, bookId)
    if (!keys) throw refuse('backup-locked')
    return keys
  }

  function find(window: BrowserWindow, id: string): Running {
    const found = running.get(id)
    if (!found || found.owner !== window.id) throw refuse('backup-handle')
    return found
  }

  async function drop(id: string): Promise<void> {
    const found = running.get(id)
    running.delete(id)
    if (!found) return
    await found.writer.drop()
    await rm(found.temporary, { force: true })
  }

  const presentOf = async (backups: readonly CatalogueEntry[]) => {
    const there = await Promise.all(backups.map(isPresent))
    return backups.filter((_, i) => there[i])
  }

  /** What went wrong is kept, so that it is seen by whoever was not looking. */
  async function failed(bookId: string, error: unknown): Promise<Refusal> {
    const code = (error as NodeJS.ErrnoException).code ?? String((error as Error).name)
    const refusal = error instanceof Refusal ? error : refuse('backup-write', { detail: code })
    const failure = { at: now().toISOString(), text: refusal.text }
    await catalogue.change(bookId, (before) => ({ ...before, failure })).catch(() => undefined)
    return refusal
  }

  async function roomIn(folder: string, last: CatalogueEntry | undefined): Promise<void> {
    const [free, need] = [await deps.free(folder), last?.bytes ?? 0]
    if (roomFor(free, need) !== 'short') return
    throw refuse('backup-disk', { free: Math.floor(free / mb), need: Math.ceil(need / mb) + 256 })
  }

  async function entryOf(bookId: string, id: string): Promise<CatalogueEntry> {
    const found = (await catalogue.read(bookId)).backups.find((each) => each.id === id)
    if (!found) throw refuse('backup-gone', { file: id })
    if (!(await isPresent(found))) throw refuse('backup-gone', { file: found.file })
    return found
  }

  return {
    async state(bookId: string, counters: Record<string, number>): Promise<BackupState> {
      const stored = await catalogue.read(bookId)
      const folder = stored.folder ?? catalogue.defaultFolder(bookId)
      const present = await presentOf(stored.backups)
      const last = newest(present)
      const [free, bookFree] = await Promise.all([deps.free(folder), deps.free(deps.profile)])
      const ready = stored.wrap !== undefined
      return {
        ready,
        place: folder,
        beside: !path.relative(deps.profile, folder).startsWith('..'),
        backups: stored.backups
          .map((entry) => shown(entry, !present.includes(entry)))
          .sort((a, b) => (a.at < b.at ? 1 : -1)),
        due: ready && isDue(last, counters, now().toISOString()),
        failure: stored.failure ?? null,
        disk: {
          backup: roomFor(free, last?.bytes ?? 0),
          backupFreeMb: Math.floor(free / mb),
          book: roomFor(bookFree, 0),
          bookFreeMb: Math.floor(bookFree / mb),
        },
      }
    },

    async setPassphrase(window: BrowserWindow, bookId: string, passphrase: string): Promise<void> {
      const { dataKey } = keysOf(window, bookId)
      const backupKey = randomBytes(32)
      const wrap = await wrapWithPassword(backupKey, passphrase)
      const kept = sealKey(dataKey, backupKey, KEPT)
      await catalogue.change(bookId, (before) => ({ ...before, wrap, kept }))
    },

    async chooseFolder(window: BrowserWindow, bookId: string): Promise<{ place: string } | null> {
      const folder = await deps.chooseFolder(window)
      if (!folder) return null
      await catalogue.change(bookId, (before) => ({ ...before, folder }))
      return { place: folder }
    },

    /** Open the file and write whose book it is. What stands against it is said before anything is written. */
    async begin(window: BrowserWindow, bookId: string, facts: BeginBackup): Promise<string> {
      const keys = keysOf(window, bookId)
      // A desk that still works would go on beside the one it became: two of them under one key.
      if (facts.moves && !(await deps.sentinel.hasMoved(bookId))) throw refuse('backup-not-moved')
      const { wrap, kept, folder, backups } = await catalogue.read(bookId)
      if (!wrap || !kept) throw refuse('backup-unset')
      if ([...running.values()].some((each) => each.bookId === bookId)) throw refuse('backup-running')
      const last = newest(await presentOf(backups))
      const less = shrunk(last, facts)
      if (less && !facts.confirmed) {
        throw await failed(bookId, refuse('backup-shrunk', { at: last!.at, detail: describe(less) }))
      }
      const backupKey = openKey(keys.dataKey, kept, KEPT)
      if (!backupKey) throw refuse('backup-unset')
      const id = randomUUID()
      const createdAt = now().toISOString()
      const directory = folder ?? catalogue.defaultFolder(bookId)
      const what = facts.moves ? 'yiguan-move' : 'yiguan'
      const name = `${what}-${createdAt.slice(0, 16).replace(/[-:]/g, '').replace('T', '-')}-${id.slice(0, 8)}`
      const target = path.join(directory, `${name}.ygbackup`)
      const temporary = `${target}.part`
      try {
        await roomIn(directory, last)
        await mkdir(directory, { recursive: true, mode: 0o700 })
        await sweep(directory, now())
        const key = randomBytes(32)
        const header = { format: BACKUP_FORMAT, createdAt, wrap, key: sealKey(backupKey, key, FILE_KEY) }
        const writer = await BackupWriter.create(temporary, header, key)
        const stores: Running['stores'] = new Map()
        const { moves } = facts
        running.set(id, {
          owner: window.id,
          bookId,
          writer,
          key,
          temporary,
          target,
          createdAt,
          moves,
          stores,
        })
        window.once('closed', () => void drop(id))
        const entry = (await deps.books()).find((each) => each.id === bookId)!
        const counters = await deps.sentinel.read(bookId)
        const { officers } = await deps.officers(bookId, Buffer.concat([keys.dataKey, keys.indexKey]))
        const about: BackupAbout = {
          book: bookId,
          kind: entry.kind,
          label: entry.label,
          officer: keys.officer,
          officers: officers.map(({ name, roles, active }) => ({ name, roles, active })),
          keyId: keys.keyId,
          dataKey: Buffer.from(keys.dataKey).toString('base64'),
          indexKey: Buffer.from(keys.indexKey).toString('base64'),
          // What moved out is this computer; the one that opens the file is where the desk goes on.
          sentinel: moves ? withoutMoved(counters) : counters,
          ...(moves && { belongings: await deps.belongings.handOver(bookId) }),
        }
        await writer.stream({ kind: 'about' }, Buffer.from(JSON.stringify(about)))
        return id
      } catch (error) {
        await drop(id)
        throw await failed(bookId, error)
      }
    },

    async part(window: BrowserWindow, id: string, store: string, bytes: Uint8Array): Promise<void> {
      const { writer, stores, bookId } = find(window, id)
      try {
        await writer.frame({ kind: 'rows', store }, bytes)
      } catch (error) {
        await drop(id)
        throw await failed(bookId, error)
      }
      const so = stores.get(store) ?? { bytes: 0, parts: [] }
      so.bytes += bytes.byteLength
      so.parts.push(sha256(bytes).toString('hex'))
      stores.set(store, so)
    },

    /** Write the end, read the whole file back from the disk, give it its name, and let old ones go. */
    async finish(
      window: BrowserWindow,
      id: string,
      { stores: rows, ...facts }: BookFacts & { stores: Pick<StoreSummary, 'store' | 'rows'>[] },
    ): Promise<BackupEntry> {
      const { bookId, writer, key, temporary, target, createdAt, moves, stores } = find(window, id)
      try {
        const sends = await deps.journal.entries(bookId)
        const manifest: BackupManifest = {
          createdAt,
          software: deps.software,
          ...facts,
          stores: rows.map((each) => ({ ...each, ...(stores.get(each.store) ?? { bytes: 0, parts: [] }) })),
          sends: sends.length,
        }
        await writer.stream({ kind: 'sends' }, Buffer.from(JSON.stringify(sends)))
        await writer.stream({ kind: 'manifest' }, Buffer.from(JSON.stringify(manifest)))
        await writer.end()
        const read = await readBackup(temporary, key).catch(() => undefined)
        if (!read || JSON.stringify(read.manifest) !== JSON.stringify(manifest)) throw refuse('backup-reread')
        await rename(temporary, target)
        await syncDirectory(path.dirname(target))
        running.delete(id)
        const entry: CatalogueEntry = {
          id,
          file: target,
          at: createdAt,
          bytes: read.bytes,
          sha256: read.sha256,
          counters: facts.counters,
          rows: rowsOf(manifest.stores),
          checkedAt: now().toISOString(),
          ...(moves && { moves }),
        }
        await prune(bookId, entry)
        return shown(entry, false)
      } catch (error) {
        await drop(id)
        throw await failed(bookId, error)
      }
    },

    async abort(window: BrowserWindow, id: string): Promise<void> {
      find(window, id)
      await drop(id)
    },

    async check(bookId: string, id: string): Promise<BackupEntry> {
      const entry = await entryOf(bookId, id)
      const { sha256: digest } = await checksumsOf(entry.file)
      if (digest !== entry.sha256) {
        throw refuse('backup-damaged', { file: path.basename(entry.file), part: 0, at: 0 })
      }
      return shown(await note(bookId, id, { checkedAt: now().toISOString() }), false)
    },

    async drilled(bookId: string, id: string, isGood: boolean): Promise<void> {
      await note(bookId, id, { drilledAt: now().toISOString(), drill: isGood ? 'ok' : 'failed' })
    },

    /** The file of one of a book's own backups. */
    fileOf: async (bookId: string, id: string): Promise<string> => (await entryOf(bookId, id)).file,
  }

  async function note(bookId: string, id: string, told: Partial<CatalogueEntry>): Promise<CatalogueEntry> {
    const { backups } = await catalogue.change(bookId, (before) => ({
      ...before,
      backups: before.backups.map((each) => (each.id === id ? { ...each, ...told } : each)),
    }))
    return backups.find((each) => each.id === id)!
  }

  /** Take the new one in and remove what has served its time. What cannot be seen now is neither counted nor forgotten. */
  async function prune(bookId: string, added: CatalogueEntry): Promise<void> {
    const { backups } = await catalogue.read(bookId)
    // A desk that is on its way lies in its file: that one goes by nobody's age.
    const aged = (await presentOf(backups)).filter(({ moves }) => !moves)
    // Under a clock that was set back the newest in time is another one: what was just written stays all the same.
    const gone = servedTheirTime([...aged, added]).filter((id) => id !== added.id)
    await catalogue.change(bookId, ({ failure: _past, ...before }) => ({
      ...before,
      backups: [...before.backups, added].filter(({ id }) => !gone.includes(id)),
    }))
    for (const { id, file } of backups) if (gone.includes(id)) await rm(file, { force: true })
  }
}

/** A backup that is still being written; no shared disk is so slow that one takes a day. */
const partial = /^yiguan-.*\.ygbackup\.part$/
const dayMs = 86_400_000

/** Remove what writers that were killed left behind; another computer may be writing into the same folder right now. */
async function sweep(directory: string, now: Date): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!partial.test(name)) continue
    const file = path.join(directory, name)
    const { mtimeMs } = await stat(file)
    if (now.getTime() - mtimeMs > dayMs) await rm(file, { force: true })
  }
}

export type BackupService = ReturnType<typeof createBackups>

function describe({ counters, rows }: Shrunk): string {
  return [...counters, ...(rows ? [`${rows.before} → ${rows.now}`] : [])].join(', ')
}

const shown = (
  { id, at, file, bytes, rows, checkedAt, drilledAt, drill, moves }: CatalogueEntry,
  missing: boolean,
): BackupEntry => ({
  id,
  at,
  place: file,
  bytes,
  rows,
  missing,
  checkedAt,
  ...(drilledAt && { drilledAt }),
  ...(drill && { drill }),
  ...(moves && { moves }),
})

export function registerBackups(handle: Handle, backups: BackupService): void {
  handle('backup.state', (_context, book, counters) => backups.state(book, counters))
  handle('backup.setPassphrase', ({ window }, book, passphrase) =>
    backups.setPassphrase(window, book, passphrase),
  )
  handle('backup.chooseFolder', ({ window }, book) => backups.chooseFolder(window, book))
  handle('backup.begin', ({ window }, book, facts) => backups.begin(window, book, facts))
  handle('backup.part', ({ window }, id, store, bytes) => backups.part(window, id, store, bytes))
  handle('backup.finish', ({ window }, id, facts) => backups.finish(window, id, facts))
  handle('backup.abort', ({ window }, id) => backups.abort(window, id))
  handle('backup.check', (_context, book, id) => backups.check(book, id))
  handle('backup.drilled', (_context, book, id, isGood) => backups.drilled(book, id, isGood))
}
