import { joinRecords } from '#shared/merge/join'
import { kindOf, samenessOf } from '#shared/merge/kinds'
import { print } from '#shared/model/json'
import { nameOf } from '#shared/model/merge-record'
import type { MergeRecord } from '#shared/model/merge-record'
import { isWithin, joinVersions } from '#shared/merge/version'
import { conflictsOf } from '#shared/merge/view'
import { groupBy } from '../group-by'
import { command } from '../write/command'
import type { Draft } from '../write/draft'
import { changesOf } from './capture'
import { effective } from './declared'
import { applyOrder, deskKinds } from './kinds'
import type { Shelf } from './kind'
import type { SharedRecord } from './record'
import { marksOfFlat, sharedRecords } from './shelf'

const perPart = 100

/** A record as another desk has it. `version`: under which the service holds it; absent for one from a file. */
export type Incoming = { content: MergeRecord; version?: number }
/** Where it came from, for the journal. */
export type Meeting = { who: string; why: string }
/** `merged` records took something in, `conflicts` of them are in conflict, `waits` could not be applied yet. */
export type Met = { merged: number; conflicts: number; waits: number }

/** An officer edited a record between capture and merge: capture again, then meet again. */
export class LocalEdit extends Error {}

/**
 * Join records of other desks with those here, and bring the book to what they say together. Parts are transactions;
 * repeating any of it changes nothing. Throws `LocalEdit` before anything that was not captured would be written over.
 */
export async function meet(shelf: Shelf, meeting: Meeting, incoming: readonly Incoming[]): Promise<Met> {
  const met: Met = { merged: 0, conflicts: 0, waits: 0 }
  const byKind = groupBy(distinct(incoming), ({ content }) => content.kind)
  const order = (kind: string) => (applyOrder as readonly string[]).indexOf(kind)
  for (const [kind, all] of [...byKind].sort(([a], [b]) => order(a) - order(b))) {
    for (let i = 0; i < all.length; i += perPart)
      await meetPart(shelf, meeting, kind, all.slice(i, i + perPart), met)
  }
  return met
}

/** A file may hold the same record twice; one commit writes it once. */
function distinct(incoming: readonly Incoming[]): Incoming[] {
  const byName = new Map<string, Incoming>()
  for (const one of incoming) {
    const name = nameOf(one.content)
    const before = byName.get(name)
    byName.set(name, before ? { ...one, content: joinRecords(before.content, one.content) } : one)
  }
  return [...byName.values()]
}

async function meetPart(
  shelf: Shelf,
  { who, why }: Meeting,
  kind: string,
  part: readonly Incoming[],
  met: Met,
): Promise<void> {
  const { context } = shelf
  let outcome: Met = { merged: 0, conflicts: 0, waits: 0 }
  await command(context, 'desk.merge', who, why, async (draft) => {
    outcome = { merged: 0, conflicts: 0, waits: 0 }
    const shared = await sharedRecords(
      context,
      draft,
      kind,
      part.map(({ content }) => content.key),
    )
    const news: SharedRecord[] = []
    for (const [i, { content, version }] of part.entries()) {
      const before = shared[i]!
      const record = joinRecords(before.record, content)
      const isNews = print(record) !== print(before.record)
      const after: SharedRecord = {
        ...before,
        record,
        shared: joinVersions(before.shared, content.version),
        ...(version !== undefined && { base: version }),
        unsent: version === undefined ? before.unsent || isNews : !isWithin(record.version, content.version),
        tries: isNews ? 0 : before.tries,
      }
      if (isNews) news.push(after)
      else if (print(after) !== print(before)) await draft.put('deskRecords', after)
    }
    await applyAll(shelf, draft, kind, news, outcome)
  })
  met.merged += outcome.merged
  met.conflicts += outcome.conflicts
  met.waits += outcome.waits
}

/** Bring the book to what these shared records say, and write them. */
export async function applyAll(
  shelf: Shelf,
  draft: Draft,
  kind: string,
  records: readonly SharedRecord[],
  met: Met,
): Promise<void> {
  const known = kindOf(kind)
  const same = samenessOf(kind)
  const applied: { shared: SharedRecord; shown: SharedRecord['shown'] }[] = []
  for (const shared of records) {
    met.merged += 1
    if (conflictsOf(shared.record, same).length > 0) met.conflicts += 1
    const values = effective(shared.record, shared.shown)
    const done = known ? await deskKinds[known].put(shelf, draft, shared.record.key, values) : 'newer'
    const { waits: _waits, ...rest } = shared
    if (done === 'put') {
      applied.push({ shared, shown: shared.shown })
      await draft.put('deskRecords', { ...rest, shown: marksOfFlat(shared.record, values) })
    } else {
      met.waits += 1
      await draft.put('deskRecords', { ...rest, waits: done })
    }
  }
  if (!known || applied.length === 0) return
  // Read after the draft took note of the rows: an edit before that shows here, one after it fails the commit.
  const flats = await deskKinds[known].read(
    shelf,
    applied.map(({ shared }) => shared.record.key),
  )
  for (const [i, { shared, shown }] of applied.entries()) {
    const flat = flats[i]
    if (!flat || (shown === undefined && Object.values(flat).every((value) => value === false))) continue
    if (Object.keys(changesOf(shared.record.kind, shown, flat)).length > 0) throw new LocalEdit()
  }
}
