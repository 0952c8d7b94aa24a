import { div, isZero, mul } from '../../money/decimal'
import { cents, type Explained } from '../../rules/explain'
import type { Finding } from '../../rules/rule'
import { fobOf } from '../amounts/fob'
import { pickRate, type FxPolicy, type FxRate } from '../amounts/fx'
import type { DeclarationItem } from '../../model/rebate/export-line'
import type { FxFact } from '../../model/rebate/facts'
import type { RebateRules } from './records'

/** The quotations an enterprise converts with. What its policy picks for a day is looked for once. */
export class FxTable {
  /** By currency and month: a month is all that a policy can ask for, and the one before. */
  readonly #byMonth = new Map<string, FxRate[]>()
  readonly #picked = new Map<string, FxRate | undefined>()
  readonly #rules: RebateRules['fx']

  constructor(rates: readonly FxFact[], rules: RebateRules['fx']) {
    this.#rules = { ...rules, choices: [...rules.choices].sort((a, b) => (a.from < b.from ? -1 : 1)) }
    for (const { kind, currency, date, rate } of rates) {
      if (kind !== rules.kind) continue
      const key = `${currency} ${date.slice(0, 7)}`
      const known = this.#byMonth.get(key)
      if (known) known.push({ currency, date, rate })
      else this.#byMonth.set(key, [{ currency, date, rate }])
    }
  }

  /** What `pickRate` is asked with for an export of this day: of each currency the one rate the policy picks. */
  askOf(exportDate: string, currencies: readonly (string | undefined)[]) {
    const { choices, firstDayGap } = this.#rules
    const fxPolicy = choices.findLast(({ from }) => from <= exportDate)?.policy ?? ('saleDay' as const)
    const rates: FxRate[] = []
    for (const currency of new Set([...currencies, 'USD'])) {
      const rate = currency === undefined ? undefined : this.#pick(currency, exportDate, fxPolicy)
      if (rate) rates.push(rate)
    }
    return { exportDate, fxPolicy, rates, firstDayGap }
  }

  #pick(currency: string, exportDate: string, fxPolicy: FxPolicy): FxRate | undefined {
    const key = `${currency} ${exportDate}`
    if (!this.#picked.has(key)) {
      const month = exportDate.slice(0, 7)
      const rates = [month, monthBefore(month)].flatMap(
        (one) => this.#byMonth.get(`${currency} ${one}`) ?? [],
      )
      const { firstDayGap } = this.#rules
      this.#picked.set(key, pickRate(currency, { exportDate, fxPolicy, rates, firstDayGap }))
    }
    return this.#picked.get(key)
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
  const usd = asked.rates.find((rate) => rate.currency === 'USD')
  return {
    ...made,
    ...(usd && { usdRate: usd.rate }),
    findings: made.findings.map((found) => ({ ...found, target: `declaration:${item.no}#${item.item}` })),
  }
}

/** The share of a figure of an item that goes with a part of its quantity. */
export function shareOf(
  value: string | undefined,
  part: string,
  whole: string | undefined,
): string | undefined {
  if (value === undefined || whole === undefined || part === whole || isZero(whole)) return value
  return cents(div(mul(value, part), whole, 10))
}
