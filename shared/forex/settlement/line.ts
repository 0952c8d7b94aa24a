import type { SettlementLine } from '../ledger/levels'
import type { CostClass } from '../../model/forex/netting'

/**
 * What a row of a settlement file is. `total`: states what was paid out; `opening` and `closing` state balances; `memo`
 * moves nothing.
 */
export type RowKind =
  | SettlementLine['type']
  | 'payout'
  | 'conversion'
  | 'withdrawal'
  | 'other'
  | 'total'
  | 'opening'
  | 'closing'
  | 'memo'

/** One row as read. `net` is what the account or the payout changed by; `fee` is the part of it that is a fee. */
export type SettlementRow = {
  row: number
  kind: RowKind
  /** For rows of kind `fee` and `tax`: what a netting counts it as; absent where a person has to say. */
  cost?: CostClass
  settlementId: string
  account: string
  shop: string
  currency: string
  /** Business day (Asia/Shanghai); as written where the file states no zone and nobody did. */
  day: string
  at?: string
  amount: string
  fee: string
  net: string
  balance?: string
  orderNo?: string
  lineNo?: string
  refersTo?: string
  /** Who is on the other side. */
  payer?: string
  /** Type and description as the file words them. */
  words: string
}
