import type { Transaction } from 'dexie'
import type { BookContext } from '../context'
import type { ChangeSet } from '../connection/changes'
import { DataRefusal } from '../errors/refusal'
import { bump, bumpWatched, readWatched } from '../schema/counters'
import type { WatchedCounter } from '../schema/counters'
import type { StoredRow } from '../schema/stored'
import { ruleOf } from '../schema/tables'
import { open } from '../sealing/cipher'
import { groupBy } from '../group-by'
import { journalRow, noHead } from './journal'
import type { JournalAct, JournalHead } from './journal'
import type { Prepared, PreparedClaim } from './prepare'

/** Work of another module that must stand or fall with the same commit. Only Dexie may be awaited in `run`. */
export type Extra = {
  tables: string[]
  run: (tx: Transaction) => PromiseLike<void>
  changes?: ChangeSet
  watched?: Partial<Record<WatchedCounter, number>>
}

/** What an overdue book still takes: what was fetched or carried in, who looked at what, its own upkeep, and the way out. */
const beyondGrace = /^(engine|exchange|receipts|outage|drafts|people|system)\.|\.reveal$/

type Conflict =
  | { conflict: 'head' }
  | { conflict: 'stale'; table: string; id: string; expected: number; found: number }
  | { conflict: 'taken'; table: string; claim: PreparedClaim; holder: StoredRow }
type Outcome = { seq: number; watched: Record<string, number> } | Conflict

/** Rows of a commit were changed by somebody else between reading and writing; reading again may help. */
export class StaleRows extends Error {
  readonly refusal: DataRefusal
  constructor(refusal: DataRefusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/**
 * Write prepared changes, their counters and one journal row in one strict transaction. Everything sealed and hashed
 * was made before; inside, only the assumptions are checked: each row is still the one that was read, no claimed
 * number is held by another record, and the journal still ends where its hash was chained.
 */
export async function commit(
  context: BookContext,
  prepared: readonly Prepared[],
  act: JournalAct,
  extra?: Extra,
): Promise<number> {
  if (context.sentinel.health.state === 'moved') throw new DataRefusal('moved-out')
  if (!beyondGrace.test(act.name)) await context.sentinel.refuseOverdue(context.now())
  const concerned = [...prepared.map(({ table }) => table), ...(extra?.tables ?? [])]
  const tables = [...new Set([...concerned, 'journal', 'meta', 'counters'])]
  const before = prepared.flatMap(({ table, before: row }) => (row ? [{ table, row }] : []))
  for (;;) {
    const head = await readHead(context)
    const entry = await journalRow(context.keys, head, act, before)
    const outcome = await context.connections.run('strict', (db) =>
      db.transaction('rw', tables, async (tx): Promise<Outcome> => {
        const present: JournalHead = (await tx.table('meta').get('journal'))?.value ?? noHead
        // The connection died after this very commit went through: it is done, not in conflict.
        if (present.hash === entry.hash) return { seq: entry.seq, watched: await readWatched(tx) }
        if (present.hash !== head.hash) return { conflict: 'head' }
        const conflict = await findConflict(tx, prepared)
        if (conflict) return conflict
        await writeRows(tx, prepared)
        await bumpWatched(tx, {
          ...extra?.watched,
          journal: 1,
          lists: prepared.filter(({ table, before: was }) => table === 'lists' && !was).length,
        })
        await tx.table('journal').add(entry)
        await tx.table('meta').put({ key: 'journal', value: { seq: entry.seq, hash: entry.hash } })
        if (extra) await extra.run(tx)
        return { seq: entry.seq, watched: await readWatched(tx) }
      }),
    )
    if (!('conflict' in outcome)) {
      context.feed.publish(changeSet(prepared, extra))
      await context.sentinel.advance(outcome.watched)
      return outcome.seq
    }
    if (outcome.conflict === 'stale') {
      const { table, id, expected, found } = outcome
      throw new StaleRows(new DataRefusal('stale', { table, id, expected, found }))
    }
    if (outcome.conflict === 'taken') throw await taken(context, outcome)
  }
}

async function readHead({ connections }: BookContext): Promise<JournalHead> {
  const row = await connections.run('strict', (db) => db.table('meta').get('journal'))
  return row?.value ?? noHead
}

async function findConflict(tx: Transaction, prepared: readonly Prepared[]): Promise<Conflict | undefined> {
  for (const [table, changes] of byTable(prepared)) {
    const rows: (StoredRow | undefined)[] = await tx.table(table).bulkGet(changes.map(({ id }) => id))
    for (const [i, { id, before }] of changes.entries()) {
      const row = rows[i]
      if (!sameRow(row, before)) {
        return { conflict: 'stale', table, id, expected: before?.rev ?? 0, found: row?.rev ?? 0 }
      }
    }
    const conflict = await findHolder(tx, table, changes)
    if (conflict) return conflict
  }
  return undefined
}

/** Another record of the table, not rewritten by this very commit, that holds a number claimed here. */
async function findHolder(
  tx: Transaction,
  table: string,
  changes: readonly Prepared[],
): Promise<Conflict | undefined> {
  const claims = new Map<string, { claim: PreparedClaim; by: string }>()
  for (const { id, claims: own, after } of changes) {
    for (const claim of own) {
      const other = claims.get(claim.mac)
      if (other && other.by !== id) return { conflict: 'taken', table, claim, holder: after! }
      claims.set(claim.mac, { claim, by: id })
    }
  }
  if (claims.size === 0) return undefined
  const rewritten = new Set(changes.map(({ id }) => id))
  const macs = [...claims.keys()]
  const found: StoredRow[][] = await Promise.all(
    macs.map((mac) => tx.table<StoredRow>(table).where('claims').equals(mac).toArray()),
  )
  const holder = found.flat().find(({ id }) => !rewritten.has(id))
  const mac = (holder?.claims as string[] | undefined)?.find((held) => claims.has(held))
  return holder && mac ? { conflict: 'taken', table, claim: claims.get(mac)!.claim, holder } : undefined
}

async function writeRows(tx: Transaction, prepared: readonly Prepared[]): Promise<void> {
  const counts: Record<string, number> = {}
  for (const [table, changes] of byTable(prepared)) {
    const gone = changes.filter(({ after }) => !after).map(({ id }) => id)
    const rows = changes.flatMap(({ after }) => (after ? [after] : []))
    if (gone.length > 0) await tx.table(table).bulkDelete(gone)
    if (rows.length > 0) await tx.table(table).bulkPut(rows)
    counts[table] =
      changes.filter(({ before, after }) => after && !before).length -
      changes.filter(({ before, after }) => before && !after).length
  }
  await bump(tx, counts)
}

/** Same revision of the same writing: a record that was deleted and made again starts at revision 1 but has another nonce. */
function sameRow(row: StoredRow | undefined, expected: StoredRow | undefined): boolean {
  if (!row || !expected) return row === expected
  return row.rev === expected.rev && row.body.subarray(0, 12).every((byte, i) => byte === expected.body[i])
}

const byTable = (prepared: readonly Prepared[]) => groupBy(prepared, ({ table }) => table)

function changeSet(prepared: readonly Prepared[], extra?: Extra): ChangeSet {
  const set: Record<string, readonly string[] | 'many'> = { ...extra?.changes, journal: 'many' }
  for (const [table, changes] of byTable(prepared)) set[table] = changes.map(({ id }) => id)
  return set
}

const takenCodes = {
  lists: { order: 'taken-order', waybill: 'taken-waybill', list: 'taken-list' },
  applications: { order: 'taken-order', waybill: 'taken-waybill', list: 'taken-list' },
  departures: { order: 'taken-order', waybill: 'taken-parcel', list: 'taken-list' },
} as const

async function taken(
  { keys }: BookContext,
  { table, claim, holder }: Extract<Conflict, { conflict: 'taken' }>,
): Promise<DataRefusal> {
  const held = table as keyof typeof takenCodes
  const record = await open(keys, held, holder.id, holder)
  const by = ruleOf(held).caption(record as never)
  return new DataRefusal(takenCodes[held][claim.kind], { number: claim.number, by })
}
