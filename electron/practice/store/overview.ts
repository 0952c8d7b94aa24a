import type { Sql } from './sql'

/** One line of the statistics desk: how many documents of an enterprise stand where. */
export type StateCount = { enterprise: string; zone: string; message: string; status: string; count: number }

/**
 * Counts per enterprise, zone, message and status, from the tables the other desks work with. The zone is the one an
 * enterprise filed; a blank where it filed none.
 */
export const stateCounts = (sql: Sql): Promise<StateCount[]> =>
  sql.query<StateCount>(
    `SELECT s.enterprise, coalesce(z.zone, '') AS zone, s.message, s.status, s.count
      FROM (SELECT enterprise, message, status, count(*)::int AS count FROM document_states
        GROUP BY enterprise, message, status) s
      LEFT JOIN (SELECT enterprise, min(content ->> 'zone') AS zone FROM filings
        WHERE kind = 'enterprise' GROUP BY enterprise) z ON z.enterprise = s.enterprise
      ORDER BY s.enterprise, s.message, s.status`,
  )

export type EnterpriseLine = {
  code: string
  receipts: number
  filings: number
  signs: boolean
  createdAt: number
}

/** Enterprises this service has heard of. */
export const enterpriseLines = (sql: Sql): Promise<EnterpriseLine[]> =>
  sql.query<EnterpriseLine>(
    `SELECT code, last_seq AS receipts, (SELECT count(*)::int FROM filings f WHERE f.enterprise = code) AS filings,
        public_key IS NOT NULL AS signs, created_at AS "createdAt"
      FROM enterprises ORDER BY created_at DESC, code LIMIT 500`,
  )

export type BatchLine = { id: string; receivedAt: number; bytes: number; state: string; documents: number }

/** The newest batches of an enterprise. */
export const batchLines = (sql: Sql, enterprise: string): Promise<BatchLine[]> =>
  sql.query<BatchLine>(
    `SELECT id, received_at AS "receivedAt", length(bytes) AS bytes, answer::jsonb ->> 'state' AS state,
        jsonb_array_length(answer::jsonb -> 'items') AS documents
      FROM batches WHERE enterprise = $1 ORDER BY received_at DESC, id LIMIT 50`,
    [enterprise],
  )
