import { paymentFacts, waybillFacts } from '#shared/matching/facts'
import type { ListFacts, ManualMatch } from '#shared/matching/facts'
import { MatchIndex } from '#shared/matching/match-index'
import type { Book } from '../../data/book'
import type { ChangeSet } from '../../data/connection/changes'
import { importOf } from '../../data/facts/fact-id'
import { eachFact, readFacts } from '../../data/facts/read'
import { isSourceKind } from '../../data/facts/kinds'
import type { SourceKind } from '../../data/facts/kinds'
import type { Fact, Overlay, SealedRecord, Stored } from '../../data/port'
import { eachRecord, getRecords } from '../../data/read/records'
import { bearsOnMatch, overlaidFacts } from './overlaid'

type Count = (records: number) => void

/** The matching index of a book with what officers decided: filled once, then kept up by what commands change. */
export class BookIndex {
  readonly index = new MatchIndex()
  readonly #book: Book
  readonly #overlays = new Map<string, Overlay>()
  readonly #overlaysOf = new Map<string, Set<string>>()
  /** Order → the orders that travel in it (合单). */
  readonly #travellers = new Map<string, Set<string>>()
  readonly #lists = new Map<string, ListFacts>()
  readonly #manual = new Map<string, string>()
  readonly #imports = new Set<string>()

  private constructor(book: Book) {
    this.#book = book
  }

  static async load(book: Book, count: Count): Promise<BookIndex> {
    const { context } = book
    const loaded = new BookIndex(book)
    for await (const chunk of eachRecord(context, 'overlays')) loaded.#keepOverlays(chunk)
    for await (const chunk of eachRecord(context, 'lists')) chunk.forEach((one) => loaded.#putList(one))
    for (const kind of ['orders', 'payments', 'waybills'] as const) {
      for await (const chunk of book.facts(kind)) {
        loaded.#add(kind, chunk)
        count(chunk.length)
      }
    }
    for await (const chunk of eachRecord(context, 'matches')) {
      for (const { id, record } of chunk) loaded.#putManual(id, record as ManualMatch)
    }
    for (const into of loaded.#travellers.keys()) loaded.#merge(into)
    return loaded
  }

  /**
   * Bring the index to what was committed.
   * @returns ids of the orders to match again; undefined when the change is too wide and the index must be filled anew
   */
  async apply(changes: ChangeSet): Promise<Set<string> | undefined> {
    if (Object.values(changes).includes('many') && wide.some((table) => changes[table] === 'many')) {
      return undefined
    }
    const touched = new Set<string>()
    for (const importId of idsOf(changes, 'facts')) {
      const added = await this.#import(importId)
      if (!added) return undefined
      for (const id of added) touched.add(id)
    }
    for (const id of await this.#applyOverlays(idsOf(changes, 'overlays'))) touched.add(id)
    for (const id of await this.#applyLists(idsOf(changes, 'lists'))) touched.add(id)
    for (const id of await this.#applyManual(idsOf(changes, 'matches'))) touched.add(id)
    return touched
  }

  /** An import that came to its end and replaced nothing is added; anything else changes too much. */
  async #import(importId: string): Promise<Set<string> | undefined> {
    const { context } = this.#book
    const [found] = await getRecords(context, 'imports', [importId])
    if (found && !isSourceKind(found.record.kind)) return new Set()
    if (!found || found.record.state !== 'done' || (found.record.stored?.replaced ?? 0) > 0) return undefined
    // Mended rows went into an import that is already here: single facts of it changed.
    if (this.#imports.has(importId)) return undefined
    const kind = found.record.kind as SourceKind
    const facts: Fact<SourceKind>[] = []
    for await (const chunk of eachFact(context, kind, [importId])) facts.push(...chunk)
    this.#add(kind, facts)
    return this.#affectedBy(kind, facts)
  }

  #add(kind: SourceKind, facts: readonly Fact<SourceKind>[]): void {
    for (const { id, record } of facts) {
      this.#imports.add(importOf(id))
      if (record.record === 'order') {
        this.index.addOrder(overlaidFacts(id, record, this.#laidOver(id)))
      } else if (record.record === 'payment') this.index.addPayment(paymentFacts(id, record))
      else this.index.addWaybill(waybillFacts(id, record))
    }
  }

  #affectedBy(kind: SourceKind, facts: readonly Fact<SourceKind>[]): Set<string> {
    const { index } = this
    const touched = new Set<string>()
    for (const { id, record } of facts) {
      const affected =
        record.record === 'order'
          ? index.affectedByOrder(index.orders.get(id)!).add(id)
          : record.record === 'payment'
            ? index.affectedByPayment(paymentFacts(id, record))
            : index.affectedByWaybill(waybillFacts(id, record))
      for (const order of affected) touched.add(order)
    }
    return touched
  }

  async #applyOverlays(ids: readonly string[]): Promise<Set<string>> {
    const touched = new Set<string>()
    if (ids.length === 0) return touched
    const before = ids.map((id) => this.#overlays.get(id)).filter((one) => one !== undefined)
    for (const id of ids) this.#dropOverlay(id)
    const found = await getRecords(this.#book.context, 'overlays', ids)
    this.#keepOverlays(found)
    const all = [...before, ...found.map(({ record }) => record)]
    const reread = all.filter(bearsOnMatch).map(({ fact }) => fact)
    for (const { id, record } of await readFacts(this.#book.context, 'orders', reread)) {
      const old = this.index.orders.get(id)
      if (!old) continue
      for (const order of this.index.affectedByOrder(old)) touched.add(order)
      this.index.removeOrder(old)
      this.#add('orders', [{ id, record }])
    }
    for (const overlay of all) {
      if (overlay.aspect !== 'merged') continue
      this.index.addMerge([overlay.fact])
      for (const order of this.#merge(overlay.into)) touched.add(order)
      touched.add(overlay.fact)
    }
    return touched
  }

  async #applyLists(ids: readonly string[]): Promise<Set<string>> {
    const touched = new Set<string>()
    if (ids.length === 0) return touched
    const tell = (list: ListFacts | undefined) => {
      for (const order of list ? this.index.affectedByList(list) : []) touched.add(order)
    }
    for (const id of ids) tell(this.#dropList(id))
    const found = await getRecords(this.#book.context, 'lists', ids)
    for (const stored of found) tell(this.#putList(stored))
    return touched
  }

  async #applyManual(ids: readonly string[]): Promise<Set<string>> {
    const touched = new Set<string>()
    if (ids.length === 0) return touched
    for (const id of ids) {
      const order = this.#manual.get(id)
      if (order === undefined) continue
      this.#manual.delete(id)
      for (const one of this.index.removeManual(order)) touched.add(one)
    }
    for (const { id, record } of await getRecords(this.#book.context, 'matches', ids)) {
      for (const one of this.#putManual(id, record as ManualMatch)) touched.add(one)
    }
    return touched
  }

  #putManual(id: string, manual: ManualMatch): Set<string> {
    this.#manual.set(id, manual.order)
    return this.index.addManual(manual)
  }

  #putList({ id, record }: Stored<SealedRecord<'lists'>>): ListFacts | undefined {
    if (record.state === 'void') return undefined
    const { copNo, logisticsNo, documents } = record.list
    const logisticsCode = documents.inventory.head['logisticsCode'] ?? ''
    const list = { copNo, orders: record.orders, logisticsCode, logisticsNo, goods: '' }
    this.#lists.set(id, list)
    this.index.addList(list)
    return list
  }

  #dropList(id: string): ListFacts | undefined {
    const list = this.#lists.get(id)
    if (!list) return undefined
    this.#lists.delete(id)
    this.index.removeList(list)
    return list
  }

  #keepOverlays(stored: readonly Stored<Overlay>[]): void {
    for (const { id, record } of stored) {
      this.#overlays.set(id, record)
      if (record.aspect === 'merged') {
        const group = this.#travellers.get(record.into)
        if (group) group.add(record.fact)
        else this.#travellers.set(record.into, new Set([record.fact]))
      }
      const known = this.#overlaysOf.get(record.fact)
      if (known) known.add(id)
      else this.#overlaysOf.set(record.fact, new Set([id]))
    }
  }

  #dropOverlay(id: string): void {
    const overlay = this.#overlays.get(id)
    if (!overlay) return
    this.#overlays.delete(id)
    if (overlay.aspect === 'merged') this.#travellers.get(overlay.into)?.delete(overlay.fact)
    this.#overlaysOf.get(overlay.fact)?.delete(id)
  }

  #laidOver(fact: string): Overlay[] {
    const ids = this.#overlaysOf.get(fact) ?? []
    return [...ids].flatMap((id) => this.#overlays.get(id) ?? [])
  }

  /** 合单: everything that goes into this order travels with it. */
  #merge(into: string): string[] {
    const group = [into, ...(this.#travellers.get(into) ?? [])]
    this.index.addMerge(group)
    return group
  }
}

/** Tables of which a change without ids means that everything may be different. */
const wide = ['facts', 'overlays', 'lists', 'matches']

const idsOf = (changes: ChangeSet, table: string): readonly string[] => {
  const ids = changes[table]
  return ids === undefined || ids === 'many' ? [] : ids
}
