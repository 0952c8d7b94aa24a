import type { BatchAnswer } from '#shared/protocol/api'
import { PackageError } from '#shared/protocol/package-error'
import type { ActiveFaults } from '../faults/switch'
import { ServiceError } from '../service-error'
import { findBatch } from '../store/batches'
import { lockEnterprise } from '../store/enterprises'
import { appendChunk, beginUpload, dropUpload, findUpload, uploadedBytes } from '../store/uploads'
import type { Database } from '../store/sql'
import { limits } from './capabilities'
import type { ServiceContext } from './context'
import { receiveBatch } from './receive-batch'

export type Chunk = {
  enterprise: string
  batchId: string
  /** Digest and length of the whole batch. */
  hash: string
  length: number
  offset: number
  bytes: Uint8Array
}

/** How far an upload is; `complete` once the batch was taken in. */
export type Progress = { offset: number; length: number; complete: boolean }

/** Where a client goes on. @throws ServiceError when nothing of the batch is here (any more) */
export async function uploadProgress(db: Database, enterprise: string, batchId: string): Promise<Progress> {
  const batch = await findBatch(db, enterprise, batchId)
  if (batch) return { offset: batch.size, length: batch.size, complete: true }
  const upload = await findUpload(db, enterprise, batchId)
  if (!upload) throw new ServiceError('unknown-batch', { id: batchId })
  return { offset: upload.received, length: upload.length, complete: false }
}

/**
 * Keep one chunk. The chunk that completes takes the batch in, and so does an empty one at the end: a process that died
 * between the two left everything behind that is needed.
 * @returns the answer to the whole batch, or how far it is now
 * @throws ServiceError, PackageError as `receiveBatch` does; a batch that was refused must be uploaded anew
 */
export async function receiveChunk(
  db: Database,
  chunk: Chunk,
  now: number,
  context: ServiceContext,
  faults: ActiveFaults,
): Promise<BatchAnswer | Progress> {
  const { enterprise, batchId, hash, length, bytes } = chunk
  const known = await findBatch(db, enterprise, batchId)
  if (known && known.hash !== hash) throw new ServiceError('batch-hash-differs', { id: batchId })
  if (known) return known.answer
  if (length > limits.maxBatchBytes) throw tooLarge(length, limits.maxBatchBytes)
  if (bytes.byteLength > limits.maxChunkBytes) throw tooLarge(bytes.byteLength, limits.maxChunkBytes)

  const received = await db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    const upload = await findUpload(sql, enterprise, batchId)
    if (upload && (upload.hash !== hash || upload.length !== length)) {
      throw new ServiceError('batch-hash-differs', { id: batchId })
    }
    const due = upload?.received ?? 0
    if (chunk.offset !== due) {
      const headers = { 'upload-offset': String(due) }
      throw new ServiceError('upload-offset-differs', { due, offset: chunk.offset }, { headers })
    }
    if (due + bytes.byteLength > length) throw new ServiceError('bad-request', { detail: 'upload-length' })
    if (!upload) await beginUpload(sql, enterprise, batchId, { hash, length }, now)
    if (bytes.byteLength > 0) await appendChunk(sql, enterprise, batchId, due, bytes, now)
    return due + bytes.byteLength
  })
  if (received < length) return { offset: received, length, complete: false }
  return takeUp(db, chunk, now, context, faults)
}

const tooLarge = (bytes: number, most: number) =>
  new ServiceError('batch-too-large', { detail: `${bytes} B > ${most} B` })

async function takeUp(
  db: Database,
  { enterprise, batchId, hash }: Chunk,
  now: number,
  context: ServiceContext,
  faults: ActiveFaults,
): Promise<BatchAnswer> {
  const bytes = await uploadedBytes(db, enterprise, batchId)
  const drop = () => db.transaction((sql) => dropUpload(sql, enterprise, batchId))
  try {
    const answer = await receiveBatch(
      db,
      { enterprise, id: batchId, sha256: hash, bytes },
      now,
      context,
      faults,
    )
    await drop()
    return answer
  } catch (error) {
    // A fault of ours may pass, and the bytes are needed then; what is refused will never be taken in as it is.
    if (error instanceof ServiceError || error instanceof PackageError) await drop()
    throw error
  }
}
