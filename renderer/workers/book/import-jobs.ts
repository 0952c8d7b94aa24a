import { proxy, wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { ImportProgress, SentinelPort } from '../../data/port'
import type { ImportEnd, ImportTask } from '../import/run'
import type { ImportWorkerApi } from '../import/worker'

/** A remote object cannot be marked for passing on; one of our own that calls it can. */
const local = (sentinel: SentinelPort): SentinelPort => ({
  read: () => sentinel.read(),
  advance: (counters) => sentinel.advance(counters),
})

/** Runs an import in a worker of its own, so that the lists of this one stay quick. One at a time. */
export class ImportJobs {
  #running: { worker: Worker; api: Remote<ImportWorkerApi> } | undefined

  async run(
    task: ImportTask,
    sentinel: SentinelPort,
    progress: (p: ImportProgress) => void,
  ): Promise<ImportEnd> {
    const worker = new Worker(new URL('../import/worker.ts', import.meta.url), { type: 'module' })
    const api = wrap<ImportWorkerApi>(worker)
    this.#running = { worker, api }
    // A worker that cannot even load answers nothing; without this the import would wait for ever.
    const broken = new Promise<never>((_resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message || 'import worker'))
    })
    try {
      return (await Promise.race([
        api.run(
          task,
          proxy(local(sentinel)) as never,
          proxy((p: ImportProgress) => progress(p)),
        ),
        broken,
      ])) as ImportEnd
    } finally {
      worker.terminate()
      this.#running = undefined
    }
  }

  async cancel(): Promise<void> {
    await this.#running?.api.cancel()
  }

  /** At lock: the worker goes with its key; what it was at is found as interrupted. */
  stop(): void {
    this.#running?.worker.terminate()
    this.#running = undefined
  }
}
