import { httpFailure } from '#shared/protocol/errors'
import type { Failure } from '#shared/protocol/errors'
import type { Outcome } from '#shared/protocol/engine/ports'
import type { Plan } from './plan'
import { errorBody } from './error-body'
import type { World } from './world'

const MINUTE = 60_000

/** The sign-in of a service: sessions end by its clock, some before their time, and a refresh token is good once. */
export class Sessions {
  readonly #ends = new Map<string, number>()
  readonly #refresh = new Set<string>()

  constructor(
    readonly world: World,
    readonly plan: Plan,
  ) {}

  get wanted(): boolean {
    return this.plan.faults.sessionMinutes > 0
  }

  post(path: string, body: unknown): Outcome<unknown> {
    const expiresAt = new Date(this.#end()).toISOString()
    if (path === '/v1/session/challenges')
      return { ok: true, value: { challenge: 'c'.repeat(32), expiresAt } }
    const { refreshToken } = body as { refreshToken?: string }
    if (path === '/v1/session/refresh' && !this.#refresh.delete(refreshToken ?? ''))
      return { ok: false, failure: this.#refused('token-unknown') }
    const session = { token: this.world.random.uuid(), expiresAt, refreshToken: this.world.random.uuid() }
    this.#ends.set(session.token, this.#end())
    this.#refresh.add(session.refreshToken)
    return { ok: true, value: session }
  }

  /** Why a request with this token is not let in. */
  refusal(token: string): Failure | undefined {
    const { forgottenSession } = this.plan.faults
    const end = this.#ends.get(token)
    if (end === undefined) return this.#refused('token-unknown')
    if (this.world.now < end && !(forgottenSession > 0 && this.world.random.chance(forgottenSession)))
      return undefined
    this.#ends.delete(token)
    return this.#refused('token-expired')
  }

  #end(): number {
    return this.world.now + this.plan.faults.sessionMinutes * MINUTE
  }

  #refused(code: string): Failure {
    return httpFailure(401, errorBody(code), undefined, this.world.now)
  }
}
