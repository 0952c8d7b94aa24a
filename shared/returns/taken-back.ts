import type { Text } from '../model/text'
import type { ReturnCase } from './case'
import { returnedAmount, type SimplifiedList } from '../rebate/exempt/sales'

/** Events of a return by which the sales of an export that was declared grow less. */
const reducing: readonly ReturnCase['event'][] = ['goods-back', 'refund-only', 'replaced', 'chargeback']

type Noted = Pick<ReturnCase, 'direction' | 'event' | 'state'>
/** Whether a return lessens the sales of the month it was noted in: an export's, and not given up. */
export const lessensSales = ({ direction, event, state }: Noted): boolean =>
  direction === 'export' && state !== 'void' && reducing.includes(event)

/** The 清单 a return is about. `closedOn`: absent until customs answered that it is closed. */
export type ReturnedList = Pick<SimplifiedList, 'shop' | 'country' | 'currency' | 'copNo'> & {
  statisticsFlag: string
  closedOn?: string
  lines: readonly Readonly<Record<string, string>>[]
}

export type TakenBack =
  /** A sale of the simplified list with a negative amount. */
  | { list: SimplifiedList }
  /** What a person has to correct, and why. */
  | { why: Text }

/**
 * What a return takes of the exempt sales: a negative line of its simplified 清单. One that went into a 汇总 报关单 is said, and
 * corrected by a person: its item may stand in a claim. Undefined while nothing of it was an export sale.
 */
export function takenBack(
  { list: id, invtNo, items }: Pick<ReturnCase, 'list' | 'invtNo' | 'items'>,
  list: ReturnedList | undefined,
): TakenBack | undefined {
  if (!list || list.closedOn === undefined) return undefined
  const { statisticsFlag, lines, closedOn, ...of } = list
  if (statisticsFlag !== 'A') return { why: summarised(invtNo) }
  const back = returnedAmount(lines, items)
  return 'why' in back ? back : { list: { ...of, id, invtNo, closedOn, amount: back.amount } }
}

const summarised = (invtNo: string): Text => ({
  zh: `清单 ${invtNo} 已汇总成报关单：核对该报关单的免税行或退税批次后由人更正`,
  en: `List ${invtNo} went into a declaration: check its exempt line or its claim; a person corrects it`,
})
