import type { Dexie } from 'dexie'
import { classify, connectionLost } from '../errors/classify'
import { DataRefusal } from '../errors/refusal'
import type { Migration } from '../migrations/migration'
import { openDatabase } from './open'
import type { OpenOptions } from './open'

/** `strict`: a commit is on the disk. `relaxed`: it is with the operating system; a power cut may take the last ones. */
export type Durability = 'strict' | 'relaxed'

/** How often a lost connection is replaced before the officer is told; reset by the first success. */
const healBudget = 3

/** Both connections of one database. Durability belongs to the connection, so there is one of each. */
export class Connections {
  readonly name: string
  readonly #migrations: readonly Migration[]
  readonly #options: Partial<OpenOptions>
  readonly #open = new Map<Durability, Promise<Dexie>>()
  #superseded = false
  #closed = false
  #budget = healBudget

  constructor(name: string, migrations: readonly Migration[], options: Partial<OpenOptions> = {}) {
    this.name = name
    this.#migrations = migrations
    this.#options = options
  }

  /** The open connection; opens it on first use. */
  get(durability: Durability): Promise<Dexie> {
    if (this.#superseded) return Promise.reject(new DataRefusal('superseded'))
    if (this.#closed) return Promise.reject(new DataRefusal('locked'))
    const present = this.#open.get(durability)
    if (present) return present
    const opening = openDatabase({
      ...this.#options,
      name: this.name,
      migrations: this.#migrations,
      durability,
      onSuperseded: () => {
        this.#superseded = true
        this.#options.onSuperseded?.()
      },
    })
    this.#open.set(durability, opening)
    opening.catch(() => this.#open.delete(durability))
    return opening
  }

  /**
   * Run work on a connection. A dead connection is dropped and replaced, within a budget, and the work runs again:
   * it must therefore be safe to repeat (reads, or one transaction that checks what it finds). Always rejects with a
   * named error when the work was not done.
   */
  async run<T>(durability: Durability, work: (db: Dexie) => PromiseLike<T>): Promise<T> {
    for (;;) {
      try {
        const result = await work(await this.get(durability))
        this.#budget = healBudget
        return result
      } catch (error) {
        if (this.#superseded) throw new DataRefusal('superseded', {}, error)
        if (this.#closed || !connectionLost(error) || this.#budget <= 0) throw classify(error)
        this.#budget--
        await this.#drop(durability)
      }
    }
  }

  async #drop(durability: Durability): Promise<void> {
    const dead = this.#open.get(durability)
    this.#open.delete(durability)
    await dead?.then(
      (db) => db.close(),
      () => undefined,
    )
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([this.#drop('strict'), this.#drop('relaxed')])
  }
}
