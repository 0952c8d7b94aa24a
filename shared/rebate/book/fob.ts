import { div, isZero, mul } from '../../money/decimal'
import { cents, type Explained } from '../../rules/explain'
import type { Finding } from '../../rules/rule'
import { fobOf } from '../amounts/fob'
import type { FxRate } from '../amounts/fx'
import type { DeclarationItem } from '../model/export-line'
import type { FxFact } from '../model/facts'
import type { RebateRules } from './records'

/** The quotations an enterprise converts with, by currency and month: a month is all that a policy can ask for, and the one before. */
export class FxTable {
  readonly #byMonth = new Map<string, FxRate[]>()
  readonly #rules: RebateRules['fx']

  constructor(rates: readonly FxFact[], rules: RebateRules['fx']) {
    this.#rules = rules
    for (const { kind, currency, date, rate } of rates) {
      if (kind !== rules.kind) continue
      const key = `${currency} ${date.slice(0, 7)}`
      const known = this.#byMonth.get(key)
      if (known) known.push({ currency, date, rate })
      else this.#byMonth.set(key, [{ currency, date, rate }])
    }
  }

  /** What `pickRate` is asked with for an export of this day. */
  askOf(exportDate: string, currencies: readonly (string | undefined)[]) {
    const { choices, firstDayGap } = this.#rules
    const chosen = choices
      .filter(({ from }) => from <= exportDate)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1)
    const month = exportDate.slice(0, 7)
    const wanted = [...new Set([...currencies, 'USD'])]
    const rates = wanted.flatMap((currency) =>
      [month, monthBefore(month)].flatMap((one) => this.#byMonth.get(`${currency} ${one}`) ?? []),
    )
    return { exportDate, fxPolicy: chosen?.policy ?? ('saleDay' as const), rates, firstDayGap }
  }
}

function monthBefore(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

export type ItemFob = {
  fob?: string
  fobCny?: string
  fobUsd?: string
  fxRate?: string
  usdRate?: string
  findings: Finding[]
}

/** FOB of a whole item, with how it was made. Without terms, amount or currency there is none. */
export function itemFob(item: DeclarationItem, fx: FxTable): ItemFob & { figures: Explained[] } {
  const { tradeTerms, amount, currency, freight, insurance, other, exportDate } = item
  if (tradeTerms === undefined || amount === undefined || currency === undefined) {
    return { figures: [], findings: [] }
  }
  const asked = fx.askOf(exportDate, [currency, freight?.currency, insurance?.currency, other?.currency])
  const made = fobOf({ tradeTerms, amount, currency, freight, insurance, other, ...asked })
  const target = `declaration:${item.no}#${item.item}`
  const usd = asked.rates.find((rate) => rate.currency === 'USD')
  return {
    ...made,
    ...(usd && { usdRate: usd.rate }),
    findings: made.findings.map((found) => ({ ...found, target })),
  }
}

/** The share of a figure of an item that goes with a part of its quantity. */
export function shareOf(
  value: string | undefined,
  part: string,
  whole: string | undefined,
): string | undefined {
  if (value === undefined || whole === undefined || isZero(whole)) return value
  return cents(div(mul(value, part), whole, 10))
}
