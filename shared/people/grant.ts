import { z } from 'zod'
import { instant } from '../model/field'

/** What takes the password once more, because there is no way back from it. `subject`: which of its kind, as the act names it. */
export const GrantAsk = z.object({ act: z.enum(['purge']), subject: z.string().min(1).max(100) })
export type GrantAsk = z.infer<typeof GrantAsk>

/**
 * The word of main that an officer gave the password for one act on one subject. It holds once, until `until`. `proof` is an
 * HMAC-SHA-256 (base64url) of `grantText` under the index key of the book: whoever carries it can neither make nor alter one.
 */
export const Grant = GrantAsk.extend({
  officer: z.string(),
  nonce: z.string(),
  until: instant,
  proof: z.string(),
})
export type Grant = z.infer<typeof Grant>

/** Long enough for a click, too short for a change of mind. */
export const grantLastsMs = 120_000

/** What the proof covers. Begins like nothing else that is hashed under that key. */
export const grantText = ({ act, subject, officer, nonce, until }: Omit<Grant, 'proof'>): string =>
  ['grant', act, subject, officer, nonce, until].join('\u0000')
