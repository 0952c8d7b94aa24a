import type { Sql } from './sql'

/** How far the service's clock runs ahead of the machine's, in ms: a test or a trainer lets days pass at once. */
export async function clockOffset(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ value: number }>("SELECT value FROM settings WHERE name = 'clock-offset'")
  return row?.value ?? 0
}

/** Let time pass. It never goes back: what was decided stays decided. @returns the whole offset in ms */
export async function advanceClock(sql: Sql, ms: number): Promise<number> {
  const [row] = await sql.query<{ value: number }>(
    `INSERT INTO settings (name, value) VALUES ('clock-offset', to_jsonb($1::bigint))
      ON CONFLICT (name) DO UPDATE SET value = to_jsonb((settings.value)::bigint + $1::bigint) RETURNING value`,
    [ms],
  )
  return row!.value
}
