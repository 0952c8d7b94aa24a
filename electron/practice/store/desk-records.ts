import type { MergeRecord } from '#shared/model/merge-record'
import { rowsParameter, type Sql } from './sql'

export type StoredDeskRecord = {
  name: string
  version: number
  seq: number
  desk: string
  storedAt: number
  content: MergeRecord
}

type Row = { name: string; version: number; seq: number; desk: string; storedAt: number; content: string }
const columns = 'name, version, seq, desk, stored_at AS "storedAt", content'
const read = ({ content, ...row }: Row): StoredDeskRecord => ({
  ...row,
  content: JSON.parse(content) as MergeRecord,
})

/** Records under these names (`nameOf`), by name. */
export async function findDeskRecords(
  sql: Sql,
  enterprise: string,
  names: readonly string[],
): Promise<Map<string, StoredDeskRecord>> {
  const rows = await sql.query<Row>(
    `SELECT ${columns} FROM desk_records
      WHERE enterprise = $1 AND name IN (SELECT jsonb_array_elements_text($2::jsonb))`,
    [enterprise, JSON.stringify(names)],
  )
  return new Map(rows.map((row) => [row.name, read(row)]))
}

/**
 * Store records under the next numbers of the feed. The caller holds the enterprise's row lock. Each number leaves a
 * mark, because the record itself moves on to a later one: by its mark a cursor is known again.
 */
export async function saveDeskRecords(
  sql: Sql,
  enterprise: string,
  records: readonly Omit<StoredDeskRecord, 'seq'>[],
  newMark: () => string,
): Promise<void> {
  if (records.length === 0) return
  const [last] = await sql.query<{ seq: number }>(
    'SELECT coalesce(max(seq), 0) AS seq FROM desk_marks WHERE enterprise = $1',
    [enterprise],
  )
  const rows = records.map((record, n) => ({
    ...record,
    seq: last!.seq + n + 1,
    mark: newMark(),
    content: JSON.stringify(record.content),
  }))
  await sql.query(
    `INSERT INTO desk_marks (enterprise, seq, mark)
      SELECT $1, r.seq, r.mark FROM jsonb_to_recordset($2::jsonb) AS r(seq bigint, mark text)`,
    [enterprise, rowsParameter(rows.map(({ seq, mark }) => ({ seq, mark })))],
  )
  await sql.query(
    `INSERT INTO desk_records (enterprise, name, version, seq, desk, stored_at, content)
      SELECT $1, r.name, r.version, r.seq, r.desk, r."storedAt", r.content
      FROM jsonb_to_recordset($2::jsonb)
        AS r(name text, version int, seq bigint, desk text, "storedAt" bigint, content text)
      ON CONFLICT (enterprise, name) DO UPDATE
        SET version = excluded.version, seq = excluded.seq, desk = excluded.desk,
          stored_at = excluded.stored_at, content = excluded.content`,
    [enterprise, rowsParameter(rows)],
  )
}

export async function deskRecordsAfter(
  sql: Sql,
  enterprise: string,
  seq: number,
  limit: number,
): Promise<StoredDeskRecord[]> {
  const rows = await sql.query<Row>(
    `SELECT ${columns} FROM desk_records WHERE enterprise = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [enterprise, seq, limit],
  )
  return rows.map(read)
}

/** The mark of a number of the feed; undefined when the service has none, or not any more. */
export async function deskMarkAt(sql: Sql, enterprise: string, seq: number): Promise<string | undefined> {
  const [row] = await sql.query<{ mark: string }>(
    'SELECT mark FROM desk_marks WHERE enterprise = $1 AND seq = $2',
    [enterprise, seq],
  )
  return row?.mark
}
