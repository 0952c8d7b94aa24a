import type { BookContext } from '../context'
import type { JournalEntry } from '../port'
import type { JournalRow } from '../schema/stored'
import { open } from '../sealing/cipher'
import type { JournalBody } from '../write/journal'
import { undoable } from '../write/undo'

/** Entries of the audit journal, newest first. */
export async function pageJournal(
  { connections, keys }: BookContext,
  offset: number,
  limit: number,
): Promise<{ entries: JournalEntry[]; total: number }> {
  const head = await connections.run('strict', (db) => db.table('meta').get('journal'))
  const total: number = head?.value.seq ?? 0
  const last = total - offset
  const rows = await connections.run('strict', (db) =>
    db
      .table<JournalRow>('journal')
      .where('seq')
      .between(last - limit + 1, last, true, true)
      .reverse()
      .toArray(),
  )
  const entries = await Promise.all(
    rows.map(async (row): Promise<JournalEntry> => {
      const body = (await open(keys, 'journal', String(row.seq), row)) as JournalBody
      const { seq, at, name, group } = row
      const { who, why, changes } = body
      return { seq, at, name, group, who, why, changes: changes.length, undoable: undoable(name) }
    }),
  )
  return { entries, total }
}
