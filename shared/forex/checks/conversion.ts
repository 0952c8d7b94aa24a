import { cmp, mul, sub } from '../../money/decimal'
import { quotient, written } from '../amount'
import { rules } from '../catalogue'
import { find, type ForexFinding } from '../cite'
import type { Quote } from '../../model/forex/credit'
import type { ReceiptFacts } from './facts'
import { settledParts } from './declaration'

/** `convert`: what is converted, in the currency of the receipt; runs kept before told only what it makes. */
export type Conversion = { convert?: string; rmb: string; gainLoss?: string }

/** L01–L03, L05: what a bank's bid makes of the part that is converted. */
export function convert(
  quote: Quote | undefined,
  { credit, settings }: ReceiptFacts,
): {
  conversion?: Conversion
  form?: { settledAmount: string; settledRate: string; fxAmount: string }
  findings: ForexFinding[]
} {
  if (!quote || credit.currency === 'CNY') return { findings: [] }
  const place = { target: credit.id, field: 'quote', day: credit.valueDate }
  const rate = quotient(quote.bid, String(quote.unit))
  const findings = [find(rules.L01, place)]
  const conversion: Conversion = {
    convert: written(quote.convert, credit.currency),
    rmb: written(mul(quote.convert, rate), 'CNY'),
  }
  if (quote.bookedRate !== undefined) {
    conversion.gainLoss = written(mul(quote.convert, sub(rate, quote.bookedRate)), 'CNY')
    findings.push(find(rules.L03, place))
  }
  if (quote.ageMinutes !== undefined && quote.ageMinutes > settings.quoteValidityMinutes) {
    findings.push(find(rules.L02, { ...place, params: { minutes: quote.ageMinutes } }))
  }
  if (cmp(quote.convert, credit.amount) > 0) {
    const what = { zh: '结汇金额大于入账金额', en: 'more is converted than was credited' }
    findings.push(find(rules.G06, { ...place, params: { what } }))
  }
  const parts = settledParts(credit.amount, quote.convert)
  if (parts.fxAmount !== '0') findings.push(find(rules.L05, place))
  return { conversion, form: { ...parts, settledRate: rate }, findings }
}
