import { z } from 'zod'
import { instant } from '../../model/field'
import { PublicKey, Signature, TextSchema } from './common'

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
 * GET /v1/reference/{table}?since=V, and the file that is carried by hand. `from` null: the whole table. `signature`
 * is over `deltaStatement`; a delta that does not begin at the version one has is not applied.
 */
export const ReferenceDelta = z
  .object({
    table: TableName,
    from: TableVersion.nullable(),
    to: TableVersion,
    put: z.array(ReferenceRow),
    drop: z.array(z.string().min(1)),
    signature: Signature,
  })
  .meta({ id: 'ReferenceDelta' })
export type ReferenceDelta = z.infer<typeof ReferenceDelta>

export const ReferenceQuery = z.object({ since: TableVersion.optional() })

/** What the signature of a delta covers: its content as JSON with sorted names, so that both sides write the same. */
export function deltaStatement({ table, from, to, put, drop }: Omit<ReferenceDelta, 'signature'>): string {
  return `yiguan reference\n${JSON.stringify(sorted({ table, from, to, put, drop }))}`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]))
}
