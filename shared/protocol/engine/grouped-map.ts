type Keys<V> = Readonly<Record<string, (value: V) => readonly string[]>>

/**
 * A map that also finds its values by other keys. A grouping is made when it is first asked for and kept up to date
 * from then on, so a copy that nobody searches costs no more than a map.
 */
export class GroupedMap<V, K extends Keys<V> = Keys<V>> extends Map<string, V> {
  readonly #keys: K
  readonly #groups = new Map<keyof K, Map<string, Map<string, V>>>()

  constructor(entries: Iterable<readonly [string, V]>, keys: K) {
    super()
    this.#keys = keys
    for (const [id, value] of entries) super.set(id, value)
  }

  /** Values that have this key in a grouping, in the order they got it. */
  in(grouping: keyof K, key: string): V[] {
    return [...(this.#grouped(grouping).get(key)?.values() ?? [])]
  }

  /** A value that keeps a key keeps its place under it. */
  override set(id: string, value: V): this {
    const before = this.get(id)
    super.set(id, value)
    for (const [grouping, groups] of this.#groups) {
      if (before !== undefined) this.#leave(grouping, groups, id, before, this.#keys[grouping]!(value))
      this.#enter(grouping, groups, id, value)
    }
    return this
  }

  override delete(id: string): boolean {
    const before = this.get(id)
    if (before === undefined) return false
    for (const [grouping, groups] of this.#groups) this.#leave(grouping, groups, id, before, [])
    return super.delete(id)
  }

  #grouped(grouping: keyof K): Map<string, Map<string, V>> {
    const known = this.#groups.get(grouping)
    if (known) return known
    const groups = new Map<string, Map<string, V>>()
    for (const [id, value] of this) this.#enter(grouping, groups, id, value)
    this.#groups.set(grouping, groups)
    return groups
  }

  #enter(grouping: keyof K, groups: Map<string, Map<string, V>>, id: string, value: V): void {
    for (const key of this.#keys[grouping]!(value)) {
      const group = groups.get(key)
      if (group) group.set(id, value)
      else groups.set(key, new Map([[id, value]]))
    }
  }

  #leave(
    grouping: keyof K,
    groups: Map<string, Map<string, V>>,
    id: string,
    before: V,
    kept: readonly string[],
  ): void {
    for (const key of this.#keys[grouping]!(before)) {
      if (kept.includes(key)) continue
      const group = groups.get(key)
      group?.delete(id)
      if (group?.size === 0) groups.delete(key)
    }
  }
}
