import { z } from 'zod'
import { SigningSetup } from '../ceb/signature/setup'
import { BookKind } from '../model/enterprise'
import { Roles } from '../people/roles'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const Counters = z.record(z.string(), z.int().nonnegative())

/** The form of the file; one that is higher was written by a newer version. */
export const BACKUP_FORMAT = 1

/** Rows of one store, and SHA-256 of each of its parts before they were sealed. */
export const StoreSummary = z.object({
  store: z.string().min(1),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  parts: z.array(digest),
})
export type StoreSummary = z.infer<typeof StoreSummary>

/** What the database showed while it was copied. `journal` is the end of the chained journal. */
export const BookFacts = z.object({
  /** Version of the schema the rows were written under. */
  schema: z.int().positive(),
  /** Counters that only ever rise. */
  counters: Counters,
  journal: z.object({ seq: z.int().nonnegative(), hash: z.string() }),
})
export type BookFacts = z.infer<typeof BookFacts>

/** The last thing in a backup: what is in it. A file without it was cut off. */
export const BackupManifest = z.looseObject({
  createdAt: z.string(),
  software: z.string(),
  ...BookFacts.shape,
  stores: z.array(StoreSummary),
  /** Lines of the send journal. */
  sends: z.int().nonnegative(),
})
export type BackupManifest = z.infer<typeof BackupManifest>

/**
 * What an installation has of a book besides its rows: the key its batches are signed with, and the certificate of its
 * messages with its key, which stays under its own password. Only a file that moves a desk carries them.
 */
export const Belongings = z.object({
  signing: z.object({ privateKey: z.string(), publicKey: z.string() }).optional(),
  certificate: z
    .object({ setup: SigningSetup, key: z.object({ certificate: z.string(), wrap: z.string() }).optional() })
    .optional(),
})
export type Belongings = z.infer<typeof Belongings>

/** The first thing in a backup: whose book it is, and its keys. Sealed like everything behind the header. */
export const BackupAbout = z.looseObject({
  book: z.string(),
  kind: BookKind,
  label: z.string(),
  officer: z.string(),
  /** Who may or might work in the book; without passwords. Absent in a file of an older version. */
  officers: z.array(z.object({ name: z.string(), roles: Roles, active: z.boolean() })).optional(),
  keyId: z.string(),
  dataKey: z.string(),
  indexKey: z.string(),
  /** Counters that main keeps outside the database. */
  sentinel: Counters,
  /** Present in a file that moves a desk to another computer, and in no other. */
  belongings: Belongings.optional(),
})
export type BackupAbout = z.infer<typeof BackupAbout>

export const rowsOf = (stores: readonly Pick<StoreSummary, 'rows'>[]): number =>
  stores.reduce((sum, { rows }) => sum + rows, 0)

/** Where a restored book is not what the backup says; `part` counts from 1 within its store. */
export type Difference = { store: string; expected: number; found: number } | { store: string; part: number }

/** What a copy holds against what it should hold: rows of each store first, then each part. */
export function differences(expected: readonly StoreSummary[], found: readonly StoreSummary[]): Difference[] {
  const present = new Map(found.map((each) => [each.store, each]))
  const names = new Set([...expected, ...found].map(({ store }) => store))
  const wanted = new Map(expected.map((each) => [each.store, each]))
  return [...names].sort().flatMap((store): Difference[] => {
    const [should, is] = [wanted.get(store), present.get(store)]
    if ((should?.rows ?? 0) !== (is?.rows ?? 0)) {
      return [{ store, expected: should?.rows ?? 0, found: is?.rows ?? 0 }]
    }
    const count = Math.max(should?.parts.length ?? 0, is?.parts.length ?? 0)
    const part = Array.from({ length: count }, (_, i) => i).find((i) => should?.parts[i] !== is?.parts[i])
    return part === undefined ? [] : [{ store, part: part + 1 }]
  })
}
