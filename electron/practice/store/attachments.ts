import type { Sql } from './sql'

export type StoredAttachment = { type: string; size: number; receivedAt: number }

/** Keep a file under its digest; one that is there already stays as it is. */
export async function addAttachment(
  sql: Sql,
  enterprise: string,
  one: { sha256: string; type: string; bytes: Uint8Array; receivedAt: number },
): Promise<void> {
  await sql.query(
    `INSERT INTO attachments (enterprise, sha256, type, bytes, received_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING`,
    [enterprise, one.sha256, one.type, one.bytes, one.receivedAt],
  )
}

export async function findAttachment(
  sql: Sql,
  enterprise: string,
  sha256: string,
): Promise<StoredAttachment | undefined> {
  const [row] = await sql.query<StoredAttachment>(
    `SELECT type, length(bytes) AS size, received_at AS "receivedAt" FROM attachments
      WHERE enterprise = $1 AND sha256 = $2`,
    [enterprise, sha256],
  )
  return row
}

export async function attachmentBytes(sql: Sql, enterprise: string, sha256: string): Promise<Buffer> {
  const [row] = await sql.query<{ bytes: Uint8Array }>(
    'SELECT bytes FROM attachments WHERE enterprise = $1 AND sha256 = $2',
    [enterprise, sha256],
  )
  return Buffer.from(row!.bytes)
}
