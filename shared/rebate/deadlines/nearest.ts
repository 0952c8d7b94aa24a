import type { Deadlines } from './terms'

/** The end a batch has to be claimed by: of its ordinary period, or once that is over of the 36 months. */
export type NearestEnd = { day: string; field: 'normalEnd' | 'limit36' }

/** The next term of a batch: the earliest end, still to come or missed, of any of its lines. */
export function nearestEnd(lines: readonly { deadlines: Deadlines }[]): NearestEnd | undefined {
  let found: NearestEnd | undefined
  for (const { deadlines } of lines) {
    // Once the ordinary term is over only the 36 months are left.
    const field =
      deadlines.lateClaim === undefined || deadlines.lateClaim === 'notLate' ? 'normalEnd' : 'limit36'
    const day = deadlines[field]
    if (day !== undefined && (found === undefined || day < found.day)) found = { day, field }
  }
  return found
}
