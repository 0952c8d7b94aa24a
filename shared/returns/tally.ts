import type { CebMessage, Values } from '../ceb/message'
import { returnInstant } from '../protocol/receipts'
import { outcomeOf, type NewsOfOthers } from '../protocol/others'
import type { ReturnCase } from './case'

/**
 * What a 理货明细单 (215) of a site, or its receipt (216), tells of a parcel that came back. `invtNo`: '' where it is not named;
 * a 216 never names it.
 */
export type TallyNews = Pick<NewsOfOthers, 'outcome' | 'at' | 'code' | 'info'> & {
  coElNo: string
  logisticsNo: string
  logisticsCode: string
  invtNo: string
}

/** Every 215 and 216 among messages, in any order; stations of a receipt in between say nothing yet. */
export function newsOfTallies(messages: readonly CebMessage[]): TallyNews[] {
  return messages.flatMap(({ type, documents }): TallyNews[] => {
    if (type === 'CEB215') {
      return documents.map(({ head }) => ({
        ...parcelOf(head),
        outcome: 'sent',
        at: returnInstant(head['appTime'] ?? '') ?? '',
        code: '',
        info: '',
      }))
    }
    if (type !== 'CEB216') return []
    return documents.flatMap(({ head }): TallyNews[] => {
      const code = (head['returnStatus'] ?? '').trim()
      const outcome = outcomeOf('CEB215', code)
      if (!outcome) return []
      const at = returnInstant(head['returnTime'] ?? '') ?? ''
      return [{ ...parcelOf(head), outcome, at, code, info: (head['returnInfo'] ?? '').trim() }]
    })
  })
}

function parcelOf(head: Values): Omit<TallyNews, 'outcome' | 'at' | 'code' | 'info'> {
  const text = (element: string) => (head[element] ?? '').trim()
  return {
    coElNo: text('coElNo'),
    logisticsNo: text('logisticsNo'),
    logisticsCode: text('logisticsCode'),
    invtNo: text('invtNo'),
  }
}

/**
 * Whether a return is the one a tally speaks of: by its own number, else by the parcel it comes back in and, where named,
 * by its 清单. The specification does not say whose number coElNo is, the declarant's or the site's (口径待确认); so a number
 * that is not ours decides nothing.
 */
export function isTallyOf(
  {
    act,
    direction,
    copNo,
    invtNo,
    transport,
  }: Pick<ReturnCase, 'act' | 'direction' | 'copNo' | 'invtNo' | 'transport'>,
  tally: TallyNews,
): boolean {
  if (act !== 'return' || direction !== 'export') return false
  if (tally.coElNo === copNo) return true
  return (
    transport !== undefined &&
    transport.logisticsNo === tally.logisticsNo &&
    transport.logisticsCode === tally.logisticsCode &&
    (tally.invtNo === '' || tally.invtNo === invtNo)
  )
}
