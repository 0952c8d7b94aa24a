import { loadCodeBook } from '#shared/codes/load'
import type { CodeBook } from '#shared/codes/book'
import { itemsOfEntry, itemsOfSummary, shopsOfSummary } from '#shared/rebate/book/items'
import type { KnownItem, Names, ShopShare } from '#shared/rebate/book/items'
import { claimKey } from '#shared/rebate/keys'
import type { RateLibrary } from '#shared/model/rebate/common'
import type { FxFact, HandbookFact, InvoiceFact, RateFact } from '#shared/model/rebate/facts'
import { withVersion } from '#shared/rebate/import/rate-library'
import { exchangeRatesOf, libraryOf } from '#shared/reference/read'
import { entryLines } from '#shared/model/customs-entry'
import type { ReturnCase } from '#shared/returns/case'
import { bringsBack, returnedLines, returnedOfEntry, returnedOfItem } from '#shared/returns/returned-items'
import type { ReturnedLine } from '#shared/returns/returned-items'
import { businessDay } from '#shared/time/shanghai'
import type { Book } from '../../data/book'
import type { Edition } from '../../data/editions'
import { importOf } from '../../data/facts/fact-id'
import { listImports } from '../../data/imports/begin'
import type { ItemOrigin, RateEdition } from '../../data/port'
import { allRecords, eachRecord, getRecords } from '../../data/read/records'
import { publishedRows } from '../../data/reference'

/** `shops`: of an item of a 汇总, what each shop sold of it. */
export type SourceItem = { item: KnownItem; origin: ItemOrigin; importId: string; shops?: ShopShare[] }
export type SourceInvoice = { invoice: InvoiceFact; importId: string }

const atOnce = 500

const namesOf = (codes: CodeBook): Names => ({
  unit: (code) => codes.lookup('unit', code)?.zh ?? code,
  currency: (code) => codes.lookup('currency', code)?.iso ?? code,
})

/**
 * Every known item of a 报关单, with what came back of it. One that was imported counts before the same one as the book derives
 * it.
 */
export async function readItems(book: Book): Promise<Map<string, SourceItem>> {
  const names = namesOf(await loadCodeBook({}, ['unit', 'currency']))
  const items = new Map<string, SourceItem>()
  const put = (item: KnownItem, origin: ItemOrigin, importId = '') =>
    items.set(claimKey(item.no, item.item), { item, origin, importId })
  for (const { item, shops } of await summaryItems(book, names)) {
    items.set(claimKey(item.no, item.item), {
      item,
      origin: 'summary',
      importId: '',
      ...(shops && { shops }),
    })
  }
  for await (const chunk of eachRecord(book.context, 'exportEntries')) {
    for (const { record } of chunk) for (const item of itemsOfEntry(record, names)) put(item, 'entry')
  }
  for await (const chunk of book.facts('declarations')) {
    for (const { id, record } of chunk) {
      const { record: _kind, kind: _same, source: _place, ...item } = record
      put(item, 'import', importOf(id))
    }
  }
  for (const [key, returned] of await returnedItems(book, names)) {
    const source = items.get(key)
    if (source) {
      items.set(key, { ...source, item: { ...source.item, returned: returnedOfItem(source.item, returned) } })
    }
  }
  return items
}

/** What the returns of the book brought back of the items of 报关单, by item. */
async function returnedItems({ context }: Book, names: Names): Promise<Map<string, ReturnedLine[]>> {
  const cases: ReturnCase[] = []
  for await (const chunk of eachRecord(context, 'returns')) {
    for (const { record } of chunk) if (bringsBack(record)) cases.push(record)
  }
  const items = new Map<string, ReturnedLine[]>()
  if (cases.length === 0) return items
  const lists = await getRecords(context, 'lists', [...new Set(cases.map(({ list }) => list))])
  const listOf = new Map(lists.map(({ id, record }) => [id, record.list.documents.inventory]))
  const lines = returnedLines(cases, (id) => listOf.get(id), names.unit)
  for await (const chunk of eachRecord(context, 'customsEntries')) {
    for (const { record } of chunk) {
      for (const [key, came] of returnedOfEntry(record, lines)) items.set(key, came)
    }
  }
  return items
}

/** 清单 are read by the ids their applications name: there is no index of their numbers. */
async function summaryItems(
  { context }: Book,
  names: Names,
): Promise<{ item: KnownItem; shops: ShopShare[] | undefined }[]> {
  const items: { item: KnownItem; shops: ShopShare[] | undefined }[] = []
  const listIds = new Map<string, string>()
  for await (const chunk of eachRecord(context, 'applications')) {
    for (const { record } of chunk) for (const { id, invtNo } of record.lists) listIds.set(invtNo, id)
  }
  for await (const chunk of eachRecord(context, 'customsEntries')) {
    for (const { record } of chunk) {
      const numbers = [...new Set(entryLines(record).map(({ invtNo }) => invtNo))]
      const ids = numbers.flatMap((number) => listIds.get(number) ?? [])
      const inventories = new Map<string, ReturnType<Parameters<typeof shopsOfSummary>[1]>>()
      for (let at = 0; at < ids.length; at += atOnce) {
        for (const list of await getRecords(context, 'lists', ids.slice(at, at + atOnce))) {
          const { invtNo = '', shop, documents } = list.record.list
          inventories.set(invtNo, { ...documents.inventory, shop })
        }
      }
      const listOf = (number: string) => inventories.get(number)
      const shops = shopsOfSummary(record, listOf)
      for (const item of itemsOfSummary(record, listOf, names))
        items.push({ item, shops: shops.get(item.item) })
    }
  }
  return items
}

export async function readInvoices(book: Book): Promise<Map<string, SourceInvoice>> {
  const invoices = new Map<string, SourceInvoice>()
  for await (const chunk of book.facts('invoices')) {
    for (const { id, record } of chunk) {
      invoices.set(record.number, { invoice: record, importId: importOf(id) })
    }
  }
  return invoices
}

/** Quotations of files, which an officer chose, before those that were published; and which edition of those. */
export async function readFx(book: Book): Promise<{ rates: FxFact[]; edition: Edition | undefined }> {
  const rates: FxFact[] = []
  for await (const chunk of book.facts('exchange-rates')) rates.push(...chunk.map(({ record }) => record))
  const published = await publishedRows('exchange-rates', await isPracticeBook(book))
  const source = { profile: 'reference', firstRow: 1, lastRow: 1 }
  for (const { source: origin, ...rate } of published ? exchangeRatesOf(published.rows) : []) {
    rates.push({ ...rate, record: 'exchange-rate', origin, source })
  }
  return { rates, edition: published?.edition }
}

/** The last table of a kind that was brought in, by file or published, with its day; undefined where there is none. */
export async function tableUsed(
  { context }: Book,
  kind: 'exchange-rates' | 'safe-rates',
  published: Edition | undefined,
): Promise<string | undefined> {
  const files = (await listImports(context)).flatMap(({ record }) =>
    record.kind === kind && record.state === 'done' ? [{ name: record.file, at: record.startedAt }] : [],
  )
  const all = published ? [...files, { name: published.version, at: published.at }] : files
  const last = all.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  return last && versionWithDay(last)
}

/** A table by its name or version, with the day it was brought in. */
export const versionWithDay = ({ name, at }: { name: string; at: string }): string =>
  `${name} · ${businessDay(at)}`

export async function isPracticeBook({ context }: Book): Promise<boolean> {
  const [own] = await allRecords(context, 'enterprise')
  return own?.record.book === 'practice'
}

/** Handbooks by number: of one that was imported anew, what was read last. */
export async function readHandbooks(book: Book): Promise<Map<string, HandbookFact>> {
  const handbooks = new Map<string, HandbookFact>()
  for await (const chunk of book.facts('handbooks')) {
    for (const { record } of chunk) handbooks.set(record.number, record)
  }
  return handbooks
}

/**
 * All editions as one library: a newer one ends what it replaces the day before. Oldest import first, then the one that was
 * published.
 */
export async function readLibrary(
  book: Book,
): Promise<{ library: RateLibrary | undefined; editions: RateEdition[] }> {
  const byImport = new Map<string, RateFact[]>()
  for await (const chunk of book.facts('rates')) {
    for (const { id, record } of chunk) {
      const own = byImport.get(importOf(id))
      if (own) own.push(record)
      else byImport.set(importOf(id), [record])
    }
  }
  const imports = (await listImports(book.context))
    .filter(({ id }) => byImport.has(id))
    .sort((a, b) => (a.record.startedAt < b.record.startedAt ? -1 : 1))
  const published = await publishedRows('rebate-rates', await isPracticeBook(book))
  let library: RateLibrary | undefined
  const editions = imports.map(({ id, record }, at): RateEdition => {
    const facts = byImport.get(id)!
    const entries = facts.map(({ record: _tag, kind: _kind, source: _source, ...entry }) => entry)
    const version = { version: record.file, entries }
    library = library ? withVersion(library, version) : version
    const starts = entries.map(({ from }) => from).sort()
    return {
      importId: id,
      file: record.file,
      at: record.startedAt,
      entries: entries.length,
      from: starts[0] ?? '',
      to: starts.at(-1) ?? '',
      used: at === imports.length - 1 && !published,
    }
  })
  if (published) {
    const { id, version, source, at } = published.edition
    const newer = libraryOf(published.rows)
    library = library ? withVersion(library, newer) : newer
    const starts = newer.entries.map(({ from }) => from).sort()
    editions.push({
      importId: `${id} ${version}`,
      file: `${newer.version} · ${source}`,
      at,
      entries: newer.entries.length,
      from: starts[0] ?? '',
      to: starts.at(-1) ?? '',
      used: true,
    })
  }
  return { library, editions: editions.reverse() }
}
