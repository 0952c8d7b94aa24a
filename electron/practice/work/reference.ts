import type { CodeBook } from '#shared/codes/book'
import { messageTables } from '#shared/codes/load'
import { shippedLists } from '#shared/control/lists'
import { rowsOfList, tableOfList } from '#shared/control/list-rows'
import type { Text } from '#shared/model/text'
import {
  deltaStatement,
  tableStatement,
  type ReferenceCatalogue,
  type ReferenceDelta,
  type ReferenceRow,
} from '#shared/protocol/api'
import { kindOf } from '#shared/reference/kinds'
import { rowsOf } from '#shared/reference/rows'
import { rowsOfZone, tableOfZone } from '#shared/zones/zone-rows'
import { zones } from '#shared/zones/zones'
import { makeKeyPair, signatureOf, type KeyPair } from '../../single-window/batch-signature'
import { digestOf } from '../host'
import { ServiceError } from '../service-error'
import { digestAt, findTable, listTables, publish, rowsSince } from '../store/reference'
import { readSetting, settingOnce, writeSetting } from '../store/settings'
import type { Database, Sql } from '../store/sql'

/** What this program brings: the code tables, the lists of goods that plans of zones name, and the zones. */
const shippedTables = (codes: CodeBook): { table: string; put: ReferenceRow[] }[] => [
  ...messageTables.map((table) => ({
    table,
    put: codes.table(table).rows.map(({ code, ...row }) => ({ key: code, row })),
  })),
  ...shippedLists.map((list) => ({ table: tableOfList(list.id), put: rowsOfList(list) })),
  ...zones.map((zone) => ({ table: tableOfZone(zone.id), put: rowsOfZone(zone) })),
]

const digestOfRows = (rows: readonly ReferenceRow[]): string => digestOf(tableStatement(rows))

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
    for (const { table, put } of shippedTables(codes)) {
      const digest = digestOf(JSON.stringify(put))
      const setting = `shipped-${table}`
      if ((await readSetting<string>(sql, setting)) === digest) continue
      const known = await rowsSince(sql, table, 0)
      const kept = new Set(put.map(({ key }) => key))
      const drop = known.put.map(({ key }) => key).filter((key) => !kept.has(key))
      await publish(sql, { table, name: nameOf(table, put), updatedAt: now }, { put, drop }, digestOfRows)
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
  const since = wanted.since !== undefined && /^[1-9]\d{0,8}$/.test(wanted.since) ? Number(wanted.since) : 0
  const base = since <= version ? await digestAt(db, table, since) : undefined
  const { put, drop } = await rowsSince(db, table, base === undefined ? 0 : since)
  const delta = {
    table,
    from: base === undefined ? null : String(since),
    to: String(version),
    base: base ?? null,
    digest: (await digestAt(db, table, version)) ?? digestOfRows((await rowsSince(db, table, 0)).put),
    put,
    drop: base === undefined ? [] : drop,
  }
  return {
    ...delta,
    signature: signatureOf(new TextEncoder().encode(deltaStatement(delta)), await signingKey(db)),
  }
}

/**
 * Publish a change of a table, as a trainer does to have something to fetch; one that is not here yet begins with it.
 * @throws ServiceError when it is of no kind that is known
 */
export async function changeReference(
  db: Database,
  codes: CodeBook,
  { table, put, drop }: { table: string; put: ReferenceRow[]; drop: string[] },
  now: number,
): Promise<number> {
  await bringUp(db, codes, now)
  return db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [REFERENCE_LOCK])
    if (!kindOf(table)) throw new ServiceError('unknown-table', { table })
    const name = (await findTable(sql, table))?.name ?? nameOf(table, put)
    return publish(sql, { table, name, updatedAt: now }, { put, drop }, digestOfRows)
  })
}

const nameOf = (table: string, put: readonly ReferenceRow[]): Text => kindOf(table)!.name(table, rowsOf(put))
