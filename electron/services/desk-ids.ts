import path from 'node:path'
import { z } from 'zod'
import { readJson, writeAtomic } from '../atomic-file'
import { createSerial } from './serial'

const Stored = z.record(z.string(), z.string())

/**
 * Under which desk id each book spoke to its service. It goes with every batch, so that the service can refuse what a
 * restored copy of an installation that moved out would send.
 */
export function createDeskIds(directory: string) {
  const file = path.join(directory, 'desks.json')
  const serial = createSerial()
  const read = async () => Stored.parse((await readJson(file)) ?? {})
  return {
    of: async (bookId: string): Promise<string | undefined> => (await serial(read))[bookId],
    remember: (bookId: string, desk: string) =>
      serial(async () => {
        const known = await read()
        if (known[bookId] !== desk) await writeAtomic(file, JSON.stringify({ ...known, [bookId]: desk }))
      }),
  }
}

export type DeskIds = ReturnType<typeof createDeskIds>
