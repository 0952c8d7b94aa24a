import type { CodeBook } from '../../codes/book'
import { ExactSum, toFixed } from '../../money/decimal'
import { minorDigits } from '../../money/currency'
import type { DeclarationList } from '../../model/list'
import { directionOf } from '../../model/mode'
import { namedCode } from '../../print/named-code'

/** One 清单 with where it stands in words, raw code included, and since when (as shown). */
export type BatchRow = { list: DeclarationList; state: string; at: string }

/** A column of the 出口清单批次表; `text` columns are codes and stay text in Excel. */
export type BatchColumn = {
  title: string
  kind: 'text' | 'whole' | 'amount' | 'weight'
  widthMm: number
  value(row: BatchRow, at: number, book: CodeBook): string
}

const text = (title: string, widthMm: number, value: BatchColumn['value']): BatchColumn => ({
  title,
  kind: 'text',
  widthMm,
  value,
})

/** The same columns in print and in Excel. */
export const batchColumns: readonly BatchColumn[] = [
  { title: '序号', kind: 'whole', widthMm: 9, value: (_, at) => String(at + 1) },
  text('企业唯一编号 copNo', 34, ({ list }) => list.copNo),
  text('电子口岸编号 preNo', 28, ({ list }) => list.preNo ?? ''),
  text('清单编号 invtNo', 30, ({ list }) => list.invtNo ?? ''),
  text('订单号', 26, ({ list }) => list.orderNo),
  text('运单号', 28, ({ list }) => list.logisticsNo),
  text('运抵国', 17, ({ list }, _, book) => {
    const country = namedCode(book, 'country', list.country)
    return directionOf(list.tradeMode) === 'import' ? `自 ${country}` : country
  }),
  { title: '件数', kind: 'whole', widthMm: 9, value: ({ list }) => String(list.pieces) },
  { title: '毛重 kg', kind: 'weight', widthMm: 15, value: ({ list }) => toFixed(list.grossWeight, 3) },
  { title: '净重 kg', kind: 'weight', widthMm: 15, value: ({ list }) => toFixed(list.netWeight, 3) },
  text('币制', 10, ({ list }) => list.currency),
  {
    title: '金额',
    kind: 'amount',
    widthMm: 18,
    value: ({ list }) => toFixed(list.amount, minorDigits(list.currency)),
  },
  text('状态', 20, ({ state }) => state),
  text('时间', 24, ({ at }) => at),
]

/** What a batch is called: of one direction by its name. */
export function batchTitle(rows: readonly BatchRow[]): string {
  const directions = new Set(rows.map(({ list }) => directionOf(list.tradeMode)))
  if (directions.size > 1) return '进出口清单批次表'
  return directions.has('import') ? '进口清单批次表' : '出口清单批次表'
}

export type Subtotal = { pieces: string; gross: string; net: string; byCurrency: Map<string, string> }

/** Pieces, weights, and amounts per currency: amounts of different currencies are never added. */
export function subtotal(rows: readonly BatchRow[]): Subtotal {
  const [pieces, gross, net] = [new ExactSum(), new ExactSum(), new ExactSum()]
  const sums = new Map<string, ExactSum>()
  for (const { list } of rows) {
    pieces.add(String(list.pieces))
    gross.add(list.grossWeight)
    net.add(list.netWeight)
    const sum = sums.get(list.currency) ?? new ExactSum()
    sum.add(list.amount)
    sums.set(list.currency, sum)
  }
  const byCurrency = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    pieces: pieces.toString(),
    gross: toFixed(gross.toString(), 3),
    net: toFixed(net.toString(), 3),
    byCurrency: new Map(
      byCurrency.map(([currency, sum]) => [currency, toFixed(sum.toString(), minorDigits(currency))]),
    ),
  }
}

/** Totals of the whole table: per currency, and per country and currency. */
export function batchTotals(rows: readonly BatchRow[], book: CodeBook): { label: string; value: string }[] {
  const line = (group: readonly BatchRow[]) => {
    const { pieces, gross, net, byCurrency } = subtotal(group)
    const money = [...byCurrency].map(([currency, amount]) => `${currency} ${amount}`).join('　')
    return `${group.length} 票　${pieces} 件　毛重 ${gross} kg　净重 ${net} kg　${money}`
  }
  const groups = new Map<string, BatchRow[]>()
  for (const row of rows) groups.set(row.list.country, [...(groups.get(row.list.country) ?? []), row])
  return [
    { label: '合计', value: line(rows) },
    ...[...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([country, group]) => ({ label: namedCode(book, 'country', country), value: line(group) })),
  ]
}
