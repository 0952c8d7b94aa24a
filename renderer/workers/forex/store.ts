import { defaultForexRules, ForexRules, ForexSubject } from '#shared/forex/book/records'
import { notesOf, noteValues, type NoteKind, type NoteValue } from '#shared/model/forex/notes'
import { fileOfNote, nameInFile } from '#shared/import/fields/forex-notes'
import type { Enterprise } from '#shared/model/enterprise'
import type { SealedRecord, Stored } from '../../data/port'
import { referenceTable } from '../../data/reference'
import { readSetting } from '../../data/settings'
import { HeldStore, type HeldRows } from '../held-store'
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

type Held = { [T in Table]: HeldRows<T> }

/** Everything the receipts of a book rest on, held unsealed and kept at what was committed in any window. */
export class ForexStore extends HeldStore {
  readonly held: Held = {
    forexCredits: new Map(),
    forexTies: new Map(),
    forexNotes: new Map(),
    forexRuns: new Map(),
    forexMonths: new Map(),
    rebateLines: new Map(),
  }
  files: FileFacts = { bank: [], settlements: [], rates: [], calendars: [], quotes: [], notes: [] }
  rules: ForexRules = defaultForexRules
  subject: ForexSubject | undefined
  enterprise: Enterprise | undefined
  readonly #made = new Map<string, unknown>()
  #trade: Promise<Trade> | undefined
  #codes: Promise<Codes> | undefined
  #items: Promise<Map<string, SourceItem>> | undefined
  #loaded = false

  override async fresh(): Promise<void> {
    const changed = this.changed()
    if (this.#loaded && changed.size === 0) return
    const has = (name: string) => !this.#loaded || changed.has(name)
    for (const table of tables) {
      const ids = this.#loaded ? changed.get(table) : 'many'
      if (ids === 'many') await this.reload<Table>(this.held[table], table)
      else if (ids) await this.refresh<Table>(this.held[table], table, ids)
    }
    if (has('settings') || has('enterprise')) await this.#readSettings()
    if (has('facts') || has(referenceTable)) this.files = await readFiles(this.book)
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
    return this.made(`notes ${kind}`, () => [
      ...notesOf(
        [...this.held.forexNotes.values()].map(({ record }) => record),
        kind,
      ),
      ...this.importedNotes(kind).map(({ value }) => value),
    ])
  }

  /** Notes of a kind that files brought, by name; what somebody typed of the same name goes before. */
  importedNotes<K extends NoteKind>(kind: K): { name: string; value: NoteValue<K>; importId: string }[] {
    return this.made(`imported ${kind}`, () => {
      const file = fileOfNote(kind)
      if (!file) return []
      const typed = new Set(
        [...this.held.forexNotes.values()].flatMap(({ record }) =>
          record.kind === kind ? [nameInFile(file, record.value as object)] : [],
        ),
      )
      const last = new Map(
        this.files.notes.flatMap(({ fact, importId }) =>
          fact.kind === file && !typed.has(fact.name) ? [[fact.name, { fact, importId }] as const] : [],
        ),
      )
      return [...last.values()]
        .sort((a, b) => (a.fact.name < b.fact.name ? -1 : 1))
        .map(({ fact: { name, value }, importId }) => ({
          name,
          value: noteValues[kind].parse(value) as NoteValue<K>,
          importId,
        }))
    })
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

  async #readSettings(): Promise<void> {
    const { context } = this.book
    this.rules = (await readSetting(context, rulesKey, ForexRules)) ?? defaultForexRules
    this.subject = await readSetting(context, subjectKey, ForexSubject)
    this.enterprise = await enterpriseOf(this.book)
  }
}
