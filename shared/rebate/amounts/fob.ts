import { div, mul, sub, add, isZero } from '../../money/decimal'
import { raise, type Finding } from '../../rules/rule'
import { head, house, read, unsure } from '../cite'
import type { FeeItem, TradeTerms } from '../../model/rebate/common'
import {
  cents,
  compute,
  computeValues,
  given as told,
  type Explained,
  type Formula,
  type Input,
  type Values,
} from '../../rules/explain'
import { pickRate, type FxPolicy, type FxRate } from './fx'

export type FobGiven = {
  tradeTerms: TradeTerms
  amount: string
  currency: string
  freight?: FeeItem | undefined
  insurance?: FeeItem | undefined
  other?: FeeItem | undefined
  inlandCost?: FeeItem | undefined
  exportDate?: string | undefined
  fxPolicy?: FxPolicy | undefined
  rates?: readonly FxRate[] | undefined
}

/** FOB in the currency of the sale, in CNY and in USD, and the rate of that currency. */
export type FobValues = {
  fob?: string
  fobCny?: string
  fobUsd?: string
  fxRate?: string
  findings: Finding[]
}
export type FobResult = FobValues & { figures: Explained[] }

const PLACES = 12

export const c10 = head(
  'C10',
  'blocking',
  [
    '离岸价：CIF 减运费、保费、杂费；C&F 减运费；C&I 减保费；EXW 加国内费用（EXW 待确认）',
    'FOB: CIF less freight, insurance and charges; C&F less freight; C&I less insurance; EXW plus inland cost',
  ],
  ['运保杂费按总价填列；费率、单价的先折成总价', 'Give the fees as totals'],
  [house('practice'), unsure('practice', 'EXW')],
)
export const c11 = head(
  'C11',
  'blocking',
  [
    '运保杂费币种与成交币种不同的，各按自己的汇率折算后扣除（实务做法，未见文件规定）',
    'Fees in another currency are converted each at its own rate before they are deducted (practice, no document seen)',
  ],
  ['补该币种的汇率', 'Bring the rate of that currency'],
  [unsure('practice')],
)
export const c12 = head(
  'C12',
  'blocking',
  [
    '人民币折算：销售额发生当日或当月 1 日的中间价，事先确定，一年内不变',
    'Conversion at the central parity of the day of sale or of the first of the month, chosen ahead for 12 months',
  ],
  ['补该日、该币种的人民币汇率中间价', 'Bring the central parity of that day and currency'],
  [
    read('regulation', '十七', { from: '2026-01-01' }),
    unsure('practice', '暂行条例实施细则 十五', { to: '2025-12-31' }),
  ],
)
export const c13 = head(
  'C13',
  'info',
  [
    '申报表填美元离岸价：非美元成交的经人民币或美元牌价折算，两个汇率都保留',
    'The forms want FOB in USD: other currencies are converted through CNY, both rates kept',
  ],
  ['补美元汇率', 'Bring the USD rate'],
  [unsure('form')],
)

/** Which fees a term has in it, and the sign they enter with. */
export const feesOf: Readonly<
  Record<TradeTerms, readonly ['freight' | 'insurance' | 'other' | 'inlandCost', 1 | -1][]>
> = {
  FOB: [],
  CIF: [
    ['freight', -1],
    ['insurance', -1],
    ['other', -1],
  ],
  'C&F': [['freight', -1]],
  'C&I': [['insurance', -1]],
  EXW: [['inlandCost', 1]],
}
export const feeNames = {
  freight: ['运费', 'freight'],
  insurance: ['保费', 'insurance'],
  other: ['杂费', 'charges'],
  inlandCost: ['国内费用', 'inland cost'],
} as const

/** A fee in the currency of the sale, unrounded, with the rates it took; a text says why it cannot be had. */
function inSaleCurrency(
  fee: FeeItem,
  given: FobGiven,
): { amount: string; rates?: readonly [own: FxRate, sale: FxRate] } | { missing: 'mark' | string } {
  if (isZero(fee.value)) return { amount: '0' }
  if (fee.mark !== '3') return { missing: 'mark' }
  if (fee.currency === given.currency) return { amount: fee.value }
  const [own, sale] = [pickRate(fee.currency, given), pickRate(given.currency, given)]
  if (!own) return { missing: fee.currency }
  if (!sale) return { missing: given.currency }
  return { amount: div(mul(fee.value, own.rate), sale.rate, PLACES), rates: [own, sale] }
}

export const fobFormulas: readonly Formula<FobGiven>[] = [
  {
    rule: c10.id,
    figure: 'fob',
    label: { zh: '离岸价', en: 'FOB' },
    formula: { zh: '成交总价 ∓ 运费、保费、杂费', en: 'total -/+ freight, insurance, charges' },
    make: (given) => {
      let value = given.amount
      for (const [name, sign] of feesOf[given.tradeTerms]) {
        const fee = given[name]
        if (!fee) continue
        const part = inSaleCurrency(fee, given)
        if ('missing' in part) return undefined
        value = sign > 0 ? add(value, part.amount) : sub(value, part.amount)
      }
      return {
        value: cents(value),
        inputs() {
          return [totalInput(given), ...feeInputs(given)]
        },
      }
    },
  },
  {
    rule: c12.id,
    figure: 'fobCny',
    label: { zh: '人民币离岸价', en: 'FOB in CNY' },
    formula: { zh: '离岸价 × 汇率', en: 'FOB x rate' },
    make: (given, sheet) => {
      const rate = pickRate(given.currency, given)
      const fob = sheet.value('fob')
      if (!rate || fob === undefined) return undefined
      return {
        value: cents(mul(fob, rate.rate)),
        inputs() {
          return [sheet.input('fob'), rateInput(given.currency, rate)]
        },
      }
    },
  },
  {
    rule: c13.id,
    figure: 'fobUsd',
    label: { zh: '美元离岸价', en: 'FOB in USD' },
    formula: { zh: '离岸价 × 汇率 ÷ 美元汇率', en: 'FOB x rate / USD rate' },
    make: (given, sheet) => {
      const fob = sheet.value('fob')
      if (fob === undefined) return undefined
      if (given.currency === 'USD') {
        return {
          value: cents(fob),
          inputs() {
            return [sheet.input('fob')]
          },
        }
      }
      const [own, usd] = [pickRate(given.currency, given), pickRate('USD', given)]
      if (!own || !usd) return undefined
      return {
        value: cents(div(mul(fob, own.rate), usd.rate, PLACES)),
        inputs: () => [sheet.input('fob'), rateInput(given.currency, own), rateInput('USD', usd)],
      }
    },
  },
]

const totalInput = ({ tradeTerms, amount }: FobGiven): Input =>
  told(`成交总价（${tradeTerms}）`, `total (${tradeTerms})`, amount)

/** The fees that went into an FOB, each as it was converted. */
const feeInputs = (given: FobGiven): Input[] =>
  feesOf[given.tradeTerms].flatMap(([name]) => {
    const fee = given[name]
    const part = fee && inSaleCurrency(fee, given)
    if (!part || 'missing' in part) return []
    const [zh, en] = feeNames[name]
    const [ofZh, ofEn] = shareOfWhole(fee)
    const inZh = `${ofZh}${byRates(fee, part.rates, '（', '）')}`
    const inEn = `${ofEn}${byRates(fee, part.rates, ' (', ')')}`
    return [told(`${zh}${inZh}`, `${en}${inEn}`, part.amount)]
  })

/** How a fee in another currency became one of the sale: its sum, and the quotations it was converted by. */
function byRates(
  fee: FeeItem,
  rates: readonly [own: FxRate, sale: FxRate] | undefined,
  open: string,
  close: string,
): string {
  if (!rates) return ''
  const [own, sale] = rates.map(({ currency, date, rate }) => `${currency} ${rate}${date ? ` ${date}` : ''}`)
  return `${open}${fee.value} ${fee.currency} × ${own} ÷ ${sale}${close}`
}

/** That a fee is the share of one item of what the 报关单 states. */
const shareOfWhole = ({ whole, currency }: FeeItem): [zh: string, en: string] =>
  whole === undefined
    ? ['', '']
    : [
        `（整票 ${whole} ${currency} 按各项总价分摊）`,
        ` (of ${whole} ${currency} in all, by the totals of the items)`,
      ]

const rateInput = (currency: string, { rate, date }: FxRate): Input =>
  told(`${currency} 汇率${date ? `（${date}）` : ''}`, `${currency} rate${date ? ` (${date})` : ''}`, rate)

/** FOB in the currency of the sale, in CNY and in USD. What cannot be computed is absent and said why. */
export function fobOf(
  given: FobGiven,
  rules: readonly Formula<FobGiven>[] = fobFormulas,
  checks: readonly Check[] = fobChecks,
): FobResult {
  const sheet = compute(rules, given)
  return { ...judged(given, sheet.values, checks), figures: sheet.all() }
}

/** What `fobOf` comes to, without how each figure was made. */
export const fobValues = (given: FobGiven): FobValues =>
  judged(given, computeValues(fobFormulas, given), fobChecks)

function judged(given: FobGiven, { fob, fobCny, fobUsd }: Values, checks: readonly Check[]): FobValues {
  const found: FobValues = { findings: [] }
  if (fob !== undefined) found.fob = fob
  if (fobCny !== undefined) found.fobCny = fobCny
  if (fobUsd !== undefined) found.fobUsd = fobUsd
  const rate = pickRate(given.currency, given)
  if (rate) found.fxRate = rate.rate
  for (const { check } of checks) for (const one of check(given)) found.findings.push(one)
  return found
}

type Check = { rule: string; check(given: FobGiven): Finding[] }

/** Fees of the terms that cannot be deducted, and why. */
const stuck = (given: FobGiven) =>
  feesOf[given.tradeTerms].flatMap(([name]) => {
    const fee = given[name]
    const part = fee && inSaleCurrency(fee, given)
    return part && 'missing' in part ? [{ name, missing: part.missing }] : []
  })

export const fobChecks: readonly Check[] = [
  {
    rule: c10.id,
    check: (given) =>
      stuck(given).flatMap(({ name, missing }) => {
        if (missing !== 'mark') return []
        const [zh, en] = feeNames[name]
        const message = {
          zh: `${zh}按费率或单价申报，须先折成总价`,
          en: `${en} is declared as a rate or unit price; give it as a total`,
        }
        return [raise(c10, { target: 'case', field: name, message })]
      }),
  },
  {
    rule: c10.id,
    check: (given) => {
      const { other, tradeTerms: terms } = given
      if (!other || isZero(other.value) || feesOf[terms].some(([name]) => name === 'other')) return []
      const message = {
        zh: '{terms} 的离岸价公式不减杂费，杂费 {value} {currency} 没有扣除（口径待确认）',
        en: 'FOB of {terms} knows no other charges: {value} {currency} is not deducted (to be confirmed)',
      }
      const params = { terms, value: other.value, currency: other.currency }
      return [raise(c10, { target: 'case', field: 'other', severity: 'info', message, params })]
    },
  },
  {
    rule: c11.id,
    check: (given) =>
      stuck(given).flatMap(({ name, missing }) => {
        if (missing === 'mark') return []
        const [zh, en] = feeNames[name]
        const message = { zh: `${zh}缺 {currency} 汇率`, en: `${en}: no rate for {currency}` }
        return [raise(c11, { target: 'case', field: name, message, params: { currency: missing } })]
      }),
  },
  {
    rule: c12.id,
    check: (given) => {
      if (given.rates === undefined || pickRate(given.currency, given)) return []
      const message = { zh: '缺 {currency} {day} 的汇率', en: 'No rate for {currency} on {day}' }
      const month = `${given.exportDate?.slice(0, 7) ?? ''}-01`
      const day = given.fxPolicy === 'monthFirst' ? month : (given.exportDate ?? '')
      return [
        raise(c12, { target: 'case', field: 'rates', message, params: { currency: given.currency, day } }),
      ]
    },
  },
]
