import type { BookFacts, StoreSummary } from '#shared/backup/manifest'
import { encodeRow, PartCutter } from '#shared/backup/rows'
import { classify } from '../errors/classify'
import { noHead } from '../write/journal'
import type { JournalHead } from '../write/journal'
import { watchedCounters } from '../schema/counters'

export type Part = { store: string; bytes: Uint8Array }
/** Rows of each store as they were copied, and what the database showed in the same moment. */
export type Snapshot = BookFacts & { stores: Pick<StoreSummary, 'store' | 'rows'>[] }

/** How many bytes may wait for whoever takes them before reading pauses, and how many are asked for at once. */
const waitingBytes = 32 * 1_048_576
const batchBytes = 4 * 1_048_576

/**
 * Copy every row of every store as it lies, in one read transaction: what is copied is one moment of the book, whatever
 * is written meanwhile waits. `take` gets the parts in order. While it is slower than the disk the transaction is kept
 * alive by small reads, because it would end as soon as nothing was asked of it.
 */
export async function snapshot(
  idb: IDBDatabase,
  take: (part: Part) => Promise<void>,
  progress: (rows: number) => void = () => undefined,
): Promise<Snapshot> {
  const names = Array.from(idb.objectStoreNames).sort()
  const tx = idb.transaction(names, 'readonly')
  const line = new Line(take)
  const summary: Snapshot = {
    schema: Math.floor(idb.version / 10),
    counters: {},
    journal: noHead,
    stores: [],
  }
  let rows = 0
  const readAll = new Promise<void>((resolve, reject) => {
    tx.onabort = () => reject(line.error ?? tx.error ?? new Error('aborted'))
    tx.oncomplete = () => resolve()
    const next = (i: number): void => {
      const store = names[i]
      if (store === undefined) return
      readStore(tx, store, line, {
        row: (row) => note(summary, store, row),
        rows: (n) => progress((rows += n)),
        end: (n) => {
          summary.stores.push({ store, rows: n })
          next(i + 1)
        },
      })
    }
    next(0)
  })
  try {
    await readAll
    await line.end()
    return summary
  } catch (error) {
    throw classify(line.error ?? error)
  }
}

type Told = { row(row: unknown): void; rows(n: number): void; end(rows: number): void }

/** One store by primary key, in batches as large as its rows allow. Everything happens in callbacks of requests. */
function readStore(tx: IDBTransaction, name: string, line: Line, told: Told): void {
  const store = tx.objectStore(name)
  const keyPath = store.keyPath as string
  const cutter = new PartCutter()
  let rows = 0
  const ask = (after: IDBValidKey | undefined, count: number): void => {
    if (line.error) return tx.abort()
    if (line.isFull) {
      // Nothing is wanted of this read but that the transaction goes on.
      store.getKey('').onsuccess = () => ask(after, count)
      return
    }
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
    const request = store.getAll(range, count)
    request.onsuccess = () => {
      const found = request.result as Record<string, IDBValidKey>[]
      let size = 0
      for (const row of found) {
        const encoded = encodeRow(row)
        size += encoded.byteLength
        told.row(row)
        for (const bytes of cutter.add(encoded)) line.put({ store: name, bytes })
      }
      rows += found.length
      told.rows(found.length)
      if (found.length < count) {
        const bytes = cutter.rest()
        if (bytes) line.put({ store: name, bytes })
        return told.end(rows)
      }
      const fitting = Math.floor((count * batchBytes) / Math.max(size, 1))
      ask(found.at(-1)![keyPath], Math.min(Math.max(fitting, 1), count * 4, 5_000))
    }
  }
  ask(undefined, 8)
}

/** Counters and the end of the journal, as they pass by. */
function note(summary: Snapshot, store: string, row: unknown): void {
  if (store === 'counters') {
    const { name, n } = row as { name: string; n: number }
    const watched = watchedCounters.find((each) => name === `ever:${each}`)
    if (watched) summary.counters[watched] = n
  } else if (store === 'meta') {
    const { key, value } = row as { key: string; value: JournalHead }
    if (key === 'journal') summary.journal = value
  }
}

/** Parts on their way to whoever takes them, one after the other. */
class Line {
  readonly #take: (part: Part) => Promise<void>
  #last: Promise<void> = Promise.resolve()
  #waiting = 0
  error: unknown

  constructor(take: (part: Part) => Promise<void>) {
    this.#take = take
  }

  get isFull(): boolean {
    return this.#waiting > waitingBytes
  }

  put(part: Part): void {
    this.#waiting += part.bytes.byteLength
    this.#last = this.#last.then(async () => {
      if (this.error) return
      try {
        await this.#take(part)
      } catch (error) {
        this.error = error ?? new Error('refused')
      } finally {
        this.#waiting -= part.bytes.byteLength
      }
    })
  }

  async end(): Promise<void> {
    await this.#last
    if (this.error) throw this.error as Error
  }
}
