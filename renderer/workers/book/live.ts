import type { Book } from '../../data/book'
import type { ChangeSet } from '../../data/connection/changes'
import type { ChangeNotice } from '../../data/port'
import { applyChanges } from './load'
import type { Projection } from './projection/projection'

/** Changes are applied and told at most this often, however fast commands follow each other. */
const everyMs = 500

/** Keeps the projection at what was committed in any window, and tells listeners. */
export class Live {
  readonly #book: Book
  readonly #projection: Projection
  readonly #listeners = new Set<(notice: ChangeNotice) => void>()
  readonly #stop: () => void
  #pending = new Map<string, Set<string> | 'many'>()
  #applying: Promise<void> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | undefined
  #told = 0
  #untold = new Set<string>()
  #version = 0

  constructor(book: Book, projection: Projection) {
    this.#book = book
    this.#projection = projection
    this.#stop = book.context.feed.listen((changes) => this.#collect(changes))
  }

  listen(listener: (notice: ChangeNotice) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Everything committed before this call is in the projection afterwards; rejects when it cannot be read. */
  settled(): Promise<void> {
    this.#applying = this.#applying.catch(() => undefined).then(() => this.#apply())
    return this.#applying
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#stop()
    this.#listeners.clear()
  }

  #collect(changes: ChangeSet): void {
    for (const [table, ids] of Object.entries(changes)) {
      const known = this.#pending.get(table)
      if (ids === 'many' || known === 'many') this.#pending.set(table, 'many')
      else this.#pending.set(table, new Set([...(known ?? []), ...ids]))
      this.#untold.add(table)
    }
    if (this.#timer !== undefined) return
    const wait = Math.max(0, this.#told + everyMs - performance.now())
    this.#timer = setTimeout(() => void this.#tell(), wait)
  }

  async #tell(): Promise<void> {
    this.#timer = undefined
    this.#told = performance.now()
    // A change that cannot be read now stays pending; the next page asked for reports why.
    const failed = await this.settled().then(
      () => false,
      () => true,
    )
    const tables = [...this.#untold]
    if (failed || tables.length === 0) return
    this.#untold = new Set()
    this.#version++
    const moved = this.#projection.takeMoves()
    const notice = { tables, version: this.#version, ...(Object.keys(moved).length > 0 && { moved }) }
    for (const listener of [...this.#listeners]) listener(notice)
  }

  async #apply(): Promise<void> {
    if (this.#pending.size === 0) return
    const pending = this.#pending
    this.#pending = new Map()
    const changes: ChangeSet = Object.fromEntries(
      [...pending].map(([table, ids]) => [table, ids === 'many' ? 'many' : [...ids]]),
    )
    try {
      await applyChanges(this.#book, this.#projection, changes)
    } catch (error) {
      for (const [table, ids] of pending) {
        const now = this.#pending.get(table)
        const both = ids === 'many' || now === 'many' ? 'many' : new Set([...ids, ...(now ?? [])])
        this.#pending.set(table, both)
      }
      throw error
    }
  }
}
