import { describe, expect, it } from 'vitest'
import { challengeStatement, PublicKey } from '#shared/protocol/api'
import type { Outcome } from '#shared/protocol/engine/ports'
import { httpFailure, networkFailure, type Failure } from '#shared/protocol/errors'
import { isSignatureOf, makeKeyPair, signatureOf } from './batch-signature'
import { createSignIn, type Post } from './sign-in'

const key = makeKeyPair()
const identity = {
  publicKey: () => Promise.resolve(key.publicKey),
  signText: (text: string) => Promise.resolve(signatureOf(new TextEncoder().encode(text), key).signature),
}
const challenge = 'c'.repeat(40)
const failing = (failure: Failure): Outcome<never> => ({ ok: false, failure })
const refusal = (status: number, code: string) =>
  failing(httpFailure(status, { error: { code, message: text, fix: text } }, undefined, 0))
const text = { zh: '拒', en: 'no' }

/** A service whose clock is `ahead` of ours; answers may be taken over by `answers`. */
function service({ lifeMs = 600_000, ahead = 0 } = {}) {
  const asked: string[] = []
  const bodies: unknown[] = []
  const answers = new Map<string, Outcome<unknown>>()
  let now = 0
  let n = 0
  const post: Post = (path, body, schema) => {
    asked.push(path)
    bodies.push(body)
    const ready = answers.get(path)
    if (ready) return Promise.resolve(ready) as never
    if (path.endsWith('challenges')) return ok({ challenge, expiresAt: iso(now + ahead) })
    if (path === '/v1/session') {
      const { signature } = body as { signature: string }
      const statement = new TextEncoder().encode(challengeStatement('E', challenge))
      if (!isSignatureOf(statement, signature, key.publicKey))
        return Promise.resolve(refusal(401, 'challenge-signature'))
    }
    n += 1
    return ok({
      token: `token-${n}`.padEnd(16, '0'),
      refreshToken: `again-${n}`.padEnd(16, '0'),
      expiresAt: iso(now + ahead + lifeMs),
    })
    function ok(value: unknown) {
      return Promise.resolve({
        ok: true as const,
        value: schema.parse(value),
        told: { requestId: '', skewMs: ahead },
      })
    }
  }
  const signIn = createSignIn('E', identity, post, () => now)
  const token = async () => {
    const outcome = await signIn.token()
    return outcome.ok ? outcome.value.replace(/0+$/, '') : outcome.failure
  }
  return { signIn, token, asked, bodies, answers, pass: (ms: number) => void (now += ms) }
}
const iso = (ms: number) => new Date(ms).toISOString()

describe('signing in', () => {
  it('signs the challenge with the key of the book, once for many requests', async () => {
    const { token, asked } = service()
    expect(PublicKey.safeParse(key.publicKey).success).toBe(true)
    expect(await Promise.all([token(), token(), token()])).toEqual(['token-1', 'token-1', 'token-1'])
    expect(asked).toEqual(['/v1/session/challenges', '/v1/session'])
  })

  it.each([0, -7_200_000, 7_200_000])('renews ahead of the end, with a clock %d ms off', async (ahead) => {
    const { token, asked, pass } = service({ ahead })
    await token()
    pass(500_000)
    expect(await token()).toBe('token-1')
    pass(50_000)
    expect(await token()).toBe('token-2')
    expect(asked.at(-1)).toBe('/v1/session/refresh')
  })

  it('renews a token the service no longer takes; an older one ends nothing', async () => {
    const { signIn, token } = service()
    await token()
    signIn.ended('token-1'.padEnd(16, '0'))
    expect(await token()).toBe('token-2')
    signIn.ended('token-1'.padEnd(16, '0'))
    expect(await token()).toBe('token-2')
  })

  it('begins from the key when the refresh token is no longer known', async () => {
    const { signIn, token, answers } = service()
    await token()
    answers.set('/v1/session/refresh', refusal(401, 'token-unknown'))
    signIn.ended('token-1'.padEnd(16, '0'))
    expect(await token()).toBe('token-2')
  })

  it('goes on with a token that still lasts when the line is down', async () => {
    const { token, answers, pass } = service()
    await token()
    answers.set('/v1/session/refresh', failing(networkFailure('network')))
    pass(560_000)
    expect(await token()).toBe('token-1')
    pass(50_000)
    expect(await token()).toMatchObject({ code: 'network', kind: 'retry' })
  })

  it('is a matter for a person when it is refused, and nothing has left', async () => {
    const { token, answers } = service()
    answers.set('/v1/session/challenges', refusal(422, 'account-unknown'))
    expect(await token()).toMatchObject({ kind: 'auth', code: 'account-unknown', unsent: true, line: false })
    answers.set('/v1/session/challenges', refusal(503, 'busy'))
    expect(await token()).toMatchObject({ kind: 'retry', code: 'busy' })
  })

  it('shows the code of the operator once, when it is entered', async () => {
    const { signIn, token, bodies, pass } = service()
    expect((await signIn.enter('ABCD-1234')).ok).toBe(true)
    pass(599_000)
    await token()
    const enrolments = bodies.map((body) => (body as { enrolment?: string }).enrolment)
    expect(enrolments).toEqual(['ABCD-1234', undefined, undefined])
  })
})
