import type { ComparisonDifference } from '../../data/port'

/** Documents of one message in one state: how many by this book, how many by the service. */
export type ComparedRow = { message: string; state: string; ours: number; theirs: number }

/**
 * Both sides in one table. `byState` counts what the service says by message and state; what this book says differs
 * from it exactly by the differences.
 */
export function comparedRows(
  byState: Readonly<Record<string, number>>,
  differences: readonly ComparisonDifference[],
): ComparedRow[] {
  const rows = new Map<string, ComparedRow>()
  const rowOf = (message: string, state: string) => {
    const key = `${message} ${state}`
    const row = rows.get(key) ?? { message, state, ours: 0, theirs: 0 }
    rows.set(key, row)
    return row
  }
  for (const [key, count] of Object.entries(byState)) {
    const at = key.indexOf(' ')
    const row = rowOf(key.slice(0, at), key.slice(at + 1))
    row.theirs += count
    row.ours += count
  }
  for (const { message, ours, theirs } of differences) {
    rowOf(message, theirs).ours -= 1
    rowOf(message, ours).ours += 1
  }
  return [...rows.values()].sort((a, b) =>
    a.message === b.message ? compareCodes(a.state, b.state) : a.message < b.message ? -1 : 1,
  )
}

const compareCodes = (a: string, b: string) => Number(a) - Number(b) || (a < b ? -1 : 1)
