import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import type { Undone } from '../port'
import { presentRows } from '../read/records'
import type { JournalRow, StoredRow } from '../schema/stored'
import { ruleOf } from '../schema/tables'
import { bringUp } from '../sealing/bodies'
import { open } from '../sealing/cipher'
import { refuseClosedMonths } from './closed-months'
import { commit, StaleRows } from './commit'
import { digestRow } from './journal'
import type { JournalBody } from './journal'
import { rawChange } from './prepare'
import type { Prepared, PreparedClaim } from './prepare'

/** Acts whose effects left the book or have their own way back. */
const final = /^((engine|import|system|desk|exchange|outage|people)\.|forex\.(close|evidence|reveal)$)/

export const undoable = (name: string): boolean => !final.test(name)

/**
 * Take back everything a group of journal entries did. Rows come back as they lay sealed; nothing is opened. Refused
 * with `changed-since` when a record was written again after the group, and with `own-undo` when somebody else did it and
 * who asks is no 主管.
 */
export async function undo(
  context: BookContext,
  who: string,
  group: string,
  why: string,
  isChief = true,
): Promise<Undone> {
  const entries = await context.connections.run('strict', (db) =>
    db.table<JournalRow>('journal').where('group').equals(group).sortBy('seq'),
  )
  if (entries.length === 0) throw new DataRefusal('missing', { table: 'journal', id: group })
  const stuck = entries.find(({ name }) => !undoable(name))
  if (stuck) throw new DataRefusal('not-undoable', { detail: stuck.name })
  if (!isChief) await refuseOthers(context, who, entries)
  const touched = [...(await effects(context, entries)).values()]
  const present = await presentRows(context, touched)
  await refuseClosedMonths(
    context,
    touched.map((effect, i) => ({ ...effect, present: present[i] })),
  )
  const reverted = await Promise.all(touched.map((effect, i) => revert(context, effect, present[i])))
  const moved = touched.filter((_, i) => !reverted[i]).map(({ table, id }) => `${table} ${id}`)
  if (moved.length > 0) throw new DataRefusal('changed-since', { ids: moved.slice(0, 10).join(', ') })
  const changes = reverted.filter((change) => change !== undefined)
  const act = {
    name: 'undo',
    who,
    why,
    at: context.now(),
    group: crypto.randomUUID(),
    changes: changes.map(({ journal }) => journal),
    about: { group },
  }
  try {
    const tables = [...new Set(changes.map(({ table }) => table))]
    return { seq: await commit(context, changes, act), ids: changes.map(({ id }) => id), tables }
  } catch (error) {
    if (error instanceof StaleRows) throw error.refusal
    throw error
  }
}

async function refuseOthers(
  { keys }: BookContext,
  who: string,
  entries: readonly JournalRow[],
): Promise<void> {
  for (const entry of entries) {
    const body = (await open(keys, 'journal', String(entry.seq), entry)) as JournalBody
    if (body.who !== who) throw new DataRefusal('own-undo', { who: body.who })
  }
}

type Effect = { table: string; id: string; before: StoredRow | undefined; after: string }

/** First state before and last digest after the whole group, by record. */
async function effects({ keys }: BookContext, entries: readonly JournalRow[]): Promise<Map<string, Effect>> {
  const found = new Map<string, Effect>()
  for (const entry of entries) {
    const body = (await open(keys, 'journal', String(entry.seq), entry)) as JournalBody
    for (const { table, id, after } of body.changes) {
      const key = `${table} ${id}`
      const known = found.get(key)
      if (known) known.after = after
      else {
        const before = entry.before.find((was) => was.table === table && was.row.id === id)?.row
        found.set(key, { table, id, before, after })
      }
    }
  }
  return found
}

/** The change that puts a record back, or nothing when it has moved on. */
export async function revert(
  context: BookContext,
  { table, id, before, after }: Effect,
  present: StoredRow | undefined,
): Promise<Prepared | undefined> {
  if ((await digestRow(context.keys, table, present)) !== after) return undefined
  const restored = before && { ...before, rev: (present?.rev ?? before.rev) + 1 }
  return rawChange(context.keys, table, id, present, restored, await claimsOf(context, table, restored))
}

/** A restored record claims its numbers again; somebody else may hold them by now. */
async function claimsOf(
  { keys }: BookContext,
  table: string,
  row: StoredRow | undefined,
): Promise<PreparedClaim[]> {
  const macs = row?.claims as string[] | undefined
  if (!row || !macs || macs.length === 0) return []
  const record = bringUp(table, row.id, row.v, await open(keys, table, row.id, row))
  const named = ruleOf(table as 'lists').claims!(record as never)
  return named.map(({ kind, number }, i) => ({ mac: macs[i]!, kind, number }))
}
