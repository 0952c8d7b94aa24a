import type { BankQuote } from '../import/bank-quotes'
import type { Advice, Entry, Telling } from '../import/statement'
import type { Movement } from '../ledger/levels'
import type { MonthRate } from '../../model/forex/common'
import type { SettlementSheet } from '../settlement/balance'

/** A booked movement of a bank account. `key` is the same at every import. */
export type BankEntryFact = {
  record: 'bank-entry'
  kind: 'entry'
  key: string
  account: string
  entry: Entry
  /** Told of before or beside the statement that books it. */
  told?: Telling
}
export type BankAdviceFact = { record: 'bank-advice'; kind: 'advice'; advice: Advice }
/** What a file says of one account and currency, beside what its entries make. */
export type StatementFact = {
  record: 'bank-statement'
  kind: 'statement'
  account: string
  currency: string
  entries: number
  credits: string
  debits: string
  opening: string | null
  closing: string | null
  computedClosing: string | null
  balanced: boolean | null
}
export type BankFact = BankEntryFact | BankAdviceFact | StatementFact

export type SettlementSheetFact = { record: 'settlement'; kind: 'settlement'; settlement: SettlementSheet }
export type MovementFact = {
  record: 'movement'
  kind: 'movement'
  key: string
  account: string
  movement: Movement
}
/** What a ledger says of an account and currency from its first to its last day. */
export type AccountFact = {
  record: 'account'
  kind: 'account'
  account: string
  currency: string
  from: string
  to: string
  opening: string | null
  closing: string | null
  balanced: boolean | null
}
export type SettlementFact = SettlementSheetFact | MovementFact | AccountFact

export type SafeRateFact = MonthRate & { record: 'safe-rate'; kind: 'rate'; source: string }
export type QuoteFact = BankQuote & { record: 'bank-quote'; kind: 'quote' }

export type ForexFactOf = {
  bank: BankFact
  settlement: SettlementFact
  'safe-rates': SafeRateFact
  'bank-quotes': QuoteFact
}
export type ForexFileKind = keyof ForexFactOf
export type ForexFact = ForexFactOf[ForexFileKind]
