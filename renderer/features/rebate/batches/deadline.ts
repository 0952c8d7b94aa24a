import type { RebateLineDeadlines } from '../../../data/port'

/** The next term of a batch: the earliest end of a claim period, or of the 36 months, that is still to come or missed. */
export function nearestEnd(
  lines: readonly RebateLineDeadlines[],
): { day: string; field: 'normalEnd' | 'limit36' } | undefined {
  let found: { day: string; field: 'normalEnd' | 'limit36' } | undefined
  for (const { deadlines } of lines) {
    // Once the ordinary term is over only the 36 months are left.
    const field =
      deadlines.lateClaim === undefined || deadlines.lateClaim === 'notLate' ? 'normalEnd' : 'limit36'
    const day = deadlines[field]
    if (day !== undefined && (found === undefined || day < found.day)) found = { day, field }
  }
  return found
}
