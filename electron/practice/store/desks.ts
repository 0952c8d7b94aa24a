import type { Sql } from './sql'

export type StoredDesk = { id: string; code: string; name: string; moved: boolean; seenAt: number }

export async function findDesks(sql: Sql, enterprise: string): Promise<StoredDesk[]> {
  return sql.query<StoredDesk>(
    `SELECT id, code, name, moved_at IS NOT NULL AS moved, seen_at AS "seenAt" FROM desks
      WHERE enterprise = $1 ORDER BY code`,
    [enterprise],
  )
}

export async function saveDesk(
  sql: Sql,
  enterprise: string,
  { id, code, name, seenAt }: Omit<StoredDesk, 'moved'>,
): Promise<void> {
  await sql.query(
    `INSERT INTO desks (enterprise, id, code, name, seen_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (enterprise, id) DO UPDATE SET code = $3, name = $4, seen_at = $5`,
    [enterprise, id, code, name, seenAt],
  )
}

/** Codes a desk gave up for another one: numbers were given out under them. */
export async function retireCode(sql: Sql, enterprise: string, code: string): Promise<void> {
  await sql.query('INSERT INTO desk_codes (enterprise, code) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    enterprise,
    code,
  ])
}

export async function retiredCodes(sql: Sql, enterprise: string): Promise<string[]> {
  const rows = await sql.query<{ code: string }>('SELECT code FROM desk_codes WHERE enterprise = $1', [
    enterprise,
  ])
  return rows.map(({ code }) => code)
}

/** A desk that was never heard of is remembered as moved too: its mark may arrive before its first contact. */
export async function markMoved(sql: Sql, enterprise: string, id: string, now: number): Promise<void> {
  await sql.query(
    `INSERT INTO desks (enterprise, id, code, name, seen_at, moved_at) VALUES ($1, $2, '', '', $3, $3)
      ON CONFLICT (enterprise, id) DO UPDATE SET moved_at = coalesce(desks.moved_at, $3)`,
    [enterprise, id, now],
  )
}
