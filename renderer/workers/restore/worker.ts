import { expose } from 'comlink'
import type { Difference } from '#shared/backup/manifest'
import { rowsOf } from '#shared/backup/manifest'
import type { BackupSummary } from '#shared/ipc/backup'
import { holdRestored, removeRestored, restoreInto, sweepRestored } from '../../data/backup/restore'
import type { RowProgress } from '../../data/port'
import { keepRefusals } from '../refusal-transfer'

/** What the window lends: rows from main, and making the finished database a book. */
export type RestoreErrand = {
  databases(): Promise<string[]>
  next(): Promise<{ store: string; bytes: Uint8Array } | null>
  adopt(database: string): Promise<void>
}

const api = {
  /**
   * Fill a database of its own from a backup, compare it, and have it made a book; all or nothing.
   * @returns where it differs from what the backup says; nothing when it became a book
   */
  async restore(
    errand: RestoreErrand,
    { schema, stores }: Pick<BackupSummary, 'schema' | 'stores'>,
    progress: (p: RowProgress) => void,
  ): Promise<Difference[]> {
    await sweepRestored(await errand.databases())
    const total = rowsOf(stores)
    return holdRestored(async (database) => {
      const source = { schema, stores, next: () => errand.next() }
      const found = await restoreInto(database, source, (done) => progress({ done, total }))
      if (found.length > 0) return found
      try {
        await errand.adopt(database)
      } catch (error) {
        await removeRestored(database)
        throw error
      }
      return []
    })
  },
}
export type RestoreApi = typeof api

keepRefusals()
expose(api)
