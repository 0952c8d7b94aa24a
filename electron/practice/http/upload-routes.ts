import { BatchId, Sha256 } from '#shared/protocol/api'
import { ByteCount, CHUNK_TYPE, uploadHeaders } from '#shared/protocol/api/batches'
import { limits } from '../work/capabilities'
import { refuseMovedDesk } from '../work/desks'
import { settle } from '../work/settle'
import { receiveChunk, uploadProgress, type Progress } from '../work/upload'
import { checked, type Routes } from './routes'

const url = '/v1/batches/:batchId/content'

const told = ({ offset, length, complete }: Progress) => ({
  [uploadHeaders.offset]: String(offset),
  [uploadHeaders.length]: String(length),
  [uploadHeaders.complete]: complete ? '?1' : '?0',
})

/** A batch in chunks, which goes on where it broke off, at whichever process of the service. */
export function uploadRoutes({ db, context, operation }: Routes): void {
  const batchIdOf = (params: unknown) => checked(BatchId, (params as { batchId: string }).batchId, 'batchId')

  operation({
    id: 'uploadOffset',
    method: 'HEAD',
    url,
    answer: async ({ request, reply, enterprise }) => {
      const progress = await uploadProgress(db, enterprise, batchIdOf(request.params))
      void reply.headers({ ...told(progress), 'cache-control': 'no-store' })
      return undefined
    },
  })

  operation({
    id: 'uploadChunk',
    method: 'PATCH',
    url,
    takes: [CHUNK_TYPE],
    bodyLimit: limits.maxChunkBytes,
    answer: async ({ request, reply, enterprise, now, faults }) => {
      const { params, headers, body } = request
      const chunk = {
        enterprise,
        batchId: batchIdOf(params),
        hash: checked(Sha256, headers['x-content-sha256'], 'x-content-sha256'),
        length: checked(ByteCount, headers[uploadHeaders.length], uploadHeaders.length),
        offset: checked(ByteCount, headers[uploadHeaders.offset], uploadHeaders.offset),
        bytes: Buffer.isBuffer(body) ? body : new Uint8Array(0),
      }
      await refuseMovedDesk(db, enterprise, headers['x-desk'])
      await settle(db, enterprise, now, context.timings, context.host)
      const answer = await receiveChunk(db, chunk, now, context, faults)
      if ('batchId' in answer) return answer
      void reply.code(204).headers(told(answer))
      return undefined
    },
  })
}
