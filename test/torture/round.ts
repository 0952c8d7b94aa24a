import { copyFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
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
import { ClientProcess, ServiceProcess, type ServiceOptions } from './processes'
import { Proxy, type Fate } from './proxy'
import { faultsAtEnd } from './verdict'

export type Outcome = {
  plan: Plan
  faults: string[]
  kills: number
  /** What the line did, by name. */
  line: Record<string, number>
  documents: number
  /** What the processes logged; kept when something is wrong. */
  log: string
}

const TOKEN = 'token-of-the-torture'
const LOOK_MS = 150
/** An officer does not wait for ever for a journal that nobody compares. */
const PATIENCE_MS = 4_000
const MOST_STARTS = 20
/** A slow machine gets longer, until this many requests met their fate. */
const FEWEST_REQUESTS = 25
const LONGEST_STORM = 6
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

class Round {
  readonly #random: Random
  readonly #epochMs = Date.now()
  readonly #disk: SmallDisk
  #service!: ServiceProcess
  #client!: ClientProcess
  #proxy!: Proxy
  #calm = false
  #closing = false
  #calmSince = Infinity
  #kills = 0
  #orders: string[] = []
  /** The next whole batch that reaches the service costs it its database server. */
  #ambush = false
  /** Batches that passed while the database was known to be older than what had left. */
  #suspect: 'never' | 'now' | 'over' = 'never'
  #sentInSuspicion = 0
  #restarting: Promise<void> = Promise.resolve()
  /** Done to the files of the service the next time it is down. */
  #whenDown: (() => Promise<void>) | undefined

  constructor(
    readonly plan: Plan,
    readonly real: boolean,
    readonly modules: Modules,
    readonly directory: string,
    readonly postgres: Postgres | undefined,
  ) {
    this.#random = new Random(plan.seed + 1)
    this.#disk = new SmallDisk(join(directory, 'pc'))
  }

  get #log(): string {
    return join(this.directory, 'processes.log')
  }

  async run(): Promise<Outcome> {
    const { plan } = this
    const good = makeSelfSigned(['localhost', '127.0.0.1'], Date.now())
    const isTls = plan.disaster === 'interception'
    await this.#prepare(good.cert)
    await this.#startService()
    this.#proxy = await Proxy.open(
      () => this.#service.port,
      ({ method, path }) => {
        const isBatch = method === 'PUT' && path.startsWith('/v1/batches/')
        if (isBatch && this.#suspect === 'now') this.#sentInSuspicion += 1
        if (isBatch && this.#ambush) return { kind: 'kill-service', third: 3 }
        return this.#calm ? pass : drawFate(this.#random, plan, this.real)
      },
      () => void (this.#ambush ? this.#spring() : this.#service.kill()),
      isTls ? good : undefined,
    )
    void this.#keepService()
    await this.#startClient()
    await this.#storm(() => this.#strike(good))
    this.#declare(1)
    const state = await this.#settle()
    const faults = await this.#verdict(state)
    if (this.#sentInSuspicion > 0) faults.push(`${this.#sentInSuspicion} batches left an older database`)
    if (['rolled-back', 'emptied'].includes(plan.disaster) && this.#suspect === 'never')
      faults.push('the older database was not noticed')
    const line = this.#proxy.counts
    if (isTls && !line['tls-refused']) faults.push('the other certificate was accepted')
    return { plan, faults, kills: this.#kills, line, documents: this.#orders.length * 3, log: this.#log }
  }

  /** What a service forgot that was put back comes again by itself; that takes until the client has noticed. */
  async #verdict(state: State | undefined): Promise<string[]> {
    const end = Date.now() + (this.real ? 600_000 : 30_000)
    for (;;) {
      const faults = await faultsAtEnd({
        port: this.#service.port,
        token: TOKEN,
        orders: this.#orders,
        refused: this.#client.refused,
        state: state && this.plan.disaster === 'service-put-back' ? await this.#client.look() : state,
        troubles: this.#client.troubles,
      })
      const isOver = faults.length === 0 || Date.now() > end
      if (isOver || this.plan.disaster !== 'service-put-back') return faults
      await pause(LOOK_MS)
    }
  }

  async close(): Promise<void> {
    this.#closing = true
    await this.#restarting.catch(() => undefined)
    await this.#client?.kill()
    await this.#service?.kill()
    await this.#proxy?.close()
    await this.#disk.remove()
  }

  async #prepare(cert: string): Promise<void> {
    if (!this.postgres) await cp(this.modules.database, join(this.directory, 'service'), { recursive: true })
    if (this.plan.disaster === 'disk-full') await this.#disk.make()
    await mkdir(join(this.#disk.path, 'database'), { recursive: true })
    await writeFile(join(this.#disk.path, 'keys.json'), JSON.stringify(makeKeyPair()))
    await writeFile(join(this.directory, 'cert.pem'), cert)
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
    while (!this.#closing) {
      await this.#service.exited
      if (this.#closing) return
      this.#kills += 1
      await this.#whenDown?.()
      this.#whenDown = undefined
      this.#restarting = this.#startService()
      await this.#restarting
    }
  }

  /** Again and again while its database is not back. */
  async #startService(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        this.#service = await ServiceProcess.start(this.modules.service, this.#serviceOptions(), this.#log)
        return
      } catch (error) {
        if (tries === MOST_STARTS || this.#closing) throw error
        await pause(LOOK_MS * tries)
      }
    }
  }

  async #startClient(): Promise<void> {
    const { plan } = this
    const kill = this.#calm ? undefined : plan.kills.shift()
    const scheme = plan.disaster === 'interception' ? 'https' : 'http'
    const client = await ClientProcess.start(
      this.modules.client,
      {
        directory: this.#disk.path,
        url: `${scheme}://localhost:${this.#proxy.port}`,
        token: TOKEN,
        epochMs: this.#epochMs,
        speed: plan.speed,
        ...(kill ? { kill } : {}),
      },
      this.#log,
      { NODE_EXTRA_CA_CERTS: join(this.directory, 'cert.pem') },
    )
    this.#client = client
    client.order({ kind: 'declare', orders: this.#orders })
  }

  /** A client that is gone is started again, as the officer would. */
  async #revive(): Promise<void> {
    if (this.#client.alive) return
    this.#kills += 1
    await this.#startClient()
  }

  #declare(count: number): void {
    const { length } = this.#orders
    for (let n = 1; n <= count; n += 1) this.#orders.push(`T${this.plan.seed}-${length + n}`)
    this.#client.order({ kind: 'declare', orders: this.#orders })
  }

  async #storm(strike: () => Promise<void>): Promise<void> {
    const { plan } = this
    const begin = Date.now()
    const requests = () => Object.values(this.#proxy.counts).reduce((sum, n) => sum + n, 0)
    const isOver = () => {
      const ms = Date.now() - begin
      return ms > plan.stormMs * LONGEST_STORM || (ms > plan.stormMs && requests() >= FEWEST_REQUESTS)
    }
    const due = (times: number[]) => times[0] !== undefined && Date.now() - begin >= times[0]
    let struck = false
    while (!isOver()) {
      if (due(plan.declaresAt)) {
        plan.declaresAt.shift()
        this.#declare(1)
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
        await strike()
      }
      await this.#look()
      await pause(LOOK_MS)
    }
  }

  async #look(): Promise<State | undefined> {
    const state = await this.#client.look()
    if (state?.suspect) {
      this.#suspect = 'now'
      // Everything that left was asked about: the officer compares and lets it go on.
      const asked = state.ghosts === 0 && (state.batches > 0 || Date.now() > this.#calmSince + PATIENCE_MS)
      if (this.#calm && asked) {
        this.#suspect = 'over'
        this.#client.order({ kind: 'accept' })
        this.#client.order({ kind: 'declare', orders: this.#orders })
      }
    }
    return state
  }

  async #strike(good: { key: string; cert: string }): Promise<void> {
    const { disaster, stormMs } = this.plan
    if (disaster === 'disk-full') {
      await this.#disk.fill()
      await pause(stormMs / 4)
      await this.#disk.free()
    } else if (disaster === 'interception') {
      this.#proxy.show(makeSelfSigned(['localhost', '127.0.0.1'], Date.now()))
      await pause(stormMs / 4)
      this.#proxy.show(good)
    } else if (disaster === 'postgres-crash') {
      this.#ambush = true
      this.#declare(1)
      for (let n = 0; n < 40 && this.#ambush; n += 1) {
        await this.#revive()
        await pause(LOOK_MS)
      }
      if (this.#ambush) await this.#spring()
      await pause(200)
      await this.postgres!.boot()
    } else if (disaster === 'service-put-back') {
      await this.#putServiceBack()
    } else if (disaster === 'rolled-back' || disaster === 'emptied') {
      await this.#replaceDatabase(disaster === 'emptied')
    }
  }

  /** The database server dies while the service works on a batch. */
  async #spring(): Promise<void> {
    this.#ambush = false
    await pause(this.#random.int(0, 60))
    await this.postgres!.crash()
  }

  /** Put back the database as it was before the last batches left, or none at all, behind the client's back. */
  async #replaceDatabase(emptied: boolean): Promise<void> {
    const database = join(this.#disk.path, 'database/outbox.bin')
    const older = join(this.directory, 'older.bin')
    await copyFile(database, older).catch(() => undefined)
    const calm = this.#calm
    this.#calm = true
    await this.#takeInOneMore()
    this.#calm = calm
    await this.#client.kill()
    await rm(database, { force: true })
    if (!emptied) await copyFile(older, database).catch(() => undefined)
    await this.#revive()
    await this.#look()
  }

  /** At least one batch more must get through, else there is nothing to lose. */
  async #takeInOneMore(): Promise<void> {
    const before = this.#proxy.counts.pass ?? 0
    this.#declare(1)
    for (let n = 0; n < 80; n += 1) {
      await this.#revive()
      const state = await this.#client.look()
      const isThrough = state?.stages.every((stage) => stage === 'accepted' || stage === 'done')
      if (isThrough && state!.stages.length > 0 && (this.#proxy.counts.pass ?? 0) > before) break
      await pause(LOOK_MS)
    }
  }

  /** The service goes on from files as they were before it took in the last batches. */
  async #putServiceBack(): Promise<void> {
    const files = join(this.directory, 'service')
    const older = join(this.directory, 'service-before')
    const calm = this.#calm
    this.#calm = true
    await this.#killService(() => cp(files, older, { recursive: true }))
    await this.#takeInOneMore()
    this.#calm = calm
    await this.#killService(async () => {
      await rm(files, { recursive: true, force: true })
      await rename(older, files)
    })
  }

  async #killService(whenDown: () => Promise<void>): Promise<void> {
    await this.#restarting
    await new Promise<void>((resolve, reject) => {
      this.#whenDown = () => whenDown().then(resolve, reject)
      void this.#service.kill()
    })
  }

  /** The faults are over: everything must come to its end. */
  async #settle(): Promise<State | undefined> {
    this.#calm = true
    this.#calmSince = Date.now()
    const end = Date.now() + (this.real ? 600_000 : 45_000)
    let state: State | undefined
    let steady = 0
    while (Date.now() < end && steady < 3) {
      await this.#revive()
      state = await this.#look()
      const through = state?.stages.every((stage) => stage === 'done' || stage === 'attention') ?? false
      const known = this.#orders.every(
        (one) => this.#client.declared.has(one) || this.#client.refused.has(one),
      )
      const isSettled =
        through && known && !state?.suspect && state?.hold === undefined && state?.ghosts === 0
      steady = isSettled ? steady + 1 : 0
      if (!known && state && !state.suspect) this.#client.order({ kind: 'declare', orders: this.#orders })
      await pause(LOOK_MS)
    }
    return state
  }
}
