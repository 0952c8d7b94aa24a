import { isNegative, statuses } from '#shared/protocol/status'
import { unknownCodesOf } from '#shared/protocol/unknown-codes'
import type { ReceiptFact } from '#shared/protocol/receipts'

/** Clear columns of a stored receipt: its number, and the same number again where it belongs to a smaller register. */
export type ReceiptColumns = { seq: number; refused?: number; unknown?: number }

export function receiptColumns(fact: ReceiptFact): ReceiptColumns {
  const { seq, status } = fact
  const isRefusal = isNegative(status) || statuses[status]?.standing === 'rejected'
  const isUnknown = unknownCodesOf(fact).length > 0
  return { seq, ...(isRefusal && { refused: seq }), ...(isUnknown && { unknown: seq }) }
}
