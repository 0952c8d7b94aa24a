import { z } from 'zod'
import { instant } from '../../model/field'
import { PublicKey, Sha256, Signature, TextSchema } from './common'

/** Name of a table, as in `shared/codes` where we have it. */
export const TableName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
/** Version of a table: opaque, only compared for equality. */
export const TableVersion = z.string().min(1).max(64)

/** GET /v1/reference: the tables of the service and the key its deltas are signed with. */
export const ReferenceCatalogue = z
  .looseObject({
    signingKey: PublicKey,
    tables: z.array(
      z.looseObject({ table: TableName, version: TableVersion, updatedAt: instant, name: TextSchema }),
    ),
  })
  .meta({ id: 'ReferenceCatalogue' })
export type ReferenceCatalogue = z.infer<typeof ReferenceCatalogue>

/** A row by its key; its fields are the table's own business and kept as they come. */
export const ReferenceRow = z
  .object({ key: z.string().min(1), row: z.record(z.string(), z.unknown()) })
  .meta({ id: 'ReferenceRow' })
export type ReferenceRow = z.infer<typeof ReferenceRow>

/**
 * GET /v1/reference/{table}?since=V, and the file that is carried by hand. `from` null: the whole table. `base` and
 * `digest` are of the table as it is at `from` and becomes at `to` (SHA-256 of `tableStatement`), so that each update
 * hangs on the one before; `signature` is over `deltaStatement`. One that does not begin at what one has is not applied.
 */
export const ReferenceDelta = z
  .object({
    table: TableName,
    from: TableVersion.nullable(),
    to: TableVersion,
    base: Sha256.nullable(),
    digest: Sha256,
    put: z.array(ReferenceRow),
    drop: z.array(z.string().min(1)),
    signature: Signature,
  })
  .meta({ id: 'ReferenceDelta' })
export type ReferenceDelta = z.infer<typeof ReferenceDelta>

export const ReferenceQuery = z.object({ since: TableVersion.optional() })

/** What the signature of a delta covers: its content as JSON with sorted names, so that both sides write the same. */
export function deltaStatement(delta: Omit<ReferenceDelta, 'signature'>): string {
  const { table, from, to, base, digest, put, drop } = delta
  return `yiguan reference\n${canonical({ table, from, to, base, digest, put, drop })}`
}

/** What the digest of a table covers: each row on a line of its own, in the order of the keys. */
export const tableStatement = (rows: Iterable<ReferenceRow>): string =>
  Array.from(rows, ({ key, row }) => [key, row] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(canonical)
    .join('\n')

/** JSON with sorted names: two values that say the same are written the same. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]))
}
