import { add, cmp, mul, sub } from '../../money/decimal'
import { raise, type Finding } from '../../rules/rule'
import {
  cents,
  centsOf,
  compute,
  computeValues,
  given as told,
  type Explained,
  type Formula,
  type Values,
} from '../../rules/explain'
import { layerOf } from '../layers'
import { ceilingRule } from './rates-on'
import type { PurchaseShare, TradingLine } from './trading-line'
import {
  baseInput,
  hasNetValue,
  partOf,
  partRules,
  rateInput,
  type Part,
  type PartRules,
} from './trading-part'
import { tradingRules } from './trading-rules'

const r = tradingRules

type LineSheet = { line: TradingLine; parts: readonly Part[] }

export type TradingRules = PartRules & { formulas: readonly Formula<LineSheet>[] }

const refundOf = ({ base, rate }: Part): string => cents(mul(base, rate))

/** What a purchase was levied at: as printed, else as the line says. */
const levyOf = ({ line, share }: Part): string | undefined => share.invoiceRate ?? line.levyRate

export const tradingFormulas: readonly Formula<LineSheet>[] = [
  {
    rule: r.c06.id,
    figure: 'base',
    label: { zh: '计税依据', en: 'Base' },
    formula: { zh: '各凭证计税依据之和', en: 'sum of the parts' },
    make: ({ parts }) => ({
      value: centsOf(parts.map(({ base }) => base)),
      inputs() {
        return parts.map(baseInput)
      },
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
      value: centsOf(parts.map(refundOf)),
      inputs() {
        return parts.flatMap((part) => [baseInput(part), rateInput(part)])
      },
    }),
  },
  {
    rule: r.d02.id,
    figure: 'nonRefundable',
    label: { zh: '不予退税（进成本）', en: 'Not refunded (cost)' },
    formula: { zh: 'Σ 计税依据 ×（征税率 − 适用退税率）', en: 'sum of base x (levy - applied rate)' },
    make: ({ parts }) => {
      if (parts.length === 0) return undefined
      const amounts: string[] = []
      for (const part of parts) {
        const levy = levyOf(part)
        if (levy === undefined) return undefined
        const gap = sub(levy, part.rate)
        amounts.push(cmp(gap, '0') > 0 ? cents(mul(part.base, gap)) : '0')
      }
      return {
        value: centsOf(amounts),
        inputs() {
          return parts.flatMap((part) => [
            baseInput(part),
            told('征税率', 'levy rate', levyOf(part)!),
            rateInput(part),
          ])
        },
      }
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
      const { consumptionTaxRate: rate } = line
      return {
        value: cents(mul(base, rate)),
        inputs: () => [sheet.input('base'), told('消费税税率', 'rate of consumption tax', rate)],
      }
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
      const inputs = () => [
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
      const made = (['consumptionTaxByValue', 'consumptionTaxByQuantity'] as const).filter(
        (name) => sheet.value(name) !== undefined,
      )
      if (made.length === 0) return undefined
      return {
        value: centsOf(made.map((name) => sheet.value(name)!)),
        inputs: () => made.map((name) => sheet.input(name)),
      }
    },
  },
]

export const tradingRuleSet: TradingRules = { ...partRules, formulas: tradingFormulas }

/** What one voucher of a line gives: base and rate, the refund as it is rounded by itself, and what of its quantity is claimed. */
export type TradingPart = { base: string; rate: string; refund: string; used?: { qty: string; of: string } }

/** The values of a line. */
export type TradingAmounts = {
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
}

export type TradingResult = TradingAmounts & {
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

const isGiven = (part: Part | undefined): part is Part => part !== undefined

/** 免退税 of one line with how each figure was made; before the first law layer nothing is computed. */
export function tradingLineRefund(
  line: TradingLine,
  exportDate?: string,
  rules: TradingRules = tradingRuleSet,
): TradingResult {
  if (isBeforeLayers(line, exportDate)) return { ...unsettled(line), figures: [], parts: [] }
  const all = line.purchases.map((purchase) => partOf(line, purchase, rules))
  const parts = all.filter(isGiven)
  const sheet = compute(rules.formulas, { line, parts })
  return {
    ...amountsOf(line, parts, sheet.values),
    ...(sheet.value('consumptionTaxRefund') !== undefined && { taxedBy: line }),
    figures: sheet.all(),
    parts: all.map((part) => part && partGiven(part, part.share)),
  }
}

/** What `tradingLineRefund` comes to, without how each figure was made. */
export function tradingLineAmounts(line: TradingLine): TradingAmounts {
  if (isBeforeLayers(line)) return unsettled(line)
  const parts: Part[] = []
  for (const purchase of line.purchases) {
    const part = partOf(line, purchase, tradingRuleSet)
    if (part) parts.push(part)
  }
  return amountsOf(line, parts, computeValues(tradingRuleSet.formulas, { line, parts }))
}

function isBeforeLayers(line: TradingLine, exportDate?: string): boolean {
  const on = line.exportDate ?? exportDate
  return on !== undefined && !layerOf(on)
}

const unsettled = ({ line }: TradingLine): TradingAmounts => ({ line, status: 'needs-confirmation' })

function amountsOf({ line }: TradingLine, parts: readonly Part[], values: Values): TradingAmounts {
  const rates = parts.map(({ rate }) => rate)
  const [first] = rates
  const amounts: TradingAmounts = {
    line,
    status: 'computed',
    net: centsOf(parts.map(({ net }) => net)),
    ...values,
  }
  if (first !== undefined) {
    amounts.appliedRates = rates
    if (rates.every((one) => cmp(one, first) === 0)) amounts.appliedRate = first
  }
  return amounts
}

type Summed = 'base' | 'refund' | 'nonRefundable' | 'consumptionTaxRefund'

/** Sums of lines that were rounded already; a figure no line has is absent. */
export function tradingTotals(lines: readonly Partial<Record<Summed, string>>[]): TradingTotals {
  const total = (figure: Summed) => {
    const values = lines.flatMap((line) => line[figure] ?? [])
    return values.length === 0 ? {} : { [figure]: centsOf(values) }
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
