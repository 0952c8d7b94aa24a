import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSelfSigned } from '../../electron/practice/tls/self-signed'
import { makeKeyPair } from '../../electron/single-window/batch-signature'
import { Random } from '../sim/random'
import { Postgres } from '../support/postgres'
import type { State } from './client-words'
import type { Modules } from './modules'
import { SmallDisk } from './small-disk'
import { drawFate, drawPlan, type Plan } from './plan'
import { ClientProcess, Met, ServiceProcess, type ServiceOptions } from './processes'
import { Proxy, type Fate } from './proxy'
import { headline, reportOf } from './report'
import { strike, type Site } from './strikes'
import { faultsNow } from './verdict'

export type Outcome = {
  faults: string[]
  /** The round in one line. */
  headline: string
  /** Everything known about it; empty when nothing is wrong. */
  report: string
}

const TOKEN = 'token-of-the-torture'
const LOOK_MS = 150
/** What does not come in this time does not come: of waits this long only a fault is the reason. */
const PATIENCE_MS = 120_000
const REAL_PATIENCE_MS = 600_000
/** Times the patience. */
const LONGEST_ROUND = 3
/** A slow machine gets longer, until this many requests met their fate. */
const FEWEST_REQUESTS = 25
const LONGEST_STORM = 6
/** Looks in a row at which nothing is left to be done. */
const STEADY = 3
/** Faults that no time heals are looked for this often while something is left to be done. */
const LOOKS_PER_VERDICT = 8
const pass: Fate = { kind: 'pass' }
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** One seed from the first start to the verdict. Everything it started is gone afterwards. */
export async function torture(seed: number, modules: Modules, real = false): Promise<Outcome> {
  const plan = drawPlan(seed, real)
  const directory = await mkdtemp(join(tmpdir(), 'yiguan-torture-'))
  const postgres = plan.disaster === 'postgres-crash' ? await Postgres.start() : undefined
  const round = new Round(plan, real, modules, directory, postgres)
  let kept = true
  try {
    const outcome = await round.run()
    kept = outcome.faults.length > 0
    return outcome
  } finally {
    await round.close()
    await postgres?.stop()
    if (!kept) await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

class Round implements Site {
  readonly disk: SmallDisk
  readonly identity = makeSelfSigned(['localhost', '127.0.0.1'], Date.now())
  readonly met = new Met()
  readonly random: Random
  proxy!: Proxy
  gaveUp = 0
  readonly #epochMs = Date.now()
  readonly #drawn: string
  readonly #faults = new Set<string>()
  #service!: ServiceProcess
  #client!: ClientProcess
  #state: State | undefined
  #calm = false
  #closing = false
  #kills = 0
  #orders: string[] = []
  #arrived: (() => void) | undefined
  #isOther = false
  #older: 'no' | 'unaccepted' | 'accepted' = 'no'
  /** Done to the files of the service the next time it is down. */
  #whenDown: (() => Promise<void>) | undefined
  /** Why the service cannot be kept up. */
  #broken: unknown

  constructor(
    readonly plan: Plan,
    readonly real: boolean,
    readonly modules: Modules,
    readonly directory: string,
    readonly postgres: Postgres | undefined,
  ) {
    this.random = new Random(plan.seed + 1)
    this.disk = new SmallDisk(join(directory, 'pc'))
    this.#drawn = JSON.stringify(plan)
  }

  get stormMs(): number {
    return this.plan.stormMs
  }

  get #log(): string {
    return join(this.directory, 'processes.log')
  }

  get #patienceMs(): number {
    return this.real ? REAL_PATIENCE_MS : PATIENCE_MS
  }

  async run(): Promise<Outcome> {
    try {
      const faults = await Promise.race([this.#course(), this.#standstill()])
      for (const fault of faults) this.#faults.add(fault)
    } catch (error) {
      this.#faults.add(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    const faults = [...this.#faults]
    const course = {
      plan: this.plan,
      drawn: this.#drawn,
      documents: this.#orders.length * 3,
      kills: this.#kills,
      line: this.proxy?.counts ?? {},
      met: this.met,
      state: this.#state,
      log: this.#log,
    }
    const report = faults.length === 0 ? '' : await reportOf(course, faults)
    return { faults, headline: headline(course), report }
  }

  async close(): Promise<void> {
    this.#closing = true
    await this.#client?.kill()
    await this.#service?.kill()
    await this.proxy?.close()
    await this.disk.remove()
  }

  async #course(): Promise<string[]> {
    await this.#begin()
    await this.#storm()
    this.declare(1)
    return this.#settle()
  }

  /** However a process hangs, the round ends and tells what it knows. */
  async #standstill(): Promise<string[]> {
    const ms = this.#patienceMs * LONGEST_ROUND
    await new Promise((resolve) => setTimeout(resolve, ms).unref())
    return [`the round stands still after ${ms / 1_000} s`]
  }

  async #begin(): Promise<void> {
    const { disaster } = this.plan
    if (!this.postgres) await cp(this.modules.database, join(this.directory, 'service'), { recursive: true })
    if (disaster === 'disk-full') await this.disk.make()
    await mkdir(join(this.disk.path, 'database'), { recursive: true })
    await writeFile(join(this.disk.path, 'keys.json'), JSON.stringify(makeKeyPair()))
    await writeFile(join(this.directory, 'cert.pem'), this.identity.cert)
    await this.#startService()
    this.proxy = await Proxy.open(
      () => this.#service.port,
      (head) => this.#fateOf(head.method === 'PUT' && head.path.startsWith('/v1/batches/')),
      () => void (this.#arrived ? this.#spring() : this.#service.kill()),
      disaster === 'interception' ? this.identity : undefined,
    )
    void this.#keepService().catch((error: unknown) => (this.#broken = error))
    await this.#startClient()
  }

  #fateOf(isBatch: boolean): Fate {
    if (this.#isOther) this.#faults.add('the other certificate was accepted')
    if (isBatch && this.#older === 'unaccepted') this.#faults.add('a batch left an older database')
    if (isBatch && this.#arrived) return { kind: 'kill-service', third: 3 }
    return this.#calm ? pass : drawFate(this.random, this.plan, this.real)
  }

  #spring(): void {
    this.#arrived?.()
    this.#arrived = undefined
  }

  ambush(arrived: () => void): void {
    this.#arrived = arrived
  }

  distrust(isOther: boolean): void {
    this.#isOther = isOther
  }

  suspect(): void {
    this.#older = 'unaccepted'
  }

  #serviceOptions(): ServiceOptions {
    const databaseUrl = this.postgres?.url
    return {
      directory: join(this.directory, 'service'),
      token: TOKEN,
      pace: 0,
      ...(databaseUrl ? { databaseUrl } : {}),
    }
  }

  /** Whenever the service dies it is started again. */
  async #keepService(): Promise<void> {
    for (;;) {
      await this.#service.exited
      if (this.#closing) return
      this.#kills += 1
      const work = this.#whenDown
      this.#whenDown = undefined
      await work?.()
      await this.#startService()
    }
  }

  /** Again and again while its database is not back. */
  async #startService(): Promise<void> {
    const end = Date.now() + this.#patienceMs
    for (let tries = 1; !this.#closing; tries += 1) {
      try {
        this.#service = await ServiceProcess.start(this.modules.service, this.#serviceOptions(), this.#log)
        if (this.#closing) await this.#service.kill()
        return
      } catch (error) {
        if (Date.now() > end) throw error
        await pause(LOOK_MS * Math.min(tries, 10))
      }
    }
  }

  async killService(whenDown: () => Promise<void>): Promise<void> {
    const end = Date.now() + this.#patienceMs
    while (!this.#service.alive) await this.#beat(end, 'the service is up')
    await new Promise<void>((resolve, reject) => {
      this.#whenDown = () => whenDown().then(resolve, reject)
      void this.#service.kill()
    })
  }

  async #startClient(): Promise<void> {
    const { plan } = this
    const kill = this.#calm ? undefined : plan.kills.shift()
    const scheme = plan.disaster === 'interception' ? 'https' : 'http'
    const client = await ClientProcess.start(
      this.modules.client,
      {
        directory: this.disk.path,
        url: `${scheme}://localhost:${this.proxy.port}`,
        token: TOKEN,
        epochMs: this.#epochMs,
        speed: plan.speed,
        ...(kill ? { kill } : {}),
      },
      this.#log,
      this.met,
      { NODE_EXTRA_CA_CERTS: join(this.directory, 'cert.pem') },
    )
    this.#client = client
    void client.exited.then(() => (this.gaveUp += client.failed ? 1 : 0))
    client.order({ kind: 'declare', orders: this.#orders })
  }

  /** A client that is gone is started again, as the officer would. */
  async #revive(): Promise<void> {
    if (this.#client.alive) return
    this.#kills += 1
    await this.#startClient()
  }

  async killClient(): Promise<void> {
    await this.#client.kill()
  }

  declare(count: number): void {
    const { length } = this.#orders
    for (let n = 1; n <= count; n += 1) this.#orders.push(`T${this.plan.seed}-${length + n}`)
    this.#client.order({ kind: 'declare', orders: this.#orders })
  }

  /** @throws when it takes longer than it may, or the service cannot be kept up */
  async #beat(end: number, what: string): Promise<void> {
    if (this.#broken) throw this.#broken
    if (Date.now() > end) throw new Error(`waited ${this.#patienceMs / 1_000} s in vain until ${what}`)
    await pause(LOOK_MS)
  }

  async within(ms: number, holds: (state: State | undefined) => boolean): Promise<boolean> {
    for (const end = Date.now() + ms; Date.now() < end;) {
      await this.#revive()
      if (holds(await this.#look())) return true
      await this.#beat(Infinity, '')
    }
    return false
  }

  async until(what: string, holds: (state: State | undefined) => boolean): Promise<void> {
    if (await this.within(this.#patienceMs, holds)) return
    throw new Error(`waited ${this.#patienceMs / 1_000} s in vain until ${what}`)
  }

  async inCalm(work: () => Promise<void>): Promise<void> {
    this.#calm = true
    await work()
    this.#calm = false
  }

  async #storm(): Promise<void> {
    const { plan } = this
    const begin = Date.now()
    const requests = () => Object.values(this.proxy.counts).reduce((sum, n) => sum + n, 0)
    const isOver = () => {
      const ms = Date.now() - begin
      return ms > plan.stormMs * LONGEST_STORM || (ms > plan.stormMs && requests() >= FEWEST_REQUESTS)
    }
    const due = (times: number[]) => times[0] !== undefined && Date.now() - begin >= times[0]
    let struck = false
    while (!isOver() || !struck) {
      if (due(plan.declaresAt)) {
        plan.declaresAt.shift()
        this.declare(1)
      }
      if (due(plan.clientKillsAt)) {
        plan.clientKillsAt.shift()
        await this.#client.kill()
      }
      if (due(plan.serviceKillsAt)) {
        plan.serviceKillsAt.shift()
        await this.#service.kill()
      }
      await this.#revive()
      if (!struck && Date.now() - begin > plan.stormMs / 2) {
        struck = true
        await strike[plan.disaster](this)
      }
      await this.#look()
      await this.#beat(Infinity, '')
    }
  }

  async #look(): Promise<State | undefined> {
    const state = await this.#client.look()
    if (!state) return undefined
    this.#state = state
    if (state.suspect && this.#older === 'no') this.#faults.add('a good database was suspected')
    if (!state.suspect && this.#older === 'unaccepted') this.#faults.add('the older database was not noticed')
    // Everything that left was asked about: the officer compares and lets it go on.
    if (state.suspect && this.#calm && state.compared && state.ghosts === 0) {
      this.#older = 'accepted'
      this.#client.order({ kind: 'accept' })
      this.#client.order({ kind: 'declare', orders: this.#orders })
    }
    return state
  }

  #isSettled(state: State): boolean {
    const isThrough = state.stages.every((stage) => stage === 'done' || stage === 'attention')
    return isThrough && this.#isKnown() && !state.suspect && state.hold === undefined && state.ghosts === 0
  }

  #isKnown(): boolean {
    const { declared, refused } = this.#client
    return this.#orders.every((one) => declared.has(one) || refused.has(one))
  }

  /** The storm is over: everything must come to its end. What is wrong for a while is waited for, however long it takes. */
  async #settle(): Promise<string[]> {
    this.#calm = true
    const end = Date.now() + this.#patienceMs
    for (let looks = 1, steady = 0; ; looks += 1) {
      await this.#revive()
      const state = await this.#look()
      steady = state && this.#isSettled(state) ? steady + 1 : 0
      if (state && !state.suspect && !this.#isKnown())
        this.#client.order({ kind: 'declare', orders: this.#orders })
      const isLate = Date.now() > end
      if (steady >= STEADY || isLate || looks % LOOKS_PER_VERDICT === 0) {
        const { lasting, passing } = await faultsNow({
          port: this.#service.port,
          token: TOKEN,
          orders: this.#orders,
          refused: this.#client.refused,
          state,
        })
        if (lasting.length > 0 || (steady >= STEADY && passing.length === 0)) return [...lasting, ...passing]
        if (isLate) return [...passing, `not settled after ${this.#patienceMs / 1_000} s`]
      }
      await this.#beat(Infinity, '')
    }
  }
}
