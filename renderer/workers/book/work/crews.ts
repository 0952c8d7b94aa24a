import { proxy } from 'comlink'
import type { Remote } from 'comlink'
import { DataRefusal } from '../../../data/errors/refusal'
import type { WorkProgress } from '../../../data/port'
import type { DeclarationApi } from '../../declaration/worker'
import { crewOf, heardAll, lend, syncTable } from '../../job'
import type { BookTask, Crew } from '../../job'
import type { FilingApi } from '../../filing/worker'
import type { ForexApi } from '../../forex/worker'
import type { MatchingApi } from '../../matching/worker'
import type { RebateApi } from '../../rebate/worker'
import type { BookSession } from '../session'

type Tell = (p: WorkProgress) => void
type Stoppable = { cancel(): unknown }
type Opened = { open(task: BookTask, sentinel: never): Promise<unknown> }
type Desk<D> = { desk: D; passed(mark: string): Promise<void>; sync(mark: string): Promise<void> }
type DeskName = 'rebate' | 'forex' | 'filing'
type Running = { api?: Stoppable; stop?: () => void; ended: Promise<void> }

/** The workers that do the long work of an open book; one piece of work at a time. */
export class Crews {
  readonly #session: BookSession
  #matching: Promise<Crew<MatchingApi>> | undefined
  readonly #desks = new Map<DeskName, Promise<Crew<Opened>>>()
  #running: Running | undefined

  constructor(session: BookSession) {
    this.#session = session
  }

  /**
   * 对碰 keeps its worker, because its index is worth keeping. `patient`: it belongs to an act that is already stored,
   * so it waits for the work under way instead of being refused.
   */
  match<T>(work: (api: Remote<MatchingApi>, after: string) => Promise<T>, patient: boolean): Promise<T> {
    return this.#alone(async () => {
      this.#matching ??= this.#start<MatchingApi>(
        new Worker(new URL('../../matching/worker.ts', import.meta.url), { type: 'module' }),
        () => (this.#matching = undefined),
      )
      const { api, broken } = await this.#matching
      this.#running!.api = api as unknown as Stoppable
      return Promise.race([this.#heard(api, work(api, this.#mark())), broken])
    }, patient)
  }

  /** Everything about 清单 gets a worker of its own, which goes when it is done. */
  declare<T>(work: (api: Remote<DeclarationApi>) => Promise<T>): Promise<T> {
    return this.#alone(() => this.#withWorker(work, (crew) => Object.assign(this.#running!, crew)))
  }

  /** A look at 清单 that changes nothing: it never waits for other work and never stands in its way. */
  look<T>(work: (api: Remote<DeclarationApi>) => Promise<T>): Promise<T> {
    return this.#withWorker(work)
  }

  /**
   * 出口退税 keeps its worker with everything it has read. It answers while other work runs, and stands in nobody's way: its
   * acts follow each other in there.
   */
  rebate<T>(work: (desk: RebateApi['desk']) => Promise<T>): Promise<T> {
    const begin = () => new Worker(new URL('../../rebate/worker.ts', import.meta.url), { type: 'module' })
    return this.#atDesk<RebateApi, T>('rebate', begin, work)
  }

  /** 收汇与结汇, in the same way. */
  forex<T>(work: (desk: ForexApi['desk']) => Promise<T>): Promise<T> {
    const begin = () => new Worker(new URL('../../forex/worker.ts', import.meta.url), { type: 'module' })
    return this.#atDesk<ForexApi, T>('forex', begin, work)
  }

  /** 备案, 税则, 证照 and 综试区, in the same way. */
  filing<T>(work: (desk: FilingApi['desk']) => Promise<T>): Promise<T> {
    const begin = () => new Worker(new URL('../../filing/worker.ts', import.meta.url), { type: 'module' })
    return this.#atDesk<FilingApi, T>('filing', begin, work)
  }

  /** Ask a desk that holds facts of its own, once it has heard everything committed here before. */
  async #atDesk<Api extends Opened & Desk<unknown>, T>(
    name: DeskName,
    begin: () => Worker,
    work: (desk: Api['desk']) => Promise<T>,
  ): Promise<T> {
    const crew = this.#desks.get(name) ?? this.#start(begin(), () => this.#desks.delete(name))
    this.#desks.set(name, crew)
    const { api, broken } = await crew
    const asked = api as unknown as Api
    // Every path of a remote object is one itself.
    const worked = asked.passed(this.#mark()).then(() => work(asked.desk))
    return Promise.race([this.#heard(asked, worked), broken])
  }

  async #withWorker<T>(
    work: (api: Remote<DeclarationApi>) => Promise<T>,
    started?: (crew: { api: Stoppable; stop: () => void }) => void,
  ): Promise<T> {
    const worker = new Worker(new URL('../../declaration/worker.ts', import.meta.url), { type: 'module' })
    const crew = crewOf<DeclarationApi>(worker)
    started?.({ api: crew.api as unknown as Stoppable, stop: crew.stop })
    try {
      const { task, sentinel } = this.#task()
      const worked = crew.api.open(task, sentinel).then(() => work(crew.api))
      return await Promise.race([this.#heard(crew.api, worked), crew.broken])
    } finally {
      crew.stop()
    }
  }

  /** A mark behind everything committed in this worker. */
  #mark(): string {
    const mark = crypto.randomUUID()
    this.#session.book.context.feed.publish({ [syncTable]: [mark] })
    return mark
  }

  /** The result of a piece of work, once its changes are known here too; also when it was refused half way. */
  async #heard<T>(api: { sync(mark: string): Promise<void> }, worked: Promise<T>): Promise<T> {
    try {
      return await worked
    } finally {
      // A worker that never opened the book has changed nothing; its own refusal is the one to tell.
      await heardAll(this.#session.book.context.feed, (mark) => api.sync(mark)).catch(() => undefined)
    }
  }

  async cancel(): Promise<void> {
    await this.#running?.api?.cancel()
  }

  /** At lock. What was at work stops between two transactions; nothing of it is half done. */
  stop(): void {
    this.#running?.stop?.()
    for (const crew of [this.#matching, ...this.#desks.values()])
      void crew?.then(({ stop }) => stop()).catch(() => undefined)
    this.#matching = undefined
    this.#desks.clear()
  }

  async #alone<T>(work: () => Promise<T>, patient = false): Promise<T> {
    while (this.#running) {
      if (!patient) throw new DataRefusal('busy')
      await this.#running.ended
    }
    let end = () => {}
    this.#running = { ended: new Promise((resolve) => (end = resolve)) }
    try {
      return await work()
    } finally {
      this.#running = undefined
      end()
    }
  }

  /** A worker that stays with its book open; one that could not open it is given up, and started anew the next time. */
  async #start<Api extends Opened>(worker: Worker, gone: () => void): Promise<Crew<Api>> {
    const crew = crewOf<Api>(worker)
    try {
      const { task, sentinel } = this.#task()
      await Promise.race([(crew.api as unknown as Opened).open(task, sentinel), crew.broken])
      return crew
    } catch (error) {
      crew.stop()
      gone()
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
