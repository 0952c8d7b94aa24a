import { challengeStatement, type Challenge, type Session } from '#shared/protocol/api'
import { isSignatureOf } from '../../single-window/batch-signature'
import type { ActiveFaults } from '../faults/switch'
import { digestOf, type Host } from '../host'
import { ServiceError } from '../service-error'
import { enrolKey, hasKey } from '../store/accounts'
import { lockEnterprise, publicKeyOf } from '../store/enterprises'
import { addChallenge, addSession, takeChallenge, takeRefreshToken } from '../store/sessions'
import type { Database, Sql } from '../store/sql'
import { admitSigner } from './signer'

const CHALLENGE_MS = 120_000
const TOKEN_MS = 30 * 60_000
const REFRESHABLE_MS = 12 * 3_600_000
const SHORT_TOKEN_SECONDS = 5

const iso = (ms: number) => new Date(ms).toISOString()

type Asked = { enterprise: string; publicKey: string; enrolment?: string | undefined }

/**
 * Begin to sign in. From other machines only keys of accounts get a challenge; on the loopback interface the first key
 * an enterprise shows is its own.
 * @throws ServiceError for a key that may not act for the enterprise
 */
export async function challengeFor(
  db: Database,
  { enterprise, publicKey, enrolment }: Asked,
  isPublic: boolean,
  now: number,
  host: Host,
): Promise<Challenge> {
  if (isPublic) {
    const mayEnter =
      (await hasKey(db, enterprise, publicKey)) ||
      (enrolment !== undefined && (await enrol(db, enterprise, enrolment, publicKey)))
    if (!mayEnter) throw new ServiceError('account-unknown', { code: enterprise })
  } else {
    const known = await publicKeyOf(db, enterprise)
    if (known !== undefined && known !== publicKey) throw new ServiceError('signer-differs')
  }
  const challenge = host.secret()
  const expiresAt = now + CHALLENGE_MS
  await addChallenge(db, now, { challenge, enterprise, publicKey, expiresAt })
  return { challenge, expiresAt: iso(expiresAt) }
}

const enrol = (db: Database, enterprise: string, code: string, publicKey: string) =>
  db.transaction((sql) => enrolKey(sql, enterprise, digestOf(code.trim().toUpperCase()), publicKey))

/** Sign in with a signed challenge. @throws ServiceError */
export async function signIn(
  db: Database,
  { challenge, signature }: { challenge: string; signature: string },
  isPublic: boolean,
  now: number,
  host: Host,
  faults: ActiveFaults,
): Promise<Session> {
  const known = await takeChallenge(db, challenge)
  if (!known || known.expiresAt <= now) throw new ServiceError('challenge-unknown')
  const { enterprise, publicKey } = known
  const statement = new TextEncoder().encode(challengeStatement(enterprise, challenge))
  if (!isSignatureOf(statement, signature, publicKey)) throw new ServiceError('challenge-signature')
  return db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    await admitSigner(sql, enterprise, publicKey, isPublic)
    return newSession(sql, enterprise, now, host, faults)
  })
}

/** A new token for a refresh token, which is used up. @throws ServiceError */
export const refreshSession = (
  db: Database,
  refreshToken: string,
  now: number,
  host: Host,
  faults: ActiveFaults,
): Promise<Session> =>
  db.transaction(async (sql) => {
    const enterprise = await takeRefreshToken(sql, digestOf(refreshToken), now)
    if (enterprise === undefined) throw new ServiceError('token-unknown')
    return newSession(sql, enterprise, now, host, faults)
  })

async function newSession(
  sql: Sql,
  enterprise: string,
  now: number,
  host: Host,
  faults: ActiveFaults,
): Promise<Session> {
  const token = host.secret()
  const refreshToken = host.secret()
  const life = faults.has('short-token')
    ? (faults.get('short-token') ?? SHORT_TOKEN_SECONDS) * 1000
    : TOKEN_MS
  await addSession(sql, now, {
    tokenDigest: digestOf(token),
    refreshDigest: digestOf(refreshToken),
    enterprise,
    expiresAt: now + life,
    refreshableUntil: now + REFRESHABLE_MS,
  })
  return { token, expiresAt: iso(now + life), refreshToken }
}
