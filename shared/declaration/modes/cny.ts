import { z } from 'zod'
import { currency, day } from '../../model/field'
import { mul, round } from '../../money/decimal'

/** The most a B2B consignment may be worth to go by 清单; above it a 报关单 is needed. 公告2020-75, secondary sources. */
export const businessListLimit = '5000'

/** What an officer wrote down to judge limits by: CNY for one unit of a currency, of which day and from where. */
export const CnyRates = z.record(
  currency,
  z.object({ rate: z.string().regex(/^\d+(\.\d+)?$/), day, source: z.string() }),
)
export type CnyRates = z.infer<typeof CnyRates>

/** Key of the rates among the settings of a book. */
export const cnyRatesKey = 'mode-rates'

/** An amount in CNY; undefined where no rate is known. Never guessed. */
export function inCny(amount: string, letters: string, rates: CnyRates): string | undefined {
  if (letters === 'CNY') return amount
  const known = rates[letters]
  return known && mul(amount, known.rate)
}

/** The same to be read, with the rate and its day, so that a verdict says what it was made by: `5600 CNY (7, 2026-03-01)`. */
export function cnyText(worth: string, letters: string, rates: CnyRates): string {
  const used = rates[letters]
  const by = letters === 'CNY' || !used ? '' : ` (${used.rate}, ${used.day})`
  return `${round(worth, 2)} CNY${by}`
}
