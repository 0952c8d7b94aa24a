import path from 'node:path'
import { z } from 'zod'
import type { Handle } from '../shell/ipc'
import { readJson, writeAtomic } from '../atomic-file'
import { createSerial } from './serial'

const Stored = z.record(z.string(), z.int().nonnegative())
type Counters = z.infer<typeof Stored>

/** Name of the counter that says 已迁出; it rises once and never falls. */
const MOVED = 'moved'

/** Each counter at the higher of both values: a counter never goes back. */
export function raise(stored: Counters, wanted: Counters): Counters {
  const raised = { ...stored }
  for (const [name, value] of Object.entries(wanted)) raised[name] = Math.max(raised[name] ?? 0, value)
  return raised
}

/** Counters for the computer a desk moves to: everything that was counted, but that it moved out. */
export const withoutMoved = ({ [MOVED]: _moved, ...counters }: Counters): Counters => counters

/**
 * Counters of each book in main's own file. Chromium may reset a damaged IndexedDB without a word; a database that
 * knows less than its sentinel is then found out before it sends anything.
 */
export function createSentinel(directory: string) {
  const serial = createSerial()
  const fileOf = (bookId: string) => path.join(directory, `${bookId}.json`)
  const read = async (bookId: string) => Stored.parse((await readJson(fileOf(bookId))) ?? {})
  return {
    read: (bookId: string) => serial(() => read(bookId)),
    /** Whether this installation moved out with that book. */
    hasMoved: async (bookId: string) => ((await serial(() => read(bookId)))[MOVED] ?? 0) > 0,
    advance: (bookId: string, wanted: Counters) =>
      serial(async () => {
        const stored = await read(bookId)
        const raised = raise(stored, wanted)
        if (Object.keys(raised).some((name) => raised[name] !== stored[name])) {
          await writeAtomic(fileOf(bookId), JSON.stringify(raised))
        }
      }),
  }
}

export type Sentinel = ReturnType<typeof createSentinel>

export function registerSentinel(handle: Handle, directory: string): Sentinel {
  const sentinel = createSentinel(directory)
  handle('sentinel.read', (_context, bookId) => sentinel.read(bookId))
  handle('sentinel.advance', (_context, bookId, counters) => sentinel.advance(bookId, counters))
  return sentinel
}
