import {
  replacementFaults,
  replacementFile,
  replacementFileName,
  replacementNo,
} from '#shared/returns/replacement'
import type { NumberHolder, ReplacementLink } from '#shared/returns/replacement'
import type { ReturnFault } from '#shared/returns/fault'
import type { Order } from '#shared/model/order'
import { readFacts } from '../../../data/facts/read'
import type { ReplacementView, ReturnChoice, ReturnSheet, SealedRecord, Stored } from '../../../data/port'
import { eachRecord, getRecord } from '../../../data/read/records'
import { normalNumber } from '../../../data/sealing/blind'
import type { ReturnOf } from '../../returns/build'
import type { BookSession } from '../session'

type StoredList = Stored<SealedRecord<'lists'>>

/** The first of the orders a 清单 was built of; of a 合单 all have one buyer and one currency. */
async function firstOrder({ book }: BookSession, { record }: StoredList): Promise<Order | undefined> {
  return (await readFacts(book.context, 'orders', record.orders.slice(0, 1)))[0]?.record
}

/** What a 换货 of a 清单 starts with: the same goods at the price they were declared at. */
export async function replacementSheet(
  session: BookSession,
  { list, earlier }: ReturnOf,
): Promise<ReturnSheet['replacement']> {
  const order = await firstOrder(session, list)
  if (!order) return undefined
  const { documents, currency, orderNo } = list.record.list
  const sold = order.lines
  return {
    orderNo: replacementNo(orderNo, earlier.filter(({ record }) => record.replacement).length),
    currency,
    lines: (documents.inventory.lines ?? []).map(({ itemNo = '', gname = '', price = '' }) => {
      // A 清单 has room for the beginning of a SKU only.
      const line = sold.find(({ sku }) => sku === itemNo) ?? sold.find(({ sku }) => sku.startsWith(itemNo))
      return { sku: line?.sku ?? itemNo, name: line?.name ?? gname, quantity: '', price }
    }),
  }
}

type Named = Pick<Order, 'platform' | 'shop'>

/** The order of this shop that has a number; undefined when none has. */
function orderOf(
  { views, projection }: BookSession,
  { platform, shop }: Named,
  orderNo: string,
): string | undefined {
  return views.ids('orders', { numbers: [orderNo] }).find((id) => {
    const row = projection.orders.get(id)
    return (
      row?.kind === 'order' &&
      row.platform === platform &&
      row.shop === shop &&
      normalNumber(row.orderNo) === normalNumber(orderNo)
    )
  })
}

/** What speaks against the order of a 换货; nothing where none is given. */
export async function faultsOfReplacement(
  session: BookSession,
  choice: ReturnChoice,
  list: StoredList,
): Promise<ReturnFault[]> {
  const { act, replacement } = choice
  const order = replacement && act === 'new-list' ? await firstOrder(session, list) : undefined
  if (!replacement || !order) return []
  const known = replacement.orderNo === '' ? undefined : orderOf(session, order, replacement.orderNo)
  const holder: NumberHolder = !known ? 'free' : list.record.orders.includes(known) ? 'itself' : 'order'
  return replacementFaults(replacement, holder)
}

/**
 * The order of a 换货: either one that is there already, or the file that brings it in. Undefined where the case has none.
 * Its faults were looked for before.
 */
export async function replacementWanted(
  session: BookSession,
  { act, list, replacement }: ReturnChoice,
): Promise<{ named: Named & { orderNo: string }; file?: File } | undefined> {
  const stored = act === 'new-list' ? await getRecord(session.book.context, 'lists', list) : undefined
  const order = stored && (await firstOrder(session, stored))
  if (!order || !replacement || (replacement.orderNo === '' && replacement.lines.length === 0))
    return undefined
  const { platform, shop } = order
  const named = { platform, shop, orderNo: replacement.orderNo }
  if (replacement.lines.length === 0) return { named }
  const text = replacementFile(replacement, order, session.book.context.now())
  return { named, file: new File([text], replacementFileName(replacement.orderNo)) }
}

/** The order as a case keeps it, once it is there. */
export function linkOf(
  session: BookSession,
  named: Named & { orderNo: string },
): ReplacementLink | undefined {
  const order = orderOf(session, named, named.orderNo)
  return order === undefined ? undefined : { order, ...named }
}

/** 换货 that something was sent for instead of this 清单, and those this 清单 was sent for. */
export async function replacementsOf(
  { book, projection }: BookSession,
  list: string,
): Promise<ReplacementView[]> {
  const own = new Set((await getRecord(book.context, 'lists', list))?.record.orders)
  const views: ReplacementView[] = []
  for await (const chunk of eachRecord(book.context, 'returns')) {
    for (const { record } of chunk) {
      const { replacement, state } = record
      if (!replacement || state === 'void') continue
      if (record.list !== list && !own.has(replacement.order)) continue
      views.push({
        copNo: record.copNo,
        list: record.list,
        listCopNo: record.listCopNo,
        order: replacement.order,
        orderNo: replacement.orderNo,
        lists: projection.listsOf(replacement.order).flatMap((id) => {
          const row = projection.lists.get(id)
          return row && row.state !== 'void' ? [{ id, copNo: row.copNo }] : []
        }),
      })
    }
  }
  return views
}
