import type { ServiceDocument } from '#shared/protocol/api'
import type { Row, Sql } from './sql'

/** Where the next page starts: what changed last, then the key. */
export type Position = { updatedAt: number; message: string; businessKey: string }

type Stored = Row & {
  message: string
  business_key: string
  guid: string
  batch_id: string
  status: string
  updated_at: number
  pre_no: string | null
  invt_no: string | null
  taken_in: boolean
  history: { status: string; at: number; info: string }[]
}

const iso = (ms: number) => new Date(ms).toISOString()

const view = (row: Stored): ServiceDocument => ({
  message: row.message,
  businessKey: row.business_key,
  guid: row.guid,
  batchId: row.batch_id,
  status: row.status,
  updatedAt: iso(row.updated_at),
  ...(row.pre_no ? { preNo: row.pre_no } : {}),
  ...(row.invt_no && row.taken_in ? { invtNo: row.invt_no } : {}),
  history: row.history.map(({ status, at, info }) => ({ status, at: iso(at), info })),
})

/**
 * Documents as the service sees them, with everything that happened to each, in the order they changed.
 * A document that changes while somebody pages comes again at the end; none is left out.
 */
export async function viewDocuments(
  sql: Sql,
  enterprise: string,
  wanted: { message?: string; businessKey?: string; since?: number; after?: Position },
  limit: number,
): Promise<{ documents: ServiceDocument[]; next?: Position }> {
  const { message = null, businessKey = null, since = null, after } = wanted
  const rows = await sql.query<Stored>(
    `SELECT d.message, d.business_key, d.guid, d.batch_id, d.status, d.updated_at, d.pre_no, d.invt_no, d.taken_in,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('status', h.status, 'at', h.at, 'info', h.info) ORDER BY h.position), '[]')
          FROM document_history h
          WHERE h.enterprise = d.enterprise AND h.message = d.message AND h.business_key = d.business_key) AS history
      FROM documents d
      WHERE d.enterprise = $1
        AND ($2::text IS NULL OR d.message = $2) AND ($3::text IS NULL OR d.business_key = $3)
        AND ($4::bigint IS NULL OR d.updated_at >= $4)
        AND ($5::bigint IS NULL OR (d.updated_at, d.message, d.business_key) > ($5, $6, $7))
      ORDER BY d.updated_at, d.message, d.business_key LIMIT $8`,
    [
      enterprise,
      message,
      businessKey,
      since,
      after?.updatedAt ?? null,
      after?.message ?? null,
      after?.businessKey ?? null,
      limit + 1,
    ],
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const next = last && { updatedAt: last.updated_at, message: last.message, businessKey: last.business_key }
  return { documents: rows.slice(0, limit).map(view), next }
}
