import type { Text } from '#shared/model/text'
import type { ReferenceRow } from '#shared/protocol/api'
import { rowsParameter, type Sql } from './sql'

export type StoredTable = { table: string; version: number; name: Text; updatedAt: number }

export const listTables = (sql: Sql): Promise<StoredTable[]> =>
  sql.query<StoredTable>(
    'SELECT name AS "table", version, title AS name, updated_at AS "updatedAt" FROM reference_tables ORDER BY 1',
  )

export async function findTable(sql: Sql, table: string): Promise<StoredTable | undefined> {
  const [row] = await sql.query<StoredTable>(
    'SELECT name AS "table", version, title AS name, updated_at AS "updatedAt" FROM reference_tables WHERE name = $1',
    [table],
  )
  return row
}

/** Rows that changed after a version: those that are there now, and the keys of those that are gone. */
export async function rowsSince(
  sql: Sql,
  table: string,
  version: number,
): Promise<{ put: ReferenceRow[]; drop: string[] }> {
  const rows = await sql.query<ReferenceRow & { dropped: boolean }>(
    'SELECT key, row, dropped FROM reference_rows WHERE table_name = $1 AND version > $2 ORDER BY key COLLATE "C"',
    [table, version],
  )
  const put = rows.filter(({ dropped }) => !dropped).map(({ key, row }) => ({ key, row }))
  return { put, drop: rows.filter(({ dropped }) => dropped).map(({ key }) => key) }
}

/**
 * Publish a change of a table as its next version. Rows that are as they were stay at the version they have.
 * @param digestOf digest of a whole table, kept for each version so that an update can say what it hangs on
 * @returns the version the table has now
 */
export async function publish(
  sql: Sql,
  { table, name, updatedAt }: Omit<StoredTable, 'version'>,
  change: { put: readonly ReferenceRow[]; drop: readonly string[] },
  digestOf: (rows: readonly ReferenceRow[]) => string,
): Promise<number> {
  const [row] = await sql.query<{ version: number }>(
    `INSERT INTO reference_tables (name, version, title, updated_at) VALUES ($1, 1, $2::jsonb, $3)
      ON CONFLICT (name) DO UPDATE SET version = reference_tables.version + 1, title = excluded.title,
        updated_at = excluded.updated_at RETURNING version`,
    [table, JSON.stringify(name), updatedAt],
  )
  const { version } = row!
  await sql.query(
    `INSERT INTO reference_rows (table_name, key, row, version, dropped)
      SELECT $1, g.key, g.row, $3, false FROM jsonb_to_recordset($2::jsonb) AS g(key text, row jsonb)
      ON CONFLICT (table_name, key) DO UPDATE SET row = excluded.row, version = excluded.version, dropped = false
        WHERE reference_rows.row <> excluded.row OR reference_rows.dropped`,
    [table, rowsParameter(change.put), version],
  )
  await sql.query(
    `UPDATE reference_rows SET dropped = true, version = $3 WHERE table_name = $1 AND NOT dropped
      AND key IN (SELECT jsonb_array_elements_text($2::jsonb))`,
    [table, JSON.stringify(change.drop), version],
  )
  await sql.query('INSERT INTO reference_digests (table_name, version, digest) VALUES ($1, $2, $3)', [
    table,
    version,
    digestOf((await rowsSince(sql, table, 0)).put),
  ])
  return version
}

/** Digest of a table as it was at a version; undefined for one that is not known, or older than digests are. */
export async function digestAt(sql: Sql, table: string, version: number): Promise<string | undefined> {
  const [row] = await sql.query<{ digest: string }>(
    'SELECT digest FROM reference_digests WHERE table_name = $1 AND version = $2',
    [table, version],
  )
  return row?.digest
}
