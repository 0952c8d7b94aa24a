import type { BookContext } from '../context'
import type { SealedTable } from '../port'
import type { StoredRow } from '../schema/stored'
import { bringUp, bodyForms, currentForm } from '../sealing/bodies'
import type { BodyForms } from '../sealing/bodies'
import { open, seal } from '../sealing/cipher'
import { commit, StaleRows } from './commit'
import { rawChange } from './prepare'
import type { Prepared } from './prepare'

/** Bodies of one commit. */
const chunk = 200

/**
 * Seal every record of a table in its present form. Reading brings bodies up as well; this pass only spares that work
 * from then on. It may be cut off at any time and goes on after the last chunk that was written; a chunk that somebody
 * wrote into meanwhile is read again. It goes through the journal like any write, because the journal knows each
 * record by the digest of its sealed body. Blocks of facts are left as they are: they are opened rarely and whole.
 */
export async function bringUpTable(
  context: BookContext,
  table: SealedTable,
  forms: Record<string, BodyForms> = bodyForms,
): Promise<number> {
  const form = currentForm(table, forms)
  const key = `bodies ${table}`
  for (let written = 0; ;) {
    const rows = await nextRows(context, table, key, form)
    const last = rows.at(-1)?.id
    if (last === undefined) return written
    const prepared = await Promise.all(
      rows.filter(({ v }) => v < form).map((row) => raise(context, table, row, form, forms)),
    )
    const act = {
      name: 'system.bring-up',
      who: 'system',
      why: `${table} ${form}`,
      at: context.now(),
      group: key,
      changes: prepared.map(({ journal }) => journal),
    }
    try {
      await commit(context, prepared, act, {
        tables: ['meta'],
        run: (tx) => tx.table('meta').put({ key, form, after: last }),
      })
      written += prepared.length
    } catch (error) {
      if (!(error instanceof StaleRows)) throw error
    }
  }
}

async function nextRows(
  { connections }: BookContext,
  table: string,
  key: string,
  form: number,
): Promise<StoredRow[]> {
  const place = await connections.run('strict', (db) => db.table('meta').get(key))
  const after: string = place?.form === form ? place.after : ''
  return connections.run('strict', (db) =>
    db.table<StoredRow>(table).where('id').above(after).limit(chunk).toArray(),
  )
}

/** The same record at the same revision, under a new seal. */
async function raise(
  { keys }: BookContext,
  table: SealedTable,
  row: StoredRow,
  form: number,
  forms: Record<string, BodyForms>,
): Promise<Prepared> {
  const body = bringUp(table, row.id, row.v, await open(keys, table, row.id, row), forms)
  const { was: _former, ...clear } = row
  return rawChange(keys, table, row.id, row, { ...clear, ...(await seal(keys, table, row.id, form, body)) })
}
