import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { MemoryState } from '#shared/protocol/engine/memory-state'
import type { StorePort } from '#shared/protocol/engine/ports'
import { writeAtomic } from '../../electron/atomic-file'

/** Called at each named place where a process may be killed. */
export type Point = (name: string) => void

export type Around = {
  point: Point
  /** @throws when the disk is full */
  needSpace(): void
  /** Told after each transaction that is on disk. */
  committed(state: MemoryState): Promise<void>
}

const readers = new Set(['nextWork', 'contents', 'answered', 'filed', 'status', 'submissions', 'receipts'])

/**
 * The engine's store in a file: each verb is one transaction, written whole in the place of the one before. What could not
 * be written did not happen.
 */
export class FileStore {
  #last: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly file: string,
    private kept: MemoryState,
    private readonly around: Around,
  ) {}

  static async open(directory: string, account: string, around: Around): Promise<FileStore> {
    const file = join(directory, 'outbox.bin')
    const kept = await readFile(file).then(
      (bytes) => deserialize(bytes) as MemoryState,
      () => new MemoryStore(account).snapshot(),
    )
    return new FileStore(file, kept, around)
  }

  get state(): MemoryState {
    return this.kept
  }

  /** As the engine and the officer's commands see it. */
  port(): StorePort {
    return new Proxy({} as StorePort, {
      get:
        (_target, verb: string) =>
        (...args: unknown[]) =>
          this.#inTurn(() => this.#transaction(verb, args)),
    })
  }

  async #transaction(verb: string, args: unknown[]): Promise<unknown> {
    const store = new MemoryStore(this.kept)
    const work = store[verb as keyof MemoryStore] as (...args: unknown[]) => Promise<unknown>
    this.around.point(`${verb}:before`)
    const result = await work.apply(store, args)
    if (readers.has(verb)) return result
    const next = store.snapshot()
    this.around.needSpace()
    await writeAtomic(this.file, serialize(next))
    this.kept = next
    this.around.point(`${verb}:after`)
    await this.around.committed(next)
    return result
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }
}
