import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** A small secret under a key; `sealed` ends with the tag, as WebCrypto has it. */
export const Sealed = z.object({ iv: z.string(), sealed: z.string() })
export type Sealed = z.infer<typeof Sealed>

/** Seal a small secret under a key; `what` is bound to it. */
export function sealKey(key: Uint8Array, secret: Uint8Array, what: string): Sealed {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(what))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return { iv: iv.toString('base64'), sealed: sealed.toString('base64') }
}

/** The secret, or undefined when key or purpose is another. */
export function openKey(key: Uint8Array, { iv, sealed }: Sealed, what: string): Buffer | undefined {
  return decrypt(key, Buffer.from(iv, 'base64'), Buffer.from(what), Buffer.from(sealed, 'base64'))
}

/** AES-256-GCM with the tag at the end; undefined when anything about it is another. */
export function decrypt(
  key: Uint8Array,
  iv: Uint8Array,
  aad: Uint8Array,
  sealed: Buffer,
): Buffer | undefined {
  if (sealed.byteLength < 16) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(aad)
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return undefined
  }
}
