import { z } from 'zod'
import { instant } from '../model/field'

/** The protocol version this client speaks; the service states the range it accepts. */
export const PROTOCOL_VERSION = 1

/** A CEB message type such as `CEB603`. Any number is let through: a newer service may know more messages than we do. */
export const MessageType = z.string().regex(/^CEB\d{3}$/)
/** Random lower-case UUID, made once by the client and fixed on disk before the first byte leaves. */
export const BatchId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
/** SHA-256 of bytes as 64 lower-case hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const TextSchema = z.object({ zh: z.string(), en: z.string() })

/** GET /v1/capabilities. Limits are asked before a batch is built, so that none is refused for its size. */
export const Capabilities = z
  .object({
    service: z.object({ name: z.string(), version: z.string(), practice: z.boolean() }),
    protocol: z.object({ min: z.int().positive(), max: z.int().positive() }),
    messages: z.array(z.object({ type: MessageType, version: z.string() })),
    limits: z.object({
      maxDocuments: z.int().positive(),
      maxBatchBytes: z.int().positive(),
      maxReceiptPage: z.int().positive(),
    }),
    /** Practice services only: reference prefixes that select an outcome. Real transports refuse such references. */
    outcomes: z.array(z.object({ prefix: z.string().min(1), outcome: z.string(), text: TextSchema })),
    serverTime: instant,
  })
  .meta({ id: 'Capabilities' })
export type Capabilities = z.infer<typeof Capabilities>

/**
 * What the service did with one document. `accepted`: taken in now. `duplicate`: this very submission (same key,
 * same guid) was taken in before. `refused`: not taken in; `code` and `text` say why.
 */
export const BatchItem = z
  .object({
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
 * Answer to PUT and GET of a batch. `items` is the truth: a document missing from it has no result yet.
 * `state` sums it up: `received` still working, `accepted` all taken in, `partial` some refused, `refused` none taken in.
 */
export const BatchAnswer = z
  .object({
    batchId: BatchId,
    state: z.enum(['received', 'accepted', 'partial', 'refused']),
    /** Service clock; receipts carry the same clock, which tells the attempts of one document apart. */
    receivedAt: instant,
    items: z.array(BatchItem),
  })
  .meta({ id: 'BatchAnswer' })
export type BatchAnswer = z.infer<typeof BatchAnswer>

/** One receipt message as it lies at the service. `seq` grows by delivery within one enterprise; `id` never repeats. */
export const ServiceReceipt = z
  .object({
    seq: z.int().nonnegative(),
    id: z.string().min(1),
    message: MessageType,
    receivedAt: instant,
    xml: z.string(),
  })
  .meta({ id: 'ServiceReceipt' })
export type ServiceReceipt = z.infer<typeof ServiceReceipt>

/** GET /v1/receipts. `cursor` is opaque; it is stored in the transaction that stores the page, and never interpreted. */
export const ReceiptPage = z
  .object({ receipts: z.array(ServiceReceipt), cursor: z.string(), more: z.boolean() })
  .meta({ id: 'ReceiptPage' })
export type ReceiptPage = z.infer<typeof ReceiptPage>

export const ReceiptQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).optional(),
})
export type ReceiptQuery = z.infer<typeof ReceiptQuery>

/** The service's own view of one document, for reconciliation. `status` is the last returnStatus as text. */
export const ServiceDocument = z
  .object({
    message: MessageType,
    businessKey: z.string(),
    guid: z.string(),
    batchId: BatchId,
    status: z.string(),
    updatedAt: instant,
    preNo: z.string().optional(),
    invtNo: z.string().optional(),
    history: z.array(z.object({ status: z.string(), at: instant, info: z.string() })),
  })
  .meta({ id: 'ServiceDocument' })
export type ServiceDocument = z.infer<typeof ServiceDocument>

/** GET /v1/documents: by message and key, or everything changed since an instant; paged by `cursor`. */
export const DocumentQuery = z.object({
  message: MessageType.optional(),
  businessKey: z.string().optional(),
  since: instant.optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).optional(),
})
export type DocumentQuery = z.infer<typeof DocumentQuery>

export const DocumentPage = z
  .object({ documents: z.array(ServiceDocument), cursor: z.string().optional(), more: z.boolean() })
  .meta({ id: 'DocumentPage' })
export type DocumentPage = z.infer<typeof DocumentPage>

/** Body of every non-2xx answer. Clients decide by `code` and status, never by the words. */
export const ErrorBody = z
  .object({
    error: z.object({
      code: z.string().regex(/^[a-z][a-z0-9-]*$/),
      message: TextSchema,
      fix: TextSchema,
      retryAfterSeconds: z.number().nonnegative().optional(),
    }),
  })
  .meta({ id: 'ErrorBody' })
export type ErrorBody = z.infer<typeof ErrorBody>
