import type { Book } from '../data/book'
import type { SealedRecord, SealedTable, Stored } from '../data/port'
import { eachRecord, getRecords } from '../data/read/records'

/** Ids committed by table; `many` where there were too many to name. */
export type Changed = ReadonlyMap<string, ReadonlySet<string> | 'many'>
export type HeldRows<T extends SealedTable> = Map<string, Stored<SealedRecord<T>>>

/** What a worker of its own holds of a book, unsealed, and keeps at what was committed in any window. */
export abstract class HeldStore {
  readonly book: Book
  readonly who: string
  #changed = new Map<string, Set<string> | 'many'>()
  #working: Promise<unknown> = Promise.resolve()

  constructor(book: Book, who: string) {
    this.book = book
    this.who = who
    book.context.feed.listen((changes) => {
      for (const [table, ids] of Object.entries(changes)) {
        const known = this.#changed.get(table)
        if (ids === 'many' || known === 'many') this.#changed.set(table, 'many')
        else this.#changed.set(table, new Set([...(known ?? []), ...ids]))
      }
    })
  }

  /** Acts and looks follow each other; each begins with everything that was committed before. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#working
      .catch(() => undefined)
      .then(async () => {
        await this.fresh()
        return work()
      })
    this.#working = turn
    return turn
  }

  /** Bring everything held to what was committed. */
  abstract fresh(): Promise<void>

  /** What was committed since this was asked last. */
  protected changed(): Changed {
    const changed = this.#changed
    this.#changed = new Map()
    return changed
  }

  protected async reload<T extends SealedTable>(held: HeldRows<T>, table: T): Promise<void> {
    held.clear()
    for await (const chunk of eachRecord(this.book.context, table)) {
      for (const stored of chunk) held.set(stored.id, stored)
    }
  }

  protected async refresh<T extends SealedTable>(
    held: HeldRows<T>,
    table: T,
    ids: ReadonlySet<string>,
  ): Promise<void> {
    for (const id of ids) held.delete(id)
    for (const stored of await getRecords(this.book.context, table, [...ids])) held.set(stored.id, stored)
  }
}
