import type { SealedRecord, Stored } from '../../../data/port'

type Source = { key: string; rev: number }

/**
 * From which revision of which record each draft was built, and what those revisions are now: a draft of which one
 * moved on is 待更新. What was declared is no longer watched.
 */
export class ListSources {
  readonly #of = new Map<string, Source[]>()
  readonly #users = new Map<string, Set<string>>()
  /** Present revision of each source; of an order the revisions of everything laid over it. */
  readonly #now = new Map<string, Map<string, number>>()

  put({ id, record }: Stored<SealedRecord<'lists'>>): void {
    this.drop(id)
    if (record.state !== 'draft') return
    const sources = record.list.provenance.flatMap(({ record: table, id: source, rev }): Source[] =>
      table === 'order'
        ? [{ key: `overlay ${source}`, rev }]
        : watched.has(table)
          ? [{ key: `${table} ${source}`, rev }]
          : [],
    )
    this.#of.set(id, sources)
    for (const { key } of sources) {
      const users = this.#users.get(key)
      if (users) users.add(id)
      else this.#users.set(key, new Set([id]))
    }
  }

  drop(id: string): void {
    for (const { key } of this.#of.get(id) ?? []) this.#users.get(key)?.delete(id)
    this.#of.delete(id)
  }

  /** A record has this revision now (none: it is gone). Gives the drafts that were made from it. */
  move(table: string, id: string, rev: number | undefined): Iterable<string> {
    const key = table.startsWith('overlay ') ? table : `${table} ${id}`
    const parts = this.#now.get(key) ?? new Map<string, number>()
    if (rev === undefined) parts.delete(id)
    else parts.set(id, rev)
    this.#now.set(key, parts)
    return this.#users.get(key) ?? []
  }

  isOutdated(id: string): boolean {
    return (this.#of.get(id) ?? []).some(({ key, rev }) => this.#revision(key) !== rev)
  }

  #revision(key: string): number {
    let sum = 0
    for (const rev of this.#now.get(key)?.values() ?? []) sum += rev
    return sum
  }
}

/** Waybills and payments are facts and never change; codes and zones are looked at when it is declared. */
const watched = new Set(['goods', 'template', 'enterprise'])
