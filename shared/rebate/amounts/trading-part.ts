import { add, cmp, div, isZero, mul, sub } from '../../money/decimal'
import type { Text } from '../../model/text'
import { cents, given as told, type Explained, type Input, type Made } from '../../rules/explain'
import { rateRules } from '../rate-lookup'
import type { PurchaseShare, TradingLine } from './trading-line'
import { tradingRules } from './trading-rules'

const PLACES = 12

const r = tradingRules

/** Of a purchase: what is refunded on it, and the rules base and rate come of. */
export type Part = {
  line: TradingLine
  share: PurchaseShare
  net: string
  base: string
  baseRule: string
  /** What the base was made of, in the order it went in. */
  inputs: Made['inputs'][]
  rate: string
  rateRule: string
  /** How base and rate were made, once somebody looked. */
  figures?: { base: Explained; rate: Explained }
}

/** The net of a purchase: stated, or taken out of the gross, or quantity times price. */
function netOf({ net, gross, invoiceRate, qty, unitPrice }: PurchaseShare): Made | undefined {
  if (net !== undefined) {
    return {
      value: net,
      inputs() {
        return [told('发票金额', 'net of the invoice', net)]
      },
    }
  }
  if (gross !== undefined && invoiceRate !== undefined) {
    return {
      value: cents(div(gross, add('1', invoiceRate), PLACES)),
      inputs: () => [told('价税合计', 'gross', gross), told('票面税率', 'printed rate', invoiceRate)],
    }
  }
  if (qty === undefined || unitPrice === undefined) return undefined
  return {
    value: cents(mul(qty, unitPrice)),
    inputs: () => [told('数量', 'quantity', qty), told('单价', 'unit price', unitPrice)],
  }
}

/** What makes the base of a purchase out of its net, in order; a rule that does not apply says nothing. */
export type BaseRule = {
  rule: string
  adjust(base: string, line: TradingLine, share: PurchaseShare): Made | undefined
}
/** Which rate a purchase is refunded at; the first rule that says something decides. */
export type AppliedRateRule = {
  rule: string
  rate(line: TradingLine, share: PurchaseShare): string | undefined
}
/** Which vouchers give a refund at all. */
export type VoucherRule = { rule: string; counts(share: PurchaseShare): boolean }

/** What a purchase is refunded on, as rules. */
export type PartRules = {
  vouchers: readonly VoucherRule[]
  bases: readonly BaseRule[]
  rates: readonly AppliedRateRule[]
}

type Asset = NonNullable<TradingLine['usedEquipment']>
/** Whether an asset card can be computed with: it has an original value, and is not written off by more than that. */
export const hasNetValue = ({ originalValue, accumulatedDepreciation }: Asset): boolean =>
  cmp(originalValue, '0') > 0 && cmp(accumulatedDepreciation, originalValue) <= 0

const vouchers: readonly VoucherRule[] = [
  { rule: r.c06.id, counts: ({ voucher }) => voucher === 'vatSpecial' || voucher === 'customsPayment' },
]

const bases: readonly BaseRule[] = [
  {
    rule: r.d03.id,
    adjust: (base, _, { qty, usedQty }) => {
      if (usedQty === undefined || qty === undefined || isZero(qty)) return undefined
      const inputs = () => [
        told('使用数量', 'quantity used', usedQty),
        told('发票数量', 'invoice quantity', qty),
      ]
      return { value: cents(div(mul(base, usedQty), qty, PLACES)), inputs }
    },
  },
  {
    rule: r.c09.id,
    adjust: (base, { usedEquipment }) => {
      if (!usedEquipment) return undefined
      const { originalValue, accumulatedDepreciation } = usedEquipment
      const inputs = () => [
        told('设备原值', 'original value', originalValue),
        told('已提折旧', 'depreciation', accumulatedDepreciation),
      ]
      const netValue = sub(originalValue, accumulatedDepreciation)
      if (!hasNetValue(usedEquipment)) return { value: '0', inputs }
      return { value: cents(div(mul(base, netValue), originalValue, PLACES)), inputs }
    },
  },
]

const rates: readonly AppliedRateRule[] = [
  {
    rule: r.c07.id,
    rate: ({ consigned, libraryRate }, { sellerTaxpayer }) =>
      consigned && sellerTaxpayer !== 'small' ? libraryRate : undefined,
  },
  {
    rule: r.c04.id,
    rate: ({ libraryRate }, { invoiceRate }) =>
      invoiceRate !== undefined && cmp(invoiceRate, libraryRate) < 0 ? invoiceRate : undefined,
  },
]

export const partRules: PartRules = { vouchers, bases, rates }

/** What one purchase contributes; undefined for vouchers that give no refund. */
export function partOf(line: TradingLine, share: PurchaseShare, rules: PartRules): Part | undefined {
  const net = netOf(share)
  if (!net || !rules.vouchers.every((rule) => rule.counts(share))) return undefined
  const part: Part = {
    line,
    share,
    net: net.value,
    base: net.value,
    baseRule: line.consigned ? r.c07.id : r.c06.id,
    inputs: [net.inputs],
    rate: line.libraryRate,
    rateRule: rateRules.c02.id,
  }
  for (const { rule, adjust } of rules.bases) {
    const adjusted = adjust(part.base, line, share)
    if (!adjusted) continue
    part.base = adjusted.value
    part.baseRule = rule
    part.inputs.push(adjusted.inputs)
  }
  for (const { rule, rate } of rules.rates) {
    const applied = rate(line, share)
    if (applied === undefined) continue
    part.rate = applied
    part.rateRule = rule
    break
  }
  return part
}

/** A figure of one voucher under the number of the voucher, so that it is found again. */
function ofInvoice({ invoiceNumber, invoiceLine }: PurchaseShare, zh: string, en: string): Text {
  if (invoiceNumber === undefined) return { zh, en }
  const number = invoiceLine === undefined ? invoiceNumber : `${invoiceNumber}#${invoiceLine}`
  return { zh: `${zh}（发票 ${number}）`, en: `${en} (invoice ${number})` }
}

/** How base and rate of a purchase were made: one node each, wherever they are an input. */
function figuresOf(part: Part): NonNullable<Part['figures']> {
  const { line, share, base, baseRule, inputs, rate, rateRule } = part
  part.figures ??= {
    base: {
      figure: 'base',
      label: ofInvoice(share, '计税依据', 'Base'),
      value: cents(base),
      rule: baseRule,
      formula: { zh: '凭证金额，按使用数量、净值比例折算', en: 'net of the voucher, by the share used' },
      inputs: inputs.flatMap((collect) => collect()),
    },
    rate: {
      figure: 'appliedRate',
      label: ofInvoice(share, '适用退税率', 'Applied rate'),
      value: rate,
      rule: rateRule,
      formula: line.consigned
        ? { zh: '委托加工：产成品退税率', en: 'processed by another: the rate of the finished goods' }
        : { zh: '文库退税率与票面税率孰低', en: 'the lower of the library rate and the printed rate' },
      inputs: [
        told('文库退税率', 'library rate', line.libraryRate),
        ...(share.invoiceRate === undefined ? [] : [told('票面税率', 'printed rate', share.invoiceRate)]),
      ],
    },
  }
  return part.figures
}

export function baseInput(part: Part): Input {
  const { base: of } = figuresOf(part)
  return { name: of.label, value: of.value, of }
}

export function rateInput(part: Part): Input {
  const { rate: of } = figuresOf(part)
  return { name: { zh: '适用退税率', en: 'applied rate' }, value: of.value, of }
}
