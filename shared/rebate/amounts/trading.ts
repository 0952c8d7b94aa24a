import { add, cmp, div, isZero, mul, sub, sum } from '../../money/decimal'
import type { Text } from '../../model/text'
import { raise, type Finding } from '../../rules/rule'
import { cents, compute, given as told, type Explained, type Formula, type Input } from '../../rules/explain'
import { layerOf } from '../layers'
import { rateRules } from '../rate-lookup'
import { ceilingRule } from './rates-on'
import type { PurchaseShare, TradingLine } from './trading-line'
import { tradingRules } from './trading-rules'

const PLACES = 12

const r = tradingRules

/** Of a purchase: what is refunded on it. */
type Part = {
  net: string
  base: string
  rate: string
  invoiceRate?: string | undefined
  explained: Explained
  rateExplained: Explained
}
type LineSheet = { line: TradingLine; parts: readonly Part[] }

/** The net of a purchase: stated, or taken out of the gross, or quantity times price. */
function netOf({
  net,
  gross,
  invoiceRate,
  qty,
  unitPrice,
}: PurchaseShare): { value: string; input: Input[] } | undefined {
  if (net !== undefined) return { value: net, input: [told('发票金额', 'net of the invoice', net)] }
  if (gross !== undefined && invoiceRate !== undefined) {
    const value = cents(div(gross, add('1', invoiceRate), PLACES))
    return { value, input: [told('价税合计', 'gross', gross), told('票面税率', 'printed rate', invoiceRate)] }
  }
  if (qty === undefined || unitPrice === undefined) return undefined
  return {
    value: cents(mul(qty, unitPrice)),
    input: [told('数量', 'quantity', qty), told('单价', 'unit price', unitPrice)],
  }
}

type Adjusted = { value: string; inputs: Input[] }

/** What makes the base of a purchase out of its net, in order; a rule that does not apply says nothing. */
export type BaseRule = {
  rule: string
  adjust(base: string, line: TradingLine, share: PurchaseShare): Adjusted | undefined
}
/** Which rate a purchase is refunded at; the first rule that says something decides. */
export type AppliedRateRule = {
  rule: string
  rate(line: TradingLine, share: PurchaseShare): string | undefined
}
/** Which vouchers give a refund at all. */
export type VoucherRule = { rule: string; counts(share: PurchaseShare): boolean }

export type TradingRules = {
  vouchers: readonly VoucherRule[]
  bases: readonly BaseRule[]
  rates: readonly AppliedRateRule[]
  formulas: readonly Formula<LineSheet>[]
}

type Asset = NonNullable<TradingLine['usedEquipment']>
/** Whether an asset card can be computed with: it has an original value, and is not written off by more than that. */
const hasNetValue = ({ originalValue, accumulatedDepreciation }: Asset): boolean =>
  cmp(originalValue, '0') > 0 && cmp(accumulatedDepreciation, originalValue) <= 0

const vouchers: readonly VoucherRule[] = [
  { rule: r.c06.id, counts: ({ voucher }) => voucher === 'vatSpecial' || voucher === 'customsPayment' },
]

const bases: readonly BaseRule[] = [
  {
    rule: r.d03.id,
    adjust: (base, _, { qty, usedQty }) => {
      if (usedQty === undefined || qty === undefined || isZero(qty)) return undefined
      const inputs = [told('使用数量', 'quantity used', usedQty), told('发票数量', 'invoice quantity', qty)]
      return { value: cents(div(mul(base, usedQty), qty, PLACES)), inputs }
    },
  },
  {
    rule: r.c09.id,
    adjust: (base, { usedEquipment }) => {
      if (!usedEquipment) return undefined
      const { originalValue, accumulatedDepreciation } = usedEquipment
      const inputs = [
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

/** What one purchase contributes; undefined for vouchers that give no refund. */
function partOf(line: TradingLine, share: PurchaseShare, rules: TradingRules): Part | undefined {
  const net = netOf(share)
  if (!net || !rules.vouchers.every((rule) => rule.counts(share))) return undefined
  let base = net.value
  let rule: string = line.consigned ? r.c07.id : r.c06.id
  const inputs = [...net.input]
  for (const one of rules.bases) {
    const adjusted = one.adjust(base, line, share)
    if (!adjusted) continue
    base = adjusted.value
    rule = one.rule
    inputs.push(...adjusted.inputs)
  }
  const rate = rateOf(line, share, rules)
  return {
    net: net.value,
    base,
    rate: rate.value,
    invoiceRate: share.invoiceRate,
    explained: {
      figure: 'base',
      label: ofInvoice(share, '计税依据', 'Base'),
      value: cents(base),
      rule,
      formula: { zh: '凭证金额，按使用数量、净值比例折算', en: 'net of the voucher, by the share used' },
      inputs,
    },
    rateExplained: rate,
  }
}

/** A figure of one voucher under the number of the voucher, so that it is found again. */
function ofInvoice({ invoiceNumber, invoiceLine }: PurchaseShare, zh: string, en: string): Text {
  if (invoiceNumber === undefined) return { zh, en }
  const number = invoiceLine === undefined ? invoiceNumber : `${invoiceNumber}#${invoiceLine}`
  return { zh: `${zh}（发票 ${number}）`, en: `${en} (invoice ${number})` }
}

/** The rate a purchase is refunded at, beside the two it was chosen from. */
function rateOf(line: TradingLine, share: PurchaseShare, rules: TradingRules): Explained {
  const { libraryRate, consigned } = line
  const { invoiceRate } = share
  const applied = rules.rates
    .map((one) => ({ rule: one.rule, value: one.rate(line, share) }))
    .find(({ value }) => value !== undefined)
  return {
    figure: 'appliedRate',
    label: ofInvoice(share, '适用退税率', 'Applied rate'),
    value: applied?.value ?? libraryRate,
    rule: applied?.rule ?? rateRules.c02.id,
    formula: consigned
      ? { zh: '委托加工：产成品退税率', en: 'processed by another: the rate of the finished goods' }
      : { zh: '文库退税率与票面税率孰低', en: 'the lower of the library rate and the printed rate' },
    inputs: [
      told('文库退税率', 'library rate', libraryRate),
      ...(invoiceRate === undefined ? [] : [told('票面税率', 'printed rate', invoiceRate)]),
    ],
  }
}

const refundOf = ({ base, rate }: Part): string => cents(mul(base, rate))

const rateInput = ({ rateExplained: of }: Part): Input => ({
  name: { zh: '适用退税率', en: 'applied rate' },
  value: of.value,
  of,
})

export const tradingFormulas: readonly Formula<LineSheet>[] = [
  {
    rule: r.c06.id,
    figure: 'base',
    label: { zh: '计税依据', en: 'Base' },
    formula: { zh: '各凭证计税依据之和', en: 'sum of the parts' },
    make: ({ parts }) => ({
      value: cents(sum(parts.map(({ base }) => base))),
      inputs: parts.map(({ explained }) => ({
        name: explained.label,
        value: explained.value,
        of: explained,
      })),
    }),
  },
  {
    rule: r.d01.id,
    figure: 'refund',
    label: { zh: '应退税额', en: 'Refund' },
    formula: {
      zh: 'Σ 计税依据 × 适用退税率（逐张四舍五入）',
      en: 'sum of base x applied rate, rounded each',
    },
    make: ({ parts }) => ({
      value: cents(sum(parts.map(refundOf))),
      inputs: parts.flatMap((part) => [
        { name: part.explained.label, value: part.explained.value, of: part.explained },
        rateInput(part),
      ]),
    }),
  },
  {
    rule: r.d02.id,
    figure: 'nonRefundable',
    label: { zh: '不予退税（进成本）', en: 'Not refunded (cost)' },
    formula: { zh: 'Σ 计税依据 ×（征税率 − 适用退税率）', en: 'sum of base x (levy - applied rate)' },
    make: ({ line, parts }) => {
      const levied = parts.map((part) => part.invoiceRate ?? line.levyRate)
      if (parts.length === 0 || levied.some((levy) => levy === undefined)) return undefined
      const amounts = parts.map((part, at) => {
        const gap = sub(levied[at]!, part.rate)
        return cmp(gap, '0') > 0 ? cents(mul(part.base, gap)) : '0'
      })
      const inputs = parts.flatMap((part, at) => [
        { name: part.explained.label, value: part.explained.value, of: part.explained },
        told('征税率', 'levy rate', levied[at]!),
        rateInput(part),
      ])
      return { value: cents(sum(amounts)), inputs }
    },
  },
  {
    rule: r.d17.id,
    figure: 'consumptionTaxByValue',
    label: { zh: '从价消费税', en: 'Consumption tax by value' },
    formula: { zh: '计税依据 × 消费税税率', en: 'base x rate of consumption tax' },
    make: ({ line }, sheet) => {
      const base = sheet.value('base')
      if (line.consumptionTaxRate === undefined || base === undefined) return undefined
      const rateIn = told('消费税税率', 'rate of consumption tax', line.consumptionTaxRate)
      return { value: cents(mul(base, line.consumptionTaxRate)), inputs: [sheet.input('base'), rateIn] }
    },
  },
  {
    rule: r.d17.id,
    figure: 'consumptionTaxByQuantity',
    label: { zh: '从量消费税', en: 'Consumption tax by quantity' },
    formula: { zh: '计税数量 × 单位税额', en: 'quantity x amount per unit' },
    make: ({ line: { consumptionTaxByQuantity: of }, parts }) => {
      if (!of || parts.length === 0) return undefined
      const { qty, unit, perUnit } = of
      const inputs = [
        told(`计税数量（${unit}）`, `quantity (${unit})`, qty),
        told('单位税额', 'amount per unit', perUnit),
      ]
      return { value: cents(mul(qty, perUnit)), inputs }
    },
  },
  {
    rule: r.d17.id,
    figure: 'consumptionTaxRefund',
    label: { zh: '消费税应退税额', en: 'Refund of consumption tax' },
    formula: { zh: '从价部分 + 从量部分', en: 'by value + by quantity' },
    make: (_, sheet) => {
      const made = (['consumptionTaxByValue', 'consumptionTaxByQuantity'] as const).filter((name) =>
        sheet.get(name),
      )
      if (made.length === 0) return undefined
      return {
        value: cents(sum(made.map((name) => sheet.value(name)!))),
        inputs: made.map((name) => sheet.input(name)),
      }
    },
  },
]

export const tradingRuleSet: TradingRules = { vouchers, bases, rates, formulas: tradingFormulas }

/** What one voucher of a line gives: base and rate, the refund as it is rounded by itself, and what of its quantity is claimed. */
export type TradingPart = { base: string; rate: string; refund: string; used?: { qty: string; of: string } }

export type TradingResult = {
  line: string
  status: 'computed' | 'needs-confirmation'
  net?: string
  base?: string
  appliedRate?: string
  appliedRates?: string[]
  refund?: string
  nonRefundable?: string
  consumptionTaxRefund?: string
  /** What of it is by value and what by quantity. */
  consumptionTaxByValue?: string
  consumptionTaxByQuantity?: string
  /** What the consumption tax was worked out by. */
  taxedBy?: Pick<TradingLine, 'consumptionTaxRate' | 'consumptionTaxByQuantity'>
  figures: Explained[]
  /** One a purchase, in their order; undefined for a voucher that gives no refund. */
  parts: readonly (TradingPart | undefined)[]
}

export type TradingTotals = Partial<
  Record<'base' | 'refund' | 'nonRefundable' | 'consumptionTaxRefund' | 'refundWithConsumptionTax', string>
>

function partGiven(part: Part, { qty, usedQty }: PurchaseShare): TradingPart {
  const used = qty !== undefined && usedQty !== undefined ? { used: { qty: usedQty, of: qty } } : {}
  return { base: cents(part.base), rate: part.rate, refund: refundOf(part), ...used }
}

/** 免退税 of one line; before the first law layer nothing is computed. */
export function tradingLineRefund(
  line: TradingLine,
  exportDate?: string,
  rules: TradingRules = tradingRuleSet,
): TradingResult {
  const on = line.exportDate ?? exportDate
  if (on !== undefined && !layerOf(on))
    return { line: line.line, status: 'needs-confirmation', figures: [], parts: [] }
  const all = line.purchases.map((purchase) => partOf(line, purchase, rules))
  const parts = all.filter((part) => part !== undefined)
  const sheet = compute(rules.formulas, { line, parts })
  const rates = parts.map((part) => part.rate)
  const [first] = rates
  return {
    line: line.line,
    status: 'computed',
    net: cents(sum(parts.map(({ net }) => net))),
    ...(first !== undefined && rates.every((one) => cmp(one, first) === 0) && { appliedRate: first }),
    ...(rates.length > 0 && { appliedRates: rates }),
    ...Object.fromEntries(sheet.all().map(({ figure, value }) => [figure, value])),
    ...(sheet.get('consumptionTaxRefund') && { taxedBy: line }),
    figures: sheet.all(),
    parts: all.map((part, at) => part && partGiven(part, line.purchases[at]!)),
  }
}

type Summed = 'base' | 'refund' | 'nonRefundable' | 'consumptionTaxRefund'

/** Sums of lines that were rounded already; a figure no line has is absent. */
export function tradingTotals(lines: readonly Partial<Record<Summed, string>>[]): TradingTotals {
  const total = (figure: Summed) => {
    const values = lines.flatMap((line) => line[figure] ?? [])
    return values.length === 0 ? {} : { [figure]: cents(sum(values)) }
  }
  const totals: TradingTotals = {
    ...total('base'),
    ...total('refund'),
    ...total('nonRefundable'),
    ...total('consumptionTaxRefund'),
  }
  if (totals.refund !== undefined) {
    totals.refundWithConsumptionTax = cents(add(totals.refund, totals.consumptionTaxRefund ?? '0'))
  }
  return totals
}

/** 免退税 of a batch: amounts by line, then their sums. Export prices play no part. */
export function tradingRefund(
  given: { exportDate?: string | undefined; lines: readonly TradingLine[] },
  rules: TradingRules = tradingRuleSet,
): { lines: TradingResult[]; totals: TradingTotals; findings: Finding[] } {
  const lines = given.lines.map((line) => tradingLineRefund(line, given.exportDate, rules))
  const wrong = given.lines.filter(
    ({ levyRate, libraryRate }) => levyRate !== undefined && cmp(libraryRate, levyRate) > 0,
  )
  const cards = given.lines.filter(({ usedEquipment }) => usedEquipment && !hasNetValue(usedEquipment))
  const message = {
    zh: '第 {line} 行设备原值须大于零，且不小于已提折旧；计税依据按 0 计',
    en: 'Line {line}: the original value is above zero and not below the depreciation; the base is taken as 0',
  }
  const findings = [
    ...wrong.map(({ line }) => raise(ceilingRule, { target: 'case', field: `lines.${line}.libraryRate` })),
    ...cards.map(({ line }) =>
      raise(r.c09, { target: 'case', field: `lines.${line}.usedEquipment`, message, params: { line } }),
    ),
  ]
  return { lines, totals: tradingTotals(lines), findings }
}

/** Whether a stated total agrees with the sum of its lines: 0.01 a line may be lost to rounding (C15). */
export const withinTail = (stated: string, computed: string, lines: number): boolean => {
  const off = sub(stated, computed)
  return cmp(off.startsWith('-') ? off.slice(1) : off, mul('0.01', String(lines))) <= 0
}
