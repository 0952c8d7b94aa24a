import { businessDay } from '#shared/declaration/shanghai'
import type { Book } from '../../data/book'
import type { SealedRecord, SealedTable, Stored } from '../../data/port'
import { allRecords, eachRecord, getRecords } from '../../data/read/records'

type Rows<T extends SealedTable> = ReadonlyMap<string, Stored<SealedRecord<T>>>
type Made = { tables: ReadonlySet<string>; value: Promise<unknown> }

/**
 * What the filing desk rests on, unsealed when it is first asked for and kept at what was committed in any window. Nobody who
 * only looks at papers waits for ten thousand goods.
 */
export class FilingStore {
  readonly book: Book
  readonly who: string
  readonly #held = new Map<SealedTable, Promise<Map<string, Stored<SealedRecord<SealedTable>>>>>()
  readonly #made = new Map<string, Made>()
  #pending = new Map<string, Set<string> | 'many'>()
  #working: Promise<unknown> = Promise.resolve()

  constructor(book: Book, who: string) {
    this.book = book
    this.who = who
    book.context.feed.listen((changes) => {
      for (const [table, ids] of Object.entries(changes)) {
        const known = this.#pending.get(table)
        if (ids === 'many' || known === 'many') this.#pending.set(table, 'many')
        else this.#pending.set(table, new Set([...(known ?? []), ...ids]))
      }
    })
  }

  get context() {
    return this.book.context
  }

  /** The business day of now. */
  get today(): string {
    return businessDay(this.context.now())
  }

  /** Acts and looks follow each other; each begins with everything that was committed before. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#working
      .catch(() => undefined)
      .then(async () => {
        await this.#fresh()
        return work()
      })
    this.#working = turn
    return turn
  }

  /** Every record of a table, by id. */
  async table<T extends SealedTable>(table: T): Promise<Rows<T>> {
    let held = this.#held.get(table)
    if (!held) {
      held = this.#load(table)
      this.#held.set(table, held)
    }
    return (await held) as unknown as Rows<T>
  }

  async records<T extends SealedTable>(table: T): Promise<SealedRecord<T>[]> {
    return [...(await this.table(table)).values()].map(({ record }) => record)
  }

  /** The book's own enterprise; undefined before the first run was done. */
  async enterprise(): Promise<SealedRecord<'enterprise'> | undefined> {
    return (await allRecords(this.context, 'enterprise'))[0]?.record
  }

  /** Made once for the present state of these tables (`facts`, `settings` and `imports` among them). */
  made<T>(name: string, tables: readonly string[], make: () => Promise<T>): Promise<T> {
    const known = this.#made.get(name)
    if (known) return known.value as Promise<T>
    const value = make()
    this.#made.set(name, { tables: new Set(tables), value })
    value.catch(() => this.#made.delete(name))
    return value
  }

  /** Of things made under names that begin so, all but this one. */
  forget(prefix: string, but: string): void {
    for (const name of this.#made.keys()) if (name.startsWith(prefix) && name !== but) this.#made.delete(name)
  }

  async #load(table: SealedTable) {
    const held = new Map<string, Stored<SealedRecord<SealedTable>>>()
    for await (const chunk of eachRecord(this.context, table)) {
      for (const stored of chunk) held.set(stored.id, stored)
    }
    return held
  }

  async #fresh(): Promise<void> {
    if (this.#pending.size === 0) return
    const pending = this.#pending
    this.#pending = new Map()
    for (const [name, { tables }] of this.#made) {
      if ([...tables].some((table) => pending.has(table))) this.#made.delete(name)
    }
    for (const [table, held] of this.#held) {
      const ids = pending.get(table)
      if (ids === 'many') this.#held.delete(table)
      else if (ids) {
        const rows = await held
        for (const id of ids) rows.delete(id)
        for (const stored of await getRecords(this.context, table, [...ids])) rows.set(stored.id, stored)
      }
    }
  }
}
