import { z } from 'zod'

/** The protocol version this client speaks best; a service states the range it accepts. */
export const PROTOCOL_VERSION = 1

/** A CEB message type such as `CEB603`. Any number is let through: a newer service may know more messages than we do. */
export const MessageType = z.string().regex(/^CEB\d{3}$/)
/** Random lower-case UUID, made once by the client and fixed on disk before the first byte leaves. */
export const BatchId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
/** SHA-256 of bytes as 64 lower-case hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** SM2 public key: an uncompressed point in lower-case hex. */
export const PublicKey = z.string().regex(/^04[0-9a-f]{128}$/)
export const TextSchema = z.object({ zh: z.string(), en: z.string() })
/** Place in a sequence of pages: opaque, stored with the page that came with it, never interpreted. */
export const Cursor = z.string()
export const PageLimit = z.coerce.number().int().min(1)

/**
 * What signed and with which key, so that a key one does not know can be told from a signature that is wrong. SM2
 * with SM3 and the standard user id, DER, everything in hex.
 */
export const Signature = z
  .object({
    algorithm: z.literal('SM2-SM3'),
    publicKey: PublicKey,
    signature: z.string().regex(/^[0-9a-f]+$/),
  })
  .meta({ id: 'Signature' })
export type Signature = z.infer<typeof Signature>

/** Body of every non-2xx answer. Clients decide by `code` and status, never by the words. */
export const ErrorBody = z
  .object({
    error: z.object({
      code: z.string().regex(/^[a-z][a-z0-9-]*$/),
      message: TextSchema,
      fix: TextSchema,
      retryAfterSeconds: z.number().nonnegative().optional(),
      /** For whoever does not know the code: whether the same request may succeed later. */
      retryable: z.boolean().optional(),
    }),
  })
  .meta({ id: 'ErrorBody' })
export type ErrorBody = z.infer<typeof ErrorBody>
