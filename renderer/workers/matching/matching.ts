import type { OrderMatch } from '#shared/matching/break'
import { matchConfig } from '#shared/matching/config'
import type { MatchConfig, MatchSettings } from '#shared/matching/config'
import type { PaymentFacts, WaybillFacts } from '#shared/matching/facts'
import { Findings } from '#shared/matching/findings'
import { MatchCounter } from '#shared/matching/match-all'
import { matchOrder } from '#shared/matching/match-order'
import { z } from 'zod'
import type { Book } from '../../data/book'
import type { ChangeSet } from '../../data/connection/changes'
import { zoneOf } from '../../data/zones'
import { saveOrphans } from '../../data/facts/orphans'
import type { Orphan } from '../../data/facts/orphans'
import { readResults, saveResults } from '../../data/facts/results'
import type { MatchSummary, WorkProgress } from '../../data/port'
import { allRecords } from '../../data/read/records'
import { putSetting, readSetting } from '../../data/settings'
import { command } from '../../data/write/command'
import type { StopSignal } from '../job'
import { BookIndex } from './book-index'
import { matchSetting, MatchMark } from './mark'

/** Orders matched, compared with what is stored, and stored at once. */
const perPart = 2000

type Outcome = Pick<OrderMatch, 'state' | 'breaks'>

/** 三单对碰 of an open book. It remembers the index, so that a later run matches only what was touched since. */
export class Matching {
  readonly #book: Book
  readonly #who: string
  readonly #stopListening: () => void
  #loaded: BookIndex | undefined
  /** What was committed since the last run, of the tables that bear on a match. */
  #pending = new Map<string, Set<string> | 'many'>()
  #due: Set<string> | 'all' = 'all'
  #outcomes = new Map<string, Outcome>()

  constructor(book: Book, who: string) {
    this.#book = book
    this.#who = who
    this.#stopListening = book.context.feed.listen((changes) => this.#collect(changes))
  }

  close(): void {
    this.#stopListening()
  }

  /** Match what is due. What was stored before a stop is complete in itself; the next run takes up the rest. */
  async run(full: boolean, signal: StopSignal, progress: (p: WorkProgress) => void): Promise<MatchSummary> {
    const loaded = await this.#upToDate(full, progress)
    const config = await this.#config()
    const due = this.#due === 'all' ? [...loaded.index.orders.keys()] : [...this.#due]
    if (this.#due === 'all') this.#outcomes.clear()
    this.#due = new Set(due)
    let changed = 0
    for (let i = 0; i < due.length && !signal.aborted; i += perPart) {
      const part = due.slice(i, i + perPart)
      changed += await this.#matchPart(loaded, part, config)
      for (const id of part) this.#due.delete(id)
      progress({ stage: 'matching', done: Math.min(i + perPart, due.length), total: due.length })
    }
    if (!signal.aborted) await this.#finish(loaded, config, changed)
    return this.#summary(loaded, config, changed, signal.aborted)
  }

  async #upToDate(full: boolean, progress: (p: WorkProgress) => void): Promise<BookIndex> {
    const pending = this.#takePending()
    const touched = full ? undefined : await this.#loaded?.apply(pending)
    if (this.#loaded && touched) {
      if (this.#due !== 'all') for (const id of touched) this.#due.add(id)
      return this.#loaded
    }
    const total = await this.#book.count(['orders', 'payments', 'waybills'])
    let done = 0
    this.#due = 'all'
    this.#loaded = await BookIndex.load(this.#book, (records) =>
      progress({ stage: 'reading', done: (done += records), total }),
    )
    return this.#loaded
  }

  /** Match these orders and store those that came out differently. Gives how many did. */
  async #matchPart({ index }: BookIndex, ids: readonly string[], config: MatchConfig): Promise<number> {
    const results = ids.flatMap((id) => {
      const order = index.orders.get(id)
      // A 清单 of this very book is no disagreement with its own order; it is what the order came to.
      return order ? [matchOrder(order, { ...index.candidates(order), lists: [] }, config)] : []
    })
    for (const id of ids) this.#outcomes.delete(id)
    for (const { order, state, breaks } of results) this.#outcomes.set(order, { state, breaks })
    const stored = await readResults(this.#book.context, ids)
    const fresh = results.filter((one) => !same(one, stored.get(one.order)))
    if (fresh.length > 0) await saveResults(this.#book.context, fresh)
    return fresh.length
  }

  async #finish(loaded: BookIndex, config: MatchConfig, changed: number): Promise<void> {
    const { context } = this.#book
    await saveOrphans(context, orphansOf(loaded, config))
    const known = await readSetting(context, matchSetting, MatchMark)
    if (known && changed === 0) return
    await command(context, 'match.run', this.#who, '', async (draft) => [
      await putSetting(draft, matchSetting, { at: context.now() }),
    ])
  }

  #summary(loaded: BookIndex, config: MatchConfig, changed: number, stopped: boolean): MatchSummary {
    const counter = new MatchCounter()
    for (const outcome of this.#outcomes.values()) counter.addOrder(outcome as OrderMatch)
    for (const orphan of orphansOf(loaded, config)) counter.addBreak(orphan)
    return { ...counter.totals, changed, at: this.#book.context.now(), stopped }
  }

  async #config(): Promise<MatchConfig> {
    const { context } = this.#book
    const [enterprise] = await allRecords(context, 'enterprise')
    const own = await readSetting(context, 'matching', z.custom<MatchSettings>())
    const zone = await zoneOf(enterprise?.record)
    return matchConfig(zone?.matching, own)
  }

  #collect(changes: ChangeSet): void {
    for (const table of watched) {
      const ids = changes[table]
      if (ids === undefined) continue
      const known = this.#pending.get(table) ?? new Set()
      if (ids === 'many' || known === 'many') this.#pending.set(table, 'many')
      else {
        for (const id of ids) known.add(id)
        this.#pending.set(table, known)
      }
    }
  }

  #takePending(): ChangeSet {
    const pending = [...this.#pending].map(
      ([table, ids]) => [table, ids === 'many' ? ids : [...ids]] as const,
    )
    this.#pending.clear()
    return Object.fromEntries(pending)
  }
}

/** Tables whose changes reach the index. */
const watched = ['facts', 'overlays', 'lists', 'matches'] as const

const same = (a: OrderMatch, b: OrderMatch | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Payments and waybills that no order claims, as breaks of the number they name. */
function orphansOf({ index }: BookIndex, config: MatchConfig): Orphan[] {
  return [...index.orphans()].flatMap((fact) => {
    const findings = new Findings(fact.orderNo, config)
    if (isPayment(fact)) findings.add('payment-orphan', 'payment.orderNo', '', fact.paymentNo)
    else findings.add('waybill-orphan', 'waybill.orderNo', '', fact.logisticsNo)
    return findings.breaks.map((found) => ({ ...found, fact: fact.id }))
  })
}

const isPayment = (fact: PaymentFacts | WaybillFacts): fact is PaymentFacts => 'paymentNo' in fact
