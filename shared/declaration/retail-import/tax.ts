import { add, allocate, div, isZero, mul, round, sub, sum } from '../../money/decimal'

/** Statutory rates in percent, as the goods master has them. */
export type TaxRates = { vatRate?: string; consumptionRate?: string; dutyRate?: string }
export type TaxLine = { sku: string; amount: string; rates: TaxRates }
export type Taxes = { duty: string; consumption: string; vat: string; total: string }

/** Digits kept while a line is computed; the sums of an order are rounded to the cent (口径待确认). */
const PLACES = 10

/**
 * Duty, consumption tax and VAT of one value. `share` of the last two is levied; without `inFull` duty is 0.
 * Consumption tax is part of the value it is levied on: V ÷ (1 − c) × c. Specific duties are not covered.
 */
function taxesOf(
  value: string,
  rates: Required<TaxRates>,
  share: string,
  inFull: boolean,
): Omit<Taxes, 'total'> {
  const [c, v, d] = [rates.consumptionRate, rates.vatRate, rates.dutyRate].map((rate) =>
    div(rate, '100', PLACES),
  ) as [string, string, string]
  const duty = inFull ? mul(value, d) : '0'
  const base = add(value, duty)
  const consumption = isZero(c) ? '0' : div(mul(base, c), sub('1', c), PLACES)
  const vat = mul(add(base, consumption), v)
  return { duty, consumption: mul(consumption, share), vat: mul(vat, share) }
}

/**
 * Estimate of the taxes of an order. Freight and insurance are shared out by the amounts of the lines.
 * @param share of VAT and consumption tax that is levied; `inFull`: the order pays everything, duty included
 * @returns the taxes to the cent, or the SKUs whose rates the goods master lacks
 */
export function estimateTaxes(
  lines: readonly TaxLine[],
  charges: string,
  share: string,
  inFull: boolean,
): { taxes: Taxes; missing?: undefined } | { taxes?: undefined; missing: string[] } {
  const lacks = ({ vatRate, consumptionRate, dutyRate }: TaxRates) =>
    vatRate === undefined || consumptionRate === undefined || (inFull && dutyRate === undefined)
  const missing = [...new Set(lines.filter(({ rates }) => lacks(rates)).map(({ sku }) => sku))]
  if (missing.length > 0) return { missing }
  const shares = allocate(
    charges,
    lines.map(({ amount }) => amount),
    5,
  )
  const each = lines.map(({ amount, rates }, at) => {
    const { vatRate = '0', consumptionRate = '0', dutyRate = '0' } = rates
    return taxesOf(add(amount, shares[at] ?? '0'), { vatRate, consumptionRate, dutyRate }, share, inFull)
  })
  const total = (name: keyof Omit<Taxes, 'total'>) => round(sum(each.map((one) => one[name])), 2)
  const taxes = { duty: total('duty'), consumption: total('consumption'), vat: total('vat') }
  return { taxes: { ...taxes, total: sum(Object.values(taxes)) } }
}
