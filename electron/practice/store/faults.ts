import type { FaultKind, FaultSwitch, Operation } from '../faults/switch'
import type { Database } from './sql'

/** Faults live in the database: whichever process answers the next request has to know them. */
export async function addFaults(db: Database, switches: readonly FaultSwitch[]): Promise<void> {
  for (const { kind, operation, enterprise = null, value = null, times } of switches) {
    await db.query(
      'INSERT INTO faults (enterprise, operation, kind, value, remaining) VALUES ($1, $2, $3, $4, $5)',
      [enterprise, operation, kind, value, times],
    )
  }
}

export async function listFaults(db: Database): Promise<FaultSwitch[]> {
  const rows = await db.query<FaultSwitch & { enterprise: string | null; value: number | null }>(
    'SELECT kind, operation, enterprise, value, remaining AS times FROM faults WHERE remaining > 0 ORDER BY id',
  )
  return rows.map(({ enterprise, value, ...fault }) => ({
    ...fault,
    ...(enterprise === null ? {} : { enterprise }),
    ...(value === null ? {} : { value }),
  }))
}

export const clearFaults = (db: Database) => db.query('DELETE FROM faults')

/** Use up one turn of every switch that is meant for this request. */
export async function takeFaults(
  db: Database,
  operation: Operation,
  enterprise: string | undefined,
): Promise<Map<FaultKind, number | undefined>> {
  const rows = await db.query<{ kind: FaultKind; value: number | null }>(
    `UPDATE faults SET remaining = remaining - 1
      WHERE remaining > 0 AND operation = $1 AND (enterprise IS NULL OR enterprise = $2) RETURNING kind, value`,
    [operation, enterprise ?? null],
  )
  return new Map(rows.map(({ kind, value }) => [kind, value ?? undefined]))
}
