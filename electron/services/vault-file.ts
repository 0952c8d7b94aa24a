import { z } from 'zod'
import { FormerKey, RenewalReason } from '#shared/ipc/vault'
import { BookKind } from '#shared/model/enterprise'
import { KeyBox } from './key-box'
import { Grant } from './officer-grants'
import { PasswordWrap } from './password-wrap'

/** Names of the enterprise and of its first officer are nobody else's business: sealed by the machine, not by a password. */
export const Label = z.object({ label: z.string(), officer: z.string() })

/** Wrong attempts in a row and when the next one is heard; survives a restart. */
const attempts = { failures: z.int(), notBefore: z.number() }

export const StoredOfficer = z.object({
  id: z.string(),
  /** Sealed by the machine; absent: the name beside the label. */
  name: z.string().optional(),
  /**
   * The officer's private key wrapped by the password, then by the machine; where `keys` is absent, the data keys
   * themselves, as version 2 had them. Absent: this officer opens nothing any more.
   */
  wrap: z.string().optional(),
  /** The data keys for that private key. */
  keys: KeyBox.optional(),
  /** The password is a first one that somebody else knows. */
  initial: z.boolean().optional(),
  /** Name and roles under the data keys; absent in a file of version 1 until its officer unlocks. */
  grant: Grant.optional(),
  ...attempts,
})
export type StoredOfficer = z.infer<typeof StoredOfficer>

const common = {
  id: z.string(),
  kind: BookKind,
  database: z.string(),
  createdAt: z.string(),
  keyId: z.string(),
  label: z.string(),
  /** Keys and names under the recovery key alone: neither password nor this machine is needed to open it. */
  recovery: PasswordWrap.optional(),
  /** Attempts with the recovery key. */
  ...attempts,
}
export const StoredBook = z.object({
  ...common,
  officers: z.array(StoredOfficer),
  /** Minutes without input after which it locks; absent: by the number of its officers. */
  autoLock: z.int().optional(),
  /** The data key before the present one, until nothing in the database is under it alone. */
  former: z.array(FormerKey).optional(),
  /** Since when the data key is the present one; absent: since the book was made. */
  keysSince: z.string().optional(),
  /** Why new keys are advised: somebody who had them went, or the recovery key was taken out or replaced. */
  renewalDue: RenewalReason.optional(),
})
export type StoredBook = z.infer<typeof StoredBook>

const Vault = z.object({ version: z.literal(3), books: z.array(StoredBook) })
export type Vault = z.infer<typeof Vault>

/** One officer a book, whose attempts were those of the book. */
const Vault1 = z.object({
  version: z.literal(1),
  books: z.array(z.object({ ...common, officers: z.array(z.object({ id: z.string(), wrap: z.string() })) })),
})

export const emptyVault: Vault = { version: 3, books: [] }

/**
 * What stands in the key file, brought up to this version; nothing is sealed anew and no key store is needed for it.
 * Undefined for a newer version.
 */
export function readVault(stored: unknown): Vault | undefined {
  const { version } = stored as { version?: unknown }
  // Version 2 lacks the key pairs of officers; each gets one at the next unlock, when the password is at hand.
  if (version === 2 || version === 3) return Vault.parse({ ...(stored as object), version: 3 })
  if (version !== 1) return undefined
  const { books } = Vault1.parse(stored)
  return {
    version: 3,
    books: books.map((book) => {
      const { failures, notBefore } = book
      return { ...book, officers: book.officers.map((one) => ({ ...one, failures, notBefore })) }
    }),
  }
}
