import type { BookContext } from '../context'
import type { JournalRow } from '../schema/stored'
import { open } from '../sealing/cipher'
import type { JournalBody } from './journal'

/** Name of the act in the journal. */
export const PURGE = 'system.purge'
export const purgesKey = 'purges'

/** Row (`table id`) → number of the entry by which it went for good: what stood before it is not kept any more. */
export type PurgedRows = ReadonlyMap<string, number>

/** What was purged, as the entries of those acts say under their own seal. */
export async function purgedRows({ connections, keys }: BookContext): Promise<PurgedRows> {
  const rows = await connections.run('strict', (db) =>
    db.transaction('r', 'meta', 'journal', async (tx) => {
      const seqs = ((await tx.table('meta').get(purgesKey))?.value ?? []) as number[]
      return tx.table<JournalRow>('journal').bulkGet(seqs)
    }),
  )
  const purged = new Map<string, number>()
  for (const row of rows) {
    if (row?.name !== PURGE) continue
    const { changes } = (await open(keys, 'journal', String(row.seq), row)) as JournalBody
    for (const { table, id, after } of changes) if (after === '') purged.set(`${table} ${id}`, row.seq)
  }
  return purged
}
