import type { Payment } from '../../model/payment'
import { abs, cmp } from '../../money/decimal'
import type { Statement } from './statement'

/**
 * Rows of a bank's CSV or Excel file, read by profile or by a remembered mapping as payments, as statements of one
 * account, one for each currency. Signed amounts: what is negative leaves the account. Such files state no balance, so
 * none is checked. A row without day or currency is left out and counted.
 */
export function statementsOfRows(
  account: string,
  rows: readonly Payment[],
): { statements: Statement[]; incomplete: number } {
  const byCurrency = new Map<string, Statement>()
  let incomplete = 0
  for (const row of rows) {
    const { currency, businessDay: valueDate, amount } = row
    if (currency === undefined || valueDate === undefined) {
      incomplete += 1
      continue
    }
    const line = row.source.firstRow
    const statement = byCurrency.get(currency) ?? { line, account, currency, entries: [], pending: [] }
    byCurrency.set(currency, statement)
    statement.entries.push({
      line,
      side: cmp(amount, '0') < 0 ? 'debit' : 'credit',
      reversal: false,
      amount: abs(amount),
      currency,
      valueDate,
      reference: row.paymentNo,
      text: row.status ?? '',
      transactions: row.payer === undefined ? [] : [{ payer: row.payer }],
    })
  }
  return { statements: [...byCurrency.values()], incomplete }
}
