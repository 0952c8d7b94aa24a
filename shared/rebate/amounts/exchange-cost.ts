import { cmp, div, isZero, mul, sub } from '../../money/decimal'
import { raise, type Finding } from '../../rules/rule'
import { defaultSettings, type RebateSettings } from '../../model/rebate/claim'
import { cents, compute, given as told, type Explained, type Formula } from '../../rules/explain'
import { head, house } from '../cite'

const PLACES = 12
type Band = readonly [string, string]

export const d19 = head(
  'D19',
  'info',
  [
    '换汇成本 = 计税金额 ÷ 美元离岸价，只用于外贸企业',
    'Cost per dollar = net / FOB in USD, for trading companies only',
  ],
  ['核对离岸价与计税金额', 'Check FOB and net'],
  [house('practice')],
)
export const e15 = head(
  'E15',
  'info',
  [
    '换汇成本用离岸价，不用到岸价；亏损本身不是疑点',
    'The cost uses FOB, never CIF; a loss alone is no finding',
  ],
  ['按离岸价计算', 'Compute with FOB'],
  [house('practice')],
)
export const e14 = head(
  'E14',
  'warning',
  ['换汇成本超出区间；区间为企业设定，各地口径不同', 'Cost per dollar outside the band, which is a setting'],
  ['核对计税金额、离岸价与配单，准备说明', 'Check net, FOB and allocation; prepare an explanation'],
  [house('practice')],
)

/** net / FOB with four digits, for show; the comparison with the band is exact. */
export const exchangeCost = (net: string, fobUsd: string): string =>
  isZero(fobUsd) ? '' : div(net, fobUsd, 4)

/** Whether net / FOB lies outside the band; both ends are inside. Without FOB there is nothing to compare. */
export function outsideBand(net: string, fobUsd: string, [low, high]: Band): boolean {
  if (isZero(fobUsd)) return false
  return cmp(net, mul(low, fobUsd)) < 0 || cmp(net, mul(high, fobUsd)) > 0
}

export type ExchangeCostGiven = {
  basis: 'taxOffice' | 'tradeAccounting'
  purchaseNet?: string | undefined
  fobUsd?: string | undefined
  cifUsd?: string | undefined
  freightUsd?: string | undefined
  insuranceUsd?: string | undefined
  fx?: string | undefined
  totalCostCny?: string | undefined
  enterpriseType?: 'trading' | 'manufacturer' | undefined
  settings?: RebateSettings | undefined
}

const costOf = ({ basis, purchaseNet, totalCostCny }: ExchangeCostGiven): string | undefined =>
  basis === 'taxOffice' ? purchaseNet : (totalCostCny ?? purchaseNet)

export const exchangeCostFormulas: readonly Formula<ExchangeCostGiven>[] = [
  {
    rule: e15.id,
    figure: 'fobUsd',
    label: { zh: '美元离岸价', en: 'FOB in USD' },
    formula: { zh: '离岸价，或到岸价 − 运费 − 保费', en: 'FOB, or CIF - freight - insurance' },
    make: ({ fobUsd, cifUsd, freightUsd = '0', insuranceUsd = '0' }) => {
      if (fobUsd !== undefined)
        return { value: fobUsd, inputs: () => [told('美元离岸价', 'FOB in USD', fobUsd)] }
      if (cifUsd === undefined) return undefined
      const inputs = () => [
        told('美元到岸价', 'CIF in USD', cifUsd),
        told('运费', 'freight', freightUsd),
        told('保费', 'insurance', insuranceUsd),
      ]
      return { value: cents(sub(sub(cifUsd, freightUsd), insuranceUsd)), inputs }
    },
  },
  {
    rule: d19.id,
    figure: 'cost',
    label: { zh: '换汇成本', en: 'Cost per dollar' },
    formula: { zh: '计税金额（或出口总成本）÷ 美元离岸价', en: 'net (or total cost) / FOB in USD' },
    make: (given, sheet) => {
      const [net, fob] = [costOf(given), sheet.value('fobUsd')]
      if (net === undefined || fob === undefined || isZero(fob)) return undefined
      return { value: div(net, fob, 4), inputs: () => [told('计税金额', 'net', net), sheet.input('fobUsd')] }
    },
  },
  {
    rule: d19.id,
    figure: 'revenueCny',
    label: { zh: '出口收入（人民币）', en: 'Revenue in CNY' },
    formula: { zh: '美元离岸价 × 汇率', en: 'FOB in USD x rate' },
    make: ({ fx }, sheet) => {
      const fob = sheet.value('fobUsd')
      if (fx === undefined || fob === undefined) return undefined
      return { value: cents(mul(fob, fx)), inputs: () => [sheet.input('fobUsd'), told('汇率', 'rate', fx)] }
    },
  },
  {
    rule: d19.id,
    figure: 'grossProfit',
    label: { zh: '毛利', en: 'Gross profit' },
    formula: { zh: '出口收入 − 成本', en: 'revenue - cost' },
    make: (given, sheet) => {
      const [net, revenue] = [costOf(given), sheet.value('revenueCny')]
      if (net === undefined || revenue === undefined) return undefined
      return {
        value: cents(sub(revenue, net)),
        inputs: () => [sheet.input('revenueCny'), told('成本', 'cost', net)],
      }
    },
  },
  {
    rule: d19.id,
    figure: 'marginPercent',
    label: { zh: '毛利率（%）', en: 'Margin (%)' },
    formula: { zh: '毛利 ÷ 出口收入 × 100', en: 'profit / revenue x 100' },
    make: (_, sheet) => {
      const [profit, revenue] = [sheet.value('grossProfit'), sheet.value('revenueCny')]
      if (profit === undefined || revenue === undefined || isZero(revenue)) return undefined
      const value = cents(div(mul(profit, '100'), revenue, PLACES))
      return { value, inputs: () => [sheet.input('grossProfit'), sheet.input('revenueCny')] }
    },
  },
]

export type ExchangeCostResult = { flag: boolean; figures: Explained[]; findings: Finding[] } & Partial<
  Record<'cost' | 'fobUsd' | 'revenueCny' | 'grossProfit' | 'marginPercent', string>
>

/** The cost per dollar of one deal; flagged by the tax office's basis and for trading companies only. */
export function exchangeCostOf(
  given: ExchangeCostGiven,
  formulas: readonly Formula<ExchangeCostGiven>[] = exchangeCostFormulas,
): ExchangeCostResult {
  const sheet = compute(formulas, given)
  const band = given.settings?.exchangeCostBand ?? defaultSettings.exchangeCostBand
  const [net, fob] = [costOf(given), sheet.value('fobUsd')]
  const flag =
    given.basis === 'taxOffice' &&
    given.enterpriseType !== 'manufacturer' &&
    sheet.value('cost') !== undefined &&
    net !== undefined &&
    fob !== undefined &&
    outsideBand(net, fob, [band[0]!, band[1]!])
  const message = {
    zh: '换汇成本 {cost}，区间 {low}–{high}',
    en: 'Cost {cost}, band {low} to {high}',
  }
  const params = { cost: sheet.value('cost') ?? '', low: band[0]!, high: band[1]! }
  return {
    ...sheet.values,
    flag,
    figures: sheet.all(),
    findings: flag ? [raise(e14, { target: 'case', field: 'cost', message, params })] : [],
  }
}
