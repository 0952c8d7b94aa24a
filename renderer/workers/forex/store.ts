import { defaultForexRules, ForexRules, ForexSubject } from '#shared/forex/book/records'
import { notesOf, type NoteKind, type NoteValue } from '#shared/forex/book/notes'
import type { Enterprise } from '#shared/model/enterprise'
import type { Book } from '../../data/book'
import type { ChangeSet } from '../../data/connection/changes'
import type { SealedRecord, Stored } from '../../data/port'
import { eachRecord, getRecords } from '../../data/read/records'
import { readSetting } from '../../data/settings'
import { readItems } from '../rebate/sources'
import type { SourceItem } from '../rebate/sources'
import { enterpriseOf } from '../rebate/store'
import { readCodes, readFiles, readTrade } from './sources'
import type { Codes, FileFacts, Trade } from './sources'

export const subjectKey = 'forex.subject'
export const rulesKey = 'forex.rules'

const tables = ['forexCredits', 'forexTies', 'forexNotes', 'forexRuns', 'forexMonths', 'rebateLines'] as const
type Table = (typeof tables)[number]
export type CreditRecord = Stored<SealedRecord<'forexCredits'>>
export type Run = Stored<SealedRecord<'forexRuns'>>
export type Month = Stored<SealedRecord<'forexMonths'>>

/** Tables orders, papers and items are read from. */
const tradeTables = ['lists', 'exportEntries', 'customsEntries', 'applications', 'enterprise']

type Held = { [T in Table]: Map<string, Stored<SealedRecord<T>>> }

/** Everything the receipts of a book rest on, held unsealed and kept at what was committed in any window. */
export class ForexStore {
  readonly book: Book
  readonly who: string
  readonly held: Held = {
    forexCredits: new Map(),
    forexTies: new Map(),
    forexNotes: new Map(),
    forexRuns: new Map(),
    forexMonths: new Map(),
    rebateLines: new Map(),
  }
  files: FileFacts = { bank: [], settlements: [], rates: [], quotes: [] }
  rules: ForexRules = defaultForexRules
  subject: ForexSubject | undefined
  enterprise: Enterprise | undefined
  readonly #made = new Map<string, unknown>()
  #trade: Promise<Trade> | undefined
  #codes: Promise<Codes> | undefined
  #items: Promise<Map<string, SourceItem>> | undefined
  #pending = new Map<string, Set<string> | 'many'>()
  #loaded = false
  #working: Promise<unknown> = Promise.resolve()

  constructor(book: Book, who: string) {
    this.book = book
    this.who = who
    book.context.feed.listen((changes) => this.#collect(changes))
  }

  /** Acts and looks follow each other; each begins with everything that was committed before. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
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
  async fresh(): Promise<void> {
    if (this.#loaded && this.#pending.size === 0) return
    const pending = this.#pending
    this.#pending = new Map()
    const has = (name: string) => !this.#loaded || pending.has(name)
    for (const table of tables) {
      const ids = this.#loaded ? pending.get(table) : 'many'
      if (ids === 'many') await this.#reload(table)
      else if (ids) await this.#refresh(table, [...ids])
    }
    if (has('settings') || has('enterprise')) await this.#readSettings()
    if (has('facts')) this.files = await readFiles(this.book)
    if (has('facts') || tradeTables.some(has)) {
      this.#trade = undefined
      this.#items = undefined
    }
    this.#loaded = true
    this.#made.clear()
  }

  /** Orders, payments, waybills and customs papers; read when they are first asked for. */
  trade(): Promise<Trade> {
    return (this.#trade ??= this.codes().then((codes) => readTrade(this.book, this.enterprise, codes)))
  }

  codes(): Promise<Codes> {
    return (this.#codes ??= readCodes())
  }

  /** Items of 报关单, as the rebate room knows them. */
  items(): Promise<Map<string, SourceItem>> {
    return (this.#items ??= readItems(this.book))
  }

  notes<K extends NoteKind>(kind: K): NoteValue<K>[] {
    return this.made(`notes ${kind}`, () =>
      notesOf(
        [...this.held.forexNotes.values()].map(({ record }) => record),
        kind,
      ),
    )
  }

  /** What was done about a credit; undefined while nothing was. */
  creditNamed(creditId: string): CreditRecord | undefined {
    const all = () => new Map([...this.held.forexCredits.values()].map((one) => [one.record.creditId, one]))
    return this.made('credits by id', all).get(creditId)
  }

  /** Newest first. */
  runs(): Run[] {
    return [...this.held.forexRuns.values()].sort((a, b) => b.record.run - a.record.run)
  }

  month(month: string, shop: string, currency: string): Month | undefined {
    return [...this.held.forexMonths.values()].find(
      ({ record }) => record.month === month && record.shop === shop && record.currency === currency,
    )
  }

  /** Made once for the present state of everything held. */
  made<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make())
    return this.#made.get(name) as T
  }

  #collect(changes: ChangeSet): void {
    for (const [table, ids] of Object.entries(changes)) {
      const known = this.#pending.get(table)
      if (ids === 'many' || known === 'many') this.#pending.set(table, 'many')
      else this.#pending.set(table, new Set([...(known ?? []), ...ids]))
    }
  }

  async #reload<T extends Table>(table: T): Promise<void> {
    const held = this.held[table] as Map<string, Stored<SealedRecord<T>>>
    held.clear()
    for await (const chunk of eachRecord(this.book.context, table)) {
      for (const stored of chunk) held.set(stored.id, stored)
    }
  }

  async #refresh<T extends Table>(table: T, ids: readonly string[]): Promise<void> {
    const held = this.held[table] as Map<string, Stored<SealedRecord<T>>>
    for (const id of ids) held.delete(id)
    for (const stored of await getRecords(this.book.context, table, ids)) held.set(stored.id, stored)
  }

  async #readSettings(): Promise<void> {
    const { context } = this.book
    this.rules = (await readSetting(context, rulesKey, ForexRules)) ?? defaultForexRules
    this.subject = await readSetting(context, subjectKey, ForexSubject)
    this.enterprise = await enterpriseOf(this.book)
  }
}
