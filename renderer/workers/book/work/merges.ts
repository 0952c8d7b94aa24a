import { proposeMerge, proposeMerges } from '#shared/declaration/propose-merges'
import type { MergeProposal, Traveller } from '#shared/declaration/propose-merges'
import { readFacts } from '../../../data/facts/read'
import { readResults } from '../../../data/facts/results'
import type { Filter } from '../../../data/port'
import { command } from '../../../data/write/command'
import type { BookSession } from '../session'

/** Groups merged in one transaction. */
const perCommand = 200
/** One declared order is at most this many orders; more are surely a mistake of selection. */
const mostOrders = 20

/** Orders that share a waybill, as 对碰 found them: by waybill, those of one consignee as one proposal. */
export async function proposalsOf(session: BookSession): Promise<MergeProposal[]> {
  const { book, projection } = session
  const shared = [...projection.orders.rows()].filter(({ breaks }) => breaks.includes('waybill-shared'))
  const results = await readResults(
    book.context,
    shared.map(({ id }) => id),
  )
  const groups = new Map<string, Set<string>>()
  for (const { order, waybills } of results.values()) {
    for (const id of waybills) {
      const waybill = projection.waybills.get(id)
      if (!waybill) continue
      // Several rows of a file may name one parcel, each with another order.
      const key = JSON.stringify([waybill.logisticsCode, waybill.waybillNo])
      groups.set(key, (groups.get(key) ?? new Set()).add(order))
    }
  }
  const travellers = await travellersOf(session, [
    ...new Set([...groups.values()].flatMap((ids) => [...ids])),
  ])
  const byWaybill = [...groups].map(([key, ids]): [string, Traveller[]] => [
    (JSON.parse(key) as [string, string])[1],
    [...ids].flatMap((id) => travellers.get(id) ?? []),
  ])
  return proposeMerges(new Map(byWaybill))
}

/** The orders of a filter as one proposal: what an officer chose by hand. */
export async function proposalFor(session: BookSession, filter: Filter): Promise<MergeProposal[]> {
  const ids = session.views.ids('orders', filter).slice(0, mostOrders)
  const travellers = await travellersOf(session, ids)
  return [proposeMerge('', [...travellers.values()])]
}

async function travellersOf(
  { book, projection }: BookSession,
  ids: readonly string[],
): Promise<Map<string, Traveller>> {
  const facts = await readFacts(book.context, 'orders', ids)
  const merged = projection.mergedOrders()
  return new Map(
    facts.map(({ id, record }) => {
      const states = projection.listsOf(id).map((list) => projection.lists.get(list)?.state)
      const listed = states.some((state) => state !== undefined && state !== 'void')
      const bound = listed ? 'listed' : merged.has(id) ? 'merged' : undefined
      return [id, { id, order: record, ...(bound && { bound }) }]
    }),
  )
}

/**
 * 合单 of these groups of orders, the first of each giving its number; a group that cannot be merged is left alone.
 * @returns the group that takes all of it back, and how many declared orders there are now
 */
export async function mergeOrders(
  session: BookSession,
  groups: readonly (readonly string[])[],
  why: string,
): Promise<{ group: string; merged: number }> {
  const { book, who } = session
  const group = crypto.randomUUID()
  const travellers = await travellersOf(session, groups.flat())
  const good = groups
    .map((ids) =>
      proposeMerge(
        '',
        ids.flatMap((id) => travellers.get(id) ?? []),
      ),
    )
    .filter(({ fault }) => fault === undefined)
  for (let i = 0; i < good.length; i += perCommand) {
    await command(
      book.context,
      'order.merge',
      who,
      why,
      async (draft) => {
        for (const { orderNo, orders } of good.slice(i, i + perCommand)) {
          const [first, ...others] = orders
          for (const { id } of others) {
            await draft.put('overlays', { aspect: 'merged', fact: id, into: first!.id, orderNo })
          }
        }
      },
      { group },
    )
  }
  return { group, merged: good.length }
}
