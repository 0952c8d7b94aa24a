import type { HitGroup, RebateFound } from '../../data/port'
import { searchTables, type OwnNumber } from '../book/projection/search'
import { numberOfBatch } from './views'
import type { RebateStore } from './store'

/** Hits of this many searches and more are remembered; the oldest are forgotten first. */
const remembered = 2000

/** Every number of the room: 关联号, purchase invoices, 报关单 with and without item. */
function* numbersOf(store: RebateStore): Generator<OwnNumber> {
  const own = { room: 'rebate' as const, state: '' }
  for (const [id, { record }] of store.held.rebateLinks) {
    const batch = store.held.rebateBatches.get(record.batch)
    const caption = batch ? numberOfBatch(batch) : ''
    yield { ...own, kind: 'link', id, number: record.linkNo, caption }
  }
  for (const [number, { invoice }] of store.invoices) {
    yield {
      ...own,
      kind: 'purchaseInvoice',
      id: number,
      number,
      caption: `${invoice.date} ${invoice.sellerName}`,
    }
  }
  const declared = new Set<string>()
  for (const [key, { item }] of store.items) {
    yield { ...own, kind: 'rebateEntry', id: item.no, number: key, caption: item.name }
    if (declared.has(item.no)) continue
    declared.add(item.no)
    yield { ...own, kind: 'rebateEntry', id: item.no, number: item.no, caption: item.exportDate ?? '' }
  }
}

function foundOf(store: RebateStore, kind: OwnNumber['kind'], id: string): RebateFound {
  if (kind !== 'link') return { table: kind === 'purchaseInvoice' ? 'invoices' : 'items', number: id }
  return { table: 'links', id, batch: store.held.rebateLinks.get(id)?.record.batch ?? '' }
}

/** Hits under ids of their own, so that no route ever holds a number. */
export function searchRebate(store: RebateStore, text: string): HitGroup[] {
  return searchTables([], text, numbersOf(store)).map(({ kind, count, hits }) => ({
    kind,
    count,
    hits: hits.map((hit) => {
      const id = crypto.randomUUID()
      store.found.set(id, foundOf(store, kind, hit.id))
      for (const old of store.found.keys()) {
        if (store.found.size <= remembered) break
        store.found.delete(old)
      }
      return { ...hit, id }
    }),
  }))
}
