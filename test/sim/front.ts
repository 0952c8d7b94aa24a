import { httpFailure } from '#shared/protocol/errors'
import type { Failure } from '#shared/protocol/errors'
import type { Plan } from './plan'
import { errorBody } from './error-body'
import type { World } from './world'

/** The door all clients go through: it may be stormed, and it lets only so many in at once. */
export class Front {
  #stormUntil = 0
  #inside = 0

  constructor(
    readonly world: World,
    readonly plan: Plan,
  ) {}

  storm(minutes: number): void {
    this.#stormUntil = this.world.now + minutes * 60_000
  }

  /** Why nobody is let in now. */
  refusal(): Failure | undefined {
    const { world, plan } = this
    const { crowd } = plan.faults
    if (world.now < this.#stormUntil) return this.#comeBack(503, 'busy', world.random.int(1, 90))
    if (crowd > 0 && this.#inside >= crowd) return this.#comeBack(429, 'rate-limited', 1)
    return undefined
  }

  enter(): void {
    this.#inside += 1
  }

  leave(): void {
    this.#inside -= 1
  }

  #comeBack(status: number, code: string, seconds: number): Failure {
    return httpFailure(status, errorBody(code), String(seconds), this.world.now)
  }
}
