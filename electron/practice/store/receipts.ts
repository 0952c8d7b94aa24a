import { manyRows, type Sql } from './sql'

export type StoredReceipt = { seq: number; id: string; message: string; issuedAt: number; xml: string }

const columns = { n: 'int', id: 'text', message: 'text', issued_at: 'bigint', xml: 'text' } as const

/**
 * Append receipts with the next numbers of this enterprise. The caller holds the enterprise's row lock, so numbers
 * become visible in their own order and a reader at number n has seen everything below it.
 */
export async function appendReceipts(
  sql: Sql,
  enterprise: string,
  receipts: readonly Omit<StoredReceipt, 'seq'>[],
): Promise<void> {
  if (receipts.length === 0) return
  const rows = receipts.map(({ id, message, issuedAt, xml }, n) => ({
    n: n + 1 - receipts.length,
    id,
    message,
    issued_at: issuedAt,
    xml,
  }))
  const { source, values } = manyRows(columns, rows, 3)
  await sql.query(
    `WITH numbered AS (
        UPDATE enterprises SET last_seq = last_seq + $2 WHERE code = $1 RETURNING last_seq)
      INSERT INTO receipts (enterprise, seq, id, message, issued_at, xml)
        SELECT $1, numbered.last_seq + r.n, r.id, r.message, r.issued_at, r.xml FROM numbered, ${source}`,
    [enterprise, receipts.length, ...values],
  )
}

export async function receiptsAfter(
  sql: Sql,
  enterprise: string,
  seq: number,
  limit: number,
): Promise<StoredReceipt[]> {
  return sql.query<StoredReceipt>(
    `SELECT seq, id, message, issued_at AS "issuedAt", xml FROM receipts
      WHERE enterprise = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [enterprise, seq, limit],
  )
}

/** Up to `count` receipts at or before a number, for the switch that delivers old ones again. */
export async function receiptsBefore(
  sql: Sql,
  enterprise: string,
  seq: number,
  count: number,
): Promise<StoredReceipt[]> {
  return sql.query<StoredReceipt>(
    `SELECT seq, id, message, issued_at AS "issuedAt", xml FROM receipts
      WHERE enterprise = $1 AND seq <= $2 ORDER BY seq DESC LIMIT $3`,
    [enterprise, seq, count],
  )
}

/** The id of the receipt with this number; undefined when the service has none, or not any more. */
export async function receiptIdAt(sql: Sql, enterprise: string, seq: number): Promise<string | undefined> {
  const [row] = await sql.query<{ id: string }>(
    'SELECT id FROM receipts WHERE enterprise = $1 AND seq = $2',
    [enterprise, seq],
  )
  return row?.id
}
