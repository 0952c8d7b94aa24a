type Keys<V> = Readonly<Record<string, (value: V) => readonly string[]>>
type Entry = { rank: number; id: string }
/** Values of one group in the order of a number; some may have left it since, or stand there under another number. */
type Line = { entries: Entry[]; isSorted: boolean }

/**
 * A map that also finds its values by other keys. A grouping is made when it is first asked for and kept up to date
 * from then on, so a copy that nobody searches costs no more than a map.
 */
export class GroupedMap<V, K extends Keys<V> = Keys<V>> extends Map<string, V> {
  readonly #keys: K
  readonly #rank: (value: V) => number
  readonly #groups = new Map<keyof K, Map<string, Set<string>>>()
  readonly #lines = new Map<keyof K, Map<string, Line>>()

  /** @param rank the order in which `first` gives the values of a group */
  constructor(entries: Iterable<readonly [string, V]>, keys: K, rank: (value: V) => number = () => 0) {
    super()
    this.#keys = keys
    this.#rank = rank
    for (const [id, value] of entries) super.set(id, value)
  }

  /** Values that have this key in a grouping, in the order they got it. */
  in(grouping: keyof K, key: string): V[] {
    const found: V[] = []
    for (const id of this.#grouped(grouping).get(key) ?? []) found.push(this.get(id)!)
    return found
  }

  /** The first of them by rank, those above one. However many there are, only these are looked at. */
  first(grouping: keyof K, key: string, limit: number, above = -Infinity): V[] {
    const line = this.#lineOf(grouping, key)
    if (!line.isSorted) line.entries.sort((a, b) => a.rank - b.rank)
    line.isSorted = true
    const group = this.#grouped(grouping).get(key)
    const standing = new Map<string, Entry>()
    const from = placeAbove(line.entries, above)
    let at = from
    for (; at < line.entries.length && standing.size < limit; at += 1) {
      const entry = line.entries[at]!
      const stands = group?.has(entry.id) && this.#rank(this.get(entry.id)!) === entry.rank
      if (stands && !standing.has(entry.id)) standing.set(entry.id, entry)
    }
    if (standing.size < at - from) line.entries.splice(from, at - from, ...standing.values())
    return Array.from(standing.keys(), (id) => this.get(id)!)
  }

  /** A value that keeps a key keeps its place under it. */
  override set(id: string, value: V): this {
    const before = this.get(id)
    super.set(id, value)
    for (const grouping of this.#groups.keys()) this.#regroup(grouping, id, before, value)
    return this
  }

  override delete(id: string): boolean {
    const before = this.get(id)
    if (before === undefined) return false
    for (const grouping of this.#groups.keys()) this.#regroup(grouping, id, before, undefined)
    return super.delete(id)
  }

  #grouped(grouping: keyof K): Map<string, Set<string>> {
    const known = this.#groups.get(grouping)
    if (known) return known
    const groups = new Map<string, Set<string>>()
    this.#groups.set(grouping, groups)
    for (const [id, value] of this) this.#regroup(grouping, id, undefined, value)
    return groups
  }

  #lineOf(grouping: keyof K, key: string): Line {
    const lines = this.#lines.get(grouping) ?? new Map<string, Line>()
    this.#lines.set(grouping, lines)
    const known = lines.get(key)
    if (known) return known
    const ids = [...(this.#grouped(grouping).get(key) ?? [])]
    const entries = ids.map((id) => ({ id, rank: this.#rank(this.get(id)!) }))
    const line = { entries, isSorted: false }
    lines.set(key, line)
    return line
  }

  #regroup(grouping: keyof K, id: string, before: V | undefined, after: V | undefined): void {
    const groups = this.#groups.get(grouping)!
    const had = before === undefined ? [] : this.#keys[grouping]!(before)
    const has = after === undefined ? [] : this.#keys[grouping]!(after)
    for (const key of had) {
      if (has.includes(key)) continue
      const group = groups.get(key)
      group?.delete(id)
      if (group?.size === 0) groups.delete(key)
    }
    for (const key of has) {
      if (!had.includes(key)) {
        const group = groups.get(key)
        if (group) group.add(id)
        else groups.set(key, new Set([id]))
      }
      const line = this.#lines.get(grouping)?.get(key)
      if (line) this.#queue(line, id, had.includes(key) ? before : undefined, after!)
    }
  }

  #queue(line: Line, id: string, before: V | undefined, after: V): void {
    const rank = this.#rank(after)
    if (before !== undefined && this.#rank(before) === rank) return
    const last = line.entries.at(-1)
    if (last && last.rank > rank) line.isSorted = false
    line.entries.push({ rank, id })
  }
}

/** Index of the first entry of a higher rank. */
function placeAbove(sorted: readonly Entry[], rank: number): number {
  let low = 0
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.rank > rank) high = middle
    else low = middle + 1
  }
  return low
}
