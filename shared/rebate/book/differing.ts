/** How a list differs from what it was; places before and now. */
export type Difference = {
  /** Of each record now its place before, -1 of one that came. */
  from: Int32Array
  came: number[]
  went: number[]
}

/**
 * What came and what went of a list; undefined where it is as it was. What stayed keeps its order: a record that was moved
 * among the others came and went. The beginning and the end that are alike cost one comparison a record.
 * @param recordOf what a record is found again by, compared by identity
 */
export function differing<T>(
  before: readonly T[],
  now: readonly T[],
  same: (a: T, b: T) => boolean,
  recordOf: (one: T) => unknown,
): Difference | undefined {
  if (before === now) return undefined
  const shorter = Math.min(before.length, now.length)
  let head = 0
  while (head < shorter && same(before[head]!, now[head]!)) head++
  if (head === before.length && head === now.length) return undefined
  const longer = now.length - before.length
  let end = now.length
  while (end > head && end - longer > head && same(before[end - longer - 1]!, now[end - 1]!)) end--
  const from = new Int32Array(now.length)
  for (let at = 0; at < head; at++) from[at] = at
  for (let at = end; at < now.length; at++) from[at] = at - longer
  const placeOf = new Map<unknown, number>()
  for (let at = head; at < end - longer; at++) placeOf.set(recordOf(before[at]!), at)
  const came: number[] = []
  const stayed = new Set<number>()
  let last = -1
  for (let at = head; at < end; at++) {
    const place = placeOf.get(recordOf(now[at]!))
    if (place !== undefined && place > last && same(before[place]!, now[at]!)) {
      from[at] = last = place
      stayed.add(place)
    } else {
      from[at] = -1
      came.push(at)
    }
  }
  const went: number[] = []
  for (let at = head; at < end - longer; at++) if (!stayed.has(at)) went.push(at)
  return { from, came, went }
}
