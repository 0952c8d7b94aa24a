import type { SummaryList } from '#shared/summary/summary-list'
import type { Book } from '../../data/book'
import { getRecords } from '../../data/read/records'

const atOnce = 200

/** 清单 as the 汇总 reads them, in the order of their numbers so that the same lists always make the same preview. */
export async function readSummaryLists(
  { context }: Book,
  ids: readonly string[],
  tell: (done: number) => void = () => undefined,
): Promise<SummaryList[]> {
  const found: SummaryList[] = []
  for (let i = 0; i < ids.length; i += atOnce) {
    const part = await getRecords(context, 'lists', ids.slice(i, i + atOnce))
    for (const { id, record } of part) {
      const { copNo, invtNo = '', logisticsNo, documents } = record.list
      const { inventory } = documents
      found.push({ id, copNo, invtNo, logisticsNo, inventory, closedAt: record.answeredAt ?? '' })
    }
    tell(Math.min(i + atOnce, ids.length))
  }
  return found.sort((a, b) => (a.invtNo < b.invtNo ? -1 : 1))
}
