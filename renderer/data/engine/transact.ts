import { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { MemoryState } from '#shared/protocol/engine/memory-state'
import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import { recordReader } from '../read/records'
import { bumpWatched, readWatched } from '../schema/counters'
import { commit, StaleRows } from '../write/commit'
import { Draft } from '../write/draft'
import { prepare } from '../write/prepare'
import { partsAfter } from './parts-state'
import { listAfter } from './list-state'
import { engineHead } from './rows'
import { loadSlice } from './slice'
import type { Seeds } from './slice'
import { difference, isOvertaken } from './write'
import type { Difference } from './write'

/**
 * Who and why, for the journal row of a transaction that changes a 清单; and the business change it goes with, which is
 * thought out first: what is queued may carry numbers it draws.
 */
export type Occasion = {
  name: string
  who: string
  why: string
  /** An act of an officer that changes no record: it is journalled all the same. */
  isJournalled?: boolean
  intent?: (draft: Draft) => Promise<void>
}

/** A verb whose answer says that nothing may be written, its business change included. */
const refused = (result: unknown): boolean =>
  result === false || (typeof result === 'object' && result !== null && 'ok' in result && result.ok === false)

/**
 * One transaction of the engine. The rules run on plain state, the slice of the store they can look at; what they
 * changed is sealed and written at once, with the 清单 it concerns and a journal row when one is concerned. A slice
 * that was overtaken by another writer is loaded anew.
 */
export async function transact<T>(
  context: BookContext,
  account: string,
  seeds: Seeds | (() => Seeds),
  occasion: Occasion,
  verb: (store: MemoryStore) => Promise<T>,
): Promise<T> {
  for (;;) {
    const draft = new Draft(context.keys, recordReader(context))
    await occasion.intent?.(draft)
    const slice = await loadSlice(context, account, typeof seeds === 'function' ? seeds() : seeds)
    const store = new MemoryStore(slice.state)
    const result = await verb(store)
    const after = store.snapshot()
    if (refused(result)) return result
    const changes = await difference(context, slice, after)
    await followDossiers(draft, changes)
    try {
      if (draft.changes.length > 0 || occasion.isJournalled)
        await commitWithLists(context, draft, changes, occasion)
      else if (moved(slice.state, after, changes)) await commitAlone(context, changes)
      return result
    } catch (error) {
      if (!(error instanceof StaleRows) && !isOvertaken(error)) throw error
    }
  }
}

/** Records that stand where the submissions of their dossier say; their id is the dossier's. */
const followers = {
  lists: listAfter,
  applications: partsAfter,
  departures: partsAfter,
  returns: partsAfter,
} as const

/** Bring every record whose dossier changed to where its submissions say it stands. */
async function followDossiers(draft: Draft, { dossiers }: Difference): Promise<void> {
  for (const [dossier, submissions] of dossiers) {
    for (const table of Object.keys(followers) as (keyof typeof followers)[]) {
      const found = await draft.get(table, dossier)
      if (!found) continue
      const now = followers[table](found.record as never, submissions)
      if (JSON.stringify(now) !== JSON.stringify(found.record)) await draft.put(table, now, dossier)
      break
    }
  }
}

async function commitWithLists(
  context: BookContext,
  draft: Draft,
  { extra }: Difference,
  { name, who, why }: Occasion,
): Promise<void> {
  const prepared = await prepare(context.keys, draft.changes)
  const changes = prepared.map(({ journal }) => journal)
  await commit(
    context,
    prepared,
    { name, who, why, at: context.now(), group: crypto.randomUUID(), changes },
    extra,
  )
}

async function commitAlone(context: BookContext, { extra }: Difference): Promise<void> {
  const watched = await context.connections.run('strict', (db) =>
    db.transaction('rw', extra.tables, async (tx) => {
      await extra.run(tx)
      await bumpWatched(tx, extra.watched ?? {})
      return readWatched(tx)
    }),
  )
  context.feed.publish(extra.changes ?? {})
  await context.sentinel.advance(watched)
}

/** Whether the verb left anything different at all; a read, or a verb that found nothing to do, writes nothing. */
function moved(before: MemoryState, after: MemoryState, { submissions, facts }: Difference): boolean {
  const head = (state: MemoryState) => JSON.stringify(engineHead(state))
  const batches = (state: MemoryState) => JSON.stringify([...state.batches])
  return (
    submissions.length > 0 ||
    after.calls.length > before.calls.length ||
    facts > 0 ||
    after.originals.size > 0 ||
    head(after) !== head(before) ||
    batches(after) !== batches(before)
  )
}

/** Nothing is queued or sent from a database that shows less than what left this machine. */
export function refuseSuspect({ sentinel }: BookContext): void {
  const { health } = sentinel
  if (health.state === 'ok') return
  if (health.state === 'moved') throw new DataRefusal('moved-out')
  throw DataRefusal.carried('suspect', health.text)
}
