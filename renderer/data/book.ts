import type { OrderMatch } from '#shared/matching/break'
import { ChangeFeed } from './connection/changes'
import { Connections } from './connection/connections'
import { holdKey } from './connection/key-lock'
import type { OpenOptions } from './connection/open'
import { openRing } from './connection/open-ring'
import { Sentinel } from './connection/sentinel'
import type { BookContext } from './context'
import { hasMovedOut, readDesk } from './desks/setting'
import { classify } from './errors/classify'
import { resumePurges } from './imports/end'
import { listImports } from './imports/begin'
import { bookMigrations } from './migrations/index'
import type { BookHealth, Fact, FactKind, SentinelPort } from './port'
import { eachFact } from './facts/read'
import { eachResult } from './facts/results'
import { readWatched } from './schema/counters'
import { followRules } from './people-rules'
import type { BookKeys } from './sealing/keys'
import { strip } from './write/purge'

export type OpenBook = {
  database: string
  keys: BookKeys
  sentinel: SentinelPort
  now?: () => string
  options?: Partial<OpenOptions>
}

/** An open, unlocked book: what the workers build on. Every write goes through `command` or an import. */
export class Book {
  readonly context: BookContext

  readonly #release: () => void

  private constructor(context: BookContext, release: () => void) {
    this.context = context
    this.#release = release
  }

  /**
   * Open (creating it on first use), check the key against the one the book was sealed with, and compare the counters
   * with those outside. Rejects with a `DataRefusal`; nothing was changed then.
   */
  static async open({ database, keys, sentinel, now, options }: OpenBook): Promise<Book> {
    const connections = new Connections(database, bookMigrations, options)
    const context: BookContext = {
      keys,
      connections,
      feed: new ChangeFeed(database),
      sentinel: new Sentinel(sentinel),
      now: now ?? (() => new Date().toISOString()),
    }
    const book = new Book(context, await holdKey(database, keys.kid))
    try {
      context.keys = { ...keys, ring: await openRing(connections, keys) }
      const counters = await connections.run('strict', (db) =>
        db.transaction('r', 'counters', (tx) => readWatched(tx)),
      )
      await context.sentinel.check(counters)
      await followRules(context)
      if (hasMovedOut(await readDesk(context), database)) await context.sentinel.moveOut()
      return book
    } catch (error) {
      await book.close()
      throw classify(error)
    }
  }

  get health(): BookHealth {
    return this.context.sentinel.health
  }

  /** Take up what a kill cut off. Not done in a suspect book: there nothing is written. */
  async resume(): Promise<void> {
    if (this.health.state !== 'ok') return
    await resumePurges(this.context)
    await strip(this.context)
  }

  /** Every living fact of a kind, in chunks, oldest import first. */
  async *facts<K extends FactKind>(kind: K): AsyncGenerator<Fact<K>[]> {
    yield* eachFact(this.context, kind, await this.#importsOf(kind))
  }

  /** Every result of 对碰, in chunks. */
  async *results(): AsyncGenerator<OrderMatch[]> {
    for (const id of await this.#importsOf('orders')) yield* eachResult(this.context, id)
  }

  /** How many records these tables hold together, from their counters. */
  async count(tables: readonly string[]): Promise<number> {
    const rows = await this.context.connections.run('strict', (db) =>
      db.table<{ n: number }>('counters').bulkGet([...tables]),
    )
    return rows.reduce((sum, row) => sum + (row?.n ?? 0), 0)
  }

  async close(): Promise<void> {
    this.context.feed.close()
    await this.context.connections.close()
    this.#release()
  }

  /** Imports that came to their end; what an interrupted one brought does not count yet. */
  async #importsOf(kind: FactKind): Promise<string[]> {
    const imports = await listImports(this.context)
    return imports.filter(({ record }) => record.kind === kind && record.state === 'done').map(({ id }) => id)
  }
}
