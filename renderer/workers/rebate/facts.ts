import { businessDay } from '#shared/time/shanghai'
import type { BatchFacts, BatchLine } from '#shared/rebate/book/claim'
import { answersOf } from '#shared/rebate/book/claim'
import type { KnownItem } from '#shared/rebate/book/items'
import type { RebateLine } from '#shared/rebate/book/records'
import type { DeclarationItem } from '#shared/model/rebate/export-line'
import { hashText } from '#shared/import/hash'
import { DataRefusal } from '../../data/errors/refusal'
import { keyOf } from './store'
import type { RebateStore } from './store'

/** A line of a batch with what is known of its item; the day the line was chosen with stands in for one that is not told. */
export function batchLine({ items }: RebateStore, record: RebateLine): BatchLine | undefined {
  const found = items.get(keyOf({ record }))
  return found && { item: dated(found.item, record.exportDate), line: record }
}

const datedItems = new WeakMap<KnownItem, DeclarationItem>()

/** The same item stays the same object, so that a check sees that nothing changed. */
function dated(item: KnownItem, exportDate: string): DeclarationItem {
  const day = item.exportDate ?? exportDate
  const known = datedItems.get(item)
  if (known?.exportDate === day) return known
  const made = { ...item, exportDate: day }
  datedItems.set(item, made)
  return made
}

/** The lines of a batch whose item is known, and the papers of their 报关单. */
export function linesAndPapers(store: RebateStore, id: string): Pick<BatchFacts, 'lines' | 'papers'> {
  const lines = store.linesOf(id).flatMap(({ record }) => batchLine(store, record) ?? [])
  const numbers = [...new Set(lines.map(({ item }) => item.no))]
  return { lines, papers: numbers.flatMap((no) => store.papersOf(no)?.record ?? []) }
}

/** Refused with `no-claimant` or `no-rates` when nothing can be judged. */
export function batchFacts(store: RebateStore, id: string, asOf: string): BatchFacts {
  const { record: batch } = store.batch(id)
  if (!store.enterprise) throw new DataRefusal('no-claimant')
  if (!store.library) throw new DataRefusal('no-rates')
  const { lines, papers } = linesAndPapers(store, id)
  const numbers = new Set(lines.map(({ item }) => item.no))
  const chosen = new Set(lines.map(({ line }) => keyOf({ record: line })))
  const siblings = [...store.items].flatMap(([key, { item }]) =>
    numbers.has(item.no) && !chosen.has(key) && item.exportDate !== undefined
      ? [item as DeclarationItem]
      : [],
  )
  const links = store.linksOf(id).map(({ record }) => record)
  const purchases = new Set(
    links.flatMap((link) => link.purchases.map(({ invoiceNumber, line }) => `${invoiceNumber}#${line}`)),
  )
  const others = new Set(
    [...purchases]
      .flatMap((key) => store.linksOfPurchase.get(key) ?? [])
      .filter(({ record }) => record.batch !== id),
  )
  return {
    asOf,
    batch,
    enterprise: { ...store.enterprise, type: batch.kind },
    rules: store.rules,
    lines,
    siblings,
    links,
    elsewhere: [...others].map(({ record: link }) => {
      const of = store.held.rebateBatches.get(link.batch)?.record
      return { link, period: of?.period ?? '', number: of?.number ?? '' }
    }),
    invoices: [...store.invoices.values()].map(({ invoice }) => invoice),
    library: store.library,
    papers,
    fx: store.fxTable(),
    handbooks: store.handbooks,
  }
}

/** What the result of a check rests on, as one short text: it differs as soon as anything of it does. */
export const restsOn = (store: RebateStore, id: string): string =>
  store.made(`rests ${id}`, () => makeRests(store, id))

function makeRests(store: RebateStore, id: string): string {
  const { record } = store.batch(id)
  const revisions = (held: readonly { id: string; rev: number }[]) =>
    held.map((one) => `${one.id}:${one.rev}`).join()
  const lines = store.linesOf(id)
  const numbers = new Set(lines.map((line) => line.record.no))
  return hashText(
    JSON.stringify([
      record.answers,
      record.manufacturer ?? null,
      lines.map((line) => [keyOf(line), answersOf(record, line.record), store.items.get(keyOf(line))?.item]),
      revisions(store.linksOf(id)),
      revisions([...numbers].flatMap((no) => store.papersOf(no) ?? [])),
      store.editions.map(({ importId }) => importId),
      store.enterprise ?? null,
      store.rules,
      store.fx.length,
      store.fxEdition?.digest ?? '',
      [...store.handbooks.values()],
      store
        .linksOf(id)
        .flatMap((link) =>
          link.record.purchases.map(({ invoiceNumber }) => store.invoices.get(invoiceNumber)?.invoice),
        ),
    ]),
  )
}

export const today = ({ book }: RebateStore): string => businessDay(book.context.now())
