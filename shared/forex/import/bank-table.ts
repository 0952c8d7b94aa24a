import { readCurrency } from '../../table/clean/currency'
import { readDecimal } from '../../table/clean/number'
import { trimmed } from '../../table/clean/text'
import type { Mapping } from '../../table/mapping'
import type { RawRow } from '../../table/rows'
import type { RowError } from '../../model/import-report'
import { abs, cmp } from '../../money/decimal'
import { settle, type AccountSheet } from '../settlement/balance'
import type { SettlementRow } from '../settlement/line'
import { recognise } from '../settlement/recognise'
import { readSettlement, type SettlementFile, type SettlementOptions } from '../settlement/read-settlement'
import { balanceProblems, type BankFile, type Entry, type Statement } from './statement'

/** What stands above the table of an online bank's export: pairs of a label and a value, in one cell or two. */
type Preamble = { account?: string; currency?: string; opening?: string; closing?: string }

const labels: readonly (readonly [keyof Preamble, RegExp])[] = [
  ['account', /^(账号|帐号|卡号|账户号?|查询账号|account( no\.?| number)?)\s*[:：]?\s*(.*)$/i],
  ['currency', /^(币种|币别|货币|账户币种|currency)\s*[:：]?\s*(.*)$/i],
  ['opening', /^(期初余额|上期余额|opening balance)\s*[:：]?\s*(.*)$/i],
  ['closing', /^(期末余额|本期余额|closing balance)\s*[:：]?\s*(.*)$/i],
]

const OPENING_ROW = /^(期初|上期|上日|承前|承前页)余额$|^opening balance$/i
const CLOSING_ROW = /^(期末|本期|过次页)余额$|^closing balance$/i

const amountOf = (text: string): string | undefined => {
  const reading = readDecimal(text, 'point')
  return 'value' in reading ? reading.value : undefined
}

/** A number and not the rest of a title (`账户明细`) or of another label (`账户名称：…`). */
const accountOf = (text: string): string | undefined => {
  const plain = text.replace(/[\s`']/g, '')
  return /^[A-Z\d*./-]*\d[A-Z\d*./-]*$/i.test(plain) ? plain : undefined
}

function preambleOf(rows: readonly RawRow[]): Preamble {
  const found: Preamble = {}
  for (const { cells } of rows) {
    const filled = cells.map(trimmed).filter((cell) => cell !== '')
    filled.forEach((cell, at) => {
      for (const [what, label] of labels) {
        const match = label.exec(cell)
        if (!match || found[what] !== undefined) continue
        const text = trimmed(match.at(-1) ?? '') || (filled[at + 1] ?? '')
        const value =
          what === 'currency' ? readCurrency(text) : what === 'account' ? accountOf(text) : amountOf(text)
        if (value !== undefined && value !== '') found[what] = value
      }
    })
  }
  return found
}

/** A row of the table that is no movement but the balance before or after all of them: its last number. */
function endOf({
  row,
  cells,
}: RawRow): { row: number; what: 'opening' | 'closing'; amount: string } | undefined {
  const filled = cells.map(trimmed).filter((cell) => cell !== '')
  const what = filled.some((cell) => OPENING_ROW.test(cell))
    ? 'opening'
    : filled.some((cell) => CLOSING_ROW.test(cell))
      ? 'closing'
      : undefined
  const amount = filled.map(amountOf).findLast((one) => one !== undefined)
  // A movement has more to say than what it is, its currency and a balance.
  return what === undefined || amount === undefined || filled.length > 4 ? undefined : { row, what, amount }
}

/**
 * A table an online bank exports (CSV or Excel, whatever stands above it) as statements of its accounts, one for each
 * currency. Balances come from the column of running balances, else from above the table; without either none is checked.
 */
export function readBankTable(
  rows: readonly RawRow[],
  options: SettlementOptions = {},
  map?: Mapping,
): (BankFile & Pick<SettlementFile, 'mapping' | 'header'>) | undefined {
  const found = recognise(rows, map)
  if ('problem' in found || found.layout.level !== 'institution') return undefined
  const above = preambleOf(rows.filter(({ row }) => row < found.headerRow))
  const ends = rows.flatMap((row) => (row.row > found.headerRow ? (endOf(row) ?? []) : []))
  for (const { what, amount } of ends) above[what] ??= amount
  const ended = new Set(ends.map(({ row }) => row))
  const lines = rows.filter(({ row }) => !ended.has(row))
  const told = {
    timezone: 'Asia/Shanghai',
    ...options,
    ...(above.account !== undefined && options.account === undefined && { account: above.account }),
    ...(above.currency !== undefined && options.currency === undefined && { currency: above.currency }),
  }
  const file = readSettlement(lines, told, map)
  if ('unreadable' in file) return undefined
  const { accounts, problems } = settle(file)
  const byAccount = new Map<string, SettlementRow[]>()
  for (const row of file.rows) {
    if (row.kind === 'opening' || row.kind === 'closing' || row.kind === 'memo') continue
    const key = JSON.stringify([row.account, row.currency])
    const own = byAccount.get(key)
    if (own) own.push(row)
    else byAccount.set(key, [row])
  }
  const only = byAccount.size === 1
  const statements = accounts.flatMap((account) =>
    account.balances.map((balance): Statement => {
      const own = byAccount.get(JSON.stringify([account.id, balance.currency])) ?? []
      return statementOf(account.id, balance, own, only ? above : {})
    }),
  )
  // Balances above the table are checked here; those of the rows were on the way.
  const checked = only && accounts[0]?.balances[0]?.opening === null ? balanceProblems(statements) : []
  const all: RowError[] = [...file.refused, ...file.remarks, ...problems, ...checked]
  return {
    format: 'table',
    statements,
    advices: [],
    problems: all,
    mapping: file.mapping,
    header: file.header,
  }
}

function statementOf(
  account: string,
  { currency, opening, closing }: AccountSheet['balances'][number],
  rows: readonly SettlementRow[],
  above: Preamble,
): Statement {
  const [first] = rows
  const [from, to] = [opening ?? above.opening, closing ?? above.closing]
  const days = rows.map(({ day }) => day).sort()
  const [firstDay] = days
  const lastDay = days.at(-1)
  return {
    line: first?.row ?? 1,
    account,
    currency,
    ...(firstDay !== undefined && { openedOn: firstDay }),
    ...(lastDay !== undefined && { closedOn: lastDay }),
    ...(from !== undefined && { opening: from }),
    ...(to !== undefined && { closing: to }),
    entries: rows.map(entryOf),
    pending: [],
  }
}

/** Charges stand inside the net here, as a bank books what it books. */
const entryOf = ({ row, net, currency, day, lineNo, payer, words }: SettlementRow): Entry => ({
  line: row,
  side: cmp(net, '0') < 0 ? 'debit' : 'credit',
  reversal: false,
  amount: abs(net),
  currency,
  valueDate: day,
  ...(lineNo !== undefined && { bankReference: lineNo }),
  text: words,
  transactions: payer === undefined ? [] : [{ payer }],
})
