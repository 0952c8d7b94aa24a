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
  /** Another password for the same keys; the old one is asked for, and a wrong one counts as at unlocking. */
  'vault.changePassword': channel([bookId, z.string().max(200), z.string().min(8).max(200)], nothing),
  /** A new recovery key, shown this once and kept nowhere; an earlier one opens nothing any more. */
  'vault.makeRecoveryKey': channel([bookId, z.string().max(200)], z.string()),
  'vault.hasRecoveryKey': channel([bookId], z.boolean()),
  /** Open by the recovery key when password or key store are lost, and set a new password. */
  'vault.recover': channel([bookId, z.string().max(100), z.string().min(8).max(200)], BookEntry),
  /** What a window that another one opened starts with: book and keys of that session, once; null for any other window. */
  'vault.resume': channel([], z.object({ entry: BookEntry, keys: BookKeys }).nullable()),
  /** End the session: main forgets the keys, and its other windows are told `vault.locked`. */
  'vault.lock': channel([], nothing),
}
