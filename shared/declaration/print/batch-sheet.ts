import type { CodeBook } from '../../codes/book'
import type { PrintDocument } from '../../print/document'
import type { Enterprise } from '../../model/enterprise'
import { batchColumns, batchTitle, batchTotals, subtotal, type BatchRow } from './batch-table'
import { footer, printedTime, watermark, type PrintContext } from '../../print/marks'
import { namedCode } from '../../print/named-code'

/** Rows of a landscape A4 page under its heading, facts and subtotal. */
const ROWS_PER_PAGE = 22

export type Batch = {
  /** The enterprise's name for the batch, as the officer knows it; '' before it was queued. */
  batchNo: string
  rows: readonly BatchRow[]
}

/** 出口清单批次表 for print; the numbers are the same as in the Excel sheet, because both read `batchColumns`. */
export function batchSheet(
  batch: Batch,
  enterprise: Enterprise,
  book: CodeBook,
  context: PrintContext,
): PrintDocument {
  const mark = watermark(enterprise.book, batch.batchNo === '')
  const cells = batch.rows.map((row, at) => batchColumns.map((column) => column.value(row, at, book)))
  const pages = []
  for (let at = 0; at === 0 || at < cells.length; at += ROWS_PER_PAGE) {
    pages.push({
      rows: cells.slice(at, at + ROWS_PER_PAGE),
      subtotal: subtotalCells(batch.rows.slice(at, at + ROWS_PER_PAGE)),
    })
  }
  return {
    title: batchTitle(batch.rows),
    ...(mark !== undefined && { watermark: mark }),
    facts: batchFacts(batch, enterprise, book),
    columns: batchColumns.map(({ title, kind, widthMm }) => ({
      title,
      widthMm,
      align: kind === 'text' ? 'left' : 'right',
    })),
    pages,
    totals: batchTotals(batch.rows, book),
    footer: footer(context, printedTime(context.now)),
    landscape: true,
  }
}

/** Head of the batch: what is the same for its lists, or every value that occurs. */
export function batchFacts(
  { batchNo, rows }: Batch,
  enterprise: Enterprise,
  book: CodeBook,
): { label: string; value: string }[] {
  const heads = rows.map(({ list }) => list.documents.inventory.head)
  const all = (name: string, show: (value: string) => string = (value) => value) =>
    [...new Set(heads.map((head) => head[name] ?? '').filter(Boolean))].map(show).join('、')
  const district = (code: string) => namedCode(book, 'district', code)
  return [
    { label: '企业', value: `${enterprise.name}（${enterprise.customsCode} / ${enterprise.uscc}）` },
    { label: '批次号', value: batchNo || '未入队' },
    { label: '模式', value: all('tradeMode', (code) => namedCode(book, 'supervision-mode', code)) },
    { label: '申报地', value: all('customsCode', district) },
    { label: '口岸', value: all('portCode', district) },
    { label: '提运单', value: all('billNo') || '—' },
    { label: '总包', value: all('totalPackageNo') || '—' },
  ]
}

function subtotalCells(rows: readonly BatchRow[]): string[] {
  const { pieces, gross, net, byCurrency } = subtotal(rows)
  const money = [...byCurrency].map(([currency, amount]) => `${currency} ${amount}`).join(' ')
  const byTitle: Readonly<Record<string, string>> = {
    序号: '小计',
    件数: pieces,
    '毛重 kg': gross,
    '净重 kg': net,
    金额: money,
  }
  return batchColumns.map(({ title }) => byTitle[title] ?? '')
}
