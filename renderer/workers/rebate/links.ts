import { addExport, addPurchase, merge, netOfPart, split } from '#shared/rebate/allocation/allocation'
import type { Allocation, AllocatedExport, Edited, OpenLine } from '#shared/rebate/allocation/allocation'
import { nextNumber } from '#shared/rebate/allocation/link-numbers'
import { memoryKey, suggest } from '#shared/rebate/allocation/suggest'
import type { OpenItem, PairingMemory } from '#shared/rebate/allocation/suggest'
import { claimParts } from '#shared/rebate/book/claim'
import type { BatchLine } from '#shared/rebate/book/claim'
import type { RebateLink, RebateSerials } from '#shared/rebate/book/records'
import { claimKey } from '#shared/rebate/keys'
import { PRE_REFUND } from '#shared/rebate/pre-refund'
import { claimableQty } from '#shared/rebate/returned'
import { cmp, isZero, sub, sum } from '#shared/money/decimal'
import { DataRefusal } from '../../data/errors/refusal'
import { command } from '../../data/write/command'
import type { Draft } from '../../data/write/draft'
import { refusalOf } from '../declaration/parts-queue'
import { dissolveIn, draftSerials, moveIn, putSerials, refuseClaimed } from './batches'
import { batchLine, today } from './facts'
import { openOf } from './views'
import type { Batch, Link, RebateStore } from './store'

/** Thrown when another window changed links since this one looked; the act is thought out again on what is there now. */
class Moved extends Error {}

const tries = 5

/** One change of links. The numbers are written with it: a second window that decided on an older state meets them. */
async function changeLinks(
  store: RebateStore,
  name: string,
  batch: string,
  why: string,
  work: (draft: Draft, series: Series) => Promise<string[] | void>,
): Promise<string[]> {
  for (let attempt = 1; ; attempt++) {
    store.openBatch(batch)
    try {
      const { ids } = await command(store.book.context, name, store.who, why, async (draft) => {
        const serials = await draftSerials(store, draft)
        if (serials.change !== store.serials.change) throw new Moved()
        const series = new Series(store, serials, batch)
        const written = await work(draft, series)
        await putSerials(draft, series.serials)
        return written ?? []
      })
      return ids
    } catch (error) {
      if (!(error instanceof Moved) || attempt >= tries) throw error
      await store.fresh()
    }
  }
}

/** 关联号 in the order they are given. */
class Series {
  serials: RebateSerials
  readonly #store: RebateStore
  readonly #batch: Batch

  constructor(store: RebateStore, serials: RebateSerials, batch: string) {
    this.#store = store
    this.serials = serials
    this.#batch = store.batch(batch)
  }

  next(): string {
    const { period, number } = this.#batch.record
    try {
      const next = nextNumber(this.#store.rules.numbers, this.serials.links, period, number)
      this.serials = { ...this.serials, links: { ...next.state } }
      return next.number
    } catch (error) {
      if (error instanceof RangeError) throw new DataRefusal('batch-full', { period })
      throw error
    }
  }
}

const recordOf = (
  store: RebateStore,
  batch: string,
  { linkNo, hsCode, businessType, exports, purchases }: Allocation,
): RebateLink => ({
  linkNo,
  batch,
  hsCode,
  ...(businessType && { businessType }),
  exports: exports.map((row) => ({ ...row })),
  purchases: purchases.map((row) => ({ ...row })),
  imports: [
    ...new Set(purchases.flatMap(({ invoiceNumber }) => store.invoices.get(invoiceNumber)?.importId ?? [])),
  ].sort(),
})

async function putLink(store: RebateStore, draft: Draft, batch: string, allocation: Allocation) {
  const id = await draft.put('rebateLinks', recordOf(store, batch, allocation))
  for (const { declarationNo, item } of allocation.exports) {
    await moveIn(store, draft, claimKey(declarationNo, item), 'allocate')
  }
  return id
}

/** What of an item of the batch no link holds yet. */
function openQty(store: RebateStore, key: string, qty: string): string {
  const used = (store.linksOfItem.get(key) ?? []).flatMap(({ record }) =>
    record.exports.filter((row) => claimKey(row.declarationNo, row.item) === key).map((row) => row.qty),
  )
  return sub(qty, sum(used))
}

/** 9810 goods in two: what is sold, and what is not under a number of its own (G04); less what links hold of each. */
function openParts(store: RebateStore, batch: string, line: BatchLine, qty: string): OpenItem[] {
  const { item } = line
  const parts = claimParts(store.batch(batch).record, line, today(store))
  if (!parts || isZero(parts.unsold)) return [{ item, qty }]
  const key = claimKey(item.no, item.item)
  const rows = (store.linksOfItem.get(key) ?? []).flatMap(({ record }) =>
    record.exports.flatMap((row) =>
      claimKey(row.declarationNo, row.item) === key ? { qty: row.qty, before: isBefore(record) } : [],
    ),
  )
  const left = (all: string, before: boolean) =>
    sub(all, sum(rows.flatMap((row) => (row.before === before ? row.qty : []))))
  // What a settlement gave back is claimed once it is sold, never before it again.
  const once = line.line.settlement !== undefined
  const open: OpenItem[] = [
    { item, qty: left(parts.sold, false) },
    ...(once ? [] : [{ item, qty: left(parts.unsold, true), businessType: PRE_REFUND }]),
  ]
  return open.filter((one) => cmp(one.qty, '0') > 0 && cmp(one.qty, qty) <= 0)
}

const isBefore = ({ businessType }: RebateLink): boolean => businessType === PRE_REFUND

/** What earlier links paired: goods of a supplier under the goods code they went out as. */
function memoryOf(store: RebateStore): PairingMemory[] {
  const known = new Map<string, PairingMemory>()
  for (const { record } of store.held.rebateLinks.values()) {
    for (const { invoiceNumber, line } of record.purchases) {
      const invoice = store.invoices.get(invoiceNumber)?.invoice
      const of = invoice?.lines.find((one) => one.line === line)
      if (!invoice || !of) continue
      const memory = { sellerTaxNo: invoice.sellerTaxNo, name: of.name, hsCode: record.hsCode }
      known.set(memoryKey(memory), memory)
    }
  }
  return [...known.values()]
}

/** Invoices with refused rows are not whole: nothing is taken of them. */
export function usable(store: RebateStore): Map<string, OpenLine> {
  const open = new Map(openOf(store))
  for (const [key, { invoice }] of open) {
    if (store.invoices.get(invoice.number)?.invoice.refusedRows) open.delete(key)
  }
  return open
}

export function suggestion(store: RebateStore, batch: string, nextLinkNo: () => string) {
  const wanted = store.linesOf(batch).flatMap(({ record }) => {
    const line = batchLine(store, record)
    if (!line?.item.qty) return []
    const key = claimKey(record.no, record.item)
    const qty = openQty(store, key, claimableQty(line.item) ?? '0')
    return cmp(qty, '0') > 0 ? openParts(store, batch, line, qty) : []
  })
  return suggest(wanted, usable(store), memoryOf(store), nextLinkNo)
}

/** The suggestion as one commit: what it takes of the invoices and the numbers it gives stand or fall together. */
export async function applySuggestion(
  store: RebateStore,
  batch: string,
  why: string,
): Promise<{ links: number; uncovered: number }> {
  let result = { links: 0, uncovered: 0 }
  await changeLinks(store, 'rebate.suggest', batch, why, async (draft, series) => {
    const { allocations, uncovered } = suggestion(store, batch, () => series.next())
    await draft.prefetch(
      'rebateLines',
      store.linesOf(batch).map(({ id }) => id),
    )
    for (const allocation of allocations) await putLink(store, draft, batch, allocation)
    result = { links: allocations.length, uncovered: uncovered.length }
  })
  return result
}

const refused = (edited: Edited): Allocation[] => {
  if (edited.ok) return edited.allocations
  throw refusalOf({ code: 'not-allocated', text: edited.text, fix: edited.fix })
}

export async function linkByHand(
  store: RebateStore,
  batch: string,
  sides: { linkNo?: string; exports: AllocatedExport[]; purchases: { id: string; qty: string }[] },
  why: string,
): Promise<{ linkNo: string }> {
  let linkNo = sides.linkNo ?? ''
  await changeLinks(store, 'rebate.link', batch, why, async (draft, series) => {
    const known = sides.linkNo === undefined ? undefined : linkNamed(store, batch, sides.linkNo)
    linkNo = known?.record.linkNo ?? series.next()
    const { exports = [], purchases = [], hsCode = '' } = known?.record ?? {}
    const businessType = known ? known.record.businessType : typeOf(store, batch, sides.exports)
    let allocations: Allocation[] = [{ linkNo, hsCode, exports, purchases, businessType }]
    refuseClaimed(store, keysOf(sides.exports))
    for (const row of sides.exports) {
      const key = claimKey(row.declarationNo, row.item)
      const line = store.lineOf.get(key)
      const of = line?.record.batch === batch ? batchLine(store, line.record) : undefined
      if (!of) throw new DataRefusal('missing', { table: 'rebateLines', id: key })
      const left = openQty(store, key, claimableQty(of.item) ?? '0')
      allocations = refused(addExport(allocations, linkNo, { row, hsCode: of.item.hsCode, open: left }))
    }
    const open = usable(store)
    for (const { id, qty } of sides.purchases) {
      const line = open.get(id)
      if (!line) throw new DataRefusal('missing', { table: 'invoices', id })
      allocations = refused(addPurchase(allocations, linkNo, line, qty))
      open.set(id, { ...line, qty: sub(line.qty, qty), net: sub(line.net, netOfPart(line, qty)) })
    }
    await putLink(store, draft, batch, allocations[0]!)
  })
  return { linkNo }
}

/** A new link of goods of which nothing is sold yet is a pre-refund. */
function typeOf(store: RebateStore, batch: string, rows: readonly AllocatedExport[]): string | undefined {
  const { record } = store.batch(batch)
  const unsold = rows.map(({ declarationNo, item }) => {
    const line = store.lineOf.get(claimKey(declarationNo, item))
    const of = line && batchLine(store, line.record)
    const parts = of && claimParts(record, of, today(store))
    return parts !== undefined && isZero(parts.sold) && !isZero(parts.unsold)
  })
  return unsold.length > 0 && unsold.every(Boolean) ? PRE_REFUND : undefined
}

/** 退（免）税业务类型 of whole links; '' takes it back. */
export async function markLinks(
  store: RebateStore,
  batch: string,
  linkNos: readonly string[],
  businessType: string,
  why: string,
): Promise<void> {
  await changeLinks(store, 'rebate.linkType', batch, why, async (draft) => {
    for (const linkNo of linkNos) {
      const { businessType: _before, ...record } = linkNamed(store, batch, linkNo).record
      await draft.put('rebateLinks', { ...record, ...(businessType && { businessType }) })
    }
  })
}

const keysOf = (exports: readonly AllocatedExport[]): string[] =>
  exports.map(({ declarationNo, item }) => claimKey(declarationNo, item))

function linkNamed(store: RebateStore, batch: string, linkNo: string): Link {
  const found = store.linkNamed(linkNo)
  if (found?.record.batch !== batch) throw new DataRefusal('missing', { table: 'rebateLinks', id: linkNo })
  refuseClaimed(store, keysOf(found.record.exports))
  return found
}

export async function unlink(store: RebateStore, batch: string, linkNos: readonly string[], why: string) {
  await changeLinks(store, 'rebate.unlink', batch, why, async (draft) => {
    const links = linkNos.map((linkNo) => linkNamed(store, batch, linkNo))
    await dissolveIn(store, draft, links)
  })
}

const allocationsOf = (store: RebateStore, batch: string): Allocation[] =>
  store.linksOf(batch).map(({ record }) => record)

export async function mergeLinks(store: RebateStore, batch: string, into: string, from: string, why: string) {
  await changeLinks(store, 'rebate.merge', batch, why, async (draft) => {
    const merged = refused(merge(allocationsOf(store, batch), into, from))
    await draft.delete('rebateLinks', linkNamed(store, batch, from).id)
    const next = merged.find(({ linkNo }) => linkNo === into)!
    await draft.put('rebateLinks', recordOf(store, batch, next))
  })
}

export async function splitLink(
  store: RebateStore,
  batch: string,
  linkNo: string,
  leaving: { exports: number[]; purchases: number[] },
  why: string,
): Promise<{ linkNo: string }> {
  let newLinkNo = ''
  await changeLinks(store, 'rebate.split', batch, why, async (draft, series) => {
    newLinkNo = series.next()
    const parts = refused(split(allocationsOf(store, batch), linkNo, newLinkNo, leaving))
    for (const one of parts) {
      if (one.linkNo === linkNo || one.linkNo === newLinkNo) {
        await draft.put('rebateLinks', recordOf(store, batch, one))
      }
    }
  })
  return { linkNo: newLinkNo }
}
