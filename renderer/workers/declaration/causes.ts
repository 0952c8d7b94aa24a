import { causes } from '#shared/declaration/causes'
import { messagesOf } from '#shared/declaration/dossier-messages'
import type { Cause, Rejection } from '#shared/declaration/causes'
import type { Book } from '../../data/book'
import type { CauseView } from '../../data/port'
import { getRecords } from '../../data/read/records'
import { keyedId } from '../../data/sealing/blind'
import { documentsOf, isBack } from './documents'
import { historiesOf, keyOf, standingOf } from './histories'
import type { Histories } from './histories'
import type { StoredOne } from './queue'

const listsAtOnce = 200

/** The causes behind refused 清单: of the 清单 itself and of the order, 收款单 or waybill that was sent back with it. */
export async function causesOf(book: Book, lists: readonly string[]): Promise<CauseView[]> {
  const rejections: Rejection[] = []
  const idOf = new Map<string, string>()
  for (let i = 0; i < lists.length; i += listsAtOnce) {
    const part = await getRecords(book.context, 'lists', lists.slice(i, i + listsAtOnce))
    const refused = part.filter(({ record }) => record.state === 'refused')
    const histories = await historiesOf(book, refused)
    for (const stored of refused) {
      idOf.set(stored.record.list.copNo, stored.id)
      rejections.push(...rejectionsOf(stored, histories))
    }
  }
  return Promise.all(causes(rejections).map((cause) => viewOf(book, cause, idOf)))
}

function rejectionsOf({ record }: StoredOne, histories: Histories): Rejection[] {
  const { copNo } = record.list
  const { inventory: list } = messagesOf(record.list)
  return documentsOf(record.list).flatMap((one): Rejection[] => {
    const history = histories.get(keyOf(one))
    const last = history?.last
    if (!history || !last || !isBack(standingOf(history))) return []
    const { state, reason } = last
    if (state.refusal?.open)
      return [{ copNo, message: list, code: state.refusal.code, info: state.refusal.info }]
    if (state.standing === 'rejected') return [{ copNo, message: list, code: state.code, info: state.info }]
    return reason ? [{ copNo, message: list, code: reason.code, info: reason.text.zh }] : []
  })
}

async function viewOf(
  { context }: Book,
  cause: Cause,
  idOf: ReadonlyMap<string, string>,
): Promise<CauseView> {
  const { sku, copNos } = cause
  const goods = sku ? await keyedId(context.keys, 'goods', [sku]) : undefined
  const [known] = goods ? await getRecords(context, 'goods', [goods]) : []
  const lists = copNos.flatMap((copNo) => idOf.get(copNo) ?? [])
  return { ...cause, lists, ...(known && { goods: known.id }) }
}
