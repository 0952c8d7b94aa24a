import type { RawRow } from '../../import/rows'
import { cmp, div } from '../../money/decimal'
import { headerColumns } from '../headings'
import { type fxKinds, type FxRateRow } from '../amounts/fx'
import { dayOf, numberOf } from './cells'
import { noTable, refusal, type Refusal } from './refusal'

const headings = {
  currency: ['币种', '货币', '货币代码', 'currency'],
  date: ['日期', '发布日期', '生效日期', 'date'],
  rate: ['中间价', '人民币汇率中间价', '汇率', '折算率', '现汇买入价', 'rate'],
  /** Foreign units the quotation is for: 100 in many tables. */
  per: ['单位', '每单位', 'unit'],
} as const

/** Names of currencies as the tables of the central bank write them. */
const names: Readonly<Record<string, string>> = {
  美元: 'USD',
  欧元: 'EUR',
  日元: 'JPY',
  港元: 'HKD',
  港币: 'HKD',
  英镑: 'GBP',
  澳元: 'AUD',
  加元: 'CAD',
  新加坡元: 'SGD',
  瑞士法郎: 'CHF',
  韩元: 'KRW',
}

/** Exchange rates of a sheet; `kind` and `source` are said by the officer, because no file says what its rates are for. */
export function readFxRows(
  rows: readonly RawRow[],
  kind: (typeof fxKinds)[number],
  source: string,
): { rates: FxRateRow[]; refused: Refusal[] } {
  const header = headerColumns(rows, headings, ['currency', 'date', 'rate'])
  if (!header) return { rates: [], refused: [noTable(['币种', '日期', '汇率'])] }
  const rates: FxRateRow[] = []
  const refused: Refusal[] = []
  for (const { row, cells } of rows) {
    if (row <= header.row || cells.every((cell) => cell.trim() === '')) continue
    const at = (field: keyof typeof headings) => (cells[header.columns.get(field) ?? -1] ?? '').trim()
    const name = at('currency').normalize('NFKC').replace(/^\d+/, '').toUpperCase()
    const currency = names[name] ?? name
    const [date, rate, per] = [dayOf(at('date')), numberOf(at('rate')), numberOf(at('per') || '1')]
    const wrong: [keyof typeof headings, boolean][] = [
      ['currency', !/^[A-Z]{3}$/.test(currency)],
      ['date', date === undefined],
      ['rate', rate === undefined || cmp(rate, '0') <= 0],
      ['per', per === undefined || cmp(per, '0') <= 0],
    ]
    const bad = wrong.filter(([, is]) => is)
    for (const [field] of bad) {
      refused.push(
        refusal(
          { row, field, value: at(field) },
          ['这一行汇率不能用', 'This rate is not taken'],
          ['需要币种、日期和大于 0 的汇率', 'It needs a currency, a day and a rate above 0'],
          ['改正后重新导入', 'Correct it and import again'],
        ),
      )
    }
    if (bad.length === 0) rates.push({ kind, currency, date: date!, rate: div(rate!, per!, 8), source })
  }
  return { rates, refused }
}
