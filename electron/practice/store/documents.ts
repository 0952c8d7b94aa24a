import { isReturn, isWithdrawal, keptHead } from '../desks/filed'
import type { Filed } from '../desks/filed-document'
import { parcelsOf } from '../desks/transport-desk'
import { manyRows, type Row, type Sql } from './sql'

/** A row as both drivers give it: null for what is not there. */
type Stored = Row & { content?: undefined; head: Record<string, string> }

const facts = {
  message: 'text',
  business_key: 'text',
  attempt: 'int',
  guid: 'text',
  digest: 'text',
  app_time: 'text',
  batch_id: 'text',
  order_key: 'text',
  waybill_key: 'text',
  pre_no: 'text',
  invt_no: 'text',
  head: 'jsonb',
  content: 'jsonb',
} as const
const standing = {
  message: 'text',
  business_key: 'text',
  status: 'text',
  taken_in: 'boolean',
  withdrawn: 'boolean',
  next_at: 'bigint',
  updated_at: 'bigint',
} as const

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const isKey = (column: string) => column === 'message' || column === 'business_key'
const updates = (columns: object) =>
  Object.keys(columns)
    .filter((column) => !isKey(column))
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')

const selected = [...Object.keys(facts).filter((column) => column !== 'content' && column !== 'head'), 'head']
  .map((column) => `d.${column} AS "${camel(column)}"`)
  .concat(
    Object.keys(standing)
      .filter((column) => !isKey(column))
      .map((column) => `s.${column} AS "${camel(column)}"`),
  )
  .join(', ')

/**
 * Rows found key by key. A planner without statistics (a fresh table, a park that fills it in a day) would rather read
 * everything of the enterprise and compare; `OFFSET 0` leaves it no choice.
 */
const byKey = (table: string, alias: string, condition: string) =>
  `CROSS JOIN LATERAL (SELECT * FROM ${table} WHERE enterprise = $1 AND ${condition} OFFSET 0) ${alias}`
const documentOf = (alias: string) =>
  byKey('documents', 'd', `message = ${alias}.message AND business_key = ${alias}.business_key`)
const stateOfDocument = byKey('document_states', 's', 'message = d.message AND business_key = d.business_key')

/** `content` holds the fields that were kept beside it; `loadContents` brings the rest. */
function filed({ head, ...row }: Stored): Filed {
  const document: Row = { content: { head } }
  for (const name in row) if (row[name] !== null) document[name] = row[name]
  return document as Filed
}

/** Documents of one enterprise that a desk has to look at until `now`, the longest due first. */
export async function dueDocuments(
  sql: Sql,
  enterprise: string,
  now: number,
  limit: number,
): Promise<Filed[]> {
  const rows = await sql.query<Stored>(
    `SELECT ${selected} FROM (
        SELECT * FROM document_states
          WHERE enterprise = $1 AND next_at <= $2 ORDER BY next_at, message, business_key LIMIT $3) s
      ${documentOf('s')}
      ORDER BY s.next_at, s.message, s.business_key`,
    [enterprise, now, limit],
  )
  return rows.map(filed)
}

/** Whether a desk has anything to look at until `now`. */
export async function isAnyDue(sql: Sql, enterprise: string, now: number): Promise<boolean> {
  const rows = await sql.query(
    'SELECT 1 FROM document_states WHERE enterprise = $1 AND next_at <= $2 LIMIT 1',
    [enterprise, now],
  )
  return rows.length > 0
}

const distinct = (values: (string | undefined)[]) => [
  ...new Set(values.filter((value) => value !== undefined)),
]

/** What is stored and shares an order or a waybill with these documents, or is a 清单 that they name. */
export async function linkedDocuments(
  sql: Sql,
  enterprise: string,
  documents: readonly Pick<Filed, 'message' | 'content' | 'orderKey' | 'waybillKey'>[],
): Promise<Filed[]> {
  const invtNosOf = ({ message, content }: (typeof documents)[number]) =>
    isWithdrawal(message) || isReturn(message)
      ? [content.head.invtNo]
      : message === 'CEB701'
        ? (content.lines ?? []).map(({ invtNo }) => invtNo)
        : []
  const wanted = [
    ['order_key', distinct(documents.map(({ orderKey }) => orderKey))],
    ['waybill_key', distinct(documents.flatMap((one) => [one.waybillKey, ...parcelsOf(one)]))],
    ['invt_no', distinct(documents.flatMap(invtNosOf))],
  ] as const
  const found = wanted.map(
    ([column], n) =>
      `SELECT ${selected} FROM unnest($${n + 2}::text[]) AS k(value)
        ${byKey('documents', 'd', `${column} = k.value`)} ${stateOfDocument}`,
  )
  const rows = await sql.query<Stored>(found.join(' UNION ALL '), [
    enterprise,
    ...wanted.map(([, values]) => values),
  ])
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
    `SELECT ${selected} FROM unnest($2::text[], $3::text[]) AS k(message, business_key)
      ${documentOf('k')} ${stateOfDocument}`,
    [enterprise, keys.map(({ message }) => message), keys.map(({ businessKey }) => businessKey)],
  )
  return new Map(rows.map(filed).map((document) => [identity(document), document]))
}

/** Bring what these documents declare into them, as it came. */
export async function loadContents(sql: Sql, enterprise: string, documents: readonly Filed[]): Promise<void> {
  if (documents.length === 0) return
  const rows = await sql.query<{ message: string; businessKey: string; content: Filed['content'] }>(
    `SELECT d.message, d.business_key AS "businessKey", d.content
      FROM unnest($2::text[], $3::text[]) AS k(message, business_key)
      ${documentOf('k')}`,
    [enterprise, documents.map(({ message }) => message), documents.map(({ businessKey }) => businessKey)],
  )
  const contents = new Map(rows.map((row) => [identity(row), row.content]))
  for (const document of documents) document.content = contents.get(identity(document))!
}

const columnNames: Readonly<Record<string, string>> = Object.fromEntries(
  [...Object.keys(facts), ...Object.keys(standing)].map((column) => [column, camel(column)]),
)
const rowOf = (columns: object, document: Filed): Record<string, unknown> => {
  const record = document as unknown as Row
  return Object.fromEntries(Object.keys(columns).map((column) => [column, record[columnNames[column]!]]))
}

/** Insert or replace documents whose content is whole, and where they stand. */
export async function saveDocuments(
  sql: Sql,
  enterprise: string,
  documents: readonly Filed[],
): Promise<void> {
  if (documents.length === 0) return
  const rows = documents.map((document) => ({
    ...rowOf(facts, document),
    head: keptHead(document.content),
  })) as Record<keyof typeof facts, unknown>[]
  const { names, select, source, values } = manyRows(facts, rows, 2)
  await sql.query(
    `INSERT INTO documents (enterprise, ${names}) SELECT $1, ${select} FROM ${source}
      ON CONFLICT (enterprise, message, business_key) DO UPDATE SET ${updates(facts)}`,
    [enterprise, ...values],
  )
  await saveStates(sql, enterprise, documents)
}

/** Keep where documents stand; what they declare is left alone. */
export async function saveStates(sql: Sql, enterprise: string, documents: readonly Filed[]): Promise<void> {
  if (documents.length === 0) return
  const rows = documents.map((document) => rowOf(standing, document)) as Record<
    keyof typeof standing,
    unknown
  >[]
  const { names, select, source, values } = manyRows(standing, rows, 2)
  await sql.query(
    `INSERT INTO document_states (enterprise, ${names}) SELECT $1, ${select} FROM ${source}
      ON CONFLICT (enterprise, message, business_key) DO UPDATE SET ${updates(standing)}`,
    [enterprise, ...values],
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

const history = {
  message: 'text',
  business_key: 'text',
  attempt: 'int',
  status: 'text',
  at: 'bigint',
  info: 'text',
} as const

export async function appendHistory(
  sql: Sql,
  enterprise: string,
  entries: readonly HistoryEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ businessKey, ...entry }) => ({ ...entry, business_key: businessKey }))
  const { names, select, source, values } = manyRows(history, rows, 2)
  await sql.query(`INSERT INTO document_history (enterprise, ${names}) SELECT $1, ${select} FROM ${source}`, [
    enterprise,
    ...values,
  ])
}
