import { createHmac } from 'node:crypto'
import { networkFailure } from '#shared/protocol/errors'
import type { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { MemoryState } from '#shared/protocol/engine/memory-state'
import type { Ports, PutRequest, TransportPort } from '#shared/protocol/engine/ports'
import type { JournalEntry, Reason } from '#shared/protocol/engine/records'
import { runEngine } from '#shared/protocol/engine/run'
import { journalFailed } from '../../electron/single-window/fit'
import { codec } from './codec'
import type { Front } from './front'
import type { Pause } from './store-mutants'
import { overTheLine } from './network'
import type { Plan } from './plan'
import { digest, type Service } from './service'
import { Way, type Line } from './way'
import type { World } from './world'

export type StoreClass = new (start: string | MemoryState) => MemoryStore
const never = () => new Promise<never>(() => undefined)
const RESTART_MS = 3_000

export const markOf = (message: string, businessKey: string) =>
  createHmac('sha256', 'index key').update(`${message}\n${businessKey}`).digest('hex')

/** One running engine; a killed one stays silent for ever, whatever it was waiting for. */
class Process {
  alive = true
  wake: () => void = () => undefined
  /** Stands still until then. Another one has taken over, so nobody starts it again. */
  frozenUntil = 0
}

/**
 * One PC: the database and the send journal are its disk, the engine a process on it that can be killed anywhere.
 * A second engine on the same disk plays the second window.
 */
export class Desk {
  store: MemoryStore
  readonly journal: JournalEntry[] = []
  /** Account each batch was made for, as first written to the journal. */
  readonly madeFor = new Map<string, string>()
  account: string
  epoch = 1
  /** The clock of this PC minus true time. */
  skew = 0
  /** What the counters outside the database say. */
  suspicion: Reason | undefined
  kills = 0
  #fullUntil = 0
  /** Called each time an engine waits for something: a place where it could be killed. */
  onAwait: () => void = () => undefined
  #processes: Process[] = []
  readonly #way: Way
  #backup: MemoryState | undefined

  constructor(
    readonly world: World,
    readonly plan: Plan,
    readonly services: ReadonlyMap<string, Service>,
    readonly front: Front,
    readonly Store: (pause: Pause) => StoreClass,
  ) {
    this.account = [...services.keys()][0]!
    this.store = this.#open(this.account)
    this.#way = new Way(plan, () => this.now())
  }

  #open(start: string | MemoryState): MemoryStore {
    const Class = this.Store(async () => {
      const { random } = this.world
      if (random.chance(this.plan.faults.killAtStore * 3)) {
        this.killAll()
        await never()
      }
    })
    return new Class(start)
  }

  start(engines = this.plan.faults.secondEngine ? 2 : 1): void {
    for (let i = 0; i < engines; i += 1) this.#boot()
  }

  #boot(): void {
    const process = new Process()
    this.#processes.push(process)
    void runEngine(this.#ports(process), {
      get aborted() {
        return !process.alive
      },
    })
  }

  #kill(process: Process): void {
    if (!process.alive) return
    process.alive = false
    this.kills += 1
    this.#processes = this.#processes.filter((other) => other !== process)
    if (process.frozenUntil === 0) this.world.after(RESTART_MS, () => this.#boot())
  }

  /** An engine stands still, a second window takes over; later the first goes on until it sees that it lost the lock. */
  freeze(ms: number, unaware: number): void {
    const process = this.#processes.find(({ frozenUntil }) => frozenUntil === 0)
    if (!process) return
    process.frozenUntil = this.world.now + ms
    this.#boot()
    this.world.after(ms + unaware, () => {
      process.alive = false
      this.#processes = this.#processes.filter((other) => other !== process)
    })
  }

  fillDisk(ms: number): void {
    this.#fullUntil = this.world.now + ms
  }

  get isFull(): boolean {
    return this.world.now < this.#fullUntil
  }

  get current(): Service {
    return this.services.get(this.account)!
  }

  killAll(): void {
    this.#way.forget()
    for (const process of [...this.#processes]) this.#kill(process)
  }

  wakeAll(): void {
    for (const process of this.#processes) process.wake()
  }

  now(): number {
    return this.world.now + this.skew
  }

  backup(): void {
    this.#backup = this.store.snapshot()
  }

  /** The database is put back to the backup behind the app's back; the journal stands outside it. */
  rollback(noticed: boolean): boolean {
    if (!this.#backup || this.#backup.epoch !== this.epoch) return false
    this.killAll()
    this.store = this.#open(this.#backup)
    const text = { zh: '数据库比已发送的旧', en: 'The database is older than what left' }
    if (noticed) this.suspicion = { code: 'database-older', text }
    return true
  }

  async switchAccount(account: string): Promise<void> {
    this.epoch = await this.store.switchAccount(account)
    this.account = account
    this.wakeAll()
  }

  #ports(process: Process): Ports {
    const { world } = this
    const sender = { enterprise: { code: 'E', name: 'E' }, book: 'practice' as const, transfer: {} }
    return {
      store: this.#store(process),
      transport: this.#transport(process),
      signer: { digest, mark: async (message, key) => markOf(message, key) },
      clock: {
        now: () => this.now(),
        random: () => world.random.next(),
        uuid: () => world.random.uuid(),
        sleep: (ms) =>
          this.#gate(
            process,
            new Promise<void>((resolve) => {
              process.wake = resolve
              world.after(ms, resolve)
            }),
          ),
      },
      codec,
      sender,
      guard: () => this.#gate(process, Promise.resolve(this.suspicion)),
    }
  }

  /** A dead process never hears of anything again. */
  async #gate<T>(process: Process, work: Promise<T>): Promise<T> {
    const { world, plan } = this
    if (process.alive) this.onAwait()
    const [result] = await Promise.allSettled([work])
    if (plan.faults.killAtAwait > 0 && process.alive && world.random.chance(plan.faults.killAtAwait)) {
      this.#kill(process)
    }
    if (process.frozenUntil > world.now) await world.pass(process.frozenUntil - world.now)
    if (!process.alive) return never()
    if (result.status === 'rejected') throw result.reason
    return result.value
  }

  /** The store as the engine sees it: each call takes time, may fail for want of space, may be the last. */
  #store(process: Process): Ports['store'] {
    const { world, plan } = this
    const call = async (name: string, args: unknown[]): Promise<unknown> => {
      await this.#gate(process, world.pass(world.random.int(0, 20)))
      if (world.random.chance(plan.faults.killAtStore)) {
        this.#kill(process)
        await never()
      }
      const writes = name !== 'nextWork' && name !== 'contents'
      if (name !== 'nextWork' && world.random.chance(plan.faults.diskFull)) throw new Error('disk full')
      if (writes && this.isFull) throw new Error('disk full')
      const method = this.store[name as keyof MemoryStore] as (...args: unknown[]) => Promise<unknown>
      const result = await this.#gate(process, method.apply(this.store, args))
      if (world.random.chance(plan.faults.killAtStore)) {
        this.#kill(process)
        await never()
      }
      return result
    }
    return new Proxy({} as Ports['store'], {
      get:
        (_target, name: string) =>
        (...args: unknown[]) =>
          call(name, args),
    })
  }

  #transport(process: Process): TransportPort {
    const { world, plan } = this
    // The way is main's: a window that dies takes neither its sign-in nor what is being uploaded with it.
    const lineTo =
      (target: Service): Line =>
      (ask) =>
        overTheLine(world, plan.faults, this.front, () => ask(target))
    const asked: Line = (ask) => {
      const target = this.current
      return this.#gate(process, this.#way.inSession(target, lineTo(target), ask))
    }
    const changed = { ok: false, failure: { ...networkFailure('aborted'), line: false } } as const
    return {
      capabilities: () =>
        this.#gate(
          process,
          lineTo(this.current)((service) => service.capabilities()),
        ),
      receipts: (cursor, limit) => asked((service) => service.receipts(cursor, limit)),
      queryBatch: async (batchId, account) =>
        account === this.account ? asked((service) => service.query(batchId)) : changed,
      putBatch: async (request) => {
        if (request.account !== this.account) return changed
        if (this.isFull) return { ok: false, failure: journalFailed() }
        const target = this.current
        const way = lineTo(target)
        if (target.sessions.wanted) {
          const entered = await this.#gate(process, this.#way.enter(target, way))
          if (!entered.ok) return entered
        }
        this.#note(request)
        const watched: Line = (ask) =>
          way((service) => {
            if (this.madeFor.get(request.batchId) !== service.account) {
              service.ledger.faults.push(`I5: batch ${request.batchId} went to another account`)
            }
            return ask(service)
          })
        return this.#gate(process, this.#way.put(target, watched, request))
      },
      filings: {
        put: async (filing) =>
          filing.account === this.account ? asked(({ registry }) => registry.put(filing)) : changed,
        page: () => asked(({ registry }) => registry.page()),
      },
      journal: async () => [...this.journal],
    }
  }

  /** The send journal: on disk before the first byte leaves. */
  #note({ batchId, sha256, marks, account }: PutRequest): void {
    if (this.madeFor.has(batchId)) return
    this.madeFor.set(batchId, account)
    const at = new Date(this.now()).toISOString()
    this.journal.push({ batchId, contentHash: sha256, marks, at, account })
  }
}
