import { readCurrency } from '../../table/clean/currency'
import { readDecimal } from '../../table/clean/number'
import type { RawRow } from '../../table/rows'
import type { RowError } from '../../model/import-report'
import { cmp, div } from '../../money/decimal'
import type { MonthRate } from '../../model/forex/common'
import { columnsIn } from './columns'
import { rateProblem } from './rate-problems'

/** SAFE's 《各种货币对美元折算率表》 of one month as it was imported. */
export type SafeTable = { source: string; month: string; rates: MonthRate[] }

/** The table's headings as offices pass it on; the official file was not seen (口径待确认), others are mapped. */
const headings = {
  currency: ['货币代码', '币种代码', '币种', '货币', '货币名称', 'currency', 'code'],
  rate: ['对美元折算率', '折算率', '美元折算率', '折美元', 'usdperunit', 'rate'],
  per: ['单位', '货币单位', '每单位', 'unit'],
  month: ['月份', '年月', '日期', 'month', 'date'],
} as const
type Field = keyof typeof headings
export type SafeMapping = Partial<Record<Field, string>>

/** Digits of a rate that is stated for more than one unit. */
const PLACES = 12

const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

/** 2026年10月, 2026-10, 202610, 2026-10-08 as 2026-10; undefined for what names no month. */
export function monthOf(text: string): string | undefined {
  const named = /(?<!\d)(\d{4})(?:\s*[-/.年]\s*(\d{1,2})|(\d{2})(?:\d{2})?)(?!\d)/.exec(
    text.normalize('NFKC'),
  )
  const [, year = '', apart, joined = ''] = named ?? []
  const found = `${year}-${(apart ?? joined).padStart(2, '0')}`
  return isMonth(found) ? found : undefined
}

/** A number above zero; undefined for anything else. */
export function positiveNumber(text: string): string | undefined {
  const reading = readDecimal(text, 'point')
  return 'value' in reading && cmp(reading.value, '0') > 0 ? reading.value : undefined
}

/**
 * 折算率 of a month from a sheet. The month is told, or stands in a column or above the table; where two are stated nothing
 * is taken. A table in which one dollar is not one dollar is of another kind and refused whole.
 * @param source where the table comes from, in words; kept with every use
 */
export function readSafeRates(
  rows: readonly RawRow[],
  { source, month: told, map = {} }: { source: string; month?: string; map?: SafeMapping },
): { table?: SafeTable; problems: RowError[] } {
  const named = (field: Field): readonly string[] => {
    const own = map[field]
    return own === undefined ? headings[field] : [own]
  }
  const names = { currency: named('currency'), rate: named('rate'), per: named('per'), month: named('month') }
  const found = columnsIn(rows, names, ['currency', 'rate'])
  if (!found) return { problems: [rateProblem('rate.no-table', 0, '', '货币代码、对美元折算率')] }
  const texts = [
    ...found.above.flatMap(({ cells }) => cells),
    ...found.rows.map(({ get }) => get('month')),
    ...(told === undefined ? [] : [told]),
  ]
  const months = [...new Set(texts.flatMap((text) => monthOf(text) ?? []))]
  const [month] = months
  if (month === undefined) return { problems: [rateProblem('rate.no-month', 0)] }
  if (months.length > 1) return { problems: [rateProblem('rate.months-differ', 0, '', months.join('、'))] }

  const rates = new Map<string, MonthRate>()
  const problems: RowError[] = []
  for (const { row, get } of found.rows) {
    const currency = readCurrency(get('currency'))
    const [rate, per] = [positiveNumber(get('rate')), positiveNumber(get('per') || '1')]
    if (currency === undefined) problems.push(rateProblem('rate.row', row, '币种', get('currency')))
    if (rate === undefined) problems.push(rateProblem('rate.row', row, '折算率', get('rate')))
    if (per === undefined) problems.push(rateProblem('rate.row', row, '单位', get('per')))
    if (currency === undefined || rate === undefined || per === undefined) continue
    const usdPerUnit = per === '1' ? rate : div(rate, per, PLACES)
    const before = rates.get(currency)
    if (!before) rates.set(currency, { currency, month, usdPerUnit })
    else if (cmp(before.usdPerUnit, usdPerUnit) !== 0) {
      problems.push(rateProblem('rate.twice', row, '币种', currency))
    }
  }
  // A dollar that is not one, or a yuan worth more than a dollar: quoted against the yuan, so not this table.
  const odd = [...rates.values()].find(({ currency, usdPerUnit }) =>
    currency === 'USD' ? cmp(usdPerUnit, '1') !== 0 : currency === 'CNY' && cmp(usdPerUnit, '1') >= 0,
  )
  if (odd) return { problems: [rateProblem('rate.other-kind', 0, '', `${odd.currency} ${odd.usdPerUnit}`)] }
  return { table: { source, month, rates: [...rates.values()] }, problems }
}
