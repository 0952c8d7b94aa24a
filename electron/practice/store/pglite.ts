import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { cacheDirectory } from '../directory'
import { placeEmptyCluster } from './empty-cluster'
import { lockDirectory } from './lock'
import type { Database, Row, Sql } from './sql'

/**
 * The embedded database in a folder. One process only: the engine would let a second one in and tear the files, so a
 * lock file keeps it out. PGlite runs one transaction at a time; everything else waits inside it.
 * @throws DirectoryInUse when another process that is alive has the folder
 */
export async function openPglite(directory: string): Promise<Database> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const unlock = await lockDirectory(directory)
  try {
    const cluster = path.join(directory, 'pg')
    await placeEmptyCluster(cluster, cacheDirectory(process.env, process.platform), async (folder) => {
      const made = await PGlite.create(folder)
      await made.close()
    })
    const db = await PGlite.create(cluster)
    const run = (on: Pick<PGlite, 'query'>): Sql => ({
      query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
        (await on.query<R>(text, [...values])).rows,
    })
    return {
      kind: 'pglite',
      ...run(db),
      transaction: (work) => db.transaction((tx) => work(run(tx as unknown as PGlite))),
      async close() {
        await db.close()
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw error
  }
}
