/** Requests a caller may make at once, and how fast they come back. */
export type Rate = { perSecond: number; burst: number }

type Bucket = { left: number; at: number }

/** A caller that is silent long enough is as good as new and need not be remembered. */
const MOST_BUCKETS = 10_000

/**
 * A bucket of tokens per caller. In the memory of one process: with two processes a caller may have twice as much, which
 * costs less than a write to the database with every request.
 */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>()

  constructor(readonly rate: Rate) {}

  /**
   * Use up one request.
   * @param now milliseconds
   * @returns requests left, or how many seconds to wait when there are none
   */
  take(caller: string, now: number, rate: Rate = this.rate): { left: number } | { waitSeconds: number } {
    const bucket = this.#buckets.get(caller) ?? { left: rate.burst, at: now }
    const left = Math.min(rate.burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * rate.perSecond)
    this.#buckets.delete(caller)
    this.#forgetOldest()
    this.#buckets.set(caller, { left: left < 1 ? left : left - 1, at: now })
    if (left < 1) return { waitSeconds: Math.max(1, Math.ceil((1 - left) / rate.perSecond)) }
    return { left: Math.floor(left - 1) }
  }

  /** Those that asked longest ago stand first. */
  #forgetOldest(): void {
    if (this.#buckets.size < MOST_BUCKETS) return
    for (const caller of this.#buckets.keys()) {
      this.#buckets.delete(caller)
      return
    }
  }
}
