import { Dexie } from 'dexie'
import { type Difference, differences, type StoreSummary } from '#shared/backup/manifest'
import { RowReader } from '#shared/backup/rows'
import { latestVersion, openDatabase } from '../connection/open'
import { classify } from '../errors/classify'
import { DataRefusal } from '../errors/refusal'
import { bookMigrations } from '../migrations/index'
import type { Migration } from '../migrations/migration'
import { sha256Hex } from '../sealing/bytes'
import { type Part, snapshot } from './snapshot'

/** Names of databases that were filled from a backup; the vault knows those that became books. */
export const restoredPrefix = 'restored-'
export const newRestoredName = (): string => `${restoredPrefix}${crypto.randomUUID()}`

/** What is to be restored: rows under the schema they were written with, and what they must amount to. */
export type RestoreSource = {
  schema: number
  stores: readonly StoreSummary[]
  /** The next part in the order of the file; null behind the last. */
  next(): Promise<Part | null>
}

/** How many bytes go into one transaction. */
const writeBytes = 8 * 1_048_576

/**
 * Fill a new database with the rows of a backup, under the schema they were written with, and compare what lies there
 * afterwards, row counts and digests of every part, with what the backup says. A database that differs, or was not
 * finished, is removed again.
 * @returns where it differs; nothing when it is the same
 */
export async function restoreInto(
  database: string,
  source: RestoreSource,
  progress: (rows: number) => void = () => undefined,
): Promise<Difference[]> {
  const known = latestVersion(bookMigrations)
  if (source.schema > known) throw new DataRefusal('newer', { found: source.schema, known })
  const migrations = bookMigrations.filter(({ version }) => version <= source.schema)
  try {
    const found = await filled(database, migrations, source, progress)
    if (found.length > 0) await removeRestored(database)
    return found
  } catch (error) {
    await removeRestored(database).catch(() => undefined)
    throw classify(error)
  }
}

async function filled(
  name: string,
  migrations: readonly Migration[],
  source: RestoreSource,
  progress: (rows: number) => void,
): Promise<Difference[]> {
  const db = await openDatabase({ name, migrations, durability: 'relaxed' })
  try {
    await fill(db, source, progress)
    return differences(source.stores, await summaryOf(db.backendDB()))
  } finally {
    db.close()
  }
}

/** Rows and digests of what a database holds, as a backup of it would say. */
export async function summaryOf(idb: IDBDatabase): Promise<StoreSummary[]> {
  const parts = new Map<string, { bytes: number; parts: string[] }>()
  const { stores } = await snapshot(idb, async ({ store, bytes }) => {
    const so = parts.get(store) ?? { bytes: 0, parts: [] }
    so.bytes += bytes.byteLength
    so.parts.push(await sha256Hex(bytes))
    parts.set(store, so)
  })
  return stores.map((each) => ({ ...each, ...(parts.get(each.store) ?? { bytes: 0, parts: [] }) }))
}

async function fill(db: Dexie, { next }: RestoreSource, progress: (rows: number) => void): Promise<void> {
  const readers = new Map<string, RowReader>()
  const names = new Set(db.tables.map(({ name }) => name))
  let waiting: { store: string; rows: unknown[]; bytes: number } = { store: '', rows: [], bytes: 0 }
  let done = 0
  const write = async () => {
    const { store, rows } = waiting
    waiting = { store: '', rows: [], bytes: 0 }
    if (rows.length === 0) return
    await db.transaction('rw', store, (tx) => tx.table(store).bulkPut(rows))
    progress((done += rows.length))
  }
  for (let part = await next(); part; part = await next()) {
    const { store, bytes } = part
    if (!names.has(store)) throw new DataRefusal('newer', { found: store, known: [...names].length })
    const reader = readers.get(store) ?? new RowReader()
    readers.set(store, reader)
    if (waiting.store !== store || waiting.bytes > writeBytes) await write()
    waiting.store = store
    waiting.rows.push(...reader.add(bytes))
    waiting.bytes += bytes.byteLength
  }
  await write()
  for (const reader of readers.values()) reader.end()
}

/** Remove a database that was restored; nothing else is removed by this. */
export async function removeRestored(database: string): Promise<void> {
  if (database.startsWith(restoredPrefix)) await Dexie.delete(database)
}

/** Remove what restores that were cut off left behind: everything restored that is no book and that nobody is filling. */
export async function sweepRestored(books: readonly string[]): Promise<void> {
  const { held = [] } = await navigator.locks.query()
  const busy = new Set([...books, ...held.map(({ name }) => name)])
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith(restoredPrefix) && !busy.has(name)) await removeRestored(name)
  }
}

/** Work on a restored database under its own name as a lock, so that no sweep of another window takes it away. */
export async function holdRestored<T>(work: (database: string) => Promise<T>): Promise<T> {
  const database = newRestoredName()
  return navigator.locks.request(database, () => work(database)) as Promise<T>
}
