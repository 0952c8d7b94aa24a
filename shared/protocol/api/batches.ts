import { z } from 'zod'
import { instant } from '../../model/field'
import { BatchId, MessageType } from './common'

/**
 * What the service did with one document. `accepted`: taken in now. `duplicate`: this very submission (same key,
 * same guid) was taken in before. `refused`: not taken in; `code` and `text` say why.
 */
export const BatchItem = z
  .looseObject({
    message: MessageType,
    businessKey: z.string().min(1),
    /** Guid of the submission this result is about; tells a restored client whether it is still its own. */
    guid: z.string().optional(),
    outcome: z.enum(['accepted', 'duplicate', 'refused']),
    code: z.string().optional(),
    text: z.string().optional(),
  })
  .meta({ id: 'BatchItem' })
export type BatchItem = z.infer<typeof BatchItem>

/**
 * Answer to PUT, to the PATCH that completes, and to GET of a batch. `items` is the truth: a document missing from it
 * has no result yet. `state` sums it up: `received` still working, `accepted` all taken in, `partial` some refused,
 * `refused` none taken in.
 */
export const BatchAnswer = z
  .looseObject({
    batchId: BatchId,
    state: z.enum(['received', 'accepted', 'partial', 'refused']),
    /** Service clock; receipts carry the same clock, which tells the attempts of one document apart. */
    receivedAt: instant,
    items: z.array(BatchItem),
  })
  .meta({ id: 'BatchAnswer' })
export type BatchAnswer = z.infer<typeof BatchAnswer>

/** Headers of a resumable upload, `HEAD` and `PATCH /v1/batches/{batchId}/content`. Bytes, decimal. */
export const uploadHeaders = {
  /** Bytes the service has; with a PATCH: where its chunk begins. */
  offset: 'upload-offset',
  /** Bytes of the whole batch. */
  length: 'upload-length',
  /** `?1` once the batch was taken in. */
  complete: 'upload-complete',
} as const
/** Media type of a chunk. */
export const CHUNK_TYPE = 'application/partial-upload'

/** A decimal header: no sign, no leading zeros. */
export const ByteCount = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/)
  .transform(Number)
