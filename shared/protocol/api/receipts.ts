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

/** GET /v1/receipts. A cursor of a state the service was put back from begins at the start again. */
export const ReceiptPage = z
  .looseObject({ receipts: z.array(ServiceReceipt), cursor: Cursor, more: z.boolean() })
  .meta({ id: 'ReceiptPage' })
export type ReceiptPage = z.infer<typeof ReceiptPage>

export const ReceiptQuery = z.object({ cursor: Cursor.optional(), limit: PageLimit.optional() })
export type ReceiptQuery = z.infer<typeof ReceiptQuery>
