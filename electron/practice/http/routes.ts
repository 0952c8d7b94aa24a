import type { FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { z } from 'zod'
import type { ServiceHours } from '#shared/protocol/api'
import type { ActiveFaults, Operation } from '../faults/switch'
import type { Database } from '../store/sql'
import type { ServiceContext } from '../work/context'
import { limits } from '../work/capabilities'
import type { Access } from './caller'
import { ServiceError } from '../service-error'

/** One request of the protocol, admitted and on its way. */
export type Call = {
  request: FastifyRequest
  reply: FastifyReply
  /** The enterprise it is made for; an empty text where the operation is nobody's in particular. */
  enterprise: string
  /** The service's clock in epoch milliseconds: the machine's, moved on as far as a trainer let time pass. */
  now: number
  /** Opening hours as they are told. */
  hours: readonly ServiceHours[]
  faults: ActiveFaults
}

/** One operation of the protocol. `id` is its operationId in openapi.json, which fault switches name too. */
export type Route = {
  id: Operation
  method: HTTPMethods
  url: string
  /** Who may ask; an enterprise unless said otherwise. */
  access?: Access
  /** Media types of its body; none where it takes none. */
  takes?: readonly string[]
  /** Bytes of its body. */
  bodyLimit?: number
  /** The answer: an object becomes JSON, bytes go as they are. */
  answer(call: Call): Promise<unknown>
}

/** What every group of routes works with. */
export type Routes = {
  db: Database
  context: ServiceContext
  /** An operation of the protocol, which may be made to suffer faults. */
  operation(route: Route): void
  /** A request of whoever runs this practice window. */
  steer(
    method: HTTPMethods,
    url: string,
    answer: (call: Pick<Call, 'request' | 'now'>) => Promise<unknown>,
  ): void
}

/** Parse what a request brings. @throws ServiceError naming the first field that is wrong */
export function checked<T extends z.ZodType>(schema: T, value: unknown, where: string): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ServiceError('bad-request', { detail: [where, ...(issue?.path ?? [])].join('.') })
}

/** How many records a page has: what was asked for, and never more than the capabilities say. */
export const pageSize = (limit: number | undefined) =>
  Math.min(limit ?? limits.maxReceiptPage, limits.maxReceiptPage)
