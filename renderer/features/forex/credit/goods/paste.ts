import { isDecimal } from '#shared/money/decimal'
import type { CreditLine } from '../../../../data/port'

export type Pasted = { lines: CreditLine[]; wrong: { row: number; text: string }[] }

/**
 * Lines pasted from a sheet: order, amount, and the number of the payment where it has one. Amounts may be grouped
 * (`1,234.50`). A row that is none of that is named and not taken.
 */
export function readLines(text: string): Pasted {
  const lines: CreditLine[] = []
  const wrong: Pasted['wrong'] = []
  text.split(/\r?\n/).forEach((row, at) => {
    if (row.trim() === '') return
    const [order = '', money = '', payment = ''] = row.trim().split(/\t|\s{2,}| (?=-?[\d,.]+(?:\s|$))/)
    const amount = money.trim().replace(/,(?=\d{3}(?:\D|$))/g, '')
    if (order.trim() === '' || !isDecimal(amount)) wrong.push({ row: at + 1, text: row })
    else lines.push({ id: payment.trim() || order.trim(), orderId: order.trim(), amount })
  })
  return { lines, wrong }
}

/** Lines with others added; the same payment of the same order is replaced, not doubled. */
export function withLines(before: readonly CreditLine[], added: readonly CreditLine[]): CreditLine[] {
  const keyOf = ({ id, orderId }: CreditLine) => `${id} ${orderId ?? ''}`
  const all = new Map(before.map((line) => [keyOf(line), line]))
  for (const line of added) all.set(keyOf(line), line)
  return [...all.values()]
}
