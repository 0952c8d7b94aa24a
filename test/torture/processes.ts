import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ClientOptions, Order, Said, State } from './client-words'

const lifeline = import.meta.resolve('../support/end-with-parent.mjs')
const STATE_TIMEOUT_MS = 20_000

/** A process of ours that can be killed; everything it says comes as lines of JSON. */
class Child {
  readonly exited: Promise<unknown>
  protected readonly child: ChildProcess
  alive = true

  /** @param log file that gets what the process writes to standard error */
  constructor(module: string, args: readonly string[], log: string, env: NodeJS.ProcessEnv) {
    const errors = openSync(log, 'a')
    this.child = spawn(process.execPath, ['--import', lifeline, module, ...args], {
      stdio: ['pipe', 'pipe', errors],
      env: { ...process.env, ...env },
    })
    closeSync(errors)
    this.child.stdin!.on('error', () => undefined)
    this.exited = once(this.child, 'exit').then(() => (this.alive = false))
  }

  protected lines(): AsyncIterableIterator<string> {
    return createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]()
  }

  /** It ended by itself, and not well. */
  get failed(): boolean {
    return (this.child.exitCode ?? 0) !== 0
  }

  get pid(): number {
    return this.child.pid!
  }

  /** As an orderly system does. */
  stop(): Promise<unknown> {
    if (this.alive) this.child.kill('SIGTERM')
    return this.exited
  }

  kill(): Promise<unknown> {
    if (this.alive) this.child.kill('SIGKILL')
    return this.exited
  }
}

export type ServiceOptions = { directory: string; token: string; pace: number; databaseUrl?: string }

/** The practice single window. */
export class ServiceProcess extends Child {
  port = 0

  static async start(
    module: string,
    { directory, token, pace, databaseUrl }: ServiceOptions,
    log: string,
  ): Promise<ServiceProcess> {
    const args = ['--data', directory, '--token', token, '--pace', String(pace)]
    const service = new ServiceProcess(module, args, log, { DATABASE_URL: databaseUrl ?? '' })
    for await (const line of service.lines()) {
      const said = JSON.parse(line) as { kind: string; url?: string; message?: string }
      if (said.kind !== 'ready') throw new Error(said.message)
      service.port = Number(new URL(said.url!).port)
      return service
    }
    throw new Error('the service ended without a word')
  }
}

/** What the clients of a round met, over all their starts. */
export class Met {
  /** Requests that failed, by code. */
  readonly failures = new Map<string, number>()
  /** What the engine or a command threw. */
  readonly troubles: string[] = []

  failure(code: string): void {
    this.failures.set(code, (this.failures.get(code) ?? 0) + 1)
  }
}

/** One PC. */
export class ClientProcess extends Child {
  readonly refused = new Map<string, string>()
  readonly declared = new Set<string>()
  #met = new Met()
  #told: (state: State | undefined) => void = () => undefined

  static async start(
    module: string,
    options: ClientOptions,
    log: string,
    met: Met,
    env: NodeJS.ProcessEnv = {},
  ): Promise<ClientProcess> {
    const client = new ClientProcess(module, [JSON.stringify(options)], log, env)
    client.#met = met
    await new Promise<void>((resolve) => {
      void client.exited.then(() => resolve())
      void client.#listen(resolve)
    })
    return client
  }

  async #listen(ready: () => void): Promise<void> {
    for await (const line of this.lines()) {
      const said = JSON.parse(line) as Said
      if (said.kind === 'ready') ready()
      else if (said.kind === 'state') this.#told(said)
      else if (said.kind === 'declared') this.declared.add(said.orderNo)
      else if (said.kind === 'refused') this.refused.set(said.orderNo, said.code)
      else if (said.kind === 'failed') this.#met.troubles.push(said.message)
      else this.#met.failure(said.code)
    }
    this.#told(undefined)
  }

  order(order: Order): void {
    if (this.alive) this.child.stdin!.write(`${JSON.stringify(order)}\n`)
  }

  /** How things stand; undefined when the process is gone. */
  look(): Promise<State | undefined> {
    if (!this.alive) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), STATE_TIMEOUT_MS)
      this.#told = (state) => {
        clearTimeout(timer)
        resolve(state)
      }
      this.order({ kind: 'look' })
    })
  }
}
