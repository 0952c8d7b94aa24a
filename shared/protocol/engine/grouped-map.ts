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

  override set(id: string, value: V): this {
    this.#leave(id)
    super.set(id, value)
    for (const [grouping, groups] of this.#groups) this.#enter(grouping, groups, id, value)
    return this
  }

  override delete(id: string): boolean {
    this.#leave(id)
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

  #leave(id: string): void {
    if (this.#groups.size === 0) return
    const before = this.get(id)
    if (before === undefined) return
    for (const [grouping, groups] of this.#groups) {
      for (const key of this.#keys[grouping]!(before)) {
        const group = groups.get(key)
        group?.delete(id)
        if (group?.size === 0) groups.delete(key)
      }
    }
  }
}
