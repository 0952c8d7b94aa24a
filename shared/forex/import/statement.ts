import type { RowError } from '../../model/import-report'
import { cmp, neg, sub, sum } from '../../money/decimal'
import type { Money } from '../../model/forex/common'
import { problem } from './problems'

/** One payment inside an entry, as ISO messages tell it. */
export type Transaction = {
  /** Where it is not that of its entry: a return among payments. */
  side?: Entry['side']
  amount?: Money
  /** What the sender instructed, what was booked, at which rate. */
  instructed?: Money
  booked?: Money
  rate?: string
  charges?: Money
  reference?: string
  uetr?: string
  payer?: string
  payerCountry?: string
  payee?: string
  text?: string
}

/** One movement of an account. `amount` is positive; `side` is what it does to the account, reversals included. */
export type Entry = {
  line: number
  side: 'credit' | 'debit'
  reversal: boolean
  amount: string
  currency: string
  valueDate: string
  bookedOn?: string
  code?: string
  reference?: string
  bankReference?: string
  text: string
  transactions: Transaction[]
}

/** How an entry was told of, where no statement books it yet. */
export type Telling = 'report' | 'notification'

/** One statement of one account. Amounts of a debit balance are negative. */
export type Statement = {
  line: number
  /** Told before or beside the statement that books it: a report of the day, a notification of one entry. */
  told?: Telling
  account: string
  currency: string
  reference?: string
  number?: string
  openedOn?: string
  opening?: string
  closedOn?: string
  /** As the bank states it. */
  closing?: string
  entries: Entry[]
  /** Announced or informational: read, and not counted. */
  pending: Entry[]
}

/** One credit advice. */
export type Advice = {
  line: number
  reference: string
  valueDate: string
  currency: string
  amount: string
  bearer: 'OUR' | 'SHA' | 'BEN'
  instructed?: Money
  rate?: string
  senderCharges: Money[]
  receiverCharges: Money[]
  uetr?: string
  payer?: string
  payerAccount?: string
  payerCountry?: string
  payee?: string
  payeeAccount?: string
  text: string
}

export type BankFormat = 'mt940' | 'mt103' | 'camt052' | 'camt053' | 'camt054' | 'table'

/** A bank file as read. What could not be read is a problem; everything else is there. */
export type BankFile = {
  format: BankFormat
  statements: Statement[]
  advices: Advice[]
  problems: RowError[]
}

/** Credits and debits of a statement and whether they lead from the opening to the stated closing balance. */
export type Balance = {
  credits: string
  creditCount: number
  debits: string
  debitCount: number
  computedClosing?: string
  /** Undefined where the statement states no opening or no closing balance. */
  balanced?: boolean
}

export function balanceOf({ opening, closing, currency, entries }: Statement): Balance {
  // An entry in another currency than the account says nothing about its balance.
  const of = (side: Entry['side']) => entries.filter((one) => one.side === side && one.currency === currency)
  const [credits, debits] = [of('credit'), of('debit')]
  const inward = sum(credits.map(({ amount }) => amount))
  const outward = sum(debits.map(({ amount }) => amount))
  const balance: Balance = {
    credits: inward,
    creditCount: credits.length,
    debits: outward,
    debitCount: debits.length,
  }
  if (opening !== undefined) balance.computedClosing = sum([opening, inward, neg(outward)])
  if (closing !== undefined && balance.computedClosing !== undefined) {
    balance.balanced = cmp(balance.computedClosing, closing) === 0
  }
  return balance
}

/** Statements that do not balance, and breaks between statements of one account in the order of the file. */
export function balanceProblems(statements: readonly Statement[]): RowError[] {
  const problems: RowError[] = []
  const closings = new Map<string, string>()
  for (const statement of statements) {
    const { line, account, currency, opening, closing } = statement
    const { balanced, computedClosing } = balanceOf(statement)
    if (
      balanced === false &&
      opening !== undefined &&
      closing !== undefined &&
      computedClosing !== undefined
    ) {
      problems.push(
        problem('bank.not-balanced', line, 'closing', closing, {
          account,
          opening,
          computed: computedClosing,
          stated: closing,
          difference: sub(closing, computedClosing),
        }),
      )
    }
    const key = `${account} ${currency}`
    const previous = closings.get(key)
    if (previous !== undefined && opening !== undefined && cmp(previous, opening) !== 0) {
      problems.push(problem('bank.gap', line, 'opening', opening, { account, previous, opening }))
    }
    if (closing !== undefined) closings.set(key, closing)
  }
  return problems
}
