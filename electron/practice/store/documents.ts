import type { Filed } from '../desks/filed'
import { rowsParameter, type Row, type Sql } from './sql'

/** A row as both drivers give it: snake case, null for what is not there. */
type Stored = Row & { [K in string]: unknown }

const columns = [
  'message',
  'business_key',
  'status',
  'attempt',
  'guid',
  'digest',
  'app_time',
  'batch_id',
  'order_key',
  'waybill_key',
  'pre_no',
  'invt_no',
  'taken_in',
  'withdrawn',
  'content',
  'next_at',
  'updated_at',
] as const

const selected = columns.map((column) => `d.${column}`).join(', ')

function filed(row: Stored): Filed {
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  const entries = columns.map((column) => [camel(column), row[column] ?? undefined])
  return Object.fromEntries(entries) as Filed
}

function stored(document: Filed): Stored {
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  const record = document as unknown as Row
  return Object.fromEntries(columns.map((column) => [column, record[camel(column)] ?? null]))
}

/** Documents of one enterprise that a desk has to look at until `now`, the longest due first. */
export async function dueDocuments(
  sql: Sql,
  enterprise: string,
  now: number,
  limit: number,
): Promise<Filed[]> {
  const rows = await sql.query<Stored>(
    `SELECT ${selected} FROM documents d
      WHERE enterprise = $1 AND next_at <= $2 ORDER BY next_at, message, business_key LIMIT $3`,
    [enterprise, now, limit],
  )
  return rows.map(filed)
}

/** What is stored and shares an order or a waybill with these documents, or is the 清单 they withdraw. */
export async function linkedDocuments(
  sql: Sql,
  enterprise: string,
  documents: readonly Pick<Filed, 'message' | 'content' | 'orderKey' | 'waybillKey'>[],
): Promise<Filed[]> {
  const values = (of: (document: (typeof documents)[number]) => string | undefined) =>
    JSON.stringify([...new Set(documents.map(of).filter((value) => value !== undefined))])
  const invtNos = values((document) =>
    document.message === 'CEB605' ? document.content.head.invtNo : undefined,
  )
  const linked = (column: string, parameter: string) =>
    `SELECT ${selected} FROM documents d
      JOIN jsonb_array_elements_text(${parameter}::jsonb) AS k(v) ON d.${column} = k.v WHERE d.enterprise = $1`
  const rows = await sql.query<Stored>(
    `${linked('order_key', '$2')} UNION ALL ${linked('waybill_key', '$3')} UNION ALL ${linked('invt_no', '$4')}`,
    [enterprise, values((d) => d.orderKey), values((d) => d.waybillKey), invtNos],
  )
  return [...new Map(rows.map(filed).map((document) => [identity(document), document])).values()]
}

/** Key of a document within one enterprise. */
export const identity = ({ message, businessKey }: Pick<Filed, 'message' | 'businessKey'>) =>
  `${message} ${businessKey}`

/** The documents with these keys that exist. */
export async function findDocuments(
  sql: Sql,
  enterprise: string,
  keys: readonly { message: string; businessKey: string }[],
): Promise<Map<string, Filed>> {
  const rows = await sql.query<Stored>(
    `SELECT ${selected} FROM jsonb_to_recordset($2::jsonb) AS k(message text, "businessKey" text)
      JOIN documents d ON d.enterprise = $1 AND d.message = k.message AND d.business_key = k."businessKey"`,
    [enterprise, rowsParameter(keys.map(({ message, businessKey }) => ({ message, businessKey })))],
  )
  return new Map(rows.map(filed).map((document) => [identity(document), document]))
}

/** Insert or replace documents in one statement. */
export async function saveDocuments(
  sql: Sql,
  enterprise: string,
  documents: readonly Filed[],
): Promise<void> {
  if (documents.length === 0) return
  const updates = columns.filter((column) => column !== 'message' && column !== 'business_key')
  await sql.query(
    `INSERT INTO documents (enterprise, ${columns.join(', ')})
      SELECT $1, ${columns.map((column) => `r.${column}`).join(', ')}
      FROM jsonb_to_recordset($2::jsonb) AS r(
        message text, business_key text, status text, attempt int, guid text, digest text, app_time text,
        batch_id text, order_key text, waybill_key text, pre_no text, invt_no text, taken_in boolean,
        withdrawn boolean, content jsonb, next_at bigint, updated_at bigint)
      ON CONFLICT (enterprise, message, business_key) DO UPDATE SET
        ${updates.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [enterprise, rowsParameter(documents.map(stored))],
  )
}

export type HistoryEntry = {
  message: string
  businessKey: string
  attempt: number
  status: string
  at: number
  info: string
}

export async function appendHistory(
  sql: Sql,
  enterprise: string,
  entries: readonly HistoryEntry[],
): Promise<void> {
  if (entries.length === 0) return
  await sql.query(
    `INSERT INTO document_history (enterprise, message, business_key, attempt, status, at, info)
      SELECT $1, r.message, r."businessKey", r.attempt, r.status, r.at, r.info
      FROM jsonb_to_recordset($2::jsonb)
        AS r(message text, "businessKey" text, attempt int, status text, at bigint, info text)`,
    [enterprise, rowsParameter(entries)],
  )
}
