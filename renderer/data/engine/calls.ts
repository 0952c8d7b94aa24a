import type { CallRecord } from '#shared/protocol/engine/records'
import type { BookContext } from '../context'

/** Requests looked through at most: weeks of an ordinary desk. */
const mostRead = 20_000

/** Requests about these batches, oldest first. */
export async function callsOf(
  { connections }: BookContext,
  batches: ReadonlySet<string>,
): Promise<CallRecord[]> {
  if (batches.size === 0) return []
  const calls = await connections.run('strict', (db) =>
    db.table<CallRecord>('calls').orderBy('n').reverse().limit(mostRead).toArray(),
  )
  return calls.filter(({ batch }) => batch !== undefined && batches.has(batch)).reverse()
}
