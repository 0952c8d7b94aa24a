import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

/**
 * Cost of one guess: 128 MiB and about a third of a second on a 2-core office machine. Stored with each wrap, so that
 * a later release can raise it without touching old wraps.
 */
const cost = { N: 2 ** 17, r: 8, p: 1 }

export const PasswordWrap = z.object({
  kdf: z.literal('scrypt'),
  N: z.int(),
  r: z.int(),
  p: z.int(),
  salt: z.string(),
  iv: z.string(),
  sealed: z.string(),
})
export type PasswordWrap = z.infer<typeof PasswordWrap>

function derive(password: string, salt: Uint8Array, { N, r, p }: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}

/** Encrypt `secret` so that only the password opens it again. */
export async function wrapWithPassword(secret: Uint8Array, password: string): Promise<PasswordWrap> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(password, salt, cost), iv)
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return {
    kdf: 'scrypt',
    ...cost,
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** The secret, or undefined when the password is wrong (or the wrap was altered: GCM cannot tell the two apart). */
export async function unwrapWithPassword(wrap: PasswordWrap, password: string): Promise<Buffer | undefined> {
  const sealed = Buffer.from(wrap.sealed, 'base64')
  const key = await derive(password, Buffer.from(wrap.salt, 'base64'), wrap)
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrap.iv, 'base64'))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return undefined
  }
}
