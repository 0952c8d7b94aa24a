import { mul } from '../money/decimal'
import { missingRate } from './catalogue'
import { find, type ForexFinding } from './cite'
import type { MonthRate } from '../model/forex/common'

/** The value in USD; `missing`: rates were given and that month is not among them; `outside`: no rates at all. */
export type Converted = { usd: string } | { missing: string } | { outside: true }

/** SAFE's monthly 折算率. Only the month of the event counts. */
export class Rates {
  readonly #byMonth: ReadonlyMap<string, string> | undefined

  constructor(rates: readonly MonthRate[] | undefined) {
    this.#byMonth =
      rates && new Map(rates.map(({ currency, month, usdPerUnit }) => [`${currency} ${month}`, usdPerUnit]))
  }

  /** USD for one unit in the month of a day. */
  perUnit(currency: string, day: string): Converted {
    if (currency === 'USD') return { usd: '1' }
    if (!this.#byMonth) return { outside: true }
    const month = day.slice(0, 7)
    const rate = this.#byMonth.get(`${currency} ${month}`)
    return rate === undefined ? { missing: month } : { usd: rate }
  }

  usd(amount: string, currency: string, day: string): Converted {
    if (currency === 'USD') return { usd: amount }
    const rate = this.perUnit(currency, day)
    return 'usd' in rate ? { usd: mul(amount, rate.usd) } : rate
  }
}

/** What is said where the rate of a month is missing; nothing where it is not. */
export const missingRateFinding = (converted: Converted, target: string, currency: string): ForexFinding[] =>
  'missing' in converted
    ? [find(missingRate, { target, field: 'currency', params: { month: converted.missing, currency } })]
    : []
