import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Done, Job } from './worker'

type Reply = { result: unknown } | { error: string }

/** Threads that run a bundled simulator, one job each at a time. */
export class Pool {
  readonly #idle: Worker[] = []
  readonly #waiting: ((worker: Worker) => void)[] = []
  readonly #all: Worker[]

  constructor(module: string, threads = availableParallelism()) {
    this.#all = Array.from({ length: threads }, () => new Worker(module))
    this.#idle.push(...this.#all)
  }

  /** @throws what the simulator threw */
  async run<J extends Job>(job: J): Promise<Done<J>> {
    const worker = this.#idle.pop() ?? (await new Promise<Worker>((free) => this.#waiting.push(free)))
    try {
      const reply = await new Promise<Reply>((resolve, reject) => {
        worker.once('message', resolve).once('error', reject)
        worker.postMessage(job)
      })
      if ('error' in reply) throw new Error(reply.error)
      return reply.result as Done<J>
    } finally {
      worker.removeAllListeners('message').removeAllListeners('error')
      const next = this.#waiting.shift()
      if (next) next(worker)
      else this.#idle.push(worker)
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()))
  }
}
