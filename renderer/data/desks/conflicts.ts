import { resolveRecord } from '#shared/merge/edit'
import { fieldLabel, kindOf, kindRules, samenessOf } from '#shared/merge/kinds'
import type { Json } from '#shared/model/json'
import { settingTitle } from '#shared/merge/settings'
import { EXISTS } from '#shared/model/merge-record'
import { markOf, sidesOf } from '#shared/merge/view'
import type { Side } from '#shared/merge/view'
import type { Version } from '#shared/merge/version'
import { DataRefusal } from '../errors/refusal'
import type { ConflictView, FieldConflict, Resolve } from '../desk-port'
import { getRecords } from '../read/records'
import type { StoredRow } from '../schema/stored'
import { command } from '../write/command'
import { declaredContent, declaredOf } from './declared'
import { openFields } from './marks'
import { applyAll } from './meet'
import type { Shelf } from './kind'
import type { DeskMark, SharedRecord } from './record'

/** Ids of shared records with a mark. */
export function marked({ context }: Pick<Shelf, 'context'>, mark: DeskMark): Promise<string[]> {
  return context.connections.run(
    'strict',
    (db) =>
      db.table<StoredRow>('deskRecords').where('marks').equals(mark).primaryKeys() as PromiseLike<string[]>,
  ) as Promise<string[]>
}

/** Everything desks disagree on, side by side: what both started from, what is shown here, what others wrote. */
export async function conflictViews(shelf: Shelf): Promise<ConflictView[]> {
  const stored = await getRecords(shelf.context, 'deskRecords', await marked(shelf, 'conflict'))
  return stored
    .map(({ id, rev, record }) => viewOf(shelf, id, rev, record))
    .sort((a, b) => (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind < b.kind ? -1 : 1))
}

function viewOf({ desk }: Shelf, id: string, rev: number, shared: SharedRecord): ConflictView {
  const { record, shown } = shared
  const kind = kindOf(record.kind)!
  const same = samenessOf(kind)
  const [declared] = declaredOf(record)
  const fields = openFields(shared).map((path): FieldConflict => {
    const sides = sidesOf(record, path, same)
    const mine = sides.find((side) => markOf(path, side.value, same) === shown?.[path]) ?? sides[0]!
    const base = mine.base ?? sides.find((side) => side.base !== undefined)?.base
    return {
      path,
      label: fieldLabel(kind, path, record.key),
      ...(base !== undefined && { base }),
      mine: sideView(mine, desk.id),
      theirs: sides.filter((side) => side !== mine).map((side) => sideView(side, desk.id)),
      atoms: atomsOf(path, sides),
    }
  })
  return {
    id,
    rev,
    kind,
    title: (kind === 'setting' && settingTitle(record.key[0]!)) || kindRules[kind].title,
    name: nameShown(record.key),
    fields,
    ...(declared && { declaredBy: declared.code }),
  }
}

/** Business keys are read by people without the word that says what they are of. */
const nameShown = (key: readonly string[]): string =>
  key.map((part) => part.replace(/^(order|payment|waybill|list|goods)\|/, '').replaceAll('|', ' ')).join(' ')

const sideView = ({ value, who, at, desk }: Side, own: string) => ({
  value,
  who,
  at,
  desk,
  isOwn: desk === own,
})

/** The leaves in which composed values differ, so that a whole 清单 need not be read to see a weight. */
function atomsOf(path: string, sides: readonly Side[]): string[] {
  if (path === EXISTS) return []
  const leaves = sides.map(({ value }) => leavesOf(value))
  const names = new Set(leaves.flatMap((one) => [...one.keys()]))
  return [...names].filter((name) => name !== '' && new Set(leaves.map((one) => one.get(name))).size > 1)
}

export function leavesOf(value: Json, path = '', into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) value.forEach((one, n) => leavesOf(one, `${path}[${n + 1}]`, into))
  else if (value !== null && typeof value === 'object') {
    for (const [name, one] of Object.entries(value))
      leavesOf(one, path === '' ? name : `${path}.${name}`, into)
  } else into.set(path, value === null ? '' : String(value))
  return into
}

/**
 * Decide conflicts. A choice names the value of a side that was shown; what came since is not decided by it. Refused
 * with `stale` when the record moved on meanwhile.
 */
export async function resolveConflicts(
  shelf: Shelf,
  who: string,
  writer: string,
  decisions: readonly Resolve[],
  why: string,
): Promise<number> {
  const { context } = shelf
  const byKind = new Map<string, Resolve[]>()
  const stored = await getRecords(
    context,
    'deskRecords',
    decisions.map(({ id }) => id),
  )
  const kinds = new Map(stored.map(({ id, record }) => [id, record.record.kind]))
  for (const one of decisions) {
    const kind = kinds.get(one.id)
    if (kind === undefined) throw new DataRefusal('missing', { table: 'deskRecords', id: one.id })
    byKind.set(kind, [...(byKind.get(kind) ?? []), one])
  }
  let resolved = 0
  for (const [kind, all] of byKind) {
    for (let i = 0; i < all.length; i += 100) {
      const part = all.slice(i, i + 100)
      const met = { merged: 0, conflicts: 0, waits: 0 }
      await command(context, 'desk.resolve', who, why, async (draft) => {
        const decided: SharedRecord[] = []
        for (const one of part) {
          const present = await draft.get('deskRecords', one.id)
          if (present?.rev !== one.rev) {
            throw new DataRefusal('stale', {
              table: 'deskRecords',
              id: one.id,
              expected: one.rev,
              found: present?.rev ?? 0,
            })
          }
          decided.push(decide(shelf, who, writer, present.record, one.choices))
        }
        await applyAll(shelf, draft, kind, decided, met)
      })
      resolved += part.length
    }
  }
  return resolved
}

function decide(
  { context, desk }: Shelf,
  who: string,
  writer: string,
  shared: SharedRecord,
  choices: Resolve['choices'],
): SharedRecord {
  const { record } = shared
  const same = samenessOf(record.kind)
  const seen: Version = record.version
  const values: Record<string, Json> = {}
  for (const [path, side] of Object.entries(choices)) {
    const sides = sidesOf(record, path, same)
    const mine = sides.find((one) => markOf(path, one.value, same) === shared.shown?.[path]) ?? sides[0]
    const others = sides.filter((one) => one !== mine)
    const chosen = side === 'mine' ? mine : others[side]
    if (!chosen) continue
    values[path] = chosen.value
  }
  const [declared] = declaredOf(record)
  // What was declared stands whatever is chosen beside it.
  if (declared && 'content' in values)
    values['content'] = declaredContent(record, declared.desk) ?? values['content']!
  const act = { who, at: context.now(), desk: desk.id }
  const decided = resolveRecord(record, { writer, act, choices: values, seen })
  return { ...shared, record: decided, unsent: true, tries: 0 }
}
