import type { BookContext } from '../context'
import { groupBy } from '../group-by'
import { DataRefusal } from '../errors/refusal'
import type { SealedRecord, SealedTable, Stored } from '../port'
import type { StoredRow } from '../schema/stored'
import { bringUp } from '../sealing/bodies'
import { open } from '../sealing/cipher'
import type { RecordReader } from '../write/draft'

/** More than this is never handed out at once; the caller asks for pages. */
export const handOutLimit = 1000

/** Sealed records one by one: read in the database, opened outside the transaction, brought to their present form. */
export function recordReader({ keys, connections }: BookContext): RecordReader {
  return {
    rows: (table, ids) => connections.run('strict', (db) => db.table<StoredRow>(table).bulkGet([...ids])),
    row: (table, id) => connections.run('strict', (db) => db.table<StoredRow>(table).get(id)),
    async open(table, row) {
      const body = await open(keys, table, row.id, row)
      return bringUp(table, row.id, row.v, body) as never
    },
  }
}

export async function getRecord<T extends SealedTable>(
  context: BookContext,
  table: T,
  id: string,
): Promise<Stored<SealedRecord<T>> | undefined> {
  const reader = recordReader(context)
  const row = await reader.row(table, id)
  return row && { id, rev: row.rev, record: await reader.open(table, row) }
}

export async function getRecords<T extends SealedTable>(
  context: BookContext,
  table: T,
  ids: readonly string[],
): Promise<Stored<SealedRecord<T>>[]> {
  const rows = await context.connections.run('strict', (db) => db.table<StoredRow>(table).bulkGet([...ids]))
  return openRows(context, table, rows)
}

/** All records of a small table. */
export async function allRecords<T extends SealedTable>(
  context: BookContext,
  table: T,
): Promise<Stored<SealedRecord<T>>[]> {
  const rows = await context.connections.run('strict', (db) =>
    db
      .table<StoredRow>(table)
      .limit(handOutLimit + 1)
      .toArray(),
  )
  if (rows.length > handOutLimit) throw new DataRefusal('too-many', { table, limit: handOutLimit })
  return openRows(context, table, rows)
}

/** All records of any table, in chunks, by id. A record that cannot be opened stops the walk with its name. */
export async function* eachRecord<T extends SealedTable>(
  context: BookContext,
  table: T,
  chunk = handOutLimit,
): AsyncGenerator<Stored<SealedRecord<T>>[]> {
  for (let after = ''; ;) {
    const rows = await context.connections.run('strict', (db) =>
      db.table<StoredRow>(table).where('id').above(after).limit(chunk).toArray(),
    )
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    yield await openRows(context, table, rows)
  }
}

/** Rows of several tables as they lie sealed, in the order asked; one read for each table. */
export async function presentRows(
  { connections }: BookContext,
  wanted: readonly { table: string; id: string }[],
): Promise<(StoredRow | undefined)[]> {
  const found = new Map<string, StoredRow>()
  for (const [table, part] of groupBy(wanted, (one) => one.table)) {
    const ids = part.map(({ id }) => id)
    const rows = await connections.run('strict', (db) => db.table<StoredRow>(table).bulkGet(ids))
    for (const row of rows) if (row) found.set(`${table} ${row.id}`, row)
  }
  return wanted.map(({ table, id }) => found.get(`${table} ${id}`))
}

async function openRows<T extends SealedTable>(
  context: BookContext,
  table: T,
  rows: readonly (StoredRow | undefined)[],
): Promise<Stored<SealedRecord<T>>[]> {
  const reader = recordReader(context)
  const found = rows.filter((row) => row !== undefined)
  return Promise.all(
    found.map(async (row) => ({ id: row.id, rev: row.rev, record: await reader.open(table, row) })),
  )
}
