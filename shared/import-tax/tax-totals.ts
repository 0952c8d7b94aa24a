import { sum } from '../money/decimal'
import { isDue, taxKinds, taxMonth, type TaxBill, type TaxKind } from './tax-bill'

/** Sums of one month in CNY. `open`: bills that no 缴款书 names yet. */
export type TaxMonth = {
  month: string
  bills: number
  void: number
  open: number
  amounts: Record<TaxKind, string>
  total: string
}

/** Totals by month, newest first; void bills are counted and not added up. */
export function taxMonths(bills: Iterable<TaxBill>): TaxMonth[] {
  const months = new Map<string, { bills: TaxBill[]; void: number }>()
  for (const bill of bills) {
    const month = taxMonth(bill)
    if (month === '') continue
    const found = months.get(month) ?? { bills: [], void: 0 }
    months.set(month, found)
    if (isDue(bill)) found.bills.push(bill)
    else found.void++
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, { bills: due, void: gone }]) => {
      const amounts = Object.fromEntries(
        taxKinds.map((kind) => [kind, sum(due.map((bill) => bill.issued![kind]))]),
      ) as Record<TaxKind, string>
      return {
        month,
        bills: due.length,
        void: gone,
        open: due.filter(({ told }) => !told.entDutyNo).length,
        amounts,
        total: sum(Object.values(amounts)),
      }
    })
}

/** What all due taxes of a bill come to. */
export const taxTotal = ({ issued }: TaxBill): string =>
  issued ? sum(taxKinds.map((kind) => issued[kind])) : ''
