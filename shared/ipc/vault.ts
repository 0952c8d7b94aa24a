import { z } from 'zod'
import { BookKind } from '../model/enterprise'
import { bookId, bytes, channel, nothing } from './channel'

/** What main knows of a book before it is unlocked. `database` is the random name of its IndexedDB database. */
export const BookEntry = z.object({
  id: bookId,
  kind: BookKind,
  label: z.string().min(1).max(100),
  database: z.string(),
  createdAt: z.string(),
})
export type BookEntry = z.infer<typeof BookEntry>

/**
 * Data keys of one book: 32 bytes for AES-256-GCM, 32 bytes for the blind indexes (HMAC-SHA-256); and whose password
 * it was, because everything done from now on is journaled under that name.
 */
const BookKeys = z.object({ keyId: z.string(), dataKey: bytes, indexKey: bytes, officer: z.string() })

export const vault = {
  'vault.books': channel([], z.array(BookEntry)),
  'vault.create': channel(
    [
      z.object({
        kind: BookKind,
        label: z.string().min(1).max(100),
        officer: z.string().min(1),
        password: z.string().min(8),
      }),
    ],
    BookEntry,
  ),
  /** Unlock one book with the officer's password; refused with `wrong-password` after a growing delay. */
  'vault.open': channel([bookId, z.string()], BookKeys),
  /** What a window that another one opened starts with: book and keys of that session, once; null for any other window. */
  'vault.resume': channel([], z.object({ entry: BookEntry, keys: BookKeys }).nullable()),
  /** End the session: main forgets the keys, and its other windows are told `vault.locked`. */
  'vault.lock': channel([], nothing),
}
