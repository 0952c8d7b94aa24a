import type { BookContext } from '../context'
import type { SealedTable } from '../records'
import type { JournalRow } from '../schema/stored'
import { open } from '../sealing/cipher'
import type { JournalBody } from '../write/journal'

const chunk = 200
/** So far back it is looked; who changed a record before has not had it in hand for long. */
const mostEntries = 5_000

/** Who wrote each of these records last, by the journal: the newest entry that names it. */
export async function lastAuthors(
  { connections, keys }: BookContext,
  table: SealedTable,
  ids: readonly string[],
): Promise<Set<string>> {
  const left = new Set(ids)
  const authors = new Set<string>()
  const head = await connections.run('strict', (db) => db.table('meta').get('journal'))
  const newest: number = head?.value.seq ?? 0
  for (let last = newest; last > Math.max(0, newest - mostEntries) && left.size > 0; last -= chunk) {
    const rows = await connections.run('strict', (db) =>
      db
        .table<JournalRow>('journal')
        .where('seq')
        .between(last - chunk + 1, last, true, true)
        .reverse()
        .toArray(),
    )
    for (const row of rows) {
      const { who, changes } = (await open(keys, 'journal', String(row.seq), row)) as JournalBody
      for (const change of changes) if (change.table === table && left.delete(change.id)) authors.add(who)
    }
  }
  return authors
}
