import type { Sql } from './sql'

/**
 * Everything that belongs to an enterprise, but for its accounts, sessions and desks: those are the door, not the data,
 * and a desk that moved out stays so.
 */
export const enterpriseTables = [
  'batches',
  'documents',
  'document_states',
  'document_history',
  'receipts',
  'uploads',
  'upload_chunks',
  'filings',
  'filing_history',
  'attachments',
  'desk_records',
  'desk_marks',
] as const

/** Keep the present state of an enterprise. The caller holds its row lock. @returns the snapshot's number */
export async function takeSnapshot(sql: Sql, enterprise: string, now: number): Promise<number> {
  const [row] = await sql.query<{ number: number }>(
    `INSERT INTO snapshots (enterprise, number, taken_at)
      SELECT $1, coalesce(max(number), 0) + 1, $2 FROM snapshots WHERE enterprise = $1 RETURNING number`,
    [enterprise, now],
  )
  const { number } = row!
  for (const table of enterpriseTables) {
    await sql.query(
      `INSERT INTO snapshot_rows (enterprise, number, origin, content)
        SELECT $1, $2, '${table}', to_jsonb(t) FROM ${table} t WHERE t.enterprise = $1`,
      [enterprise, number],
    )
  }
  await sql.query(
    `INSERT INTO snapshot_rows (enterprise, number, origin, content)
      SELECT $1, $2, 'enterprises', to_jsonb(e) FROM enterprises e WHERE e.code = $1`,
    [enterprise, number],
  )
  return number
}

export type Snapshot = { number: number; takenAt: number }

/** Snapshots of an enterprise, the newest first. */
export const listSnapshots = (sql: Sql, enterprise: string): Promise<Snapshot[]> =>
  sql.query<Snapshot>(
    'SELECT number, taken_at AS "takenAt" FROM snapshots WHERE enterprise = $1 ORDER BY number DESC',
    [enterprise],
  )

/**
 * Put an enterprise back to a snapshot, or to nothing (`number` undefined). The caller holds its row lock. Its numbers go
 * back too, so they are given out again; `generation` is new, which every cursor of the lost state fails against.
 */
export async function restoreSnapshot(
  sql: Sql,
  enterprise: string,
  number: number | undefined,
  generation: string,
): Promise<void> {
  for (const table of enterpriseTables) {
    await sql.query(`DELETE FROM ${table} WHERE enterprise = $1`, [enterprise])
    if (number === undefined) continue
    await sql.query(
      `INSERT INTO ${table} SELECT r.* FROM snapshot_rows s, jsonb_populate_record(NULL::${table}, s.content) r
        WHERE s.enterprise = $1 AND s.number = $2 AND s.origin = '${table}'`,
      [enterprise, number],
    )
  }
  await sql.query(
    `UPDATE enterprises e SET generation = $3, last_seq = coalesce(s.last_seq, 0),
        last_filing = coalesce(s.last_filing, 0), public_key = s.public_key
      FROM (SELECT 1) AS one LEFT JOIN LATERAL (
        SELECT r.* FROM snapshot_rows k, jsonb_populate_record(NULL::enterprises, k.content) r
          WHERE k.enterprise = $1 AND k.number = $2 AND k.origin = 'enterprises') s ON true
      WHERE e.code = $1`,
    [enterprise, number ?? 0, generation],
  )
}
