import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Roles } from '#shared/people/roles'

/** Name and roles of an officer, sealed under the data keys of the book and bound to book and officer. */
export const Grant = z.object({ iv: z.string(), sealed: z.string() })
export type Grant = z.infer<typeof Grant>

export const Granted = z.object({
  name: z.string(),
  roles: Roles,
  /** Public key for which new keys of the book are sealed; absent until the officer unlocks once. */
  box: z.string().optional(),
})
export type Granted = z.infer<typeof Granted>

/** Who reads the file cannot see the roles, and who writes to it cannot raise them without the keys of the book. */
const keyOf = (keys: Uint8Array) =>
  Buffer.from(hkdfSync('sha256', keys, new Uint8Array(0), 'yiguan officers', 32))
const boundTo = (bookId: string, officer: string) => Buffer.from(`${bookId}\u0000${officer}`)

/** @param keys data key and index key, 64 bytes */
export function sealGrant(keys: Uint8Array, bookId: string, officer: string, granted: Granted): Grant {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys), iv).setAAD(boundTo(bookId, officer))
  const text = JSON.stringify(granted)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { iv: iv.toString('base64'), sealed: sealed.toString('base64') }
}

/** What was granted; undefined when it was altered, or belongs to another officer or book. */
export function openGrant(
  keys: Uint8Array,
  bookId: string,
  officer: string,
  grant: Grant,
): Granted | undefined {
  const sealed = Buffer.from(grant.sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(keys), Buffer.from(grant.iv, 'base64'))
    decipher.setAAD(boundTo(bookId, officer)).setAuthTag(sealed.subarray(-16))
    const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return Granted.parse(JSON.parse(text.toString()))
  } catch {
    return undefined
  }
}
