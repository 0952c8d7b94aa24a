import type { Sql } from './sql'

/**
 * Make this transaction the only one that changes anything of an enterprise, on all processes of the service. Every
 * writing transaction begins with this and locks nothing else, so they cannot deadlock.
 */
export async function lockEnterprise(sql: Sql, code: string, now: number): Promise<void> {
  const lock = () => sql.query('SELECT 1 FROM enterprises WHERE code = $1 FOR UPDATE', [code])
  if ((await lock()).length > 0) return
  await sql.query('INSERT INTO enterprises (code, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    code,
    now,
  ])
  await lock()
}

/**
 * The signing key of an enterprise: the first one it shows is remembered (the practice window has no certificate
 * authority), a later one must be the same.
 */
export async function rememberPublicKey(sql: Sql, code: string, key: string): Promise<string> {
  const [row] = await sql.query<{ public_key: string }>(
    'UPDATE enterprises SET public_key = coalesce(public_key, $2) WHERE code = $1 RETURNING public_key',
    [code, key],
  )
  return row!.public_key
}

/** The key an enterprise is remembered by; undefined before it signed anything. */
export async function publicKeyOf(sql: Sql, code: string): Promise<string | undefined> {
  const [row] = await sql.query<{ public_key: string | null }>(
    'SELECT public_key FROM enterprises WHERE code = $1',
    [code],
  )
  return row?.public_key ?? undefined
}

/** Numbers of a sequence, for preNo and invtNo. */
export async function takeSerials(
  sql: Sql,
  sequence: 'pre_no_serial' | 'invt_no_serial',
  count: number,
): Promise<number[]> {
  if (count === 0) return []
  const rows = await sql.query<{ n: number }>(
    `SELECT nextval('${sequence}') AS n FROM generate_series(1, $1)`,
    [count],
  )
  return rows.map(({ n }) => n)
}
