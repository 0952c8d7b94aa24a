import { ExactSum } from '../money/decimal'
import type { SummaryList } from './summary-list'

/** What lists come to: amounts per currency, never added across currencies; weights in kg. */
export type SummaryTotals = {
  lists: number
  lines: number
  pieces: string
  grossWeight: string
  netWeight: string
  amounts: { currency: string; amount: string }[]
}

/** Sums over lists as they were declared. */
export function totalsOf(lists: readonly Pick<SummaryList, 'inventory'>[]): SummaryTotals {
  const [pieces, gross, net] = [new ExactSum(), new ExactSum(), new ExactSum()]
  const amounts = new Map<string, ExactSum>()
  let count = 0
  for (const { inventory } of lists) {
    const { head, lines = [] } = inventory
    pieces.add(head['packNo'] ?? '0')
    gross.add(head['grossWeight'] ?? '0')
    net.add(head['netWeight'] ?? '0')
    count += lines.length
    for (const { currency = '', totalPrice = '0' } of lines) {
      let sum = amounts.get(currency)
      if (!sum) amounts.set(currency, (sum = new ExactSum()))
      sum.add(totalPrice)
    }
  }
  return {
    lists: lists.length,
    lines: count,
    pieces: pieces.toString(),
    grossWeight: gross.toString(),
    netWeight: net.toString(),
    amounts: [...amounts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, sum]) => ({ currency, amount: sum.toString() })),
  }
}
