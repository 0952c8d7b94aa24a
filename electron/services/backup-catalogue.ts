import { stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { readJson, writeAtomic } from '../atomic-file'
import { type FormerKey, openFormer } from './former-key'
import { PasswordWrap } from './password-wrap'
import { openKey, Sealed, sealKey } from './sealed-key'
import { createSerial } from './serial'

/** What the backup key is kept for under the data key. */
export const KEPT = 'yiguan backup key'

const Entry = z.object({
  id: z.string(),
  file: z.string(),
  at: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  counters: z.record(z.string(), z.int()),
  rows: z.int(),
  checkedAt: z.string(),
  drilledAt: z.string().optional(),
  drill: z.enum(['ok', 'failed']).optional(),
  moves: z.boolean().optional(),
})
export type CatalogueEntry = z.infer<typeof Entry>

const Stored = z.object({
  version: z.literal(1),
  /** Where the officer wants backups; null: inside the profile. */
  folder: z.string().nullable(),
  /** The backup key under the passphrase, as it goes into each file. */
  wrap: PasswordWrap.optional(),
  /** The same key under the data key of the book, so that an unlocked book is backed up without asking. */
  kept: Sealed.optional(),
  backups: z.array(Entry),
  failure: z.object({ at: z.string(), text: z.object({ zh: z.string(), en: z.string() }) }).optional(),
})
export type Catalogue = z.infer<typeof Stored>

/** What main remembers of the backups of each book: one small file a book. The backups can be restored without it. */
export function createCatalogue(directory: string) {
  const serial = createSerial()
  const fileOf = (bookId: string) => path.join(directory, `${bookId}.json`)
  const read = async (bookId: string): Promise<Catalogue> =>
    Stored.parse((await readJson(fileOf(bookId))) ?? { version: 1, folder: null, backups: [] })
  return {
    read: (bookId: string) => serial(() => read(bookId)),
    change: (bookId: string, change: (before: Catalogue) => Catalogue) =>
      serial(async () => {
        const after = change(await read(bookId))
        await writeAtomic(fileOf(bookId), JSON.stringify(after, null, 1))
        return after
      }),
    /**
     * Keep the backup key under the present data key, where the one before it still holds it. Done at each opening until
     * the one before is forgotten, so that a renewal never leaves a book that cannot be backed up.
     */
    renew: (bookId: string, dataKey: Uint8Array, former: readonly FormerKey[]) =>
      serial(async () => {
        const before = await read(bookId)
        const { kept } = before
        if (!kept || former.length === 0 || openKey(dataKey, kept, KEPT)) return
        for (const one of former) {
          const older = openFormer(dataKey, one)
          const backupKey = older && openKey(older, kept, KEPT)
          older?.fill(0)
          if (!backupKey) continue
          const after = { ...before, kept: sealKey(dataKey, backupKey, KEPT) }
          backupKey.fill(0)
          return writeAtomic(fileOf(bookId), JSON.stringify(after, null, 1))
        }
      }),
    /** Where the backups of a book go by default. */
    defaultFolder: (bookId: string) => path.join(directory, bookId),
  }
}

export type BackupCatalogue = ReturnType<typeof createCatalogue>

/** Whether the file of a backup is where it was written, by its size; its content is another question. */
export async function isPresent({ file, bytes }: CatalogueEntry): Promise<boolean> {
  try {
    return (await stat(file)).size === bytes
  } catch {
    return false
  }
}
