import type { Sql } from './sql'

export type StoredChallenge = { challenge: string; enterprise: string; publicKey: string; expiresAt: number }

/** Expired rows are kept this long, so that "expired" can be told from "never heard of". */
const REMEMBERED_MS = 86_400_000

export async function addChallenge(sql: Sql, now: number, one: StoredChallenge): Promise<void> {
  await sql.query('DELETE FROM challenges WHERE expires_at < $1', [now])
  await sql.query(
    'INSERT INTO challenges (challenge, enterprise, public_key, expires_at) VALUES ($1, $2, $3, $4)',
    [one.challenge, one.enterprise, one.publicKey, one.expiresAt],
  )
}

/** Use a challenge up, whatever comes of it: a second try needs a new one. */
export async function takeChallenge(sql: Sql, challenge: string): Promise<StoredChallenge | undefined> {
  const [row] = await sql.query<StoredChallenge>(
    `DELETE FROM challenges WHERE challenge = $1
      RETURNING challenge, enterprise, public_key AS "publicKey", expires_at AS "expiresAt"`,
    [challenge],
  )
  return row
}

/** A session as stored: digests only. */
export type NewSession = {
  tokenDigest: string
  refreshDigest: string
  enterprise: string
  expiresAt: number
  refreshableUntil: number
}

export async function addSession(sql: Sql, now: number, one: NewSession): Promise<void> {
  await sql.query('DELETE FROM sessions WHERE refreshable_until < $1 AND expires_at < $1', [
    now - REMEMBERED_MS,
  ])
  await sql.query(
    `INSERT INTO sessions (token_digest, refresh_digest, enterprise, expires_at, refreshable_until)
      VALUES ($1, $2, $3, $4, $5)`,
    [one.tokenDigest, one.refreshDigest, one.enterprise, one.expiresAt, one.refreshableUntil],
  )
}

/**
 * Use a refresh token up. The token it came with stays good until its own end: requests under way carry it.
 * @returns the enterprise; undefined when it is unknown, used or out of time
 */
export async function takeRefreshToken(sql: Sql, digest: string, now: number): Promise<string | undefined> {
  const [row] = await sql.query<{ enterprise: string }>(
    `UPDATE sessions SET refreshable_until = 0 WHERE refresh_digest = $1 AND refreshable_until > $2
      RETURNING enterprise`,
    [digest, now],
  )
  return row?.enterprise
}

/** End every session of an enterprise at once. */
export const endSessions = (sql: Sql, enterprise: string) =>
  sql.query('DELETE FROM sessions WHERE enterprise = $1', [enterprise])
