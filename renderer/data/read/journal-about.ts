import type { QuotedEntry } from '#shared/audit-file/write'
import type { BookContext } from '../context'
import type { JournalRow } from '../schema/stored'
import { open } from '../sealing/cipher'
import type { JournalBody } from '../write/journal'

const chunk = 500

/**
 * Entries of the journal that wrote any of these rows (`table id`), or say that they are about one of these ids; oldest first,
 * of each only the changes that concern them.
 */
export async function journalAbout(
  { connections, keys }: BookContext,
  rows: ReadonlySet<string>,
  ids: ReadonlySet<string>,
  tell?: (seq: number) => void,
): Promise<QuotedEntry[]> {
  const found: QuotedEntry[] = []
  for (let after = 0; ;) {
    const part = await connections.run('strict', (db) =>
      db.table<JournalRow>('journal').where('seq').above(after).limit(chunk).toArray(),
    )
    const last = part.at(-1)
    if (!last) return found
    const bodies = await Promise.all(
      part.map((row) => open(keys, 'journal', String(row.seq), row) as Promise<JournalBody>),
    )
    for (const [i, { who, why, changes, about }] of bodies.entries()) {
      const own = changes.filter(({ table, id }) => rows.has(`${table} ${id}`))
      if (own.length === 0 && !Object.values(about ?? {}).some((value) => ids.has(String(value)))) continue
      const { seq, at, name, prev, hash } = part[i]!
      found.push({ seq, at, name, who, why, prev, hash, changes: own })
    }
    after = last.seq
    tell?.(after)
  }
}
