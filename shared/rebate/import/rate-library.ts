import { z } from 'zod'
import { RateEntry, RateLibrary } from '../../model/rebate/common'
import { refusal, type Refusal } from './refusal'

const LibraryJson = z.union([RateLibrary, z.array(RateEntry)])

/** A library as JSON: ours with version and day, or the bare list of entries. Throws a SyntaxError for what is no JSON. */
export function readRateJson(text: string): { library: RateLibrary } | { refused: Refusal[] } {
  const read = LibraryJson.safeParse(JSON.parse(text.replace(/^\ufeff/, '')))
  if (read.success) {
    return { library: Array.isArray(read.data) ? { version: '', entries: read.data } : read.data }
  }
  const refused = read.error.issues
    .slice(0, 20)
    .map(({ path, message }) =>
      refusal(
        { row: 0, field: path.join('.') },
        ['JSON 不是文库的结构', 'The JSON is not a library'],
        [message, message],
        ['按 {version, published, entries} 提供', 'Give it as {version, published, entries}'],
      ),
    )
  return { refused }
}

const sameEntry = (a: RateEntry, b: RateEntry): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/**
 * A library after a newer version: where a code has a new entry, the older one that is still open ends the day before; its
 * past stays, so that old exports find their rate. Reading the same version twice changes nothing.
 */
export function withVersion(library: RateLibrary, newer: RateLibrary): RateLibrary {
  const byCode = new Map<string, RateEntry[]>()
  for (const entry of library.entries) byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), entry])
  for (const entry of [...newer.entries].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const known = byCode.get(entry.code) ?? []
    if (known.some((one) => sameEntry(one, entry))) continue
    const kept = known.flatMap((one) => {
      if (one.from === entry.from) return []
      const overlaps = one.from < entry.from && (one.to === null || one.to >= entry.from)
      return overlaps ? [{ ...one, to: dayBefore(entry.from) }] : [one]
    })
    byCode.set(entry.code, [...kept, entry])
  }
  const entries = [...byCode.values()]
    .flat()
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.from < b.from ? -1 : 1))
  return {
    version: newer.version,
    ...(newer.published !== undefined && { published: newer.published }),
    entries,
  }
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
