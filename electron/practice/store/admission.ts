import type { Operation } from '../faults/switch'
import type { KnownSession } from '../http/caller'
import type { Sql } from './sql'

/** All that has to be known of a request before it is let in, in one question to the database. */
export type Admission = {
  /** How far the service's clock runs ahead of the machine's, in ms. */
  clockOffset: number
  session?: KnownSession
  /** Whether any switch is set for this operation; most of the time there is none, and nothing has to be written. */
  hasFaults: boolean
}

export async function admission(
  sql: Sql,
  tokenDigest: string | undefined,
  operation: Operation | undefined,
): Promise<Admission> {
  const [row] = await sql.query<{
    clockOffset: number | null
    enterprise: string | null
    expiresAt: number | null
    hasFaults: boolean
  }>(
    `SELECT c.value AS "clockOffset", s.enterprise, s.expires_at AS "expiresAt",
        EXISTS (SELECT 1 FROM faults WHERE remaining > 0 AND operation = $2) AS "hasFaults"
      FROM (SELECT 1) AS one
      LEFT JOIN settings c ON c.name = 'clock-offset' LEFT JOIN sessions s ON s.token_digest = $1`,
    [tokenDigest ?? '', operation ?? ''],
  )
  const { clockOffset, enterprise, expiresAt, hasFaults } = row!
  return {
    clockOffset: clockOffset ?? 0,
    hasFaults,
    ...(enterprise !== null && expiresAt !== null ? { session: { enterprise, expiresAt } } : {}),
  }
}
