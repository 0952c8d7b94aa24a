import type { EntryState, ExportEntry } from '#shared/model/export-entry'
import type { ListState, Stored } from '../../../data/port'

/** Where a 报关单 stands, in the words of the orders it declares. */
const asList = {
  draft: 'draft',
  declared: 'waiting',
  released: 'released',
  closed: 'cleared',
} as const satisfies Record<EntryState, ListState>

type Held = { orders: readonly string[]; number: string; state: ListState }

/** 报关单 that declare orders: number and state, as the orders are concerned. */
export class EntryIndex {
  readonly #entries = new Map<string, Held>()
  readonly #of = new Map<string, Set<string>>()

  /** @returns orders that are concerned, before or now */
  put({ id, record }: Stored<ExportEntry>): readonly string[] {
    const before = this.delete(id)
    const { orders, entryId, preEntryId, state } = record
    this.#entries.set(id, { orders, number: entryId ?? preEntryId ?? '', state: asList[state] })
    for (const order of orders) {
      const known = this.#of.get(order)
      if (known) known.add(id)
      else this.#of.set(order, new Set([id]))
    }
    return [...before, ...orders]
  }

  /** @returns the orders it declared */
  delete(id: string): readonly string[] {
    const { orders = [] } = this.#entries.get(id) ?? {}
    for (const order of orders) this.#of.get(order)?.delete(id)
    this.#entries.delete(id)
    return orders
  }

  all(): ReadonlyMap<string, { number: string }> {
    return this.#entries
  }

  of(order: string): Held[] {
    return [...(this.#of.get(order) ?? [])].map((id) => this.#entries.get(id)!)
  }
}
