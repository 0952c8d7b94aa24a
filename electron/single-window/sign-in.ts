import { Challenge, challengeStatement, Session } from '#shared/protocol/api'
import type { Outcome } from '#shared/protocol/engine/ports'
import type { z } from 'zod'
import { signInRefused } from './fit'

/** Who signs in: the key that signs the batches of the book. */
export type Identity = {
  publicKey(): Promise<string>
  /** SM2 signature with SM3 over the text, DER in hex. */
  signText(text: string): Promise<string>
}

/** POST a body without a session and read the answer. */
export type Post = <T extends z.ZodType>(
  path: string,
  body: unknown,
  schema: T,
) => Promise<Outcome<z.infer<T>>>

type Held = { token: string; refreshToken: string; renewAt: number; endsAt: number }

/** A token is renewed this long before it ends, or when a fifth of its life is left where that is less. */
const AHEAD_MS = 60_000
/** However wrong the clocks are, a new token is tried before it is thrown away. */
const SHORTEST_LIFE_MS = 10_000

/**
 * The session of one enterprise with one service. Signing in and renewing happen once however many requests wait for
 * it; nothing is stored, a new start signs in anew.
 */
export function createSignIn(enterprise: string, identity: Identity, post: Post, now: () => number) {
  let held: Held | undefined
  let under: Promise<Outcome<string>> | undefined

  function take({ token, refreshToken, expiresAt }: Session, started: number, skewMs = 0): string {
    // `expiresAt` is by the clock of the service; only how long it lasts counts here.
    const life = Math.max(SHORTEST_LIFE_MS, Date.parse(expiresAt) - (started + skewMs))
    const endsAt = started + life
    held = { token, refreshToken, endsAt, renewAt: endsAt - Math.min(AHEAD_MS, life / 5) }
    return token
  }

  async function signIn(enrolment?: string): Promise<Outcome<string>> {
    const publicKey = await identity.publicKey()
    const wanted = { enterprise, publicKey, ...(enrolment !== undefined && { enrolment }) }
    const asked = await post('/v1/session/challenges', wanted, Challenge)
    if (!asked.ok) return asked
    const { challenge } = asked.value
    const signature = await identity.signText(challengeStatement(enterprise, challenge))
    const started = now()
    const session = await post('/v1/session', { challenge, signature }, Session)
    if (!session.ok) return session
    return { ok: true, value: take(session.value, started, session.told?.skewMs) }
  }

  async function renew(before: Held): Promise<Outcome<string>> {
    const started = now()
    const session = await post('/v1/session/refresh', { refreshToken: before.refreshToken }, Session)
    if (session.ok) return { ok: true, value: take(session.value, started, session.told?.skewMs) }
    const { failure } = session
    // It was used before its answer was lost, or the service forgot it: begin from the key.
    if (failure.reached && failure.kind !== 'retry') return signIn()
    return now() < before.endsAt ? { ok: true, value: before.token } : session
  }

  async function fresh(): Promise<Outcome<string>> {
    if (held && now() < held.renewAt) return { ok: true, value: held.token }
    return judged(await (held ? renew(held) : signIn()))
  }

  function judged(outcome: Outcome<string>): Outcome<string> {
    if (outcome.ok || !outcome.failure.reached || outcome.failure.kind === 'retry') return outcome
    held = undefined
    return { ...outcome, failure: signInRefused(outcome.failure) }
  }

  return {
    /** A token that is good now, as far as this side can know. */
    token(): Promise<Outcome<string>> {
      under ??= fresh().finally(() => (under = undefined))
      return under
    },
    /** Sign in anew, with the one-time code of the operator where the key is not known there yet. */
    enter: async (enrolment?: string): Promise<Outcome<string>> => judged(await signIn(enrolment)),
    /** The service no longer takes this one; the next request renews it. */
    ended(token: string): void {
      if (held?.token === token) held = { ...held, renewAt: 0, endsAt: 0 }
    },
  }
}

export type SignIn = ReturnType<typeof createSignIn>
