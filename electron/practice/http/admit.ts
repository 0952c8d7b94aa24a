import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ServiceHours } from '#shared/protocol/api'
import { parseFaultHeader, type ActiveFaults, type Operation } from '../faults/switch'
import { admission, type KnownSession } from '../store/admission'
import { takeFaults } from '../store/faults'
import type { Database } from '../store/sql'
import type { ServiceContext } from '../work/context'
import { bearerDigest, callerOf, enterpriseOf, type Access, type Caller, type Door } from './caller'
import { RateLimiter, type Rate } from './rate'
import { ServiceError } from '../service-error'

/** What is known of a request before its body is read. */
export type Admitted = {
  caller: Caller
  enterprise: string
  clockOffset: number
  hours: readonly ServiceHours[]
  faults: ActiveFaults
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    operation?: Operation
    /** Media types of the body. */
    takes?: readonly string[]
  }
  interface FastifyRequest {
    admitted: Admitted
  }
}

/** The rate an account was given, with room for a burst of four seconds. */
const rateOf = (session: KnownSession | undefined): Rate | undefined =>
  session?.requestsPerSecond === undefined
    ? undefined
    : { perSecond: session.requestsPerSecond, burst: 4 * session.requestsPerSecond }

/** An office that sends and asks as fast as it can stays below this. */
const accountRate = { perSecond: 50, burst: 200 }
/** Whoever has no session only signs in; more is guessing. */
const strangerRate = { perSecond: 1, burst: 30 }

const nobody: Admitted = {
  caller: { kind: 'stranger', address: '' },
  enterprise: '',
  clockOffset: 0,
  hours: [],
  faults: new Map(),
}

/** Where others work as well, faults are the operator's to order. */
function headerFaults(request: FastifyRequest, caller: Caller, { isPublic }: Door): ActiveFaults {
  const header = request.headers['x-practice-fault']
  if (header === undefined) return new Map()
  if (isPublic && caller.kind !== 'operator') throw new ServiceError('operator-only')
  const faults = parseFaultHeader(String(header))
  if (!faults) throw new ServiceError('bad-request', { detail: 'x-practice-fault' })
  return faults
}

/** Let requests in, or not, before anything of their body is read. */
export function admitRequests(
  server: FastifyInstance,
  db: Database,
  { host }: ServiceContext,
  door: Door,
): void {
  const accounts = new RateLimiter(accountRate)
  const strangers = new RateLimiter(strangerRate)

  function hold(limiter: RateLimiter, key: string, rate?: Rate): void {
    if (!door.isPublic) return
    const taken = limiter.take(key, host.now(), rate)
    if ('left' in taken) return
    const { waitSeconds } = taken
    const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': String(waitSeconds) }
    throw new ServiceError('rate-limited', {}, { waitSeconds, headers })
  }

  server.decorateRequest('admitted')
  server.addHook('onRequest', async (request, reply) => {
    const named = request.headers['x-request-id']
    void reply.header(
      'x-request-id',
      typeof named === 'string' && /^[\x21-\x7e]{1,64}$/.test(named) ? named : request.id,
    )
    request.admitted = nobody
    const { access, operation } = request.routeOptions.config
    if (access === 'page') return

    const digest = bearerDigest(request)
    const { clockOffset, session, hasFaults, hours } = await admission(db, digest, operation)
    let caller: Caller
    try {
      caller = callerOf(request, digest, session, host.now() + clockOffset, door)
    } catch (error) {
      hold(strangers, request.ip)
      throw error
    }
    if (caller.kind === 'session') hold(accounts, caller.enterprise, rateOf(session))
    if (caller.kind === 'stranger') hold(strangers, request.ip)
    if (operation === undefined) {
      request.admitted = { ...nobody, caller, clockOffset, hours }
      return
    }
    const enterprise = access === 'enterprise' ? enterpriseOf(request, caller) : ''
    const ordered = hasFaults ? await takeFaults(db, operation, namedEnterprise(request, enterprise)) : []
    request.admitted = {
      caller,
      enterprise,
      clockOffset,
      hours,
      faults: new Map([...ordered, ...headerFaults(request, caller, door)]),
    }
  })
}

/** Also an operation that is nobody's in particular can suffer for one enterprise, when the request names it. */
function namedEnterprise(request: FastifyRequest, enterprise: string): string | undefined {
  const header = request.headers['x-enterprise']
  return enterprise || (typeof header === 'string' ? header : undefined)
}
