import type { Filter, Page, PageQuery, Room, Rows, Totals } from '../../data/port'
import { DataRefusal } from '../../data/errors/refusal'
import type { Projection } from './projection/projection'
import { select } from './projection/select'
import type { Selection, Sort } from './projection/select'
import { totalsOf } from './projection/totals'

export const pageLimit = 1000
/** Filters and orders kept ready; scrolling asks for the same one again and again. */
const kept = 8

type Kept = { version: number; selection: Selection<Room>; totals?: Totals }

/** Pages and totals of the projection; a selection is computed once and kept until its table changes. */
export class Views {
  readonly #projection: Projection
  readonly #kept = new Map<string, Kept>()

  constructor(projection: Projection) {
    this.#projection = projection
  }

  page<R extends Room>({ table, filter, sort, offset, limit }: PageQuery<R>): Page<R> {
    if (limit > pageLimit) throw new DataRefusal('too-many', { table, limit: pageLimit })
    const { selection, version } = this.#select(table, filter, sort)
    const rows = selection.rows.slice(offset, offset + limit) as Rows[R][]
    return { rows, total: selection.rows.length, notFound: selection.notFound, version }
  }

  totals(table: Room, filter?: Filter): Totals {
    const found = this.#select(table, filter)
    return (found.totals ??= totalsOf(found.selection.rows))
  }

  ids(table: Room, filter?: Filter): string[] {
    return this.#select(table, filter).selection.rows.map(({ id }) => id)
  }

  values(table: Room, column: string): { value: string; count: number }[] {
    this.#projection.settle()
    const counts = new Map<string, number>()
    for (const row of this.#projection.table(table).rows()) {
      const value = (row as unknown as Record<string, unknown>)[column]
      for (const one of Array.isArray(value) ? value : [value]) {
        counts.set(String(one ?? ''), (counts.get(String(one ?? '')) ?? 0) + 1)
      }
    }
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 200)
      .map(([value, count]) => ({ value, count }))
  }

  clear(): void {
    this.#kept.clear()
  }

  #select<R extends Room>(room: R, filter?: Filter, sort?: Sort<R>): Kept {
    this.#projection.settle()
    const table = this.#projection.table(room)
    const key = JSON.stringify([room, filter ?? {}, sort ?? null])
    const known = this.#kept.get(key)
    if (known?.version === table.version) return known
    const fresh: Kept = { version: table.version, selection: select(table, filter, sort) as Selection<Room> }
    this.#kept.delete(key)
    this.#kept.set(key, fresh)
    if (this.#kept.size > kept) this.#kept.delete(this.#kept.keys().next().value!)
    return fresh
  }
}
