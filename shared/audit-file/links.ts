/**
 * What rests on what among the documents of a book: a 清单 on its orders, a 报关单 on its 清单, a claim on its 报关单, a receipt
 * on the orders it paid. Keys are the caller's.
 */
export class Links {
  readonly #below = new Map<string, Set<string>>()
  readonly #above = new Map<string, Set<string>>()

  /** `upper` rests on `lower`. */
  put(upper: string, lower: string): void {
    add(this.#below, upper, lower)
    add(this.#above, lower, upper)
  }

  /** These and all they rest on, to the ground. */
  below(keys: Iterable<string>): Set<string> {
    return walk(this.#below, keys)
  }

  /** These and all that rests on them. */
  above(keys: Iterable<string>): Set<string> {
    return walk(this.#above, keys)
  }

  /**
   * Everything that belongs to these documents: what they rest on, and what rests on any of that. Never down again from
   * there: a 报关单 of a thousand 清单 belongs to each of them, and does not bring the other 999.
   */
  belonging(keys: Iterable<string>): Set<string> {
    return this.above(this.below(keys))
  }
}

function add(map: Map<string, Set<string>>, from: string, to: string): void {
  const known = map.get(from)
  if (known) known.add(to)
  else map.set(from, new Set([to]))
}

function walk(map: ReadonlyMap<string, ReadonlySet<string>>, keys: Iterable<string>): Set<string> {
  const found = new Set(keys)
  // A set is walked in the order it grows, so what is added meanwhile is reached too.
  for (const key of found) for (const next of map.get(key) ?? []) found.add(next)
  return found
}
