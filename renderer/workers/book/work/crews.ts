import { proxy } from 'comlink'
import type { Remote } from 'comlink'
import { DataRefusal } from '../../../data/errors/refusal'
import type { WorkProgress } from '../../../data/port'
import type { DeclarationApi } from '../../declaration/worker'
import { crewOf, lend } from '../../job'
import type { BookTask, Crew } from '../../job'
import type { MatchingApi } from '../../matching/worker'
import type { BookSession } from '../session'

type Tell = (p: WorkProgress) => void
type Stoppable = { cancel(): unknown }

/** The workers that do the long work of an open book; one piece of work at a time. */
export class Crews {
  readonly #session: BookSession
  #matching: Promise<Crew<MatchingApi>> | undefined
  #running: { stage: string; api?: Stoppable; stop?: () => void } | undefined

  constructor(session: BookSession) {
    this.#session = session
  }

  /** 对碰 keeps its worker, because its index is worth keeping. */
  match<T>(work: (api: Remote<MatchingApi>) => Promise<T>): Promise<T> {
    return this.#alone('对碰', async () => {
      this.#matching ??= this.#startMatching()
      const { api, broken } = await this.#matching
      this.#running!.api = api as unknown as Stoppable
      return Promise.race([work(api), broken])
    })
  }

  /** Everything about 清单 gets a worker of its own, which goes when it is done. */
  declare<T>(stage: string, work: (api: Remote<DeclarationApi>) => Promise<T>): Promise<T> {
    return this.#alone(stage, async () => {
      const worker = new Worker(new URL('../../declaration/worker.ts', import.meta.url), { type: 'module' })
      const crew = crewOf<DeclarationApi>(worker)
      this.#running!.api = crew.api as unknown as Stoppable
      this.#running!.stop = crew.stop
      try {
        const { task, sentinel } = this.#task()
        return await Promise.race([crew.api.open(task, sentinel).then(() => work(crew.api)), crew.broken])
      } finally {
        crew.stop()
      }
    })
  }

  async cancel(): Promise<void> {
    await this.#running?.api?.cancel()
  }

  /** At lock. What was at work stops between two transactions; nothing of it is half done. */
  stop(): void {
    this.#running?.stop?.()
    void this.#matching?.then(({ stop }) => stop()).catch(() => undefined)
    this.#matching = undefined
  }

  async #alone<T>(stage: string, work: () => Promise<T>): Promise<T> {
    if (this.#running) throw new DataRefusal('busy', { stage: this.#running.stage })
    this.#running = { stage }
    try {
      return await work()
    } finally {
      this.#running = undefined
    }
  }

  async #startMatching(): Promise<Crew<MatchingApi>> {
    const worker = new Worker(new URL('../../matching/worker.ts', import.meta.url), { type: 'module' })
    const crew = crewOf<MatchingApi>(worker)
    try {
      const { task, sentinel } = this.#task()
      await Promise.race([crew.api.open(task, sentinel), crew.broken])
      return crew
    } catch (error) {
      crew.stop()
      this.#matching = undefined
      throw error
    }
  }

  #task(): { task: BookTask; sentinel: never } {
    const { entry, who, book, sentinel } = this.#session
    return {
      task: { database: entry.database, keys: book.context.keys, who },
      sentinel: proxy(lend(sentinel)) as never,
    }
  }
}

/** Passed on to a worker that tells how far it is. */
export const telling = (progress: Tell | undefined): Tell =>
  proxy((p: WorkProgress) => progress?.(p)) as unknown as Tell
