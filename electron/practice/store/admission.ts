import type { ServiceHours } from '#shared/protocol/api'
import type { Operation } from '../faults/switch'
import type { Sql } from './sql'

/** A session as the database has it. */
export type KnownSession = { enterprise: string; expiresAt: number; requestsPerSecond?: number }

/** All that has to be known of a request before it is let in, in one question to the database. */
export type Admission = {
  /** How far the service's clock runs ahead of the machine's, in ms. */
  clockOffset: number
  session?: KnownSession
  /** Whether any switch is set for this operation; most of the time there is none, and nothing has to be written. */
  hasFaults: boolean
  /** Opening hours as the operator set them; none are set at first. */
  hours: ServiceHours[]
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
    requestsPerSecond: number | null
    hasFaults: boolean
    hours: ServiceHours[] | null
  }>(
    `SELECT c.value AS "clockOffset", h.value AS hours, s.enterprise, s.expires_at AS "expiresAt",
        a.requests_per_second AS "requestsPerSecond",
        EXISTS (SELECT 1 FROM faults WHERE remaining > 0 AND operation = $2) AS "hasFaults"
      FROM (SELECT 1) AS one
      LEFT JOIN settings c ON c.name = 'clock-offset' LEFT JOIN settings h ON h.name = 'hours' LEFT JOIN sessions s ON s.token_digest = $1
      LEFT JOIN accounts a ON a.enterprise = s.enterprise`,
    [tokenDigest ?? '', operation ?? ''],
  )
  const { clockOffset, enterprise, expiresAt, requestsPerSecond, hasFaults, hours } = row!
  const admitted = { clockOffset: clockOffset ?? 0, hasFaults, hours: hours ?? [] }
  if (enterprise === null || expiresAt === null) return admitted
  const rate = requestsPerSecond === null ? {} : { requestsPerSecond }
  return { ...admitted, session: { enterprise, expiresAt, ...rate } }
}
