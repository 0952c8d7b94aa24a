import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import type { Deleted, Done } from '../port'
import { presentRows } from '../read/records'
import type { SealedTable } from '../records'
import type { JournalRow, StoredRow } from '../schema/stored'
import { ruleOf } from '../schema/tables'
import { bringUp } from '../sealing/bodies'
import { open } from '../sealing/cipher'
import { commit, StaleRows } from './commit'
import type { JournalBody } from './journal'
import { undoable, revert } from './undo'

/** How long what was deleted is listed; the journal keeps it for as long as the book. */
export const trashDays = 30
const dayMs = 86_400_000
const chunk = 200

/** What officers delete by hand, each with a name they know it by. Everything else goes and comes with these. */
const tables: readonly SealedTable[] = [
  'goods',
  'templates',
  'lists',
  'applications',
  'departures',
  'returns',
  'exportEntries',
  'gatePasses',
  'taxBills',
  'deliveries',
]

type Found = Deleted & { row: StoredRow }

/** 回收站: what was deleted in the last thirty days and is not there again; the latest first. */
export async function trash(context: BookContext): Promise<Deleted[]> {
  return (await find(context)).map(({ row: _row, ...deleted }) => deleted)
}

/**
 * Put a deleted record back as it lay sealed, under the next revision.
 * @throws DataRefusal `missing` when it is not in the trash any more; `taken-…` when somebody else holds its number by now
 */
export async function putBack(
  context: BookContext,
  who: string,
  { seq, table, id }: Pick<Deleted, 'seq' | 'table' | 'id'>,
  why: string,
): Promise<Done> {
  const found = (await find(context)).find((one) => one.seq === seq && one.table === table && one.id === id)
  const change = found && (await revert(context, { table, id, before: found.row, after: '' }, undefined))
  if (!found || !change) throw new DataRefusal('missing', { table, id })
  const act = {
    name: 'trash.restore',
    who,
    why,
    at: context.now(),
    group: crypto.randomUUID(),
    changes: [change.journal],
    about: { seq },
  }
  try {
    return { seq: await commit(context, [change], act), ids: [id] }
  } catch (error) {
    if (error instanceof StaleRows) throw error.refusal
    throw error
  }
}

async function find(context: BookContext): Promise<Found[]> {
  const since = new Date(Date.parse(context.now()) - trashDays * dayMs).toISOString()
  const found = new Map<string, Found>()
  let below = Infinity
  for (;;) {
    const rows = await context.connections.run('strict', (db) =>
      db.table<JournalRow>('journal').where('seq').below(below).reverse().limit(chunk).toArray(),
    )
    for (const entry of rows.filter(({ at, name }) => at >= since && undoable(name))) {
      for (const deleted of await deletedBy(context, entry)) {
        const key = `${deleted.table} ${deleted.id}`
        if (!found.has(key)) found.set(key, deleted)
      }
    }
    const last = rows.at(-1)
    // A clock that was set back leaves an older entry among younger ones: the walk ends a chunk later at the worst.
    if (!last || rows.every(({ at }) => at < since)) break
    below = last.seq
  }
  const all = [...found.values()]
  const present = await presentRows(context, all)
  return all.filter((_, i) => !present[i])
}

async function deletedBy({ keys }: BookContext, entry: JournalRow): Promise<Found[]> {
  const gone = entry.before.filter(({ table }) => (tables as readonly string[]).includes(table))
  if (gone.length === 0) return []
  const { who, why, changes } = (await open(keys, 'journal', String(entry.seq), entry)) as JournalBody
  const found: Found[] = []
  for (const { table, row } of gone) {
    const isDeleted = changes.some((one) => one.table === table && one.id === row.id && one.after === '')
    // A record whose own key was edited lies under another id: it was moved, not deleted.
    const isMoved = changes.some((one) => one.table === table && one.before === '' && one.after !== '')
    if (!isDeleted || isMoved) continue
    const record = bringUp(table, row.id, row.v, await open(keys, table, row.id, row))
    const caption = ruleOf(table as SealedTable).caption(record as never)
    const { seq, at, name } = entry
    found.push({ seq, at, who, why, name, table: table as SealedTable, id: row.id, caption, row })
  }
  return found
}
