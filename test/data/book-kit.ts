import { keyIdFor } from '#shared/ipc/data-cipher'
import type { FormerKey } from '#shared/ipc/vault'
import { Book } from '../../renderer/data/book'
import type { OpenOptions } from '../../renderer/data/connection/open'
import type { BookContext } from '../../renderer/data/context'
import type { SentinelPort } from '../../renderer/data/port'
import { importKeys } from '../../renderer/data/sealing/keys'
import type { BookKeys } from '../../renderer/data/sealing/keys'

/** Seeds from here on are of SM4. */
export const sm4Seeds = 200

const keyIdOf = (seed: number) => keyIdFor(seed < sm4Seeds ? 'aes-256-gcm' : 'sm4-gcm', `key-${seed}`)
const keyBytes = (seed: number) => new Uint8Array(32).fill(seed)

/** Keys that every test can make again; real ones are random. `former`: seeds of those that were replaced by these. */
export async function testKeys(
  seed = 1,
  { index = seed + 100, former = [] as readonly number[] } = {},
): Promise<BookKeys> {
  return importKeys({
    ...{ keyId: keyIdOf(seed), dataKey: keyBytes(seed), indexKey: keyBytes(index) },
    former: await Promise.all(former.map((older) => formerKey(seed, older))),
  })
}

/** The data key of one seed under that of another, as main gives it to the page. */
export async function formerKey(seed: number, older: number): Promise<FormerKey> {
  const keyId = keyIdOf(older)
  const iv = keyBytes(older).subarray(0, 12)
  const key = await crypto.subtle.importKey('raw', keyBytes(seed), 'AES-GCM', false, ['encrypt'])
  const additionalData = new TextEncoder().encode(`yiguan former key\u0000${keyId}`)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, keyBytes(older))
  const text = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
  return { keyId, iv: text(iv), sealed: text(new Uint8Array(sealed)) }
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

const openRaw = (database: string, version?: number, make?: (db: IDBDatabase) => void) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database, version)
    request.onupgradeneeded = () => make?.(request.result)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('open'))
  })

/** The same book under another name, as it lies in IndexedDB; nobody has it open. */
export async function copyBook(from: string, to: string): Promise<void> {
  const source = await openRaw(from)
  const names = Array.from(source.objectStoreNames)
  const all = source.transaction(names)
  const stores = names.map((name) => {
    const store = all.objectStore(name)
    const { keyPath, autoIncrement } = store
    const indexes = Array.from(store.indexNames, (one) => {
      const { keyPath: keys, unique, multiEntry } = store.index(one)
      return { one, keys, how: { unique, multiEntry } }
    })
    return { name, how: { keyPath, autoIncrement }, indexes }
  })
  source.close()
  const target = await openRaw(to, source.version, (db) => {
    for (const { name, how, indexes } of stores) {
      const made = db.createObjectStore(name, how)
      for (const { one, keys, how: index } of indexes) made.createIndex(one, keys, index)
    }
  })
  const rows = await rawRows(from)
  await new Promise<void>((resolve, reject) => {
    const tx = target.transaction(names, 'readwrite')
    for (const { store, value } of rows) tx.objectStore(store).put(value)
    tx.oncomplete = () => resolve()
    tx.onerror = () => reject(tx.error ?? new Error('put'))
  })
  target.close()
}

/** Every row of every store as it lies in IndexedDB, read without any code of the data port. */
export async function rawRows(database: string): Promise<{ store: string; value: unknown }[]> {
  const db = await openRaw(database)
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
  const db = await openRaw(database)
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction(store, 'readwrite')
    work(tx.objectStore(store))
    tx.oncomplete = () => resolve()
    tx.onerror = () => reject(tx.error ?? new Error('write'))
  })
  db.close()
}
