import { attachmentTypes, Sha256, type Attachment } from '#shared/protocol/api'
import { digestOf } from '../host'
import { addAttachment, attachmentBytes, findAttachment } from '../store/attachments'
import { limits } from '../work/capabilities'
import { checked, type Routes } from './routes'
import { ServiceError } from '../service-error'

const url = '/v1/attachments/:sha256'

/** How the bytes of each kind of file begin. */
const beginnings: Readonly<Record<(typeof attachmentTypes)[number], readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/zip': [0x50, 0x4b],
}

const kindOf = (bytes: Uint8Array) =>
  attachmentTypes.find((type) => beginnings[type].every((byte, at) => bytes[at] === byte))

/** Files that go with what is declared, kept under their digest. */
export function attachmentRoutes({ db, operation }: Routes): void {
  const digestIn = (params: unknown) => checked(Sha256, (params as { sha256: string }).sha256, 'sha256')

  async function found(enterprise: string, sha256: string) {
    const attachment = await findAttachment(db, enterprise, sha256)
    if (!attachment) throw new ServiceError('unknown-attachment', { sha256 })
    return attachment
  }

  operation({
    id: 'hasAttachment',
    method: 'HEAD',
    url,
    answer: async ({ request, reply, enterprise }) => {
      const { type, size } = await found(enterprise, digestIn(request.params))
      void reply.headers({ 'content-type': type, 'content-length': size })
      return undefined
    },
  })

  operation({
    id: 'putAttachment',
    method: 'PUT',
    url,
    takes: attachmentTypes,
    bodyLimit: limits.maxAttachmentBytes,
    answer: async ({ request, enterprise, now }): Promise<Attachment> => {
      const sha256 = digestIn(request.params)
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      if (digestOf(bytes) !== sha256) throw new ServiceError('content-hash-differs')
      const type = kindOf(bytes)
      if (type === undefined || !request.headers['content-type']!.toLowerCase().startsWith(type)) {
        throw new ServiceError('attachment-kind', { type: request.headers['content-type']! })
      }
      await addAttachment(db, enterprise, { sha256, type, bytes, receivedAt: now })
      const kept = await found(enterprise, sha256)
      return { sha256, type: kept.type, size: kept.size, receivedAt: new Date(kept.receivedAt).toISOString() }
    },
  })

  operation({
    id: 'getAttachment',
    method: 'GET',
    url,
    answer: async ({ request, reply, enterprise }) => {
      const sha256 = digestIn(request.params)
      const { type } = await found(enterprise, sha256)
      // A file somebody handed in is never shown as a page of this service.
      void reply
        .type(type)
        .headers({ 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff' })
      return attachmentBytes(db, enterprise, sha256)
    },
  })
}
