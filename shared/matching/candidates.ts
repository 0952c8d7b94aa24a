import type { ListFacts, ManualMatch, OrderFacts, PaymentFacts, WaybillFacts } from './facts'

/** `exact`: same number. `near`: differs in case, blanks, width, `#` or leading zeros. `manual`: an officer said so. */
export type Link = 'exact' | 'near' | 'manual'

export type PaymentCandidate = {
  fact: PaymentFacts
  link: Link
  /** Currency conversions of the institution that refer to this payment. */
  conversions: readonly PaymentFacts[]
  /** Numbers of other orders that the same payment number is claimed by. */
  sharedWith: readonly string[]
}

export type WaybillCandidate = {
  fact: WaybillFacts
  link: Link
  sharedWith: readonly string[]
  /** 清单 of other orders that carry this waybill. */
  declaredBy: readonly string[]
}

/** Everything that bears on one order; `matchOrder` decides on this and nothing else. */
export type Candidates = {
  payments: readonly PaymentCandidate[]
  refunds: readonly PaymentFacts[]
  waybills: readonly WaybillCandidate[]
  /** Orders of other shops with the very same number, when the documents cannot tell which is meant. */
  ambiguousWith: readonly OrderFacts[]
  lists: readonly ListFacts[]
  /** Numbers of the records that cancel it, in whole (`full`) or in part. */
  cancelledBy?: { orderNo: string; full: boolean }
  mergedWith: readonly string[]
  manual?: ManualMatch
}

export const noCandidates: Candidates = {
  payments: [],
  refunds: [],
  waybills: [],
  ambiguousWith: [],
  lists: [],
  mergedWith: [],
}
