import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { digestOf } from '../host'
import { ServiceError } from '../service-error'
import type { KnownSession } from '../store/admission'

/**
 * Who may ask. `page`: anybody, it holds no data. `open`: whoever can reach the service from outside, before a
 * session; on the loopback interface there is no outside, and the token of the start is wanted. `enterprise`: a session
 * of that enterprise, or the operator for any. `operator`: whoever started the service.
 */
export type Access = 'page' | 'open' | 'enterprise' | 'operator'

/** How the service stands to the world. */
export type Door = {
  /** Of this start; its bearer is the operator. */
  token: string
  /** Other machines can reach it: enterprises need an account, and are held to a rate. */
  isPublic: boolean
}

export type Caller =
  { kind: 'operator' } | { kind: 'session'; enterprise: string } | { kind: 'stranger'; address: string }

/** Compares digests, so that the time taken tells nothing about the token. */
const isToken = (digest: string, token: string) =>
  timingSafeEqual(Buffer.from(digest), Buffer.from(digestOf(token)))

/** Digest of the bearer token of a request; sessions are stored under it, never under the token. */
export function bearerDigest(request: FastifyRequest): string | undefined {
  const given = /^Bearer (\S{1,2048})$/i.exec(request.headers.authorization ?? '')?.[1]
  return given === undefined ? undefined : digestOf(given)
}

/**
 * Who sends a request.
 * @param session what the database knows of this token
 * @throws ServiceError where a token was given that is no good, and where none was given that is needed
 */
export function callerOf(
  request: FastifyRequest,
  digest: string | undefined,
  session: KnownSession | undefined,
  now: number,
  { token, isPublic }: Door,
): Caller {
  const { access = 'enterprise' } = request.routeOptions.config
  if (digest !== undefined) {
    if (isToken(digest, token)) return { kind: 'operator' }
    if (!session) throw new ServiceError('token-unknown')
    if (session.expiresAt <= now) throw new ServiceError('token-expired')
    if (access === 'operator') throw new ServiceError('operator-only')
    return { kind: 'session', enterprise: session.enterprise }
  }
  if (access === 'open' && isPublic) return { kind: 'stranger', address: request.ip }
  throw new ServiceError('unauthorised')
}

/** Printable and without blanks: two headers of the same name arrive joined by a comma and a blank. */
const enterpriseCode = /^[\x21-\x7e]{1,64}$/

/** The enterprise a request names. @throws ServiceError when it names none, or another than that of its session */
export function enterpriseOf(request: FastifyRequest, caller: Caller): string {
  const code = request.headers['x-enterprise']
  if (typeof code !== 'string' || !enterpriseCode.test(code)) throw new ServiceError('enterprise-missing')
  if (caller.kind === 'session' && caller.enterprise !== code) {
    throw new ServiceError('session-differs', { owner: caller.enterprise, caller: code })
  }
  return code
}
