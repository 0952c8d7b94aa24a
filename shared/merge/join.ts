import { print } from '../model/json'
import type { MergeRecord, Write } from '../model/merge-record'
import { covers, joinVersions } from './version'

type Writes = Readonly<Record<string, Write>>
const none: Writes = {}

/**
 * Both records as one. Commutative, associative and idempotent, so that it does not matter which desk meets which,
 * in which order and how often: a write stays unless the other side has seen it and no longer has it.
 */
export function joinRecords(a: MergeRecord, b: MergeRecord): MergeRecord {
  const fields: Record<string, Record<string, Write>> = {}
  for (const path of new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])) {
    const kept = joinWrites(a, b, a.fields[path] ?? none, b.fields[path] ?? none)
    if (Object.keys(kept).length > 0) fields[path] = kept
  }
  return withActs({ ...a, version: joinVersions(a.version, b.version), fields }, { ...a.acts, ...b.acts })
}

function joinWrites(a: MergeRecord, b: MergeRecord, ours: Writes, theirs: Writes): Record<string, Write> {
  const kept: Record<string, Write> = {}
  for (const [dot, write] of Object.entries(ours)) {
    const other = theirs[dot]
    if (other) kept[dot] = print(write) <= print(other) ? write : other
    else if (!covers(b.version, dot)) kept[dot] = write
  }
  for (const [dot, write] of Object.entries(theirs)) {
    if (!(dot in ours) && !covers(a.version, dot)) kept[dot] = write
  }
  return kept
}

/** Keep the acts that a write still refers to. */
export function withActs(record: MergeRecord, acts: MergeRecord['acts']): MergeRecord {
  const used = new Set(Object.values(record.fields).flatMap((writes) => Object.keys(writes)))
  return { ...record, acts: Object.fromEntries(Object.entries(acts).filter(([dot]) => used.has(dot))) }
}
