import { add, cmp, mul, sub } from '../../money/decimal'
import { raise, type Finding, type RuleHead } from '../../rules/rule'
import { head, read, unsure } from '../cite'
import { cents, compute, given as told, type Explained, type Formula } from '../../rules/explain'

export type IncomeTaxGiven = {
  year: number
  revenue: string
  zoneRegistered?: boolean | undefined
  platformRegistered?: boolean | undefined
  clearedAtZoneCustoms?: boolean | undefined
  hasValidVoucher?: boolean | undefined
  vatExempt?: boolean | undefined
  requestedRate?: string | undefined
  smallProfit?: boolean | undefined
  /** Some lines of the year have vouchers or a refund. */
  mixed?: boolean | undefined
}

const ASSESSED = '0.04'
const ORDINARY = '0.25'

/** 小型微利: each band up to `to` of the taxable income and its effective rate; above the last it does not apply. */
export const smallProfitBands: readonly {
  from: number
  to: number
  sure: boolean
  bands: readonly (readonly [string, string])[]
}[] = [
  {
    from: 2019,
    to: 2020,
    sure: true,
    bands: [
      ['1000000', '0.05'],
      ['3000000', '0.10'],
    ],
  },
  {
    from: 2021,
    to: 2021,
    sure: false,
    bands: [
      ['1000000', '0.025'],
      ['3000000', '0.10'],
    ],
  },
  {
    from: 2022,
    to: 2022,
    sure: false,
    bands: [
      ['1000000', '0.025'],
      ['3000000', '0.05'],
    ],
  },
  { from: 2023, to: 2027, sure: true, bands: [['3000000', '0.05']] },
]

export const incomeTaxRules = {
  h01: head(
    'H01',
    'blocking',
    [
      '核定征收须同时满足：综试区注册并在平台登记、经综试区海关电商申报、无有效进货凭证且增值税消费税免税（2020年起）',
      'Assessment needs all: registered in a zone and on its platform, declared there, no valid voucher and exempt; from 2020',
    ],
    ['补齐条件，或按查账征收申报', 'Meet the conditions, or file by the accounts'],
    [read('2019#36', '一（一）至（三）')],
    { from: '2020-01-01' },
  ),
  h02: head(
    'H02',
    'warning',
    [
      '应税所得率统一为 4%，公告没有地方税率',
      'The assessed rate is 4 % everywhere; the announcement knows no local rates',
    ],
    ['按 4% 计算', 'Compute with 4 %'],
    [read('2019#36', '二')],
  ),
  h03: head(
    'H03',
    'info',
    ['符合条件的可享受小型微利企业优惠和免税收入', 'Small-profit relief and exempt income still apply'],
    ['按年度口径判断小型微利', 'Judge small profit by the year'],
    [read('2019#36', '四')],
  ),
  h04: head(
    'H04',
    'warning',
    [
      '部分业务有凭证或退税的，核定仍针对整个企业，须准确核算收入总额',
      'With some business under vouchers or refund, assessment still covers the enterprise; total revenue must be exact',
    ],
    ['向主管税务机关确认能否核定', 'Ask whether assessment is possible'],
    [read('2019#36', '二'), unsure('practice')],
  ),
  d18: head(
    'D18',
    'blocking',
    [
      '核定征收：应纳税所得额 = 收入总额 × 4%；小型微利按年度政策分段',
      'Taxable income = revenue x 4 %; small-profit bands by year',
    ],
    ['核对收入总额与年度', 'Check revenue and year'],
    [read('2019#36', '二、四'), unsure('2023#12')],
  ),
} as const
const r = incomeTaxRules

const bandsOf = (year: number) => smallProfitBands.find(({ from, to }) => year >= from && year <= to)

/** The tax on a taxable income; undefined for a year whose small-profit relief is not known. */
function taxOn(
  income: string,
  year: number,
  smallProfit: boolean,
): { tax: string; rates: string } | undefined {
  const known = bandsOf(year)
  if (smallProfit && !known) return undefined
  const top = known?.bands.at(-1)?.[0]
  if (!smallProfit || top === undefined || cmp(income, top) > 0)
    return { tax: mul(income, ORDINARY), rates: ORDINARY }
  let [tax, lower] = ['0', '0']
  for (const [upper, rate] of known!.bands) {
    const part = sub(cmp(income, upper) < 0 ? income : upper, lower)
    if (cmp(part, '0') > 0) tax = add(tax, mul(part, rate))
    lower = upper
  }
  return { tax, rates: known!.bands.map(([upper, rate]) => `≤${upper} ${rate}`).join('，') }
}

export const incomeTaxFormulas: readonly Formula<IncomeTaxGiven>[] = [
  {
    rule: r.d18.id,
    figure: 'taxableIncome',
    label: { zh: '应纳税所得额', en: 'Taxable income' },
    formula: { zh: '收入总额 × 4%', en: 'revenue x 4 %' },
    make: ({ revenue }) => ({
      value: cents(mul(revenue, ASSESSED)),
      inputs: () => [told('收入总额', 'revenue', revenue), told('应税所得率', 'assessed rate', ASSESSED)],
    }),
  },
  {
    rule: r.d18.id,
    figure: 'incomeTax',
    label: { zh: '应纳企业所得税', en: 'Income tax' },
    formula: { zh: '应纳税所得额 × 25%', en: 'taxable income x 25 %' },
    make: ({ year, smallProfit }, sheet) => {
      const income = sheet.value('taxableIncome')
      if (income === undefined || (smallProfit && !bandsOf(year))) return undefined
      const inputs = () => [sheet.input('taxableIncome'), told('税率', 'rate', ORDINARY)]
      return { value: cents(mul(income, ORDINARY)), inputs }
    },
  },
  {
    rule: r.h03.id,
    figure: 'incomeTax',
    label: { zh: '应纳企业所得税（小型微利）', en: 'Income tax (small profit)' },
    formula: { zh: '应纳税所得额按年度分段计算', en: 'by the bands of the year' },
    make: ({ year, smallProfit }, sheet) => {
      const income = sheet.value('taxableIncome')
      if (income === undefined || !smallProfit) return undefined
      const on = taxOn(income, year, true)
      if (!on) return undefined
      return {
        value: cents(on.tax),
        inputs: () => [sheet.input('taxableIncome'), told('分段税率', 'bands', on.rates)],
      }
    },
  },
]

type Check = RuleHead & { check(given: IncomeTaxGiven): Finding[] }

/** What of the conditions is known to fail, in words. */
function unmet(given: IncomeTaxGiven): { zh: string; en: string }[] {
  const failed: [boolean, string, string][] = [
    [given.year < 2020, '2020年起施行', 'in force from 2020'],
    [given.zoneRegistered === false, '未在综试区注册', 'not registered in a zone'],
    [given.platformRegistered === false, '未在平台登记', 'not on the platform'],
    [given.clearedAtZoneCustoms === false, '未经综试区海关申报', 'not declared at the customs of the zone'],
    [given.hasValidVoucher === true, '有有效进货凭证', 'there is a valid voucher'],
    [given.vatExempt === false, '未享受增值税、消费税免税', 'not exempt'],
  ]
  return failed.flatMap(([is, zh, en]) => (is ? [{ zh, en }] : []))
}

export const incomeTaxChecks: readonly Check[] = [
  {
    ...r.h01,
    check: (given) => {
      const missing = unmet(given)
      if (missing.length === 0) return []
      const message = {
        zh: `不符合核定征收：${missing.map(({ zh }) => zh).join('；')}`,
        en: `No assessment: ${missing.map(({ en }) => en).join('; ')}`,
      }
      return [raise(r.h01, { target: 'case', message })]
    },
  },
  {
    ...r.h02,
    check: ({ requestedRate }) =>
      requestedRate !== undefined && cmp(requestedRate, ASSESSED) !== 0
        ? [raise(r.h02, { target: 'case', field: 'requestedRate' })]
        : [],
  },
  {
    ...r.h03,
    check: ({ year, smallProfit }) => {
      if (!smallProfit || bandsOf(year)) return []
      const message = {
        zh: '{year} 年度的小型微利企业优惠未收录，未计算应纳企业所得税；按当年政策填列',
        en: 'The small-profit relief of {year} is not known here: no income tax is computed',
      }
      const params = { year: String(year) }
      return [raise(r.h03, { target: 'case', field: 'smallProfit', severity: 'warning', message, params })]
    },
  },
  { ...r.h04, check: ({ mixed }) => (mixed ? [raise(r.h04, { target: 'case', field: 'mixed' })] : []) },
]

export type IncomeTaxResult = {
  /** Absent while a condition is not answered. */
  eligible?: boolean
  assessedRate: string
  taxableIncome?: string
  incomeTax?: string
  figures: Explained[]
  findings: Finding[]
}

/** 核定征收: whether it applies, and the estimate. An enterprise that is known not to qualify gets no figures. */
export function assessedIncomeTax(
  given: IncomeTaxGiven,
  formulas: readonly Formula<IncomeTaxGiven>[] = incomeTaxFormulas,
  checks: readonly Check[] = incomeTaxChecks,
): IncomeTaxResult {
  const findings = checks.flatMap((rule) => rule.check(given))
  const barred = findings.some(({ rule }) => rule === r.h01.id)
  const answered = [
    given.zoneRegistered,
    given.platformRegistered,
    given.clearedAtZoneCustoms,
    given.hasValidVoucher,
    given.vatExempt,
  ].every((answer) => answer !== undefined)
  const sheet = barred ? undefined : compute(formulas, given)
  return {
    ...((barred || answered) && { eligible: !barred }),
    assessedRate: ASSESSED,
    ...sheet?.values,
    figures: sheet?.all() ?? [],
    findings,
  }
}
