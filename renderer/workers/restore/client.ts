import { proxy } from 'comlink'
import type { Difference } from '#shared/backup/manifest'
import type { BackupSummary } from '#shared/ipc/backup'
import type { BookEntry } from '#shared/ipc/vault'
import type { RowProgress } from '../../data/port'
import { crewOf } from '../job'
import type { RestoreApi } from './worker'

/** A backup that main has open, what is in it, and the password of the book that comes of it. */
export type Restore = { handle: string; summary: BackupSummary; password: string }
export type Restored = { entry: BookEntry } | { differences: Difference[] }

/** Restore a backup into a book of its own beside those that are there. Rejects with a refusal in words. */
export async function restoreBook(
  { handle, summary, password }: Restore,
  progress: (p: RowProgress) => void,
): Promise<Restored> {
  const { invoke } = window.yiguan
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'restore' })
  const { api, broken, stop } = crewOf<RestoreApi>(worker)
  let entry: BookEntry | undefined
  const errand = {
    databases: async () => (await invoke('vault.books')).map(({ database }) => database),
    next: () => invoke('restore.next', handle),
    adopt: async (database: string) => {
      entry = await invoke('restore.adopt', handle, { database, password })
    },
  }
  try {
    const { schema, stores } = summary
    const work = api.restore(proxy(errand) as never, { schema, stores } as never, proxy(progress) as never)
    const differences = (await Promise.race([work, broken])) as Difference[]
    return entry ? { entry } : { differences }
  } finally {
    stop()
  }
}
