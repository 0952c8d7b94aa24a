import { editRecord } from '#shared/merge/edit'
import { samenessOf } from '#shared/merge/kinds'
import type { MergeKind } from '#shared/merge/kinds'
import type { Json } from '#shared/model/json'
import { EXISTS } from '#shared/model/merge-record'
import { markOf } from '#shared/merge/view'
import { groupBy } from '../group-by'
import { command } from '../write/command'
import { deskKinds } from './kinds'
import type { Flat, Shelf } from './kind'
import type { SharedRecord } from './record'
import { changeDesk } from './setting'
import { marksOfFlat, sharedRecords } from './shelf'
import { touchedSince } from './touched'
import type { Step, Touched } from './touched'

/** Records in one commit. */
const perPart = 100

/**
 * Make what was edited here since the last time ready for the other desks: each act of each officer becomes an act on
 * the shared record, with the value it found as its base. A kill between parts is made up by the next capture, because
 * what is shown is remembered with each record.
 */
export async function capture(shelf: Shelf, who: string, writer: string, after: number): Promise<number> {
  const { seq, touched } = await touchedSince(shelf, after)
  let captured = 0
  for (const [kind, all] of groupBy(touched, (one) => one.kind)) {
    for (let i = 0; i < all.length; i += perPart) {
      captured += await capturePart(shelf, who, writer, kind, all.slice(i, i + perPart))
    }
  }
  if (seq > after) {
    await command(shelf.context, 'desk.captured', who, '', (draft) =>
      changeDesk(shelf.context, draft, (desk) => ({ ...desk, seq })),
    )
  }
  return captured
}

async function capturePart(
  shelf: Shelf,
  who: string,
  writer: string,
  kind: MergeKind,
  part: readonly Touched[],
): Promise<number> {
  const { context } = shelf
  const keys = part.map(({ key }) => key)
  let captured = 0
  await command(context, 'desk.capture', who, '', async (draft) => {
    captured = 0
    const flats = await deskKinds[kind].read(shelf, keys)
    const shared = await sharedRecords(context, draft, kind, keys)
    for (const [i, one] of part.entries()) {
      const flat = flats[i]
      const next = flat && edited(shelf, writer, shared[i]!, flat, one.steps)
      if (!next) continue
      captured += 1
      await draft.put('deskRecords', next)
    }
  })
  return captured
}

/** The shared record with what the book says now; undefined when it says what it said. */
function edited(
  { desk }: Shelf,
  writer: string,
  shared: SharedRecord,
  flat: Flat,
  steps: readonly Step[],
): SharedRecord | undefined {
  const { kind } = shared.record
  const same = samenessOf(kind)
  const changes = changesOf(kind, shared.shown, flat)
  if (Object.keys(changes).length === 0) return undefined
  let { record } = shared
  // The last act that touched a property is the author of its value.
  const byStep = groupBy(Object.keys(changes), (path) => {
    const property = path.split('/')[0]!
    return steps.findLast(({ properties }) => properties.has(property)) ?? steps.at(-1)!
  })
  const shown = shared.shown
  for (const [step, paths] of [...byStep].sort(([a], [b]) => a.seq - b.seq)) {
    const part: Record<string, Json> = Object.fromEntries(paths.map((path) => [path, changes[path]!]))
    if (EXISTS in flat) part[EXISTS] = flat[EXISTS]!
    record = editRecord(record, {
      writer,
      act: { who: step.who, at: step.at, desk: desk.id },
      changes: part,
      ...(shown && { shown }),
      shared: shared.shared,
      same,
    })
  }
  return { ...shared, record, shown: marksOfFlat(record, flat), unsent: true, tries: 0 }
}

/** Field → new value where the book says something else than was shown; null where it says nothing any more. */
export function changesOf(kind: string, shown: SharedRecord['shown'] = {}, flat: Flat): Record<string, Json> {
  const same = samenessOf(kind)
  // Of a record that is gone only that is told: what it said stays with the shared record.
  const now: Flat = flat[EXISTS] === false ? { [EXISTS]: false } : flat
  if (now[EXISTS] === false && shown[EXISTS] === undefined) return {}
  const changes: Record<string, Json> = {}
  for (const [path, value] of Object.entries(now)) {
    if (markOf(path, value, same) !== shown[path]) changes[path] = value
  }
  if (now[EXISTS] === false) return changes
  for (const path of Object.keys(shown)) if (!(path in now)) changes[path] = null
  // A 清单 that was handed in is written anew in full: this very content is the fact.
  const declares = Object.keys(changes).some((path) => path.startsWith('declared/') && changes[path] !== null)
  if (declares && now['content'] !== undefined) changes['content'] = now['content']
  return changes
}
