/** Deeper than any honest body; readers that recurse would run out of stack. */
const DEEPEST = 64

/** In a Unicode expression a surrogate only matches when it stands alone. */
const unkeepable = /[\0\p{Surrogate}]/u

/**
 * Whether a database can keep what a request brought: no NUL and no half of a surrogate pair in any text (neither fits
 * into UTF-8 text of PostgreSQL), and not nested without end. Walks without recursion, because the depth is the caller's.
 */
export function isStorable(value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: one, depth } = next
    if (typeof one === 'string') {
      if (unkeepable.test(one)) return false
    } else if (typeof one === 'object' && one !== null) {
      if (depth >= DEEPEST) return false
      for (const [name, inner] of Object.entries(one)) {
        open.push({ value: name, depth }, { value: inner, depth: depth + 1 })
      }
    }
  }
  return true
}
