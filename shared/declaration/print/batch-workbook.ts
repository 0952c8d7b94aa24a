import type { CodeBook } from '../../codes/book'
import type { Enterprise } from '../../model/enterprise'
import { batchFacts, type Batch } from './batch-sheet'
import { printedTime } from '../../print/marks'
import { batchColumns, batchTitle, batchTotals, type BatchColumn } from './batch-table'
import { footer, watermark, type PrintContext } from '../../print/marks'

/**
 * The 出口清单批次表 for Excel. Cells are text as printed; `kind` says which columns are written as numbers: codes
 * stay text, or Excel would round 18-digit numbers and drop zeros.
 */
export type BatchWorkbook = {
  sheet: string
  /** First line of the sheet when it has no force: 演练 or draft. */
  mark?: string
  facts: { label: string; value: string }[]
  columns: { title: string; kind: BatchColumn['kind'] }[]
  rows: string[][]
  totals: { label: string; value: string }[]
  footer: string
}

export function batchWorkbook(
  batch: Batch,
  enterprise: Enterprise,
  book: CodeBook,
  context: PrintContext,
): BatchWorkbook {
  const mark = watermark(enterprise.book, batch.batchNo === '')
  return {
    sheet: batchTitle(batch.rows),
    ...(mark !== undefined && { mark }),
    facts: batchFacts(batch, enterprise, book),
    columns: batchColumns.map(({ title, kind }) => ({ title, kind })),
    rows: batch.rows.map((row, at) => batchColumns.map((column) => column.value(row, at, book))),
    totals: batchTotals(batch.rows, book),
    footer: footer(context, printedTime(context.now)),
  }
}
