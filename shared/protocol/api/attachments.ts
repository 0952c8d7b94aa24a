import { z } from 'zod'
import { instant } from '../../model/field'
import { Sha256 } from './common'

/** Kinds of file an attachment may be; the bytes must look like what they say. */
export const attachmentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'application/zip'] as const

/** Answer to PUT /v1/attachments/{sha256}: stored once per enterprise, however often it is sent. */
export const Attachment = z
  .looseObject({ sha256: Sha256, size: z.int().positive(), type: z.string(), receivedAt: instant })
  .meta({ id: 'Attachment' })
export type Attachment = z.infer<typeof Attachment>
