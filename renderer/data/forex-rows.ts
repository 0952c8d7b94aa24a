import type { CreditStage } from '#shared/forex/book/records'
import type { ForexSeverity } from '#shared/forex/cite'
import type { CreditNature } from '#shared/forex/ledger/claims'
import type { Movement } from '#shared/forex/ledger/levels'
import type { Result } from '#shared/model/forex/result'
import type { Filter } from './rows'

export type { CreditStage }

/** Money a bank credited, with what is known of it. `id`: the credit's own, the same at every import. */
export type ForexCreditRow = {
  id: string
  importId: string
  account: string
  day: string
  currency: string
  amount: string
  /** The statement books it; false: only an advice told of it. */
  booked: boolean
  /** From an account of the enterprise itself. */
  own: boolean
  /** Masked, unless it is an institution of the settings; the dossier gives it with a reason. */
  payer: string
  nature: CreditNature | ''
  shop: string
  /** Masked like the payer. */
  customer: string
  stage: CreditStage
  matched: string
  explained: string
  /** Not yet matched or explained; nothing for what left the flow. */
  left: string
  ageDays: number
  /** Unclaimed for more than three days. */
  waiting: boolean
  /** Until when it is declared; '' where nothing is. */
  declareBy: string
  declaredOn: string
  /** Of the newest run, or with which it was presented; '' while it was in none. */
  result: Result | ''
  eligible: string
  held: string
  /** Findings of it by grade, those somebody has dealt with left out. */
  findings: Partial<Record<ForexSeverity, number>>
  /** Settlements that paid it. */
  settlements: string[]
  /** Orders linked to it; at most the first 20. */
  orders: string[]
}

/** One entry of a bank statement, credits and debits. Its text is in the dossier of the credit. */
export type ForexEntryRow = {
  id: string
  importId: string
  account: string
  day: string
  bookedOn: string
  side: 'credit' | 'debit'
  reversal: boolean
  amount: string
  currency: string
  reference: string
  /** The credit it makes; '' for debits and what was taken back. */
  creditId: string
}

/** First level: a settlement of a platform. */
export type ForexSettlementRow = {
  id: string
  importId: string
  shop: string
  currency: string
  paidOn: string
  payout: string
  /** Null: the file states no total. */
  stated: string | null
  computed: string
  difference: string | null
  lines: number
  /** What came in at institutions for it. */
  arrived: string
  /** The credit it was paid straight to; '' where none is told. */
  straight: string
  /** Credits that it paid. */
  credits: string[]
}

/** Second level: a movement of an account at an institution. */
export type ForexMovementRow = {
  id: string
  /** Its number in the statement of the institution: how draws by hand name it. */
  no: string
  importId: string
  account: string
  day: string
  currency: string
  kind: Movement['kind']
  amount: string
  settlementId: string
  creditId: string
  pairId: string
  /** Of an inflow: what no outflow drew on yet. */
  rest: string
  /** Of an outflow: the inflows it drew on. */
  drawnOn: string[]
  /** Somebody said what it drew on: of which inflows, or the opening balance, how much. */
  byHand: boolean
  draws: readonly { inId: string; amount: string }[]
}

export type ForexTable = 'credits' | 'entries' | 'settlements' | 'movements'
export type ForexRows = {
  credits: ForexCreditRow
  entries: ForexEntryRow
  settlements: ForexSettlementRow
  movements: ForexMovementRow
}

/** A page of one list, as `page` gives those of the other rooms: the same filters, pasted numbers and order. */
export type ForexQuery<T extends ForexTable = ForexTable> = {
  table: T
  filter?: Filter
  sort?: { column: keyof ForexRows[T] & string; descending?: boolean }
  offset: number
  limit: number
}
/** `sums`: of the whole filter, by currency, never added across them. `left`, `eligible` of credits alone. */
export type ForexPage<T extends ForexTable> = {
  rows: ForexRows[T][]
  total: number
  notFound: string[]
  sums: Record<string, { amount: string; left: string; eligible: string }>
}

/** A statement as it was imported. Null: it does not say. */
export type ForexStatementView = {
  importId: string
  file: string
  at: string
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

/** An account at an institution and how each currency of it stands. */
export type ForexAccountView = {
  id: string
  balances: {
    currency: string
    opening: string | null
    closing: string | null
    computedClosing: string
    balanced: boolean | null
    movements: number
  }[]
}
