import { z } from 'zod'
import { bookId, channel, nothing } from './channel'

/** Monotonic counters outside IndexedDB: a database that shows *less* than these was reset or is older, and must not send. */
const Counters = z.record(z.string(), z.int().nonnegative())

export const sentinel = {
  'sentinel.read': channel([bookId], Counters),
  /** Raise counters (atomic, fsynced). A value below the stored one is ignored, never lowers it. */
  'sentinel.advance': channel([bookId, Counters], nothing),
}
