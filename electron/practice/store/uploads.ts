import type { Sql } from './sql'

/** How far a batch in chunks came. Bytes. */
export type Upload = { hash: string; length: number; received: number }

/** An upload nobody goes on with is dropped after this time; its client begins anew and loses nothing. */
const FORGOTTEN_MS = 7 * 86_400_000

export async function findUpload(sql: Sql, enterprise: string, batchId: string): Promise<Upload | undefined> {
  const [row] = await sql.query<Upload>(
    'SELECT hash, length, received FROM uploads WHERE enterprise = $1 AND batch_id = $2',
    [enterprise, batchId],
  )
  return row
}

export async function beginUpload(
  sql: Sql,
  enterprise: string,
  batchId: string,
  { hash, length }: Pick<Upload, 'hash' | 'length'>,
  now: number,
): Promise<void> {
  const old = await sql.query<{ batch_id: string }>(
    'DELETE FROM uploads WHERE enterprise = $1 AND updated_at < $2 RETURNING batch_id',
    [enterprise, now - FORGOTTEN_MS],
  )
  for (const { batch_id } of old) await dropUpload(sql, enterprise, batch_id)
  await sql.query(
    `INSERT INTO uploads (enterprise, batch_id, hash, length, received, updated_at) VALUES ($1, $2, $3, $4, 0, $5)`,
    [enterprise, batchId, hash, length, now],
  )
}

/** Keep a chunk that begins where the last one ended. */
export async function appendChunk(
  sql: Sql,
  enterprise: string,
  batchId: string,
  position: number,
  bytes: Uint8Array,
  now: number,
): Promise<void> {
  await sql.query(
    'INSERT INTO upload_chunks (enterprise, batch_id, position, bytes) VALUES ($1, $2, $3, $4)',
    [enterprise, batchId, position, bytes],
  )
  await sql.query(
    'UPDATE uploads SET received = $3, updated_at = $4 WHERE enterprise = $1 AND batch_id = $2',
    [enterprise, batchId, position + bytes.byteLength, now],
  )
}

/** All chunks in a row. */
export async function uploadedBytes(sql: Sql, enterprise: string, batchId: string): Promise<Buffer> {
  const rows = await sql.query<{ bytes: Uint8Array }>(
    'SELECT bytes FROM upload_chunks WHERE enterprise = $1 AND batch_id = $2 ORDER BY position',
    [enterprise, batchId],
  )
  return Buffer.concat(rows.map(({ bytes }) => bytes))
}

export async function dropUpload(sql: Sql, enterprise: string, batchId: string): Promise<void> {
  await sql.query('DELETE FROM upload_chunks WHERE enterprise = $1 AND batch_id = $2', [enterprise, batchId])
  await sql.query('DELETE FROM uploads WHERE enterprise = $1 AND batch_id = $2', [enterprise, batchId])
}
