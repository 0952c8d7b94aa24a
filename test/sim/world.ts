import { nextTick } from 'node:process'
import type { Random } from './random'

/** When every run begins, ms since 1970. */
export const START = Date.parse('2025-03-03T01:00:00Z')

type Happening = { at: number; order: number; run: () => void }

/**
 * Time and order of everything. Nothing really waits: the next happening runs when all promises have come to rest,
 * and the clock jumps to it. Happenings of the same moment run in an order drawn from the seed.
 */
export class World {
  /** True time, ms since 1970. */
  now = START
  readonly #queue: Happening[] = []

  constructor(readonly random: Random) {}

  after(ms: number, run: () => void): void {
    const happening = { at: this.now + Math.max(0, ms), order: this.random.next(), run }
    let low = 0
    for (let high = this.#queue.length; low < high;) {
      const middle = (low + high) >> 1
      const other = this.#queue[middle]!
      const later = other.at - happening.at || other.order - happening.order
      if (later > 0) low = middle + 1
      else high = middle
    }
    this.#queue.splice(low, 0, happening)
  }

  /** Resolves after that much simulated time. */
  pass(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve))
  }

  /** Let things happen until `done`, or until that much time has passed. */
  async run(ms: number, done: () => boolean = () => false): Promise<void> {
    const end = this.now + ms
    for (;;) {
      await rest()
      if (done()) return
      const next = this.#queue.at(-1)
      if (!next || next.at > end) break
      this.#queue.pop()
      this.now = Math.max(this.now, next.at)
      next.run()
    }
    this.now = end
  }
}

/** All promises that can go on have gone on: a tick comes after the last of them. Nothing here waits for real I/O. */
const rest = () => new Promise<void>((resolve) => nextTick(resolve))
