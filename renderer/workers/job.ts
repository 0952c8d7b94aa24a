import { wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { ChangeFeed } from '../data/connection/changes'
import type { SentinelPort } from '../data/port'
import type { BookKeys } from '../data/sealing/keys'

/** What a worker needs to open the book its parent has open. The keys cannot be read, only used. */
export type BookTask = { database: string; keys: BookKeys; who: string }

/** Let messages in between two parts of a long piece of work, a wish to stop among them. */
export const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Asked between the parts of a long piece of work. */
export type StopSignal = { readonly aborted: boolean }

/** A remote object cannot be passed on; one of our own that calls it can. */
export const lend = (sentinel: SentinelPort): SentinelPort => ({
  read: () => sentinel.read(),
  advance: (counters) => sentinel.advance(counters),
})

/** A worker with its api, and a promise that rejects when the worker cannot even load. */
export type Crew<Api> = { api: Remote<Api>; broken: Promise<never>; stop(): void }

export function crewOf<Api>(worker: Worker): Crew<Api> {
  const broken = new Promise<never>((_resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'worker'))
  })
  // Nobody may be waiting when it breaks; whoever asks later still hears of it.
  broken.catch(() => undefined)
  return { api: wrap<Api>(worker), broken, stop: () => worker.terminate() }
}

/**
 * Wait until everything another worker committed has been heard of here: its changes and its answers come by different
 * ways, and `send` makes it publish a mark behind its changes.
 * @returns what `send` gave
 */
export async function heardAll<T>(feed: ChangeFeed, send: (mark: string) => Promise<T>): Promise<T> {
  const mark = crypto.randomUUID()
  let stop: (() => void) | undefined
  const heard = new Promise<void>((resolve) => {
    stop = feed.listen((changes) => {
      if (changes[syncTable]?.includes(mark)) resolve()
    })
  })
  try {
    const sent = await send(mark)
    await heard
    return sent
  } finally {
    stop?.()
  }
}

/** Remembers the marks that came, so that a worker can be told to go on only once it has heard everything before one. */
export class Marks {
  readonly #came = new Set<string>()
  readonly #waiting = new Map<string, () => void>()

  constructor(feed: ChangeFeed) {
    feed.listen((changes) => {
      const marks = changes[syncTable]
      for (const mark of marks === undefined || marks === 'many' ? [] : marks) {
        this.#came.add(mark)
        this.#waiting.get(mark)?.()
      }
    })
  }

  async passed(mark: string): Promise<void> {
    if (!this.#came.has(mark)) await new Promise<void>((resolve) => this.#waiting.set(mark, resolve))
    this.#came.delete(mark)
    this.#waiting.delete(mark)
  }
}

/** No table: what a worker publishes when it is asked to. */
export const syncTable = 'sync'

/** Tell progress at most five times a second; telling it costs more than a part of the work. */
export function seldom<P>(tell: (progress: P) => void, everyMs = 200): (progress: P) => void {
  let told = -Infinity
  return (progress) => {
    const now = performance.now()
    if (now - told < everyMs) return
    told = now
    tell(progress)
  }
}
