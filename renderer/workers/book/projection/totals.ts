import { ExactSum } from '#shared/money/decimal'
import type { Room, Rows, Totals } from '../../../data/port'

/** Exact sums over rows; each amount under its own currency, rows without one under ''. */
export function totalsOf<R extends Room>(rows: readonly Rows[R][]): Totals {
  const pieces = new ExactSum()
  const gross = new ExactSum()
  const net = new ExactSum()
  const amounts = new Map<string, ExactSum>()
  let documents = 0
  for (const row of rows as readonly Partial<Record<string, unknown>>[]) {
    if (row.kind === undefined || row.kind === 'order' || row.kind === 'payment' || row.kind === 'waybill') {
      documents++
    }
    add(pieces, row.pieces)
    add(gross, row.grossWeight)
    add(net, row.netWeight)
    if (typeof row.amount === 'string' && row.amount !== '') {
      const currency = String(row.currency ?? '')
      const sum = amounts.get(currency) ?? new ExactSum()
      sum.add(row.amount)
      amounts.set(currency, sum)
    }
  }
  return {
    rows: rows.length,
    documents,
    pieces: pieces.toString(),
    grossWeight: gross.toString(),
    netWeight: net.toString(),
    amounts: Object.fromEntries(
      [...amounts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([c, s]) => [c, s.toString()]),
    ),
  }
}

function add(sum: ExactSum, value: unknown): void {
  if (typeof value === 'string' && value !== '') sum.add(value)
}
