import { printedTime } from '../../print/marks'
import { footer, watermark, type PrintContext } from '../../print/marks'
import type { Language } from '../../model/text'
import type { PrintDocument } from '../../print/document'
import { practiceMark, type BookKind } from '../../model/enterprise'
import type { ExportTable } from './table'

const pageWidth = 270
/** A row takes the lines its longest cell wraps to; a page holds about this many. */
const linesPerPage = 34
const unitsPerMm = 0.62
const [narrowest, widest] = [8, 44]

/** Chinese characters take two units. */
const unitsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 0)

/** Widths by what stands in the columns, together as wide as the page. */
function widthsOf({ columns, rows }: ExportTable): number[] {
  const wanted = columns.map(({ title }, at) =>
    Math.max(
      narrowest,
      Math.min(widest, Math.max(unitsOf(title), ...rows.map((row) => unitsOf(row[at] ?? '')))),
    ),
  )
  const all = wanted.reduce((sum, one) => sum + one, 0)
  return wanted.map((one) => Math.floor((one / all) * pageWidth))
}

function pagesOf(rows: readonly string[][], widths: readonly number[]): PrintDocument['pages'] {
  const pages: PrintDocument['pages'] = []
  let [part, used]: [string[][], number] = [[], 0]
  const close = () => {
    pages.push({ rows: part, subtotal: [] })
    ;[part, used] = [[], 0]
  }
  for (const row of rows) {
    const lines = Math.max(1, ...row.map((cell, at) => Math.ceil(unitsOf(cell) / (widths[at]! * unitsPerMm))))
    if (part.length > 0 && used + lines > linesPerPage) close()
    part.push(row)
    used += lines
  }
  if (part.length > 0 || pages.length === 0) close()
  return pages
}

/** A sheet of the cashier's room on A4: what stands above it, its rows, who printed it. Titles are those of the sheet. */
export function sheetPrint(
  table: ExportTable,
  book: BookKind,
  context: PrintContext,
  language: Language = 'zh',
): PrintDocument {
  const widths = widthsOf(table)
  const [title = table.sheet, ...above] = table.preamble
  const mark = watermark(book, false)
  const shown = mark !== undefined && language === 'en' ? `${mark} / ${practiceMark.en}` : mark
  return {
    title,
    ...(shown !== undefined && { watermark: shown }),
    facts: above.map((value) => ({ label: '', value })),
    columns: table.columns.map((column, at) => ({
      title: column.title,
      align: column.kind === 'text' ? 'left' : 'right',
      widthMm: widths[at]!,
    })),
    pages: pagesOf(table.rows, widths),
    totals: [],
    footer: footer(context, printedTime(context.now), language),
    landscape: true,
  }
}
