import type { FastifyReply, FastifyRequest } from 'fastify'
import { delivered, sufferAfter, sufferBefore } from '../faults/suffer'
import type { Operation } from '../faults/switch'
import type { Host } from '../host'
import type { Database } from '../store/sql'
import { closedFor } from '../work/hours'
import { restoreLatest } from '../work/restore'
import type { Route } from './routes'
import { ServiceError } from '../service-error'

const batches: ReadonlySet<Operation> = new Set(['putBatch', 'uploadChunk'])

/** Answer one request of the protocol under the faults that were ordered for it. */
export async function deliver(
  answer: Route['answer'],
  request: FastifyRequest,
  reply: FastifyReply,
  db: Database,
  host: Host,
): Promise<unknown> {
  const { enterprise, clockOffset, faults, hours } = request.admitted
  await sufferBefore(faults, batches.has(request.routeOptions.config.operation!))
  const now = host.now() + clockOffset
  const waitSeconds = closedFor(hours, request.routeOptions.config.operation!, now)
  if (waitSeconds !== undefined) throw new ServiceError('service-closed', {}, { waitSeconds })
  if (faults.has('restore')) await restoreLatest(db, enterprise, now, host)
  const made = await answer({ request, reply, enterprise, now, hours, faults })
  sufferAfter(faults)
  if (made === undefined) return reply.send()
  if (Buffer.isBuffer(made)) return reply.send(delivered(made, faults))
  if (!faults.has('slow-body')) return made
  const body = Buffer.from(JSON.stringify(made))
  void reply.header('content-length', body.length).type('application/json; charset=utf-8')
  return reply.send(delivered(body, faults))
}
