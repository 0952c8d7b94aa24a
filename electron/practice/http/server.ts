import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { attachmentTypes } from '#shared/protocol/api'
import { CHUNK_TYPE } from '#shared/protocol/api/batches'
import type { Identity } from '../tls/identity'
import { pageRoutes } from '../operator/page-routes'
import type { Database } from '../store/sql'
import type { ServiceContext } from '../work/context'
import { admitRequests } from './admit'
import { readBodies } from './bodies'
import type { Door } from './caller'
import { deliver } from './deliver'
import { attachmentRoutes } from './attachment-routes'
import { deskRoutes } from './desk-routes'
import { exchangeRoutes } from './exchange-routes'
import { filingRoutes } from './filing-routes'
import { operatorRoutes } from './operator-routes'
import { practiceRoutes } from './practice-routes'
import { referenceRoutes } from './reference-routes'
import { forexRoutes } from './forex-routes'
import { answerBrokenRequest, answerError, refuseInWords } from './refusals'
import type { Routes } from './routes'
import { sessionRoutes } from './session-routes'
import { taxRoutes } from './tax-routes'
import { uploadRoutes } from './upload-routes'

/** Header lines and address together; what is longer is refused before it is a request. */
const MOST_HEADER_BYTES = 32_768
/** JSON bodies; routes that take files say their own. */
const MOST_BODY_BYTES = 1_048_576
const LONGEST_PARAMETER = 512
/** A body is read after its sender is known; when a thousand clients come at once, that question waits its turn. */
const LONGEST_REQUEST_MS = 300_000

/** Which groups of routes there are; one more group is one more line. */
const groups: readonly ((routes: Routes) => void)[] = [
  exchangeRoutes,
  uploadRoutes,
  sessionRoutes,
  referenceRoutes,
  filingRoutes,
  attachmentRoutes,
  deskRoutes,
  taxRoutes,
  forexRoutes,
  practiceRoutes,
  operatorRoutes,
]

/** The HTTP face of the service. It keeps no data between requests; any number of them can share one database. */
export function createServer(
  db: Database,
  context: ServiceContext,
  door: Door,
  logger: FastifyBaseLogger,
  identity?: Identity,
): FastifyInstance {
  const frameworkErrors = (error: Error, request: FastifyRequest, reply: FastifyReply) =>
    answerError(error, request, reply)
  const server = fastify({
    loggerInstance: logger,
    // Addresses hold business keys: only the route is logged, by the hook below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BODY_BYTES,
    forceCloseConnections: true,
    requestTimeout: LONGEST_REQUEST_MS,
    requestIdHeader: false,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors,
    clientErrorHandler: answerBrokenRequest,
    http: { maxHeaderSize: MOST_HEADER_BYTES },
    ...(identity ? { https: { ...identity, maxHeaderSize: MOST_HEADER_BYTES } } : {}),
  }) as unknown as FastifyInstance
  refuseInWords(server)
  readBodies(server, new Set(['application/zip', CHUNK_TYPE, ...attachmentTypes]))
  admitRequests(server, db, context, door)
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
    operation({ id, method, url, access = 'enterprise', takes, bodyLimit, answer }) {
      server.route({
        method,
        url,
        ...(bodyLimit === undefined ? {} : { bodyLimit }),
        config: { access, operation: id, ...(takes === undefined ? {} : { takes }) },
        handler: (request, reply) => deliver(answer, request, reply, db, context.host),
      })
    },
    steer(method, url, answer) {
      const takes = method === 'POST' || method === 'PUT' ? { takes: ['application/json'] } : {}
      server.route({
        method,
        url,
        config: { access: 'operator', ...takes },
        handler: (request) => answer({ request, now: context.host.now() + request.admitted.clockOffset }),
      })
    },
  }
  for (const add of groups) add(routes)
  pageRoutes(server)
  return server
}
