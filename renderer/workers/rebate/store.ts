import { RebateSerials, defaultRules, noSerials, RebateRules } from '#shared/rebate/book/records'
import type { BatchCheck } from '#shared/rebate/book/batch-check'
import { FxTable } from '#shared/rebate/book/fob'
import { claimKey } from '#shared/rebate/keys'
import type { RateLibrary } from '#shared/model/rebate/common'
import { RebateEnterprise } from '#shared/model/rebate/enterprise'
import type { FxFact, HandbookFact } from '#shared/model/rebate/facts'
import { RateIndex } from '#shared/rebate/rate-lookup'
import { type Enterprise } from '#shared/model/enterprise'
import type { Book } from '../../data/book'
import type { Edition } from '../../data/editions'
import { DataRefusal } from '../../data/errors/refusal'
import type { RateEdition, RebateFound, SealedRecord, Stored } from '../../data/port'
import { allRecords } from '../../data/read/records'
import { referenceTable } from '../../data/reference'
import { readSetting } from '../../data/settings'
import { HeldStore, type HeldRows } from '../held-store'
import { readFx, readHandbooks, readInvoices, readItems, readLibrary } from './sources'
import type { SourceInvoice, SourceItem } from './sources'

export const enterpriseKey = 'rebate.enterprise'
export const rulesKey = 'rebate.rules'
export const serialsKey = 'rebate.serials'

const tables = [
  'rebateBatches',
  'rebateLines',
  'rebateLinks',
  'rebateRuns',
  'rebatePapers',
  'rebateLetters',
] as const
type Table = (typeof tables)[number]
export type Line = Stored<SealedRecord<'rebateLines'>>
export type Link = Stored<SealedRecord<'rebateLinks'>>
export type Batch = Stored<SealedRecord<'rebateBatches'>>
export type Run = Stored<SealedRecord<'rebateRuns'>>
export type Papers = Stored<SealedRecord<'rebatePapers'>>

/** Tables of which items are derived. */
const itemTables = ['customsEntries', 'applications', 'exportEntries', 'returns'] as const

type Held = { [T in Table]: HeldRows<T> }

/** Everything the rebate of a book rests on, held unsealed and kept at what was committed in any window. */
export class RebateStore extends HeldStore {
  readonly held: Held = {
    rebateBatches: new Map(),
    rebateLines: new Map(),
    rebateLinks: new Map(),
    rebateRuns: new Map(),
    rebatePapers: new Map(),
    rebateLetters: new Map(),
  }
  items = new Map<string, SourceItem>()
  invoices = new Map<string, SourceInvoice>()
  fx: FxFact[] = []
  /** The published exchange rates among them. */
  fxEdition: Edition | undefined
  /** 手（账）册 by number. */
  handbooks: ReadonlyMap<string, HandbookFact> = new Map()
  library: RateLibrary | undefined
  editions: RateEdition[] = []
  rates = new RateIndex([])
  rules: RebateRules = defaultRules
  enterprise: RebateEnterprise | undefined
  serials: RebateSerials = noSerials
  /** The newest pre-check as far as it came, to go on from. */
  checking: { batch: string; check: BatchCheck } | undefined
  /** Line by its 21 digits, links by item and by invoice line; made anew when lines or links changed. */
  lineOf = new Map<string, Line>()
  linksOfItem = new Map<string, Link[]>()
  linksOfPurchase = new Map<string, Link[]>()
  readonly #made = new Map<string, unknown>()
  /** What the hits of searches stand for: a route names a hit and never a number. */
  readonly found = new Map<string, RebateFound>()
  #fxTable: { fx: FxFact[]; rules: string; table: FxTable } | undefined
  #loaded = false

  override async fresh(): Promise<void> {
    const changed = this.changed()
    if (!this.#loaded) {
      for (const table of tables) await this.reload<Table>(this.held[table], table)
      await this.#readSettings()
      await this.#readFacts()
      this.items = await readItems(this.book)
      this.#loaded = true
      this.#index()
      return
    }
    if (changed.size === 0) return
    for (const table of tables) {
      const ids = changed.get(table)
      if (ids === 'many') await this.reload<Table>(this.held[table], table)
      else if (ids) await this.refresh<Table>(this.held[table], table, ids)
    }
    if (changed.has('settings') || changed.has('enterprise')) await this.#readSettings()
    if (changed.has('facts') || changed.has(referenceTable)) await this.#readFacts()
    if (changed.has('facts') || itemTables.some((table) => changed.has(table))) {
      this.items = await readItems(this.book)
    }
    this.#index()
  }

  batch(id: string): Batch {
    const found = this.held.rebateBatches.get(id)
    if (!found) throw new DataRefusal('missing', { table: 'rebateBatches', id })
    return found
  }

  /** Refused with `batch-locked` once it was exported. */
  openBatch(id: string): Batch {
    const batch = this.batch(id)
    const { period, number, locked } = batch.record
    if (locked) throw new DataRefusal('batch-locked', { batch: `${period}-${number}` })
    return batch
  }

  linesOf(batch: string): Line[] {
    return [...this.held.rebateLines.values()]
      .filter(({ record }) => record.batch === batch)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  }

  linksOf(batch: string): Link[] {
    return [...this.held.rebateLinks.values()]
      .filter(({ record }) => record.batch === batch)
      .sort((a, b) => (a.record.linkNo < b.record.linkNo ? -1 : 1))
  }

  runsOf(batch: string): Run[] {
    return [...this.held.rebateRuns.values()]
      .filter(({ record }) => record.batch === batch)
      .sort((a, b) => b.record.run - a.record.run)
  }

  papersOf(declarationNo: string): Papers | undefined {
    const all = () => [...this.held.rebatePapers.values()]
    const byNumber = () => new Map(all().map((papers) => [papers.record.declarationNo, papers]))
    return this.made('papers', byNumber).get(declarationNo)
  }

  linkNamed(linkNo: string): Link | undefined {
    const all = () => [...this.held.rebateLinks.values()]
    return this.made('links', () => new Map(all().map((link) => [link.record.linkNo, link]))).get(linkNo)
  }

  /** The quotations by the policy; the same table until one of both changes. */
  fxTable(): FxTable {
    const rules = JSON.stringify(this.rules.fx)
    const known = this.#fxTable
    if (known?.fx === this.fx && known.rules === rules) return known.table
    const table = new FxTable(this.fx, this.rules.fx)
    this.#fxTable = { fx: this.fx, rules, table }
    return table
  }

  /** Made once for the present state of everything held. */
  made<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make())
    return this.#made.get(name) as T
  }

  async #readSettings(): Promise<void> {
    const { context } = this.book
    this.rules = (await readSetting(context, rulesKey, RebateRules)) ?? defaultRules
    this.enterprise = await readSetting(context, enterpriseKey, RebateEnterprise)
    this.serials = (await readSetting(context, serialsKey, RebateSerials)) ?? noSerials
  }

  async #readFacts(): Promise<void> {
    this.invoices = await readInvoices(this.book)
    const { rates, edition } = await readFx(this.book)
    this.fx = rates
    this.fxEdition = edition
    this.handbooks = await readHandbooks(this.book)
    const { library, editions } = await readLibrary(this.book)
    this.library = library
    this.editions = editions
    this.rates = new RateIndex(library?.entries ?? [])
  }

  #index(): void {
    this.#made.clear()
    this.lineOf = new Map([...this.held.rebateLines.values()].map((line) => [keyOf(line), line]))
    this.linksOfItem = new Map()
    this.linksOfPurchase = new Map()
    const push = (map: Map<string, Link[]>, key: string, link: Link) => {
      const known = map.get(key)
      if (!known) map.set(key, [link])
      else if (!known.includes(link)) known.push(link)
    }
    for (const link of this.held.rebateLinks.values()) {
      for (const { declarationNo, item } of link.record.exports) {
        push(this.linksOfItem, claimKey(declarationNo, item), link)
      }
      for (const { invoiceNumber, line } of link.record.purchases) {
        push(this.linksOfPurchase, `${invoiceNumber}#${line}`, link)
      }
    }
  }
}

export const keyOf = ({ record }: { record: { no: string; item: number } }): string =>
  claimKey(record.no, record.item)

/** Whose book it is, for the forms. */
export async function enterpriseOf(book: Book): Promise<Enterprise | undefined> {
  const [only] = await allRecords(book.context, 'enterprise')
  return only?.record
}
