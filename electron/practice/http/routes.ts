import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ActiveFaults, Operation } from '../faults/switch'
import type { Database } from '../store/sql'
import type { ServiceContext } from '../work/context'
import { ServiceError } from './service-error'

/** What every route works with. */
export type Routes = {
  db: Database
  context: ServiceContext
  /** The service's clock: the machine's, moved on as far as a trainer let time pass. */
  now(): Promise<number>
  /** The enterprise a request is made for. @throws ServiceError */
  enterpriseOf(request: FastifyRequest): string
  /** Run a request under the faults that were ordered for it. */
  suffering<T>(
    operation: Operation,
    request: FastifyRequest,
    work: (faults: ActiveFaults) => Promise<T>,
  ): Promise<T>
}

/** Parse what a request brings. @throws ServiceError naming the first field that is wrong */
export function checked<T extends z.ZodType>(schema: T, value: unknown, where: string): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ServiceError('bad-request', { detail: [where, ...(issue?.path ?? [])].join('.') })
}
