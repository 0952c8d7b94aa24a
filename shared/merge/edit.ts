import { withActs } from './join'
import type { Json } from '../model/json'
import type { MergeAct, MergeRecord, Write } from '../model/merge-record'
import { markOf, whole } from './view'
import type { Sameness } from './view'
import { covers, dotOf } from './version'
import type { Version } from './version'

export type Edit = {
  /** This session of this desk; see `Version`. */
  writer: string
  act: MergeAct
  /** Field → new value; null takes the value away. */
  changes: Readonly<Record<string, Json>>
  /**
   * Marks (`markOf`) of the values the author had before the eyes, by field; without it the author had none (the record lay here
   * unapplied). Of a field in conflict only the value that was shown is replaced: the other side stays.
   */
  shown?: Readonly<Record<string, string>>
  /** What other desks may have: an own write that never left keeps its base when it is written over. */
  shared: Version
  same?: Sameness
}

/** Write fields of a record in one act. */
export function editRecord(record: MergeRecord, edit: Edit): MergeRecord {
  const { writer, act, changes, shown, shared, same = whole } = edit
  return write(record, writer, act, changes, shared, (path, writes, dot) => {
    if (!shown) return false
    const values = new Set(Object.values(writes).map(({ value }) => same(path, value)))
    return values.size === 1 || markOf(path, writes[dot]!.value, same) === shown[path]
  })
}

export type Resolution = Pick<Edit, 'writer' | 'act'> & {
  choices: Readonly<Record<string, Json>>
  /** The record as it was before the eyes of who decided: what came later is not decided by it. */
  seen: Version
}

/** Decide fields in conflict: the chosen value takes the place of every side that was seen. */
export function resolveRecord(record: MergeRecord, { writer, act, choices, seen }: Resolution): MergeRecord {
  return write(record, writer, act, choices, record.version, (_path, _writes, dot) => covers(seen, dot))
}

type Writes = Readonly<Record<string, Write>>

function write(
  record: MergeRecord,
  writer: string,
  act: MergeAct,
  changes: Readonly<Record<string, Json>>,
  shared: Version,
  replaces: (path: string, writes: Writes, dot: string) => boolean,
): MergeRecord {
  const count = (record.version[writer] ?? 0) + 1
  const dot = dotOf(writer, count)
  const fields = { ...record.fields }
  for (const [path, value] of Object.entries(changes)) {
    const writes = fields[path] ?? {}
    const dots = Object.keys(writes).sort()
    const gone = dots.filter((one) => replaces(path, writes, one))
    const kept = dots.filter((one) => !gone.includes(one)).map((one) => [one, writes[one]!])
    const base = gone.map((one) => (covers(shared, one) ? writes[one]!.value : writes[one]!.base))[0]
    fields[path] = { ...Object.fromEntries(kept), [dot]: { value, ...(base !== undefined && { base }) } }
  }
  const version = { ...record.version, [writer]: count }
  return withActs({ ...record, version, fields }, { ...record.acts, [dot]: act })
}
