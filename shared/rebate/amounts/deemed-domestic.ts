import { add, div, mul, sub } from '../../money/decimal'
import { from2026, head, read, unsure, until2025 } from '../cite'
import { cents, compute, given as told, type Explained, type Formula } from '../../rules/explain'

const PLACES = 12

export type DeemedDomesticGiven = {
  taxpayer: 'general' | 'small'
  fobCny: string
  bondedMaterial?: string | undefined
  levyRate: string
  nonCreditableReversed?: string | undefined
}

export const deemedRules = {
  d13: head(
    'D13',
    'blocking',
    [
      '视同内销：销项税额 =（离岸价 − 保税料件）÷（1 + 征税率）× 征税率；此前转出的进项转回',
      'Taxed as sold at home: output = (FOB - bonded) / (1 + levy) x levy; input turned out before goes back',
    ],
    ['计提销项并申报', 'Account for the output VAT'],
    [read('39号', '七（二）', until2025), unsure('11号', '七', from2026)],
  ),
  d14: head(
    'D14',
    'blocking',
    [
      '小规模纳税人征税：离岸价 ÷（1 + 征收率）× 征收率；征收率按 3%，减按 1% 是否适用于视同内销待确认',
      'A small-scale taxpayer: FOB / (1 + rate) x rate; the rate is 3 %, whether the reduced 1 % holds here is open',
    ],
    ['按征收率申报', 'Report at the small-scale rate'],
    [read('39号', '七（二）', until2025), unsure('11号', '七', from2026)],
  ),
  d16: head(
    'D16',
    'info',
    [
      '外贸企业转为征税的，凭出口货物转内销证明抵扣进项',
      'A trading company whose goods are taxed credits the input by the certificate of sale at home',
    ],
    ['向主管税务机关申请转内销证明', 'Apply for the certificate'],
    [unsure('24号', '十', until2025), unsure('5号', '第五章', from2026)],
  ),
} as const

export const deemedFormulas: readonly Formula<DeemedDomesticGiven>[] = [
  {
    rule: deemedRules.d13.id,
    figure: 'outputVat',
    label: { zh: '销项税额', en: 'Output VAT' },
    formula: {
      zh: '（离岸价 − 保税料件）÷（1 + 征税率）× 征税率',
      en: '(FOB - bonded) / (1 + levy) x levy',
    },
    make: ({ taxpayer, fobCny, bondedMaterial = '0', levyRate }) => {
      if (taxpayer !== 'general') return undefined
      const value = cents(div(mul(sub(fobCny, bondedMaterial), levyRate), add('1', levyRate), PLACES))
      const inputs = () => [
        told('离岸价', 'FOB', fobCny),
        told('保税料件', 'bonded material', bondedMaterial),
        told('征税率', 'levy rate', levyRate),
      ]
      return { value, inputs }
    },
  },
  {
    rule: deemedRules.d14.id,
    figure: 'outputVat',
    label: { zh: '应纳税额', en: 'Tax due' },
    formula: { zh: '离岸价 ÷（1 + 征收率）× 征收率', en: 'FOB / (1 + rate) x rate' },
    make: ({ taxpayer, fobCny, levyRate }) => {
      if (taxpayer !== 'small') return undefined
      const value = cents(div(mul(fobCny, levyRate), add('1', levyRate), PLACES))
      return { value, inputs: () => [told('离岸价', 'FOB', fobCny), told('征收率', 'rate', levyRate)] }
    },
  },
  {
    rule: deemedRules.d13.id,
    figure: 'inputRestored',
    label: { zh: '转回进项', en: 'Input restored' },
    formula: { zh: '此前作进项转出的不得免征和抵扣税额', en: 'non-creditable tax turned out before' },
    make: ({ nonCreditableReversed: value }) =>
      value === undefined
        ? undefined
        : { value: cents(value), inputs: () => [told('此前转出', 'turned out before', value)] },
  },
]

/** What goods that are taxed after all owe. */
export function deemedDomestic(
  given: DeemedDomesticGiven,
  formulas: readonly Formula<DeemedDomesticGiven>[] = deemedFormulas,
): { outputVat?: string; inputRestored?: string; figures: Explained[] } {
  const sheet = compute(formulas, given)
  return {
    ...sheet.values,
    figures: sheet.all(),
  }
}
