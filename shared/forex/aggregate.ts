import type { Text } from '../model/text'
import { add, isZero, sub } from '../money/decimal'
import { addMonths, daysBetween } from '../rules/days'
import { usdText } from './amount'
import type { FiguresInput, TradeCredit } from '../model/forex/input'
import type { Rates } from './rates'

/** Goods or money of a day. */
export type Flow = {
  kind: 'export' | 'import' | 'receipt' | 'payment'
  day: string
  currency: string
  amount: string
  ref: string
}

/** One month of goods and money in USD by SAFE's rates; `missing`: what no rate of its month could convert. */
export type FlowMonth = {
  month: string
  exports: string
  imports: string
  receipts: string
  payments: string
  /** Net money less net goods: told, not judged. */
  fundsLessGoods: string
  missing: readonly { currency: string; ref: string }[]
}

const figureOf = { export: 'exports', import: 'imports', receipt: 'receipts', payment: 'payments' } as const

/** Goods flow and funds flow by month, every month from the first to the last, also those with nothing. */
export function flowMonths(flows: readonly Flow[], rates: Rates): FlowMonth[] {
  const days = flows.map(({ day }) => day).sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return []
  const months = new Map<string, FlowMonth & { missing: { currency: string; ref: string }[] }>()
  for (let at = `${first.slice(0, 7)}-01`; at <= last; at = addMonths(at, 1)) {
    const month = at.slice(0, 7)
    const none = { exports: '0', imports: '0', receipts: '0', payments: '0', fundsLessGoods: '0' }
    months.set(month, { month, ...none, missing: [] })
  }
  for (const { kind, day, currency, amount, ref } of flows) {
    const month = months.get(day.slice(0, 7))
    if (!month) continue
    const converted = rates.usd(amount, currency, day)
    if ('usd' in converted) month[figureOf[kind]] = add(month[figureOf[kind]], converted.usd)
    else month.missing.push({ currency, ref })
  }
  return [...months.values()].map((month) => ({
    ...month,
    exports: usdText(month.exports),
    imports: usdText(month.imports),
    receipts: usdText(month.receipts),
    payments: usdText(month.payments),
    fundsLessGoods: usdText(sub(sub(month.receipts, month.payments), sub(month.exports, month.imports))),
  }))
}

/** The last twelve months up to a day as the indicators take them; undefined while a rate is missing in one of them. */
export function twelveMonths(months: readonly FlowMonth[], asOf: string): FiguresInput['flows'] | undefined {
  const from = addMonths(`${asOf.slice(0, 7)}-01`, -11).slice(0, 7)
  const own = months.filter(({ month }) => month >= from && month <= asOf.slice(0, 7))
  if (own.some(({ missing }) => missing.length > 0)) return undefined
  const total = (pick: (month: FlowMonth) => string) => own.reduce((all, month) => add(all, pick(month)), '0')
  return {
    imports: total(({ imports }) => imports),
    exports: total(({ exports }) => exports),
    receipts: total(({ receipts }) => receipts),
    payments: total(({ payments }) => payments),
  }
}

/** Ages by the days the rules name: 30 for advances, 90 for deferred receipts, then a year. */
export const ages = [
  { id: 'to30', upTo: 30, text: { zh: '30 天以内', en: 'Up to 30 days' } },
  { id: 'to90', upTo: 90, text: { zh: '31 至 90 天', en: '31 to 90 days' } },
  { id: 'to365', upTo: 365, text: { zh: '91 至 365 天', en: '91 to 365 days' } },
  { id: 'over', upTo: Infinity, text: { zh: '超过 365 天', en: 'Over 365 days' } },
] as const satisfies readonly { id: string; upTo: number; text: Text }[]
export type AgeId = (typeof ages)[number]['id']

export type AgeRow = {
  type: TradeCredit['type']
  currency: string
  total: string
  byAge: Record<AgeId, string>
  refs: Record<AgeId, string[]>
}

/** Open advances and deferred receipts by age, each type and currency apart; what lies in the future has no age yet. */
export function creditAges(credits: readonly TradeCredit[], asOf: string): AgeRow[] {
  const rows = new Map<string, AgeRow>()
  for (const { id, type, receiptDate, exportDate, amount, currency = '' } of credits) {
    const since = type === 'advanceReceipt' ? receiptDate : exportDate
    if (!since || amount === undefined || isZero(amount) || since > asOf) continue
    const key = `${type} ${currency}`
    const row: AgeRow = rows.get(key) ?? {
      type,
      currency,
      total: '0',
      byAge: { to30: '0', to90: '0', to365: '0', over: '0' },
      refs: { to30: [], to90: [], to365: [], over: [] },
    }
    rows.set(key, row)
    const days = daysBetween(since, asOf)
    const age = ages.find(({ upTo }) => days <= upTo)?.id ?? 'over'
    row.total = add(row.total, amount)
    row.byAge[age] = add(row.byAge[age], amount)
    row.refs[age].push(id)
  }
  const keyOf = ({ type, currency }: AgeRow) => `${type} ${currency}`
  return [...rows.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
