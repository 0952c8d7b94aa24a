import { z } from 'zod'
import { instant } from '../../model/field'
import { BatchId, Cursor, MessageType, PageLimit } from './common'

/** The service's own view of one document, for reconciliation. `status` is the last returnStatus as text. */
export const ServiceDocument = z
  .looseObject({
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
  cursor: Cursor.optional(),
  limit: PageLimit.optional(),
})
export type DocumentQuery = z.infer<typeof DocumentQuery>

export const DocumentPage = z
  .looseObject({ documents: z.array(ServiceDocument), cursor: Cursor.optional(), more: z.boolean() })
  .meta({ id: 'DocumentPage' })
export type DocumentPage = z.infer<typeof DocumentPage>
