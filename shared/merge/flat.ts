import type { Json } from '../model/json'

type Content = Readonly<Record<string, Json | undefined>>

/**
 * A content by field. Tables and sets merge entry by entry, so each entry is a field of its own: `ports/502`,
 * `labels/急`. Entries that are not there are not there; nothing is null.
 */
export function flatten(
  content: Content,
  tables: readonly string[],
  sets: readonly string[],
): Record<string, Json> {
  const flat: Record<string, Json> = {}
  for (const [name, value] of Object.entries(content)) {
    if (value === undefined || value === null) continue
    if (sets.includes(name)) for (const one of value as string[]) flat[`${name}/${one}`] = true
    else if (tables.includes(name)) {
      for (const [key, entry] of Object.entries(value as Record<string, Json>)) flat[`${name}/${key}`] = entry
    } else flat[name] = value
  }
  return flat
}

/** The content again; every table and set is there, if empty. */
export function unflatten(
  flat: Readonly<Record<string, Json>>,
  tables: readonly string[],
  sets: readonly string[],
): Record<string, Json> {
  const content: Record<string, Json> = {}
  for (const name of tables) content[name] = {}
  for (const name of sets) content[name] = []
  for (const path of Object.keys(flat).sort()) {
    const at = path.indexOf('/')
    const name = at < 0 ? path : path.slice(0, at)
    const key = path.slice(at + 1)
    if (at > 0 && sets.includes(name)) (content[name] as Json[]).push(key)
    else if (at > 0 && tables.includes(name)) (content[name] as Record<string, Json>)[key] = flat[path]!
    else content[path] = flat[path]!
  }
  return content
}

/** Field → new value (null: taken away) that leads from one flat content to the other. */
export function differences(
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
  isSame: (path: string, a: Json, b: Json) => boolean,
): Record<string, Json> {
  const changes: Record<string, Json> = {}
  for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [a, b] = [before[path] ?? null, after[path] ?? null]
    if (!isSame(path, a, b)) changes[path] = b
  }
  return changes
}
