import type { Sql } from './sql'

/** An enterprise that may come in from another machine, with the keys it may sign with. */
export type Account = {
  enterprise: string
  publicKeys: string[]
  openEnrolments: number
  requestsPerSecond?: number
}

/** Add an account or more keys to one. A rate that is given replaces the one before. */
export async function putAccount(
  sql: Sql,
  now: number,
  account: { enterprise: string; publicKeys: readonly string[]; requestsPerSecond?: number },
): Promise<void> {
  await sql.query(
    `INSERT INTO accounts (enterprise, requests_per_second, created_at) VALUES ($1, $2, $3)
      ON CONFLICT (enterprise) DO UPDATE
        SET requests_per_second = coalesce(excluded.requests_per_second, accounts.requests_per_second)`,
    [account.enterprise, account.requestsPerSecond ?? null, now],
  )
  for (const key of account.publicKeys) {
    await sql.query(
      'INSERT INTO account_keys (enterprise, public_key) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [account.enterprise, key],
    )
  }
}

export async function addEnrolment(sql: Sql, enterprise: string, codeDigest: string): Promise<void> {
  await sql.query('INSERT INTO enrolments (code_digest, enterprise) VALUES ($1, $2)', [
    codeDigest,
    enterprise,
  ])
}

/** Use a one-time code up for a key. @returns whether it was one of this enterprise */
export async function enrolKey(
  sql: Sql,
  enterprise: string,
  codeDigest: string,
  publicKey: string,
): Promise<boolean> {
  const used = await sql.query(
    'DELETE FROM enrolments WHERE code_digest = $1 AND enterprise = $2 RETURNING enterprise',
    [codeDigest, enterprise],
  )
  if (used.length === 0) return false
  await sql.query(
    'INSERT INTO account_keys (enterprise, public_key) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [enterprise, publicKey],
  )
  return true
}

export async function hasKey(sql: Sql, enterprise: string, publicKey: string): Promise<boolean> {
  const rows = await sql.query('SELECT 1 FROM account_keys WHERE enterprise = $1 AND public_key = $2', [
    enterprise,
    publicKey,
  ])
  return rows.length > 0
}

export async function listAccounts(sql: Sql): Promise<Account[]> {
  const rows = await sql.query<Omit<Account, 'requestsPerSecond'> & { requestsPerSecond: number | null }>(
    `SELECT a.enterprise, a.requests_per_second AS "requestsPerSecond",
        (SELECT coalesce(jsonb_agg(k.public_key ORDER BY k.public_key), '[]') FROM account_keys k
          WHERE k.enterprise = a.enterprise) AS "publicKeys",
        (SELECT count(*)::int FROM enrolments e WHERE e.enterprise = a.enterprise) AS "openEnrolments"
      FROM accounts a ORDER BY a.enterprise`,
  )
  return rows.map(({ requestsPerSecond, ...account }) => ({
    ...account,
    ...(requestsPerSecond === null ? {} : { requestsPerSecond }),
  }))
}

/** Take an account away with its keys and open codes. @returns whether there was one */
export async function dropAccount(sql: Sql, enterprise: string): Promise<boolean> {
  await sql.query('DELETE FROM sessions WHERE enterprise = $1', [enterprise])
  const gone = await sql.query('DELETE FROM accounts WHERE enterprise = $1 RETURNING enterprise', [
    enterprise,
  ])
  return gone.length > 0
}

export async function hasAccounts(sql: Sql): Promise<boolean> {
  return (await sql.query('SELECT 1 FROM accounts LIMIT 1')).length > 0
}
