import type { Sql } from './sql'

export async function readSetting<T>(sql: Sql, name: string): Promise<T | undefined> {
  const [row] = await sql.query<{ value: T }>('SELECT value FROM settings WHERE name = $1', [name])
  return row?.value
}

export async function writeSetting(sql: Sql, name: string, value: unknown): Promise<void> {
  await sql.query(
    `INSERT INTO settings (name, value) VALUES ($1, $2::jsonb)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [name, JSON.stringify(value)],
  )
}

/** A setting that is made once: whoever comes first makes it, everybody gets the same. */
export async function settingOnce<T>(sql: Sql, name: string, make: () => T): Promise<T> {
  const known = await readSetting<T>(sql, name)
  if (known !== undefined) return known
  await sql.query('INSERT INTO settings (name, value) VALUES ($1, $2::jsonb) ON CONFLICT DO NOTHING', [
    name,
    JSON.stringify(make()),
  ])
  return (await readSetting<T>(sql, name))!
}
