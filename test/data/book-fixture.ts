import { rawRows } from './book-kit'

/** A book as it lay on the disk: native version, rows by store; bytes as base64. */
export type BookFixture = {
  native: number
  stores: Record<string, { primary: string; indexes: string[] }>
  rows: { store: string; value: unknown }[]
}

type Bytes = { $bytes: string }

function pack(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: btoa(String.fromCharCode(...value)) } satisfies Bytes
  if (Array.isArray(value)) return value.map(pack)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pack(inner)]))
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack)
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value) return Uint8Array.from(atob((value as Bytes).$bytes), (c) => c.charCodeAt(0))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpack(inner)]))
}

/** Write down a book; done once for each released version, never again. */
export async function dumpBook(
  database: string,
  schema: Record<string, string>,
  version: number,
): Promise<BookFixture> {
  const stores = Object.entries(schema).map(([name, declared]) => {
    const [primary, ...indexes] = declared.split(', ')
    return [name, { primary: primary!, indexes }] as const
  })
  const rows = (await rawRows(database)).map(({ store, value }) => ({ store, value: pack(value) }))
  return { native: version * 10, stores: Object.fromEntries(stores), rows }
}

/** Put a written-down book back, without any code of the data port. */
export async function loadBook(fixture: BookFixture, database: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database, fixture.native)
    request.onupgradeneeded = () => {
      for (const [name, { primary, indexes }] of Object.entries(fixture.stores)) {
        const autoIncrement = primary.startsWith('++')
        const store = request.result.createObjectStore(name, {
          keyPath: primary.replace('++', ''),
          autoIncrement,
        })
        for (const index of indexes) makeIndex(store, index)
      }
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('open'))
  })
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction(Object.keys(fixture.stores), 'readwrite')
    for (const { store, value } of fixture.rows) tx.objectStore(store).put(unpack(value))
    tx.oncomplete = () => resolve()
    tx.onerror = () => reject(tx.error ?? new Error('put'))
  })
  db.close()
}

function makeIndex(store: IDBObjectStore, index: string): void {
  const compound = /^\[(.+)\]$/.exec(index)
  if (compound) store.createIndex(index, compound[1]!.split('+'))
  else
    store.createIndex(index.replace('*', ''), index.replace('*', ''), { multiEntry: index.startsWith('*') })
}
