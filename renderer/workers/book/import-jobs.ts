import { proxy, wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { PreviewOutcome } from '#shared/import/api'
import type { ImportJob, ImportProgress, MendSummary, SentinelPort } from '../../data/port'
import type { Book } from '../../data/book'
import type { MendTask } from '../import/mend'
import type { ImportEnd, ImportTask } from '../import/run'
import type { ImportWorkerApi } from '../import/worker'
import { heardAll, lend } from '../job'

type Opened = { book: Book; sentinel: SentinelPort }
type Unmarked<T> = T extends unknown ? Omit<T, 'mark'> : never

/** Runs imports in workers of their own, so that the lists of this one stay quick. One at a time. */
export class ImportJobs {
  #running: { worker: Worker; api: Remote<ImportWorkerApi> } | undefined

  run(
    task: Unmarked<ImportTask>,
    { book, sentinel }: Opened,
    progress: (p: ImportProgress) => void,
  ): Promise<ImportEnd> {
    return inWorker(async (worker, api) => {
      this.#running = { worker, api }
      try {
        const passed = proxy(lend(sentinel)) as never
        const told = proxy((p: ImportProgress) => progress(p))
        const work = (mark: string) => api.run({ ...task, mark }, passed, told) as Promise<ImportEnd>
        return await heardAll(book.context.feed, work)
      } finally {
        this.#running = undefined
      }
    })
  }

  preview(file: File, job: ImportJob): Promise<PreviewOutcome> {
    return inWorker(async (_worker, api) => (await api.preview(file, job)) as PreviewOutcome)
  }

  mend(task: Unmarked<MendTask>, { book, sentinel }: Opened): Promise<MendSummary> {
    return inWorker((_worker, api) => {
      const passed = proxy(lend(sentinel)) as never
      const work = (mark: string) => api.mend({ ...task, mark }, passed) as Promise<MendSummary>
      return heardAll(book.context.feed, work)
    })
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

async function inWorker<T>(work: (worker: Worker, api: Remote<ImportWorkerApi>) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('../import/worker.ts', import.meta.url), { type: 'module' })
  // A worker that cannot even load answers nothing; without this the import would wait for ever.
  const broken = new Promise<never>((_resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'import worker'))
  })
  try {
    return await Promise.race([work(worker, wrap<ImportWorkerApi>(worker)), broken])
  } finally {
    worker.terminate()
  }
}
