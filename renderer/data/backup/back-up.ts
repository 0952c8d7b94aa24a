import { rowsOf } from '#shared/backup/manifest'
import type { BackupEntry } from '#shared/ipc/backup'
import type { BookContext } from '../context'
import type { BackupKind, BackupLink, RowProgress } from '../port'
import { readWatched } from '../schema/counters'
import { noHead } from '../write/journal'
import { snapshot } from './snapshot'

/** How often progress is told, in rows. */
const tellEvery = 2_000

export async function readCounters({ connections }: BookContext): Promise<Record<string, number>> {
  return connections.run('strict', (db) => db.transaction('r', 'counters', (tx) => readWatched(tx)))
}

/**
 * Write a backup of the whole book: main opens the file and seals, the rows go there part by part as they lie. Broken
 * off on either side, nothing is left of it.
 */
export async function backUp(
  context: BookContext,
  link: BackupLink,
  kind: BackupKind,
  progress: (p: RowProgress) => void = () => undefined,
): Promise<BackupEntry> {
  const { connections } = context
  const idb = (await connections.get('strict')).backendDB()
  const [counters, total, head] = await Promise.all([
    readCounters(context),
    countAll(idb),
    connections.run('strict', (db) => db.table('meta').get('journal')),
  ])
  const schema = Math.floor(idb.version / 10)
  const journal = head?.value ?? noHead
  const id = await link.begin({ schema, counters, journal, rows: total, ...kind })
  let told = 0
  try {
    const copied = await snapshot(
      idb,
      ({ store, bytes }) => link.part(id, store, bytes),
      (done) => {
        if (done - told < tellEvery) return
        told = done
        progress({ done, total })
      },
    )
    const entry = await link.finish(id, copied)
    progress({ done: rowsOf(copied.stores), total })
    return entry
  } catch (error) {
    await link.abort(id).catch(() => undefined)
    throw error
  }
}

/** Rows of all stores together; a backup reads every one of them anyway. */
async function countAll(idb: IDBDatabase): Promise<number> {
  const names = Array.from(idb.objectStoreNames)
  const tx = idb.transaction(names, 'readonly')
  const counts = await Promise.all(
    names.map(
      (name) =>
        new Promise<number>((resolve, reject) => {
          const request = tx.objectStore(name).count()
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error ?? new Error('count'))
        }),
    ),
  )
  return counts.reduce((sum, n) => sum + n, 0)
}
