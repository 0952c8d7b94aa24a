import type { Sql } from './sql'

/** A 清单 or 运单 as a look-up shows it. */
export type KnownDocument = {
  status: string
  preNo: string | null
  invtNo: string | null
  updatedAt: number
  head: Record<string, string>
}

const withState = (found: string) => `
  SELECT s.status, d.pre_no AS "preNo", CASE WHEN s.taken_in THEN d.invt_no END AS "invtNo",
      s.updated_at AS "updatedAt", d.content -> 'head' AS head
    FROM (SELECT * FROM documents WHERE enterprise = $1 AND ${found} OFFSET 0) d
    CROSS JOIN LATERAL (
      SELECT * FROM document_states
        WHERE enterprise = $1 AND message = d.message AND business_key = d.business_key OFFSET 0) s`

/** The 清单 of an enterprise with this preNo or invtNo. */
export async function listByNumber(
  sql: Sql,
  enterprise: string,
  number: string,
): Promise<KnownDocument | undefined> {
  const [row] = await sql.query<KnownDocument>(
    `${withState("message IN ('CEB603', 'CEB621') AND (pre_no = $2 OR invt_no = $2)")}
      WHERE d.pre_no = $2 OR s.taken_in LIMIT 1`,
    [enterprise, number],
  )
  return row
}

export async function waybillByNumber(
  sql: Sql,
  enterprise: string,
  number: string,
): Promise<KnownDocument | undefined> {
  const [row] = await sql.query<KnownDocument>(
    `${withState("message = 'CEB505' AND content -> 'head' ->> 'logisticsNo' = $2")}
      ORDER BY s.updated_at DESC LIMIT 1`,
    [enterprise, number],
  )
  return row
}

/** The newest 企业备案 under a customs code or a 统一社会信用代码, whoever filed it: it is public. */
export async function enterpriseByCode(
  sql: Sql,
  code: string,
): Promise<{ state: string; content: Record<string, unknown>; updatedAt: number } | undefined> {
  const [row] = await sql.query<{ state: string; content: Record<string, unknown>; updatedAt: number }>(
    `SELECT state, content, updated_at AS "updatedAt" FROM filings
      WHERE kind = 'enterprise' AND (key = $1 OR content ->> 'uscc' = $1) ORDER BY updated_at DESC LIMIT 1`,
    [code],
  )
  return row
}
