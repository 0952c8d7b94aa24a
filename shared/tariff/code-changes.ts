import type { CodeChangeFact } from './facts'

/** What became of a code on a day: the codes it went to, none when it was dropped. */
export type CodeChange = { from: string; to: readonly string[]; on: string }

/** Pairs joined by old code and day, oldest first: a code that was split stands in several pairs. */
export function codeChangesOf(facts: readonly Pick<CodeChangeFact, 'from' | 'to' | 'on'>[]): CodeChange[] {
  const byOld = new Map<string, { from: string; to: Set<string>; on: string }>()
  for (const { from, to, on } of facts) {
    const change = byOld.get(`${from} ${on}`) ?? { from, to: new Set(), on }
    if (to !== undefined) change.to.add(to)
    byOld.set(`${from} ${on}`, change)
  }
  return [...byOld.values()]
    .map(({ from, to, on }) => ({ from, to: [...to].sort(), on }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.from < b.from ? -1 : 1))
}

/**
 * Where a code has gone between two days, over as many changes as lie between (after `since`, up to and including `on`).
 * An empty answer: it was dropped. The code itself: nothing changed.
 */
export function successors(
  code: string,
  changes: readonly CodeChange[],
  since: string,
  on: string,
): string[] {
  const days = [...new Set(changes.map((change) => change.on))]
    .filter((day) => day > since && day <= on)
    .sort()
  let codes = new Set([code])
  for (const day of days) {
    const table = new Map(changes.filter((change) => change.on === day).map(({ from, to }) => [from, to]))
    codes = new Set([...codes].flatMap((one) => table.get(one) ?? [one]))
  }
  return [...codes].sort()
}
