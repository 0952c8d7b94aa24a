import type { CodeBook } from '#shared/codes/book'
import { messageTables } from '#shared/codes/load'
import { shippedLists } from '#shared/control/lists'
import { rowsOfList, tableOfList } from '#shared/control/update'
import type { Text } from '#shared/model/text'
import { deltaStatement, type ReferenceCatalogue, type ReferenceDelta } from '#shared/protocol/api'
import { makeKeyPair, signatureOf, type KeyPair } from '../../single-window/batch-signature'
import { digestOf } from '../host'
import { ServiceError } from '../service-error'
import { findTable, listTables, publish, rowsSince, type StoredRow } from '../store/reference'
import { readSetting, settingOnce, writeSetting } from '../store/settings'
import type { Database, Sql } from '../store/sql'

const names: Readonly<Record<(typeof messageTables)[number], Text>> = {
  country: { zh: '国家（地区）代码', en: 'Countries' },
  'country-iso': { zh: '国家（地区）字母代码', en: 'Countries, letters' },
  currency: { zh: '币制代码', en: 'Currencies' },
  'currency-iso': { zh: '币制字母代码', en: 'Currencies, letters' },
  district: { zh: '国内地区代码', en: 'Domestic districts' },
  port: { zh: '口岸与关区代码', en: 'Ports' },
  'retail-import': { zh: '跨境电商零售进口商品清单', en: 'Goods of retail import' },
  'supervision-mode': { zh: '监管方式代码', en: 'Supervision modes' },
  'transport-mode': { zh: '运输方式代码', en: 'Transport modes' },
  unit: { zh: '计量单位代码', en: 'Units' },
  wrap: { zh: '包装种类代码', en: 'Packaging' },
}

/** What this program brings: the code tables, and the lists of goods that plans of zones name. */
const shippedTables = (codes: CodeBook): { table: string; name: Text; put: StoredRow[] }[] => [
  ...messageTables.map((table) => ({
    table,
    name: names[table],
    put: codes.table(table).rows.map(({ code, ...row }): StoredRow => ({ key: code, row })),
  })),
  ...shippedLists.map((list) => ({ table: tableOfList(list.id), name: list.name, put: rowsOfList(list) })),
]

/** Any constant will do, other than that of the migrations. */
const REFERENCE_LOCK = 7_249_611

/**
 * Publish the tables of this program where the database does not have them, or has those of an older program. What
 * an operator changed stays until the program brings other rows. Processes that do it at once take turns.
 */
async function bringUp(db: Database, codes: CodeBook, now: number): Promise<void> {
  if (upToDate.has(db)) return
  await db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [REFERENCE_LOCK])
    for (const { table, name, put } of shippedTables(codes)) {
      const digest = digestOf(JSON.stringify(put))
      const setting = `shipped-${table}`
      if ((await readSetting<string>(sql, setting)) === digest) continue
      const known = await rowsSince(sql, table, 0)
      const kept = new Set(put.map(({ key }) => key))
      const drop = known.put.map(({ key }) => key).filter((key) => !kept.has(key))
      await publish(sql, { table, name, updatedAt: now }, { put, drop })
      await writeSetting(sql, setting, digest)
    }
  })
  upToDate.add(db)
}

/** Databases this process has looked at: its own tables do not change while it runs. */
const upToDate = new WeakSet<Database>()

const signingKey = (sql: Sql): Promise<KeyPair> => settingOnce(sql, 'reference-key', makeKeyPair)

/** The tables of the service, and the key that signs their deltas: made once, the same in every process. */
export async function referenceCatalogue(
  db: Database,
  codes: CodeBook,
  now: number,
): Promise<ReferenceCatalogue> {
  await bringUp(db, codes, now)
  const { publicKey } = await signingKey(db)
  const tables = await listTables(db)
  return {
    signingKey: publicKey,
    tables: tables.map(({ table, version, name, updatedAt }) => ({
      table,
      version: String(version),
      name,
      updatedAt: new Date(updatedAt).toISOString(),
    })),
  }
}

/** What changed since a version; the whole table when that is none of this service's. @throws ServiceError */
export async function referenceDelta(
  db: Database,
  codes: CodeBook,
  wanted: { table: string; since?: string | undefined },
  now: number,
): Promise<ReferenceDelta> {
  await bringUp(db, codes, now)
  const known = await findTable(db, wanted.table)
  if (!known) throw new ServiceError('unknown-table', { table: wanted.table })
  const { table, version } = known
  const since = wanted.since !== undefined && /^\d{1,9}$/.test(wanted.since) ? Number(wanted.since) : 0
  const isKnown = since > 0 && since <= version && String(since) === wanted.since
  const { put, drop } = await rowsSince(db, table, isKnown ? since : 0)
  const delta = {
    table,
    from: isKnown ? String(since) : null,
    to: String(version),
    put,
    drop: isKnown ? drop : [],
  }
  return {
    ...delta,
    signature: signatureOf(new TextEncoder().encode(deltaStatement(delta)), await signingKey(db)),
  }
}

/** Publish a change of a table that is here, as a trainer does to have something to fetch. @throws ServiceError */
export const changeReference = (
  db: Database,
  { table, put, drop }: { table: string; put: StoredRow[]; drop: string[] },
  now: number,
): Promise<number> =>
  db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [REFERENCE_LOCK])
    const known = await findTable(sql, table)
    if (!known) throw new ServiceError('unknown-table', { table })
    return publish(sql, { table, name: known.name, updatedAt: now }, { put, drop })
  })
