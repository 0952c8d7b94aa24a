import { z } from 'zod'
import { instant } from '../../model/field'
import { PublicKey } from './common'

/** Text from the service that can be nothing but a challenge: no JSON, no XML, so its signature is good for nothing else. */
const ChallengeText = z.string().regex(/^[A-Za-z0-9_-]{32,128}$/)
const Token = z.string().regex(/^[A-Za-z0-9._~+/=-]{16,2048}$/)

/**
 * POST /v1/session/challenges. The key is the one that signs the batches of the book. A service that keeps accounts
 * takes a key it does not know with the one-time code that its operator gave out.
 */
export const ChallengeRequest = z
  .object({
    enterprise: z.string().min(1).max(64),
    publicKey: PublicKey,
    enrolment: z.string().min(1).max(64).optional(),
  })
  .meta({ id: 'ChallengeRequest' })
export type ChallengeRequest = z.infer<typeof ChallengeRequest>

export const Challenge = z
  .looseObject({ challenge: ChallengeText, expiresAt: instant })
  .meta({ id: 'Challenge' })
export type Challenge = z.infer<typeof Challenge>

/** POST /v1/session. `signature` is over `challengeStatement`, hex DER. A challenge is good for one try. */
export const SessionRequest = z
  .object({ challenge: ChallengeText, signature: z.string().regex(/^[0-9a-f]{16,512}$/) })
  .meta({ id: 'SessionRequest' })
export type SessionRequest = z.infer<typeof SessionRequest>

/**
 * A sign-in: `token` goes as `authorization: Bearer`, for the enterprise of the challenge only. A refresh token is
 * used once; the answer brings the next.
 */
export const Session = z
  .looseObject({ token: Token, expiresAt: instant, refreshToken: Token })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

/** POST /v1/session/refresh. */
export const RefreshRequest = z.object({ refreshToken: Token }).meta({ id: 'RefreshRequest' })
export type RefreshRequest = z.infer<typeof RefreshRequest>

/** What is signed to sign in: the challenge under a heading of its own, with the enterprise that is meant. */
export const challengeStatement = (enterprise: string, challenge: string): string =>
  `yiguan session\n${enterprise}\n${challenge}`
