import { BatchId, DocumentQuery, ReceiptQuery, Sha256, type DocumentPage } from '#shared/protocol/api'
import { findBatch } from '../store/batches'
import { viewDocuments } from '../store/documents-view'
import { capabilities, limits } from '../work/capabilities'
import { receiptPage } from '../work/receipt-page'
import { receiveBatch } from '../work/receive-batch'
import { settle } from '../work/settle'
import { decodePosition, encodePosition } from './position'
import { refuseMovedDesk } from '../work/desks'
import { checked, pageSize, type Routes } from './routes'
import { ServiceError } from '../service-error'

const batchUrl = '/v1/batches/:batchId'
const batchIdOf = (params: unknown) => checked(BatchId, (params as { batchId: string }).batchId, 'batchId')

/** An instant as epoch milliseconds; one that looks right and names no moment is refused. */
function momentOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) throw new ServiceError('bad-request', { detail: 'query.since' })
  return ms
}

/** Batches in, receipts out. */
export function exchangeRoutes({ db, context, operation }: Routes): void {
  const settled = (enterprise: string, now: number) =>
    settle(db, enterprise, now, context.timings, context.host)

  operation({
    id: 'capabilities',
    method: 'GET',
    url: '/v1/capabilities',
    access: 'open',
    answer: async ({ now, hours }) => capabilities(now, hours),
  })

  operation({
    id: 'putBatch',
    method: 'PUT',
    url: batchUrl,
    takes: ['application/zip'],
    bodyLimit: limits.maxBatchBytes,
    answer: async ({ request, enterprise, now, faults }) => {
      const id = batchIdOf(request.params)
      const sha256 = checked(Sha256, request.headers['x-content-sha256'], 'x-content-sha256')
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      await refuseMovedDesk(db, enterprise, request.headers['x-desk'])
      // What was decided before this batch came must not depend on it.
      await settled(enterprise, now)
      return receiveBatch(db, { enterprise, id, sha256, bytes }, now, context, faults)
    },
  })

  operation({
    id: 'queryBatch',
    method: 'GET',
    url: batchUrl,
    answer: async ({ request, enterprise }) => {
      const id = batchIdOf(request.params)
      const batch = await findBatch(db, enterprise, id)
      if (!batch) throw new ServiceError('unknown-batch', { id })
      return batch.answer
    },
  })

  operation({
    id: 'receipts',
    method: 'GET',
    url: '/v1/receipts',
    answer: async ({ request, enterprise, now, faults }) => {
      const { cursor, limit } = checked(ReceiptQuery, request.query, 'query')
      await settled(enterprise, now)
      return receiptPage(db, enterprise, { cursor, limit: pageSize(limit) }, faults)
    },
  })

  operation({
    id: 'documents',
    method: 'GET',
    url: '/v1/documents',
    answer: async ({ request, enterprise, now }): Promise<DocumentPage> => {
      const { message, businessKey, since, cursor, limit } = checked(DocumentQuery, request.query, 'query')
      const wanted = { message, businessKey, after: decodePosition(cursor), since: momentOf(since) }
      await settled(enterprise, now)
      const { documents, next } = await viewDocuments(db, enterprise, wanted, pageSize(limit))
      return { documents, more: next !== undefined, ...(next ? { cursor: encodePosition(next) } : {}) }
    },
  })
}
