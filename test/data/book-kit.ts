import { Book } from '../../renderer/data/book'
import type { OpenOptions } from '../../renderer/data/connection/open'
import type { BookContext } from '../../renderer/data/context'
import type { SentinelPort } from '../../renderer/data/port'
import { importKeys } from '../../renderer/data/sealing/keys'
import type { BookKeys } from '../../renderer/data/sealing/keys'

/** Keys that every test can make again; real ones are random. */
export function testKeys(seed = 1): Promise<BookKeys> {
  const bytes = (n: number) => new Uint8Array(32).fill(n)
  return importKeys({ keyId: `key-${seed}`, dataKey: bytes(seed), indexKey: bytes(seed + 100) })
}

export type MemorySentinel = SentinelPort & { counters: Record<string, number> }

/** Main's counter file, without main. */
export function memorySentinel(counters: Record<string, number> = {}): MemorySentinel {
  return {
    counters,
    read: async () => ({ ...counters }),
    async advance(wanted) {
      for (const [name, n] of Object.entries(wanted)) counters[name] = Math.max(counters[name] ?? 0, n)
    },
  }
}

let tick = 0
/** A clock that moves a second with each look. */
export const testClock = () => new Date(Date.UTC(2026, 10, 1, 0, 0, tick++)).toISOString()

export const newDatabaseName = () => `test-${crypto.randomUUID()}`

export async function openTestBook(
  database = newDatabaseName(),
  sentinel: SentinelPort = memorySentinel(),
  options?: Partial<OpenOptions>,
): Promise<Book & { context: BookContext }> {
  return Book.open({ database, keys: await testKeys(), sentinel, now: testClock, options })
}

/** Every row of every store as it lies in IndexedDB, read without any code of the data port. */
export async function rawRows(database: string): Promise<{ store: string; value: unknown }[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('open'))
  })
  const rows: { store: string; value: unknown }[] = []
  for (const store of Array.from(db.objectStoreNames)) {
    const values = await new Promise<unknown[]>((resolve, reject) => {
      const request = db.transaction(store).objectStore(store).getAll()
      request.onsuccess = () => resolve(request.result as unknown[])
      request.onerror = () => reject(request.error ?? new Error('read'))
    })
    rows.push(...values.map((value) => ({ store, value })))
  }
  db.close()
  return rows
}

/** Change rows behind the back of the data port. */
export async function rawWrite(
  database: string,
  store: string,
  work: (objects: IDBObjectStore) => void,
): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('open'))
  })
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction(store, 'readwrite')
    work(tx.objectStore(store))
    tx.oncomplete = () => resolve()
    tx.onerror = () => reject(tx.error ?? new Error('write'))
  })
  db.close()
}
