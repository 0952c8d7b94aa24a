import { z } from 'zod'
import { BookKind } from '../model/enterprise'
import { Grant, GrantAsk } from '../people/grant'
import { Roles } from '../people/roles'
import { bookId, bytes, channel, handle, nothing } from './channel'
import { DataCipher } from './data-cipher'

const present = z.string().max(200)
const next = z.string().min(8).max(200)
const officerName = z.string().trim().min(1).max(40)

/** Who may sign in: shown on the unlock page, so it says no more than the name. */
const OfficerName = z.object({ id: handle, name: z.string() })

/** What main knows of a book before it is unlocked. `database` is the random name of its IndexedDB database. */
export const BookEntry = z.object({
  id: bookId,
  kind: BookKind,
  label: z.string().min(1).max(100),
  database: z.string(),
  createdAt: z.string(),
  officers: z.array(OfficerName),
})
export type BookEntry = z.infer<typeof BookEntry>

/** One officer of a book. `active` false: has no password that opens it any more. */
export const Officer = z.object({
  ...OfficerName.shape,
  roles: Roles,
  active: z.boolean(),
  /** Signed in with the first password only; asked for an own one at the next unlock. */
  initial: z.boolean(),
})
export type Officer = z.infer<typeof Officer>

/** The officers of a book and after how many minutes without input it locks by itself; 0: never. */
export const People = z.object({ officers: z.array(Officer), autoLock: z.int() })
export type People = z.infer<typeof People>

/** A data key that was replaced, sealed under the one that replaced it (AES-256-GCM, base64; the tag ends `sealed`). */
export const FormerKey = z.object({ keyId: z.string(), iv: z.string(), sealed: z.string() })
export type FormerKey = z.infer<typeof FormerKey>

export const RenewalReason = z.enum(['officer', 'recovery'])

/**
 * How old the data key of a book is; `renewing`: data is being brought under a new one. `due`: why a new one is advised: an
 * officer was disabled, or the recovery key was used or replaced.
 */
const KeyState = z.object({
  since: z.string(),
  cipher: DataCipher,
  renewing: z.boolean(),
  recovery: z.boolean(),
  due: RenewalReason.nullable(),
})
export type KeyState = z.infer<typeof KeyState>

/** The new recovery key, shown this once; `without`: officers who have to be given a first password anew. */
const Renewed = z.object({ recoveryKey: z.string(), without: z.array(z.string()) })
export type Renewed = z.infer<typeof Renewed>

/**
 * Data keys of one book: 32 bytes for the cipher that `keyId` names, 32 bytes for the blind indexes (HMAC-SHA-256); and whose
 * password it was, because everything done from now on is journaled under that name and judged by those roles.
 */
const BookKeys = z.object({
  keyId: z.string(),
  dataKey: bytes,
  indexKey: bytes,
  /** The one before, while the book is being brought under the present one. */
  former: z.array(FormerKey),
  officer: z.string(),
  officerId: handle,
  roles: Roles,
})

export const vault = {
  'vault.books': channel([], z.array(BookEntry)),
  'vault.create': channel(
    [
      z.object({
        kind: BookKind,
        label: z.string().min(1).max(100),
        officer: z.string().min(1),
        password: z.string().min(8),
        /** Absent: AES-256-GCM. */
        cipher: DataCipher.optional(),
      }),
    ],
    BookEntry,
  ),
  /**
   * Unlock one book with an officer's password; refused with `wrong-password` after a growing delay of this officer, with
   * `initial-password` until an own one was set.
   */
  'vault.open': channel([bookId, z.string(), handle], BookKeys),
  /** Another password for the same keys; the old one is asked for, and a wrong one counts as at unlocking. */
  'vault.changePassword': channel([bookId, handle, present, next], nothing),
  /**
   * Leave for one act without a way back, for the password of who is signed in; a wrong one counts as at unlocking. The
   * book's worker does the act for this grant only.
   */
  'vault.confirm': channel([bookId, present, GrantAsk], Grant),
  /** A new recovery key, shown this once and kept nowhere; an earlier one opens nothing any more. */
  'vault.makeRecoveryKey': channel([bookId, present], z.string()),
  'vault.keys': channel([bookId], KeyState),
  /**
   * New data keys of this cipher from the next unlock on, for the password of who asks; other sessions of the book end.
   * Nobody's password changes. Refused with `keys-renewing` while the last time is not at its end.
   */
  'vault.renewKeys': channel([bookId, present, DataCipher], Renewed),
  /** Nothing lies under a key before that of this session any more; main forgets that one. */
  'vault.keysRenewed': channel([bookId], nothing),
  /** Open by the recovery key when password or key store are lost, and set a new password; says for whom. */
  'vault.recover': channel(
    [bookId, z.string().max(100), next],
    z.object({ entry: BookEntry, officer: handle }),
  ),
  /** What a window that another one opened starts with: book and keys of that session, once; null for any other window. */
  'vault.resume': channel([], z.object({ entry: BookEntry, keys: BookKeys }).nullable()),
  /** End the session: main forgets the keys, and its other windows are told `vault.locked`. */
  'vault.lock': channel([], nothing),
  /** The page has put its unsaved input away after `vault.locked`; its process ends. */
  'vault.left': channel([], nothing),

  'vault.officers': channel([bookId], People),
  /** One more officer, with a first password to be changed at the first unlock. The password is that of who asks. */
  'vault.addOfficer': channel(
    [bookId, present, z.object({ name: officerName, roles: Roles, password: next })],
    Officer,
  ),
  /** Take the keys from an officer; sessions of this officer end. */
  'vault.disableOfficer': channel([bookId, present, handle], nothing),
  /** A first password for an officer who forgot the own one, or comes back. */
  'vault.renewOfficer': channel([bookId, present, handle, next], nothing),
  'vault.setRoles': channel([bookId, present, handle, Roles], nothing),
  'vault.setAutoLock': channel([bookId, z.int().min(0).max(240)], nothing),
}
