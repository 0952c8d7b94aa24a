import { createHmac, randomUUID } from 'node:crypto'
import { grantLastsMs, grantText, type Grant, type GrantAsk } from '#shared/people/grant'
import type { OpenKeys } from './sessions'

/** A grant for who is signed in with these keys; the password was asked for and is right. */
export function makeGrant(
  { officer, indexKey }: Pick<OpenKeys, 'officer' | 'indexKey'>,
  { act, subject }: GrantAsk,
  now: Date,
): Grant {
  const until = new Date(now.getTime() + grantLastsMs).toISOString()
  const told = { act, subject, officer, nonce: randomUUID(), until }
  return { ...told, proof: createHmac('sha256', indexKey).update(grantText(told)).digest('base64url') }
}
