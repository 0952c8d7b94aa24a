import { fillText } from '#shared/model/text'
import type { BookContext } from '../context'
import { texts } from '../errors/texts'
import type { JournalVerdict, SealedTable } from '../port'
import { presentRows } from '../read/records'
import type { JournalRow, StoredRow } from '../schema/stored'
import { ruleOf, sealedTableNames } from '../schema/tables'
import { bringUp } from '../sealing/bodies'
import { open } from '../sealing/cipher'
import type { BookKeys } from '../sealing/keys'
import { digestRow, entryHash, noHead } from './journal'
import type { JournalBody, JournalHead } from './journal'
import { purgedRows, type PurgedRows } from './purged'

const chunk = 200
/** How often a book that is written to meanwhile is walked again. */
const attempts = 3

/**
 * Walk the audit chain from its first entry: numbers without a gap, each entry hashed over the one before, each body
 * under its seal, each kept earlier row as digested; then the end against the head, and every record against the last
 * entry that wrote it, so that a row put back to an older writing is found as well.
 */
export async function verifyJournal(context: BookContext): Promise<JournalVerdict> {
  for (let attempt = 1; ; attempt++) {
    const before = await keptHead(context)
    const verdict = await walk(context)
    // What somebody committed during the walk looks like a difference; only what stays is one.
    if (verdict.ok || attempt === attempts || (await keptHead(context)).hash === before.hash) return verdict
  }
}

/**
 * The cheap look at every start: the last entries of the chain, and that it ends where it was left. An edit of an older
 * entry or of a record is found by `verifyJournal` only.
 */
export async function verifyEnd(context: BookContext): Promise<JournalVerdict> {
  const { rows, kept } = await context.connections.run('strict', (db) =>
    db.transaction('r', 'journal', 'meta', async (tx) => ({
      kept: ((await tx.table('meta').get('journal'))?.value as JournalHead | undefined) ?? noHead,
      rows: (await tx.table<JournalRow>('journal').reverse().limit(chunk).toArray()).reverse(),
    })),
  )
  const first = rows[0]
  if (!first) return kept.seq === 0 ? { ok: true, entries: 0 } : broken(1, 'missing')
  let head: JournalHead = { seq: first.seq - 1, hash: first.seq === 1 ? '' : first.prev }
  const purged = await purgedRows(context)
  for (const row of rows) {
    const fault = await entryFault(context, head, row, purged)
    if (fault) return broken(row.seq, fault)
    head = { seq: row.seq, hash: row.hash }
  }
  if (head.seq !== kept.seq || head.hash !== kept.hash) return broken(head.seq + 1, 'missing')
  return { ok: true, entries: head.seq }
}

/** Where the journal ends, as it is kept beside it. */
export async function keptHead({ connections }: BookContext): Promise<JournalHead> {
  const row = await connections.run('strict', (db) => db.table('meta').get('journal'))
  return (row?.value as JournalHead | undefined) ?? noHead
}

async function walk(context: BookContext): Promise<JournalVerdict> {
  const { connections, keys } = context
  const last = new Map<string, { seq: number; table: string; id: string; digest: string }>()
  let head = noHead
  const purged = await purgedRows(context)
  for (;;) {
    const rows = await connections.run('strict', (db) =>
      db.table<JournalRow>('journal').where('seq').above(head.seq).limit(chunk).toArray(),
    )
    if (rows.length === 0) break
    for (const row of rows) {
      const fault = await entryFault(context, head, row, purged)
      if (fault) return broken(row.seq, fault)
      const body = (await open(keys, 'journal', String(row.seq), row)) as JournalBody
      for (const { table, id, after } of body.changes) {
        last.set(`${table} ${id}`, { seq: row.seq, table, id, digest: after })
      }
      head = { seq: row.seq, hash: row.hash }
    }
  }
  if ((await keptHead(context)).seq !== head.seq) return broken(head.seq + 1, 'missing')
  return (
    (await recordFault(context, last)) ??
    (await strangeRecord(context, last, head)) ?? { ok: true, entries: head.seq }
  )
}

async function entryFault(
  { keys }: BookContext,
  head: JournalHead,
  row: JournalRow,
  purged: PurgedRows,
): Promise<string | undefined> {
  if (row.seq !== head.seq + 1) return 'gap'
  if (row.prev !== head.hash) return 'chain'
  if (row.hash !== (await entryHash(keys, row).catch(() => undefined))) return 'hash'
  const body = (await open(keys, 'journal', String(row.seq), row).catch(() => undefined)) as
    JournalBody | undefined
  if (!body) return 'seal'
  return (await keepsBefore(keys, row, body, purged)) ? undefined : 'before'
}

/** Every earlier row is kept as it was digested, and none besides; only what was purged later may be missing. */
async function keepsBefore(
  keys: BookKeys,
  { seq, before }: JournalRow,
  { changes }: JournalBody,
  purged: PurgedRows,
): Promise<boolean> {
  const kept = new Map(before.map(({ table, row }) => [`${table} ${row.id}`, row]))
  if (kept.size !== before.length) return false
  for (const { table, id, before: digest } of changes) {
    if (digest === '') continue
    const key = `${table} ${id}`
    const row = kept.get(key)
    kept.delete(key)
    if (!row && (purged.get(key) ?? 0) >= seq) continue
    if ((await digestOf(keys, table, row)) !== digest) return false
  }
  return kept.size === 0
}

async function recordFault(
  context: BookContext,
  last: ReadonlyMap<string, { seq: number; table: string; id: string; digest: string }>,
): Promise<JournalVerdict | undefined> {
  const entries = [...last.values()].filter(({ table }) => (sealedTableNames as string[]).includes(table))
  for (let i = 0; i < entries.length; i += chunk) {
    const part = entries.slice(i, i + chunk)
    const rows = await presentRows(context, part)
    for (const [k, { table, id, seq, digest }] of part.entries()) {
      if ((await digestOf(context.keys, table, rows[k])) !== digest) {
        return changed(context, seq, table, id, rows[k])
      }
    }
  }
  return undefined
}

/** A row that does not even open under the present key is of nobody who wrote here. */
const digestOf = (keys: BookKeys, table: string, row: StoredRow | undefined): Promise<string | undefined> =>
  digestRow(keys, table, row).catch(() => undefined)

/** A record that no entry ever wrote: somebody put it there. */
async function strangeRecord(
  context: BookContext,
  last: ReadonlyMap<string, unknown>,
  head: JournalHead,
): Promise<JournalVerdict | undefined> {
  for (const table of sealedTableNames) {
    const ids = (await context.connections.run('strict', (db) =>
      db.table(table).toCollection().primaryKeys(),
    )) as string[]
    const strange = ids.find((id) => !last.has(`${table} ${id}`))
    if (strange === undefined) continue
    const [row] = await presentRows(context, [{ table, id: strange }])
    return changed(context, head.seq, table, strange, row)
  }
  return undefined
}

/** Names the record an edit outside the app concerns: as the officer knows it when it can still be opened. */
async function changed(
  { keys }: BookContext,
  seq: number,
  table: string,
  id: string,
  row: StoredRow | undefined,
): Promise<JournalVerdict> {
  const verdict = broken(seq, `${table} ${id}`)
  const caption = row && (await captionOf(keys, table as SealedTable, row).catch(() => undefined))
  return { ...verdict, record: { table, id, ...(caption && { caption }) } }
}

async function captionOf(keys: BookKeys, table: SealedTable, row: StoredRow): Promise<string> {
  const record = bringUp(table, row.id, row.v, await open(keys, table, row.id, row))
  return ruleOf(table).caption(record as never)
}

function broken(seq: number, detail: string): Extract<JournalVerdict, { ok: false }> {
  return { ok: false, seq, text: fillText(texts['journal-broken'], { seq, detail }) }
}
