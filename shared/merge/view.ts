import { brief, print } from '../model/json'
import type { Json } from '../model/json'
import type { MergeAct, MergeRecord } from '../model/merge-record'

/** One value of a field with its author; `dots` are the acts that wrote it. */
export type Side = MergeAct & { value: Json; base?: Json; dots: string[] }

/** Prints by which values of a field count as equal; by default the whole value. */
export type Sameness = (path: string, value: Json) => string
export const whole: Sameness = (_path, value) => print(value)

/** A short text by which a desk remembers which value of a field it shows; of a field without value there is none. */
export const markOf = (path: string, value: Json, same: Sameness = whole): string | undefined =>
  value === null ? undefined : brief(same(path, value))

/** The marks of shown values. */
export function marksShown(values: Readonly<Record<string, Json>>, same?: Sameness): Record<string, string> {
  const marks: Record<string, string> = {}
  for (const [path, value] of Object.entries(values)) {
    const mark = markOf(path, value, same)
    if (mark !== undefined) marks[path] = mark
  }
  return marks
}

/** The different values of a field, always in the same order: none, one in peace, several in conflict. */
export function sidesOf(record: MergeRecord, path: string, same: Sameness = whole): Side[] {
  const sides = new Map<string, Side>()
  const writes = record.fields[path] ?? {}
  for (const dot of Object.keys(writes).sort()) {
    const { value, base } = writes[dot]!
    const name = same(path, value)
    const known = sides.get(name)
    if (known) known.dots.push(dot)
    else sides.set(name, { ...record.acts[dot]!, value, ...(base !== undefined && { base }), dots: [dot] })
  }
  return [...sides.values()]
}

/** Fields on which desks disagree. */
export const conflictsOf = (record: MergeRecord, same?: Sameness): string[] =>
  Object.keys(record.fields).filter((path) => sidesOf(record, path, same).length > 1)

/**
 * The values a desk shows: what is agreed, and of a field in conflict what it showed before, as far as that is one of
 * the sides; a desk that had neither shows the first side. So nobody's screen changes before somebody decided.
 */
export function valuesShown(
  record: MergeRecord,
  shown: Readonly<Record<string, string>> = {},
  same?: Sameness,
): Record<string, Json> {
  const values: Record<string, Json> = {}
  for (const path of Object.keys(record.fields)) {
    const sides = sidesOf(record, path, same)
    const own =
      sides.length > 1 ? sides.find(({ value }) => markOf(path, value, same) === shown[path]) : undefined
    const value = (own ?? sides[0])?.value ?? null
    if (value !== null) values[path] = value
  }
  return values
}
