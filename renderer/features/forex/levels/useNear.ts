import { addDays } from '#shared/rules/days'
import { useBook } from '../../../app/book'
import { everyRow } from '../../../app/list/pages'
import { useQueryState } from '../../../app/useQuery'
import type { ForexCreditRow, ForexSettlementRow } from '../../../data/port'

/** Days between a payout, a withdrawal and the credit it became; what lies further apart is not offered. */
const near = 90

/**
 * Settlements and credits of a currency that may belong to what happened on a day, the newest first, and what it is tied
 * to already whatever its day.
 */
export function useNear(
  currency: string,
  day: string,
  tied: { settlement?: string; credit?: string },
): { settlements: ForexSettlementRow[]; credits: ForexCreditRow[] } {
  const port = useBook()
  const { value } = useQueryState(async () => {
    const around = (column: string) => [
      { column: 'currency', is: 'in' as const, values: [currency] },
      { column, is: 'between' as const, from: addDays(day, -near), to: addDays(day, near) },
    ]
    const [settlements, credits, ownSettlement, ownCredit] = await Promise.all([
      everyRow((offset, limit) =>
        port.forexPage({
          table: 'settlements',
          filter: { where: around('paidOn') },
          sort: { column: 'paidOn', descending: true },
          offset,
          limit,
        }),
      ),
      everyRow((offset, limit) =>
        port.forexPage({
          table: 'credits',
          filter: { where: around('day') },
          sort: { column: 'day', descending: true },
          offset,
          limit,
        }),
      ),
      tied.settlement
        ? port.forexPage({ table: 'settlements', filter: { ids: [tied.settlement] }, offset: 0, limit: 1 })
        : undefined,
      tied.credit
        ? port.forexPage({ table: 'credits', filter: { ids: [tied.credit] }, offset: 0, limit: 1 })
        : undefined,
    ])
    return {
      settlements: once([...(ownSettlement?.rows ?? []), ...settlements]),
      credits: once([...(ownCredit?.rows ?? []), ...credits]),
    }
  }, `${currency} ${day} ${tied.settlement} ${tied.credit}`)
  return value ?? { settlements: [], credits: [] }
}

const once = <R extends { id: string }>(rows: readonly R[]): R[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]
