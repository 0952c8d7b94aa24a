import { cmp, neg, sum } from '../../money/decimal'
import { balanceOf, type BankFile, type BankFormat, type Statement } from './statement'

/** What a file says of one account in one currency, from the first opening to the last closing balance in it. */
export type AccountReport = {
  account: string
  currency: string
  entries: number
  credits: string
  debits: string
  opening: string | null
  closing: string | null
  computedClosing: string | null
  /** Null where an opening or closing balance is missing. */
  balanced: boolean | null
}

export type BankReport = {
  format: BankFormat
  /** Booked entries and advices. */
  records: number
  pending: number
  accounts: AccountReport[]
  problems: BankFile['problems']
}

/** Counts and balances of a bank file by account and currency; pages of a statement are one. */
export function bankReport({ format, statements, advices, problems }: BankFile): BankReport {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const { account, currency, entries } = statement
    const put = (one: Statement) => {
      const key = JSON.stringify([account, one.currency])
      const known = groups.get(key)
      if (known) known.push(one)
      else groups.set(key, [one])
    }
    const own = entries.filter((one) => one.currency === currency)
    put(own.length === entries.length ? statement : { ...statement, entries: own })
    // Entries in another currency stand apart: the balances of the statement say nothing of them.
    for (const other of new Set(entries.map((one) => one.currency).filter((one) => one !== currency))) {
      const { line } = statement
      const there = entries.filter((one) => one.currency === other)
      put({ line, account, currency: other, entries: there, pending: [] })
    }
  }
  const count = (pick: (one: Statement) => unknown[]) =>
    statements.reduce((all, one) => all + pick(one).length, 0)
  return {
    format,
    records: count(({ entries }) => entries) + advices.length,
    pending: count(({ pending }) => pending),
    accounts: [...groups.values()].map(accountReport),
    problems,
  }
}

function accountReport(statements: readonly Statement[]): AccountReport {
  const balances = statements.map(balanceOf)
  const credits = sum(balances.map((one) => one.credits))
  const debits = sum(balances.map((one) => one.debits))
  const opening = statements.find((one) => one.opening !== undefined)?.opening ?? null
  const closing = statements.findLast((one) => one.closing !== undefined)?.closing ?? null
  const computedClosing = opening === null ? null : sum([opening, credits, neg(debits)])
  return {
    account: statements[0]?.account ?? '',
    currency: statements[0]?.currency ?? '',
    entries: statements.reduce((all, { entries }) => all + entries.length, 0),
    credits,
    debits,
    opening,
    closing,
    computedClosing,
    balanced: computedClosing === null || closing === null ? null : cmp(computedClosing, closing) === 0,
  }
}
