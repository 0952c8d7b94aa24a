import type { BatchAnswer } from '#shared/protocol/api'
import type { Sql } from './sql'

/** `size` in bytes. */
export type StoredBatch = { hash: string; answer: BatchAnswer; size: number }

export async function findBatch(sql: Sql, enterprise: string, id: string): Promise<StoredBatch | undefined> {
  const [row] = await sql.query<{ hash: string; answer: string; size: number }>(
    'SELECT hash, answer, length(bytes) AS size FROM batches WHERE enterprise = $1 AND id = $2',
    [enterprise, id],
  )
  return row && { hash: row.hash, size: row.size, answer: JSON.parse(row.answer) as BatchAnswer }
}

/** Keep a batch with its bytes as they came and the answer as it was given: every repetition gets it again, to the byte. */
export async function saveBatch(
  sql: Sql,
  enterprise: string,
  batch: { id: string; hash: string; bytes: Uint8Array; answer: BatchAnswer; receivedAt: number },
): Promise<void> {
  await sql.query(
    'INSERT INTO batches (enterprise, id, hash, bytes, answer, received_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [enterprise, batch.id, batch.hash, batch.bytes, JSON.stringify(batch.answer), batch.receivedAt],
  )
}
