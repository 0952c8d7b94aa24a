import { countsOf, placesBackward, readPlain, type Place } from '../connection/lookup'
import type { BookContext } from '../context'

/** Register of receipts by which they are paged; each is a sparse index over the number of the receipt. */
export type Register = 'seq' | 'refused' | 'unknown'

/** What an officer has read: everything up to a number, and single ones above it. One number may be many receipts. */
export type ReadUpTo = { upTo: number; also: readonly number[] }

/** How many there are of each, by index alone: nothing is opened. */
export type ReceiptCounts = { refused: number; unknown: number; unread: number; newest: number }

/** Numbers that are not read, the highest range first. */
function unreadRanges({ upTo, also }: ReadUpTo): IDBKeyRange[] {
  const above = [...new Set(also)].filter((seq) => seq > upTo).sort((a, b) => a - b)
  const ranges = [upTo, ...above].map((from, i) => {
    const to = above[i]
    return to === undefined ? IDBKeyRange.lowerBound(from, true) : IDBKeyRange.bound(from, to, true, true)
  })
  return ranges.reverse()
}

const everything = () => [IDBKeyRange.lowerBound(-Infinity)]

export function countReceipts({ connections }: BookContext, read: ReadUpTo): Promise<ReceiptCounts> {
  return connections.run('strict', (db) =>
    readPlain(db, ['receipts'], async (stores) => {
      const index = (register: Register) => stores('receipts').index(register)
      const [refused, unknown, unread, last] = await Promise.all([
        countsOf(index('refused'), everything()),
        countsOf(index('unknown'), everything()),
        countsOf(index('seq'), unreadRanges(read)),
        placesBackward(index('seq'), null, 0, 1),
      ])
      return {
        refused: sum(refused),
        unknown: sum(unknown),
        unread: sum(unread),
        newest: Number(last[0]?.key ?? 0),
      }
    }),
  )
}

/**
 * Ids of a page of a register, newest first, and how many it has in all.
 * @param unread only what is not read, by this mark
 */
export function pageReceipts(
  { connections }: BookContext,
  register: Register,
  unread: ReadUpTo | undefined,
  offset: number,
  limit: number,
): Promise<{ ids: string[]; total: number }> {
  const ranges = unread ? unreadRanges(unread) : everything()
  return connections.run('strict', (db) =>
    readPlain(db, ['receipts'], async (stores) => {
      const index = stores('receipts').index(register)
      const counts = await countsOf(index, ranges)
      const found = await Promise.all(
        parts(counts, offset, limit).map(({ range, from, count }) =>
          placesBackward(index, ranges[range]!, from, count),
        ),
      )
      return { ids: found.flat().map(({ id }: Place) => id), total: sum(counts) }
    }),
  )
}

/** Which piece of each range a page consists of. */
function parts(counts: readonly number[], offset: number, limit: number) {
  let toPass = offset
  let wanted = limit
  return counts.flatMap((n, range) => {
    const from = Math.min(toPass, n)
    const count = Math.min(wanted, n - from)
    toPass -= from
    wanted -= count
    return count > 0 ? [{ range, from, count }] : []
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)
