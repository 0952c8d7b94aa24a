import type { FilingKind } from '#shared/protocol/api'
import type { Reason } from '../desks/registry'
import { rowsParameter, type Sql } from './sql'

/** A filing as the service holds it. `base` and `digest` are of the request that made this version. */
export type StoredFiling = {
  kind: FilingKind
  key: string
  version: number
  base: number
  digest: string
  content: Record<string, unknown>
  state: string
  reasons: Reason[]
  /** When the registry looks at it next. */
  nextAt?: number
  updatedAt: number
}

const columns = `f.kind, f.key, f.version, f.base, f.digest, f.content, f.state, f.reasons, f.seq,
  f.next_at AS "nextAt", f.updated_at AS "updatedAt"`

type Row = Omit<StoredFiling, 'nextAt'> & { nextAt: number | null; seq: number }

const filing = ({ nextAt, ...row }: Row): StoredFiling & { seq: number } => ({
  ...row,
  ...(nextAt === null ? {} : { nextAt }),
})

export async function findFiling(
  sql: Sql,
  enterprise: string,
  kind: FilingKind,
  key: string,
): Promise<StoredFiling | undefined> {
  const [row] = await sql.query<Row>(
    `SELECT ${columns} FROM filings f WHERE enterprise = $1 AND kind = $2 AND key = $3`,
    [enterprise, kind, key],
  )
  return row && filing(row)
}

/** Filings the registry has to look at until `now`, the longest due first. */
export async function dueFilings(
  sql: Sql,
  enterprise: string,
  now: number,
  limit: number,
): Promise<StoredFiling[]> {
  const rows = await sql.query<Row>(
    `SELECT ${columns} FROM filings f WHERE enterprise = $1 AND next_at <= $2
      ORDER BY next_at, kind, key LIMIT $3`,
    [enterprise, now, limit],
  )
  return rows.map(filing)
}

/** Insert or replace filings, each as a new change; the caller holds the enterprise's row lock. */
export async function saveFilings(
  sql: Sql,
  enterprise: string,
  filings: readonly StoredFiling[],
): Promise<void> {
  if (filings.length === 0) return
  const [row] = await sql.query<{ last_filing: number }>(
    'UPDATE enterprises SET last_filing = last_filing + $2 WHERE code = $1 RETURNING last_filing',
    [enterprise, filings.length],
  )
  const first = row!.last_filing - filings.length + 1
  await sql.query(
    `WITH given AS (
        SELECT * FROM jsonb_to_recordset($2::jsonb) AS r(kind text, key text, version int, base int, digest text,
          content jsonb, state text, reasons jsonb, seq bigint, "nextAt" bigint, "updatedAt" bigint)),
      logged AS (
        INSERT INTO filing_history (enterprise, kind, key, seq, version, state, reasons, content, at)
          SELECT $1, kind, key, seq, version, state, reasons, content, "updatedAt" FROM given)
      INSERT INTO filings (enterprise, kind, key, version, base, digest, content, state, reasons, seq, next_at, updated_at)
        SELECT $1, kind, key, version, base, digest, content, state, reasons, seq, "nextAt", "updatedAt" FROM given
        ON CONFLICT (enterprise, kind, key) DO UPDATE SET version = excluded.version, base = excluded.base,
          digest = excluded.digest, content = excluded.content, state = excluded.state, reasons = excluded.reasons,
          seq = excluded.seq, next_at = excluded.next_at, updated_at = excluded.updated_at`,
    [enterprise, rowsParameter(filings.map((one, n) => ({ ...one, seq: first + n })))],
  )
}

/** Filings that changed after a number, in the order they changed. */
export async function filingsAfter(
  sql: Sql,
  enterprise: string,
  seq: number,
  limit: number,
): Promise<(StoredFiling & { seq: number })[]> {
  const rows = await sql.query<Row>(
    `SELECT ${columns} FROM filings f WHERE enterprise = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [enterprise, seq, limit],
  )
  return rows.map(filing)
}

/** Name of the present history of an enterprise; see the migration `filings`. */
export async function generationOf(sql: Sql, enterprise: string): Promise<string> {
  const [row] = await sql.query<{ generation: string }>(
    'SELECT generation FROM enterprises WHERE code = $1',
    [enterprise],
  )
  return row?.generation ?? '0'
}
