import type { FastifyInstance } from 'fastify'
import { BatchId, DocumentQuery, ReceiptQuery, Sha256, type DocumentPage } from '#shared/protocol/api'
import { findBatch } from '../store/batches'
import { viewDocuments, type Position } from '../store/documents-view'
import { capabilities, limits } from '../work/capabilities'
import { receiptPage } from '../work/receipt-page'
import { receiveBatch } from '../work/receive-batch'
import { settle } from '../work/settle'
import { checked, type Routes } from './routes'
import { ServiceError } from './service-error'

const encodePosition = (position: Position) => Buffer.from(JSON.stringify(position)).toString('base64url')

function decodePosition(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined
  try {
    const { updatedAt, message, businessKey } = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    ) as Position
    if (Number.isSafeInteger(updatedAt) && typeof message === 'string' && typeof businessKey === 'string') {
      return { updatedAt, message, businessKey }
    }
  } catch {
    // not one of ours
  }
  throw new ServiceError('bad-request', { detail: 'cursor' })
}

/** The protocol itself: what a real single window would have too. */
export function exchangeRoutes(
  server: FastifyInstance,
  { db, context, now, enterpriseOf, suffering }: Routes,
): void {
  const settled = async (enterprise: string) =>
    settle(db, enterprise, await now(), context.timings, context.host)
  const pageSize = (limit: number | undefined) =>
    Math.min(limit ?? limits.maxReceiptPage, limits.maxReceiptPage)

  server.get('/v1/capabilities', (request) =>
    suffering('capabilities', request, async () => capabilities(await now())),
  )

  server.put<{ Params: { id: string } }>('/v1/batches/:id', (request) =>
    suffering('putBatch', request, async (faults) => {
      const enterprise = enterpriseOf(request)
      const id = checked(BatchId, request.params.id, 'batchId')
      const sha256 = checked(Sha256, request.headers['x-content-sha256'], 'x-content-sha256')
      const { body } = request
      if (!Buffer.isBuffer(body)) throw new ServiceError('bad-request', { detail: 'body' })
      // What was decided before this batch came must not depend on it.
      await settled(enterprise)
      return receiveBatch(db, { enterprise, id, sha256, bytes: body }, await now(), context, faults)
    }),
  )

  server.get<{ Params: { id: string } }>('/v1/batches/:id', (request) =>
    suffering('queryBatch', request, async () => {
      const enterprise = enterpriseOf(request)
      const id = checked(BatchId, request.params.id, 'batchId')
      const batch = await findBatch(db, enterprise, id)
      if (!batch) throw new ServiceError('unknown-batch', { id })
      return batch.answer
    }),
  )

  server.get('/v1/receipts', (request) =>
    suffering('receipts', request, async (faults) => {
      const enterprise = enterpriseOf(request)
      const { cursor, limit } = checked(ReceiptQuery, request.query, 'query')
      await settled(enterprise)
      return receiptPage(db, enterprise, { cursor, limit: pageSize(limit) }, faults)
    }),
  )

  server.get('/v1/documents', (request) =>
    suffering('documents', request, async (): Promise<DocumentPage> => {
      const enterprise = enterpriseOf(request)
      const { message, businessKey, since, cursor, limit } = checked(DocumentQuery, request.query, 'query')
      const after = decodePosition(cursor)
      await settled(enterprise)
      const wanted = {
        message,
        businessKey,
        after,
        since: since === undefined ? undefined : Date.parse(since),
      }
      const { documents, next } = await viewDocuments(db, enterprise, wanted, pageSize(limit))
      return { documents, more: next !== undefined, ...(next ? { cursor: encodePosition(next) } : {}) }
    }),
  )
}
