import { businessDay } from '#shared/time/shanghai'
import type { SealedRecord, SealedTable, Stored } from '../../data/port'
import { allRecords } from '../../data/read/records'
import { HeldStore, type HeldRows } from '../held-store'

type Rows<T extends SealedTable> = ReadonlyMap<string, Stored<SealedRecord<T>>>
type Made = { tables: ReadonlySet<string>; value: Promise<unknown> }

/**
 * What the filing desk rests on, unsealed when it is first asked for and kept at what was committed in any window. Nobody who
 * only looks at papers waits for ten thousand goods.
 */
export class FilingStore extends HeldStore {
  readonly #held = new Map<SealedTable, Promise<HeldRows<SealedTable>>>()
  readonly #made = new Map<string, Made>()

  get context() {
    return this.book.context
  }

  /** The business day of now. */
  get today(): string {
    return businessDay(this.context.now())
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

  async #load(table: SealedTable): Promise<HeldRows<SealedTable>> {
    const held: HeldRows<SealedTable> = new Map()
    await this.reload(held, table)
    return held
  }

  override async fresh(): Promise<void> {
    const changed = this.changed()
    if (changed.size === 0) return
    for (const [name, { tables }] of this.#made) {
      if ([...tables].some((table) => changed.has(table))) this.#made.delete(name)
    }
    for (const [table, held] of this.#held) {
      const ids = changed.get(table)
      if (ids === 'many') this.#held.delete(table)
      else if (ids) await this.refresh(await held, table, ids)
    }
  }
}
