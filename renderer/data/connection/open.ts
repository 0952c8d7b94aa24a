import { Dexie } from 'dexie'
import type { ChromeTransactionDurability } from 'dexie'
import { classify, worthWaiting } from '../errors/classify'
import { DataRefusal } from '../errors/refusal'
import type { Migration } from '../migrations/migration'

export type OpenOptions = {
  name: string
  migrations: readonly Migration[]
  durability: ChromeTransactionDurability
  /** Where the database lies: the origin's own store, or that of one of its buckets. */
  factory?: IDBFactory
  /** One attempt may take this long; a blocked upgrade waits for ever otherwise. */
  timeoutMs?: number
  /** Pauses before the next attempt when the files are held by somebody else; their number is the budget. */
  pausesMs?: readonly number[]
  /** Another window upgrades the schema: this connection has been closed. */
  onSuperseded?: () => void
}

/** Dexie multiplies its version numbers by ten in IndexedDB. */
const nativeFactor = 10

/** Schema version on disk, 0 for a database that does not exist. Does not open anything. */
export async function versionOnDisk(name: string, factory = indexedDB): Promise<number> {
  const found = (await factory.databases()).find((database) => database.name === name)
  return Math.floor((found?.version ?? 0) / nativeFactor)
}

export function latestVersion(migrations: readonly Migration[]): number {
  return Math.max(...migrations.map(({ version }) => version))
}

/** A Dexie with all versions declared, not opened. */
export function declare({ name, migrations, durability, factory = indexedDB }: OpenOptions): Dexie {
  const db = new Dexie(name, {
    autoOpen: false,
    chromeTransactionDurability: durability,
    cache: 'disabled',
    indexedDB: factory,
    IDBKeyRange,
  })
  for (const { version, stores, upgrade } of migrations) {
    const declared = db.version(version).stores(stores)
    if (upgrade) declared.upgrade(upgrade)
  }
  return db
}

/**
 * Open with the guards Dexie lacks. Dexie silently reopens a newer database at the version it finds, so that is
 * refused before anything is touched; a blocked upgrade ends in a sentence instead of waiting for ever; files held by
 * another program are tried again after pauses that grow, each time with a fresh connection.
 */
export async function openDatabase(options: OpenOptions): Promise<Dexie> {
  const known = latestVersion(options.migrations)
  const pauses = options.pausesMs ?? [1000, 2000, 4000, 8000]
  for (let attempt = 0; ; attempt++) {
    try {
      const found = await versionOnDisk(options.name, options.factory)
      if (found > known) throw new DataRefusal('newer', { found, known })
      return await openOnce(options)
    } catch (error) {
      if (error instanceof DataRefusal) throw error
      const named = classify(error)
      if (!worthWaiting(error)) throw named
      const pause = pauses[attempt]
      if (pause === undefined) {
        throw named.code === 'quota'
          ? named
          : new DataRefusal('unavailable', { detail: String(error), attempts: attempt + 1 }, error)
      }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

async function openOnce(options: OpenOptions): Promise<Dexie> {
  const { timeoutMs = 15_000, onSuperseded } = options
  const db = declare(options)
  let blocked = false
  db.on('blocked', () => {
    blocked = true
  })
  db.on('versionchange', () => {
    db.close()
    onSuperseded?.()
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new DataRefusal(blocked ? 'blocked' : 'timeout', { seconds: timeoutMs / 1000 })),
      timeoutMs,
    )
  })
  try {
    await Promise.race([db.open(), late])
    return db
  } catch (error) {
    db.close()
    throw error
  } finally {
    clearTimeout(timer)
  }
}
