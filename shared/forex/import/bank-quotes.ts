import { readCurrency } from '../../table/clean/currency'
import { readInstant } from '../../table/clean/instant'
import type { RawRow } from '../../table/rows'
import type { RowError } from '../../model/import-report'
import { cmp } from '../../money/decimal'
import type { Quote } from '../../model/forex/credit'
import { columnsIn } from './columns'
import { rateProblem } from './rate-problems'
import { positiveNumber } from './safe-rates'

/** What a bank quoted for `unit` units of a currency at an instant. Never used for thresholds. */
export type BankQuote = {
  bank: string
  currency: string
  bid: string
  ask?: string
  unit: number
  at: string
}

/** Headings of the price lists banks publish; 现汇 prices, as notes and coins have prices of their own. */
const headings = {
  currency: ['货币名称', '币种', '货币', '交易币', '货币代码', 'currency'],
  bid: ['现汇买入价', '结汇价', '现汇买入', 'bid'],
  ask: ['现汇卖出价', '购汇价', '现汇卖出', 'ask'],
  per: ['单位', '交易币单位', '每单位', 'unit'],
  at: ['发布时间', '报价时间', '更新时间', '牌价时间', 'time'],
} as const

/**
 * A bank's price list. `unit`: for how many units its prices are, where it has no column; without either it is refused,
 * because a hundredfold is no small mistake. `at`: when, where no column says so. Times without a zone are China's.
 */
export function readBankQuotes(
  rows: readonly RawRow[],
  { bank, unit = '', at: told = '' }: { bank: string; unit?: string; at?: string },
): { quotes: BankQuote[]; problems: RowError[] } {
  const found = columnsIn(rows, headings, ['currency', 'bid'])
  if (!found) return { quotes: [], problems: [rateProblem('rate.no-table', 0, '', '币种、现汇买入价')] }
  if (!found.has('per') && unit === '') return { quotes: [], problems: [rateProblem('rate.no-unit', 0)] }
  const quotes: BankQuote[] = []
  const problems: RowError[] = []
  for (const { row, get } of found.rows) {
    const currency = readCurrency(get('currency'))
    const [bid, ask, per] = [get('bid'), get('ask'), get('per') || unit].map(positiveNumber)
    const time = readInstant(get('at') || told, undefined, 'Asia/Shanghai')
    const bad = (field: string, value: string) => problems.push(rateProblem('rate.row', row, field, value))
    if (currency === undefined) bad('币种', get('currency'))
    if (bid === undefined) bad('买入价', get('bid'))
    if (per === undefined || !/^\d{1,6}$/.test(per)) bad('单位', get('per') || unit)
    if (!('instant' in time)) bad('报价时间', get('at') || told)
    if (get('ask') !== '' && ask === undefined) bad('卖出价', get('ask'))
    const crossed = ask !== undefined && bid !== undefined && cmp(ask, bid) < 0
    if (crossed) problems.push(rateProblem('rate.spread', row, '卖出价', get('ask')))
    const whole = per !== undefined && /^\d{1,6}$/.test(per)
    if (currency === undefined || bid === undefined || !whole || !('instant' in time) || crossed) continue
    if (get('ask') !== '' && ask === undefined) continue
    const sold = ask === undefined ? {} : { ask }
    quotes.push({ bank, currency, bid, ...sold, unit: Number(per), at: time.instant })
  }
  return { quotes, problems }
}

/**
 * The quotation for a part of a credit that is converted: the bank's latest for the currency, with its age.
 * @param now ISO instant
 * @returns undefined where the bank quoted none by then: no other bank's takes its place
 */
export function quoteFor(
  { id, currency }: { id: string; currency: string },
  convert: string,
  {
    quotes,
    bank,
    now,
    bookedRate,
  }: {
    quotes: readonly BankQuote[]
    bank: string
    now: string
    bookedRate?: string
  },
): Quote | undefined {
  const instant = (text: string) => Date.parse(text)
  const own = quotes.filter(
    (one) => one.bank === bank && one.currency === currency && instant(one.at) <= instant(now),
  )
  const [first, ...rest] = own
  if (!first) return undefined
  const latest = rest.reduce((best, one) => (instant(one.at) > instant(best.at) ? one : best), first)
  return {
    creditId: id,
    convert,
    bid: latest.bid,
    unit: latest.unit,
    ageMinutes: Math.floor((instant(now) - instant(latest.at)) / 60_000),
    ...(bookedRate !== undefined && { bookedRate }),
  }
}
