import { div, isZero, mul } from '../../money/decimal'
import { cents, type Explained } from '../../rules/explain'
import { fobOf, fobValues, type FobValues } from '../amounts/fob'
import { pickRate, type FxPolicy, type FxRate } from '../amounts/fx'
import type { DeclarationItem } from '../../model/rebate/export-line'
import type { FxFact } from '../../model/rebate/facts'
import type { RebateRules } from './records'

/** The quotations an enterprise converts with. What its policy picks for a day is looked for once. */
export class FxTable {
  /** By currency and month: a month is all that a policy can ask for, and the one before. */
  readonly #byMonth = new Map<string, FxRate[]>()
  /** By currency and day. */
  readonly #picked = new Map<string, Map<string, FxRate | undefined>>()
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
    for (const currency of currencies) {
      const rate = currency === undefined ? undefined : this.#pick(currency, exportDate, fxPolicy)
      if (rate && !rates.includes(rate)) rates.push(rate)
    }
    return { exportDate, fxPolicy, rates, firstDayGap }
  }

  #pick(currency: string, exportDate: string, fxPolicy: FxPolicy): FxRate | undefined {
    let picked = this.#picked.get(currency)
    if (!picked) this.#picked.set(currency, (picked = new Map()))
    if (!picked.has(exportDate)) {
      const month = exportDate.slice(0, 7)
      const rates = [month, monthBefore(month)].flatMap(
        (one) => this.#byMonth.get(`${currency} ${one}`) ?? [],
      )
      const { firstDayGap } = this.#rules
      picked.set(exportDate, pickRate(currency, { exportDate, fxPolicy, rates, firstDayGap }))
    }
    return picked.get(exportDate)
  }
}

function monthBefore(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

export type ItemFob = FobValues & { usdRate?: string }

/** What an item asks of its FOB; undefined without terms, amount or currency: there is none. */
function askedOf(item: DeclarationItem, fx: FxTable) {
  const { tradeTerms, amount, currency, freight, insurance, other, exportDate } = item
  if (tradeTerms === undefined || amount === undefined || currency === undefined) return undefined
  const currencies = [currency, freight?.currency, insurance?.currency, other?.currency, 'USD']
  return { tradeTerms, amount, currency, freight, insurance, other, ...fx.askOf(exportDate, currencies) }
}

/** FOB of a whole item, with how it was made. */
export function itemFob(item: DeclarationItem, fx: FxTable): ItemFob & { figures: Explained[] } {
  const asked = askedOf(item, fx)
  return asked ? ofItem(item, asked, fobOf(asked)) : { figures: [], findings: [] }
}

/** What `itemFob` comes to, without how it was made. */
export function itemFobValues(item: DeclarationItem, fx: FxTable): ItemFob {
  const asked = askedOf(item, fx)
  return asked ? ofItem(item, asked, fobValues(asked)) : { findings: [] }
}

function ofItem<F extends ItemFob>(
  { no, item }: DeclarationItem,
  { rates }: { rates: readonly FxRate[] },
  made: F,
): F {
  const usd = rates.find(({ currency }) => currency === 'USD')
  if (usd) made.usdRate = usd.rate
  for (const found of made.findings) found.target = `declaration:${no}#${item}`
  return made
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
