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
  const { message, businessKey, since, after } = wanted
  const values: unknown[] = [enterprise, limit + 1]
  const bound = (value: unknown) => `$${values.push(value)}`
  // Only what is asked for stands in the statement, so that an index can serve it.
  const conditions = [
    ...(message === undefined ? [] : [`s.message = ${bound(message)}`]),
    ...(businessKey === undefined ? [] : [`s.business_key = ${bound(businessKey)}`]),
    ...(since === undefined ? [] : [`s.updated_at >= ${bound(since)}`]),
    ...(after === undefined
      ? []
      : [
          `(s.updated_at, s.message, s.business_key) >
            (${bound(after.updatedAt)}, ${bound(after.message)}, ${bound(after.businessKey)})`,
        ]),
  ]
  const rows = await sql.query<Stored>(
    `SELECT d.message, d.business_key, d.guid, d.batch_id, s.status, s.updated_at, d.pre_no, d.invt_no, s.taken_in,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('status', h.status, 'at', h.at, 'info', h.info) ORDER BY h.position), '[]')
          FROM document_history h
          WHERE h.enterprise = d.enterprise AND h.message = d.message AND h.business_key = d.business_key) AS history
      FROM (
        SELECT * FROM document_states s WHERE ${['s.enterprise = $1', ...conditions].join(' AND ')}
          ORDER BY s.updated_at, s.message, s.business_key LIMIT $2) s
      CROSS JOIN LATERAL (
        SELECT * FROM documents
          WHERE enterprise = $1 AND message = s.message AND business_key = s.business_key OFFSET 0) d
      ORDER BY s.updated_at, s.message, s.business_key`,
    values,
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const next = last && { updatedAt: last.updated_at, message: last.message, businessKey: last.business_key }
  return { documents: rows.slice(0, limit).map(view), next }
}
