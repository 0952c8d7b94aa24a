import type { Enterprise } from '#shared/model/enterprise'
import type { BatchAnswer } from '#shared/protocol/api'
import type { AnswerNote, EngineEvent, Fence, ReceiptBatch } from '#shared/protocol/engine/ports'
import { runEngine } from '#shared/protocol/engine/run'
import type { Book } from '../../data/book'
import type { BookContext } from '../../data/context'
import { BookStore } from '../../data/engine/store'
import { classify } from '../../data/errors/classify'
import type { ExchangeFacts, ExchangeLink } from '../../data/port'
import { accountAt, accountFor } from './account'
import { wakefulClock } from './clock'
import { afterEvent, failed, unknownFacts, withStatus } from './facts'
import { codec, guardOf, linkSigner, linkTransport, senderOf } from './ports'

/** Facts are counted and told at most this often. */
const everyMs = 500

/** How soon another service that was set up is noticed. */
const serviceEveryMs = 3_000

/** Held by the one engine of a book over all windows; passed on by the browser when its window dies. */
export const engineLock = (database: string): string => `exchange ${database}`

const afterAnswerMs = 1_000

/** The store, and word of each page of receipts that is on disk. */
class ListeningStore extends BookStore {
  readonly #received: (at: string) => void

  constructor(context: BookContext, account: string, received: (at: string) => void) {
    super(context, account)
    this.#received = received
  }

  /** The first receipts follow an answer within seconds: nobody should wait for the next quiet look. */
  override async applyAnswer(
    batchId: string,
    answer: BatchAnswer,
    next: AnswerNote,
    fence: Fence,
  ): Promise<void> {
    await super.applyAnswer(batchId, answer, next, fence)
    const soon = Date.parse(next.at) + afterAnswerMs
    await this.schedule('pull', { failures: 0, nextAt: soon }, undefined, fence)
  }

  override async applyReceipts(page: ReceiptBatch, fence: Fence): Promise<boolean> {
    const done = await super.applyReceipts(page, fence)
    if (done && page.facts.length > 0) this.#received(page.at)
    return done
  }
}

export type EngineTask = { book: Book; database: string; enterprise: Enterprise; link: ExchangeLink }

/**
 * The exchange of one book. It waits for its turn, runs until it is stopped, and tells what it sees; where another
 * window runs it, that one's facts are passed on.
 */
export class BookEngine {
  readonly #task: EngineTask
  readonly #tell: (facts: ExchangeFacts) => void
  readonly #store: BookStore
  readonly #clock = wakefulClock()
  readonly #stop = new AbortController()
  readonly #channel: BroadcastChannel
  readonly #stopListening: () => void
  #facts: ExchangeFacts = { ...unknownFacts, engine: 'elsewhere' }
  #timer: ReturnType<typeof setTimeout> | undefined
  #foreground = true

  constructor(task: EngineTask, tell: (facts: ExchangeFacts) => void) {
    this.#task = task
    this.#tell = tell
    this.#store = new ListeningStore(task.book.context, accountFor(task.enterprise), (at) => {
      this.#facts = { ...this.#facts, lastReceivedAt: at }
    })
    this.#channel = new BroadcastChannel(engineLock(task.database))
    this.#channel.onmessage = ({ data }: MessageEvent<ExchangeFacts>) => {
      if (this.#facts.engine !== 'here') this.#tell((this.#facts = { ...data, engine: 'elsewhere' }))
    }
    this.#stopListening = task.book.context.feed.listen((changes) => {
      if (!('outbox' in changes) && !('batches' in changes)) return
      this.#clock.wake()
      this.#soon()
    })
  }

  /** Resolves once it is stopped. */
  async run(): Promise<void> {
    const { signal } = this.#stop
    this.#soon()
    try {
      await navigator.locks.request(engineLock(this.#task.database), { signal }, () => this.#exchange())
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  stop(): void {
    this.#stop.abort()
    this.#clock.wake()
    clearTimeout(this.#timer)
    this.#stopListening()
    this.#channel.close()
  }

  wake(): void {
    this.#clock.wake()
  }

  foreground(is: boolean): void {
    this.#foreground = is
    if (is) this.#clock.wake()
  }

  /** One run for each service the book is set to, until it is stopped. */
  async #exchange(): Promise<void> {
    this.#facts = { ...this.#facts, engine: 'here' }
    while (!this.#stop.signal.aborted) {
      const service = await this.#service()
      if (service === undefined) {
        await this.#clock.sleep(serviceEveryMs)
        continue
      }
      await this.#prepare(accountAt(service, this.#task.enterprise))
      const moved = new AbortController()
      const signal = AbortSignal.any([this.#stop.signal, moved.signal])
      const watching = setInterval(() => void this.#follow(service, moved), serviceEveryMs)
      try {
        if (service === null) await this.#rest(signal)
        else await this.#runFor(service, signal)
      } finally {
        clearInterval(watching)
      }
    }
  }

  /** The officer may set up another service while this one is in use. */
  async #follow(service: string | null, moved: AbortController): Promise<void> {
    const now = await this.#service()
    if (now === undefined || now === service || moved.signal.aborted) return
    moved.abort()
    this.#clock.wake()
  }

  /** What the book is set to; undefined while main cannot be asked. */
  #service(): Promise<string | null | undefined> {
    return this.#task.link.service().catch(() => undefined)
  }

  async #rest(signal: AbortSignal): Promise<void> {
    this.#facts = { ...this.#facts, line: 'unconfigured' }
    this.#soon()
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    this.#facts = { ...this.#facts, line: 'unknown' }
  }

  #runFor(service: string, signal: AbortSignal): Promise<void> {
    const { book, enterprise, link } = this.#task
    return runEngine(
      {
        store: this.#store,
        transport: linkTransport(link, accountAt(service, enterprise)),
        signer: linkSigner(link, book.context),
        clock: this.#clock,
        codec,
        sender: senderOf(enterprise),
        guard: () => Promise.resolve(guardOf(book.context)),
        foreground: () => this.#foreground,
        observe: (event) => this.#observe(event),
      },
      signal,
      (error) => {
        const { code, text } = classify(error)
        this.#facts = failed(this.#facts, { code, text })
        this.#soon()
      },
    )
  }

  /** A new session signs in anew and has looked at the counters; what held the last one must hold again to count. */
  async #prepare(account: string): Promise<void> {
    const status = await this.#store.status()
    if (status.account !== account) await this.#store.switchAccount(account)
    const { hold } = await this.#store.status()
    if (!hold) return
    for (const kind of ['auth', 'service', 'guard'] as const) {
      if (kind !== 'guard' || !guardOf(this.#task.book.context)) await this.#store.release(kind)
    }
  }

  #observe(event: EngineEvent): void {
    this.#facts = afterEvent(this.#facts, event)
    this.#soon()
  }

  #soon(): void {
    if (this.#timer !== undefined || this.#stop.signal.aborted) return
    this.#timer = setTimeout(() => void this.#count(), everyMs)
  }

  async #count(): Promise<void> {
    this.#timer = undefined
    try {
      this.#facts = withStatus(this.#facts, await this.#store.status())
    } catch {
      // The database is closing or busy; the next change asks again.
      return
    }
    if (this.#stop.signal.aborted) return
    if (this.#facts.engine === 'here') this.#channel.postMessage(this.#facts)
    this.#tell(this.#facts)
  }
}
