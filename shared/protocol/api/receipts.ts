import { z } from 'zod'
import { instant } from '../../model/field'
import { Cursor, MessageType, PageLimit } from './common'

/** One receipt message as it lies at the service. `seq` grows by delivery within one enterprise; `id` never repeats. */
export const ServiceReceipt = z
  .looseObject({
    seq: z.int().nonnegative(),
    id: z.string().min(1),
    message: MessageType,
    receivedAt: instant,
    xml: z.string(),
  })
  .meta({ id: 'ServiceReceipt' })
export type ServiceReceipt = z.infer<typeof ServiceReceipt>

/**
 * GET /v1/receipts. `restarted`: the service does not know the cursor (it was put back to an older state) and began at
 * the start; whoever handed in anything since asks about it again.
 */
export const ReceiptPage = z
  .looseObject({
    receipts: z.array(ServiceReceipt),
    cursor: Cursor,
    more: z.boolean(),
    restarted: z.boolean().optional(),
  })
  .meta({ id: 'ReceiptPage' })
export type ReceiptPage = z.infer<typeof ReceiptPage>

export const ReceiptQuery = z.object({ cursor: Cursor.optional(), limit: PageLimit.optional() })
export type ReceiptQuery = z.infer<typeof ReceiptQuery>
