import type { Dexie, Table } from 'dexie'
import type { BookContext } from '../context'
import { withoutKey } from '../connection/key-lock'
import { renewalKey, type Renewal } from '../connection/open-ring'
import type { JournalRow } from '../schema/stored'
import { underPresent, type Seal } from '../sealing/cipher'
import type { BookKeys } from '../sealing/keys'

/** One transaction holds at most so many rows, and stops at so many bytes: blocks of facts have 200 KB, entries some hundred. */
const chunk = { rows: 500, bytes: 8 * 1_048_576 }

type Row = Partial<Seal> & Partial<Pick<JournalRow, 'before'>> & Record<string, unknown>
type Place = string | number

/**
 * Bring every sealed row of the book, whatever table it is in, under the present key. It may be cut off at any time and goes
 * on after the last rows it wrote. What somebody writes meanwhile lies under the present key already: nobody has the book open
 * under the one before, else it waits for them. Nothing is opened further than its outer seal, and no digest changes.
 * @returns when nothing lies under an earlier key alone any more; at once where nothing did
 */
export async function renewSeals(
  context: BookContext,
  progress: (rows: number) => void = () => undefined,
  most = chunk,
): Promise<void> {
  const { connections, keys } = context
  const begun = await placeOf(context)
  if (!begun) return
  await withoutKey(connections.name, begun.from, async () => {
    const tables = await connections.run('strict', (db) => Promise.resolve(tableNames(db)))
    for (let done = 0; ;) {
      const place = await placeOf(context)
      // Another window came to the end of it.
      if (!place) return
      const table = place.table === '' ? tables[0] : place.table
      if (table === undefined) return
      const looked = await renewChunk(context, place, table, most)
      if (looked > 0) progress((done += looked))
      else if (!(await goOn(context, place, tables[tables.indexOf(table) + 1]))) return
    }
  })
  if (keys.ring) keys.ring.renewing = false
}

async function placeOf({ connections }: BookContext): Promise<Renewal | undefined> {
  const row = await connections.run('strict', (db) => db.table('meta').get(renewalKey))
  return row?.value as Renewal | undefined
}

/** A table that is added later is not forgotten: whatever has rows with a seal is looked at. */
const tableNames = (db: Dexie): string[] =>
  db.tables
    .map(({ name }) => name)
    .filter((name) => name !== 'meta')
    .sort()

/** To the next table, or to the end. */
async function goOn(
  { connections }: BookContext,
  place: Renewal,
  next: string | undefined,
): Promise<boolean> {
  await connections.run('strict', async (db) => {
    const meta = db.table('meta')
    if (next === undefined) await meta.delete(renewalKey)
    else await meta.put({ key: renewalKey, value: { from: place.from, table: next } })
  })
  return next !== undefined
}

/** Some rows of a table. What changed while they were sealed is looked at again. */
async function renewChunk(
  context: BookContext,
  place: Renewal,
  name: string,
  most: typeof chunk,
): Promise<number> {
  const { connections, keys } = context
  const rows = await connections.run('strict', (db) =>
    nextRows(db.table<Row, Place>(name), place.after, most),
  )
  if (rows.length === 0) return 0
  const changes = await Promise.all(
    rows.map(async ({ key, row }) => ({ key, row, after: await renewRow(keys, name, key, row) })),
  )
  const changed = changes.filter(({ row, after }) => row !== after)
  await connections.run('strict', (db) =>
    db.transaction('rw', name, 'meta', async (tx) => {
      const table = tx.table<Row, Place>(name)
      const present = await table.bulkGet(changed.map(({ key }) => key))
      const isSame = changed.map(({ row }, i) => sameSeals(present[i], row))
      await table.bulkPut(changed.flatMap(({ after }, i) => (isSame[i] ? [after] : [])))
      if (isSame.includes(false)) return
      const value: Renewal = { from: place.from, table: name, after: rows.at(-1)!.key }
      await tx.table('meta').put({ key: renewalKey, value })
    }),
  )
  return rows.length
}

async function nextRows(table: Table<Row, Place>, after: Place | undefined, most: typeof chunk) {
  const path = table.schema.primKey.keyPath as string
  let bytes = 0
  const rows = await (after === undefined ? table.toCollection() : table.where(':id').above(after))
    .limit(most.rows)
    .until((row) => (bytes += sizeOf(row)) > most.bytes, true)
    .toArray()
  return rows.map((row) => ({ key: row[path] as Place, row }))
}

const sizeOf = ({ body, before }: Row): number =>
  (body?.byteLength ?? 0) + (before ?? []).reduce((sum, { row }) => sum + row.body.byteLength, 0)

/** The same row where it has no seal, or nothing under an earlier key. */
async function renewRow(keys: BookKeys, table: string, key: Place, row: Row): Promise<Row> {
  if (!(row.body instanceof Uint8Array)) return row
  const after = await underPresent(keys, table, String(key), row as Row & Seal)
  const before = await Promise.all(
    (row.before ?? []).map(async (one) => ({
      ...one,
      row: await underPresent(keys, one.table, one.row.id, one.row),
    })),
  )
  const isSame = after === row && before.every((one, i) => one.row === row.before![i]!.row)
  return isSame ? row : { ...after, ...(row.before && { before }) }
}

/** Nobody wrote it meanwhile: the nonce of each of its seals is the one that was read. */
function sameSeals(present: Row | undefined, row: Row): boolean {
  if (!present?.body || present.before?.length !== row.before?.length) return false
  return present.body.subarray(0, 12).every((byte, i) => byte === row.body![i])
}
