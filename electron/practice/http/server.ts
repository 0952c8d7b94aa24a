import { timingSafeEqual } from 'node:crypto'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { PackageError } from '#shared/protocol/package-error'
import { CutConnection, sufferAfter, sufferBefore } from '../faults/suffer'
import { parseFaultHeader, type ActiveFaults } from '../faults/switch'
import { digestOf } from '../host'
import { clockOffset } from '../store/clock'
import { takeFaults } from '../store/faults'
import type { Database } from '../store/sql'
import { limits } from '../work/capabilities'
import type { ServiceContext } from '../work/context'
import { exchangeRoutes } from './exchange-routes'
import { practiceRoutes } from './practice-routes'
import type { Routes } from './routes'
import { errorBody, ServiceError } from './service-error'

/** Compares digests, so that the time taken tells nothing about the token. */
const isToken = (given: string, token: string) =>
  timingSafeEqual(Buffer.from(digestOf(given)), Buffer.from(digestOf(token)))

function authorise(request: FastifyRequest, token: string): void {
  const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (given === undefined || !isToken(given, token)) throw new ServiceError('unauthorised')
}

function enterpriseOf(request: FastifyRequest): string {
  const value = request.headers['x-enterprise']
  if (typeof value !== 'string' || value.trim() === '') throw new ServiceError('enterprise-missing')
  return value.trim()
}

function headerFaults(request: FastifyRequest): ActiveFaults {
  const header = request.headers['x-practice-fault']
  if (header === undefined) return new Map()
  const faults = parseFaultHeader(String(header))
  if (!faults) throw new ServiceError('bad-request', { detail: 'x-practice-fault' })
  return faults
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof CutConnection) {
    reply.hijack()
    request.raw.socket.destroy()
    return
  }
  const known = asServiceError(error)
  if (known) {
    if (known.retryAfterSeconds !== undefined)
      void reply.header('retry-after', String(known.retryAfterSeconds))
    void reply.code(known.status).send(known.body())
    return
  }
  if (error instanceof PackageError) {
    void reply.code(422).send(errorBody(error.code, error.text, error.fix))
    return
  }
  request.log.error({ err: error }, 'request failed')
  void reply.code(500).send(new ServiceError('internal').body())
}

/** Refusals of ours as they are, those of the HTTP library in our words. */
function asServiceError(error: unknown): ServiceError | undefined {
  if (error instanceof ServiceError) return error
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 413) return new ServiceError('batch-too-large', { detail: `${limits.maxBatchBytes} B` })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new ServiceError('bad-request', { detail: code ?? String(statusCode) })
  }
  return undefined
}

/** The HTTP face of the service. It keeps nothing between requests; any number of them can share one database. */
export function createServer(
  db: Database,
  context: ServiceContext,
  token: string,
  logger: FastifyBaseLogger,
): FastifyInstance {
  const server = fastify({
    loggerInstance: logger,
    // Addresses hold business keys: only the route is logged, by the hook below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.maxBatchBytes,
    forceCloseConnections: true,
    requestTimeout: 120_000,
  })
  server.addContentTypeParser('application/zip', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  server.setErrorHandler(answerError)
  server.setNotFoundHandler((_request, reply) => {
    void reply.code(404).send(new ServiceError('not-found').body())
  })
  server.addHook('onRequest', async (request) => authorise(request, token))
  server.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, id } = request
    request.log.info({
      id,
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })

  const routes: Routes = {
    db,
    context,
    now: async () => context.host.now() + (await clockOffset(db)),
    enterpriseOf,
    async suffering(operation, request, work) {
      const enterprise = request.headers['x-enterprise']
      const ordered = await takeFaults(db, operation, typeof enterprise === 'string' ? enterprise : undefined)
      const faults: ActiveFaults = new Map([...ordered, ...headerFaults(request)])
      await sufferBefore(faults)
      const answer = await work(faults)
      sufferAfter(faults)
      return answer
    },
  }
  exchangeRoutes(server, routes)
  practiceRoutes(server, routes)
  return server
}
