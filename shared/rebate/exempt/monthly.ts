import type { Text } from '../../model/text'
import { allocate, ExactSum, mul, sum } from '../../money/decimal'
import { assessedIncomeTax, type IncomeTaxResult } from '../amounts/assessed-income-tax'
import { pickRate, type FxAsk } from '../amounts/fx'
import { cents } from '../../rules/explain'
import type { LineTreatment } from '../treatment/treat'

/** An exempt export of a month. A cancellation, return or correction is a negative line that names what it takes back. */
export type ExemptLine = {
  /** 清单编号 or 报关单号 with the item. */
  source: string
  period: string
  exportDate: string
  amount: string
  currency: string
  country: string
  shop: string
  /** Several shops in one line: what each sold of it, in its currency. */
  shares?: readonly { shop: string; amount: string }[]
  treatment: Pick<LineTreatment, 'treatment' | 'decidedBy' | 'note'>
  /** VAT of the purchase that is turned out of input, where the goods were bought with a special invoice. */
  inputTax?: string
  corrects?: string
  /** Period in which it was declared before; such a line is never counted again. */
  declaredIn?: string
}

/** A figure and the line of the VAT return it goes to. The places are 口径待确认 until an accountant has confirmed them. */
export type ReturnFigure = { id: string; label: Text; place: Text; confirmed: boolean; value: string }

export type ExemptMonth = {
  period: string
  /** `decided`: the law leaves it open (口径待确认), the enterprise declares it exempt on a reason of its own. */
  rows: (ExemptLine & { cny: string; fxRate: string; fxDate?: string; decided?: true })[]
  /** Lines without exchange rate stop the month: their sums would be wrong. */
  missingRates: { source: string; currency: string; day: string }[]
  /** Lines that were declared in another period, or are not exempt. */
  left: { source: string; why: Text; open?: true }[]
  byCountry: { name: string; cny: string }[]
  byShop: { name: string; cny: string }[]
  figures: ReturnFigure[]
  incomeTax: IncomeTaxResult
}

const group = (rows: ExemptMonth['rows'], of: 'country' | 'shop') => {
  const sums = new Map<string, ExactSum>()
  const put = (name: string, cny: string) => {
    const known = sums.get(name) ?? new ExactSum()
    known.add(cny)
    sums.set(name, known)
  }
  for (const row of rows) {
    const { shares = [] } = row
    if (of === 'country' || shares.length === 0) put(row[of], row.cny)
    else {
      const parts = allocate(
        row.cny,
        shares.map(({ amount }) => amount),
        2,
      )
      shares.forEach(({ shop }, at) => put(shop, parts[at]!))
    }
  }
  return [...sums]
    .map(([name, total]) => ({ name, cny: cents(total.toString()) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Rules that end in an open question about exports without invoice or in simplified form: exempt or taxed from 2026. */
const openQuestions: readonly (string | undefined)[] = ['RB-B13', 'RB-B15']

const isOpenQuestion = ({ treatment, decidedBy }: ExemptLine['treatment']): boolean =>
  treatment === 'needs-confirmation' && openQuestions.includes(decidedBy)

/**
 * 免税申报 of one 所属期 (YYYYMM): what is exempt, in CNY at the rate of its own day, once. The sum of the groups, the lines
 * and the figure of the return are the same number.
 * @param openAsExempt the enterprise declares exempt what the law leaves open (口径待确认); such rows are marked
 */
export function exemptMonth(
  period: string,
  lines: readonly ExemptLine[],
  fx: Omit<FxAsk, 'exportDate'>,
  income: { smallProfit?: boolean; revenueSoFar?: string } = {},
  openAsExempt = false,
): ExemptMonth {
  const rows: ExemptMonth['rows'] = []
  const missingRates: ExemptMonth['missingRates'] = []
  const left: ExemptMonth['left'] = []
  for (const line of lines) {
    if (line.period !== period) continue
    if (line.declaredIn !== undefined && line.declaredIn !== period) {
      left.push({
        source: line.source,
        why: { zh: `已在 ${line.declaredIn} 申报`, en: `Declared in ${line.declaredIn}` },
      })
      continue
    }
    const open = isOpenQuestion(line.treatment)
    if (line.treatment.treatment !== 'exempt' && !(open && openAsExempt)) {
      left.push({ source: line.source, why: line.treatment.note, ...(open && { open: true as const }) })
      continue
    }
    const rate = pickRate(line.currency, { ...fx, exportDate: line.exportDate })
    if (!rate) {
      missingRates.push({ source: line.source, currency: line.currency, day: line.exportDate })
      continue
    }
    const cny = cents(mul(line.amount, rate.rate))
    rows.push({
      ...line,
      cny,
      fxRate: rate.rate,
      ...(rate.date !== undefined && { fxDate: rate.date }),
      ...(open && { decided: true as const }),
    })
  }
  const sales = cents(sum(rows.map(({ cny }) => cny)))
  const turned = cents(sum(rows.map(({ inputTax = '0' }) => inputTax)))
  const revenue = sum([sales, income.revenueSoFar ?? '0'])
  return {
    period,
    rows,
    missingRates,
    left,
    byCountry: group(rows, 'country'),
    byShop: group(rows, 'shop'),
    figures: [
      {
        id: 'exemptSales',
        label: { zh: '免税出口销售额', en: 'Exempt export sales' },
        place: { zh: '主表 免税销售额（出口免税）', en: 'main form, exempt sales' },
        confirmed: false,
        value: sales,
      },
      {
        id: 'inputTurnedOut',
        label: { zh: '免税货物进项税额转出', en: 'Input of exempt goods turned out' },
        place: { zh: '附列资料（二） 免税项目用', en: 'schedule 2, for exempt items' },
        confirmed: false,
        value: turned,
      },
    ],
    incomeTax: assessedIncomeTax({
      year: Number(period.slice(0, 4)),
      revenue,
      ...(income.smallProfit !== undefined && { smallProfit: income.smallProfit }),
    }),
  }
}

/** Tick 已申报: the rows of a month carry it from now on. A line of another month, or one that carries one already, stays. */
export const markDeclared = (month: ExemptMonth, lines: readonly ExemptLine[]): ExemptLine[] => {
  const taken = new Set(month.rows.map(({ source }) => source))
  return lines.map((line) =>
    line.period === month.period && taken.has(line.source) && line.declaredIn === undefined
      ? { ...line, declaredIn: month.period }
      : line,
  )
}

/** 视同内销 and 转内销: taxed lines with the day their tax falls due, the 15th of the month after (口径待确认). */
export const taxedDue = (
  lines: readonly { source: string; taxedOn: string; outputVat: string }[],
): { source: string; outputVat: string; due: string; certain: false }[] =>
  lines.map(({ source, taxedOn, outputVat }) => {
    const month = Number(taxedOn.slice(5, 7))
    const year = Number(taxedOn.slice(0, 4)) + (month === 12 ? 1 : 0)
    return {
      source,
      outputVat,
      due: `${year}-${String((month % 12) + 1).padStart(2, '0')}-15`,
      certain: false,
    }
  })
