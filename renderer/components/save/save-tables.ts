import type { BookKind } from '#shared/model/enterprise'
import type { ExportTable } from '#shared/rebate/tables/table'
import { practiceMark } from './practice-mark'
import { saveExcel } from './save-excel'
import type { Saved } from './save-file'

/** Width of a column by what stands in it. */
const widths = { text: 24, whole: 8, amount: 16, quantity: 14 } as const
/** Excel allows no longer name of a sheet. */
const LONGEST_SHEET_NAME = 31

/** Write tables of a pre-check to an .xlsx, a sheet each; a 演练 book marks every one of them. */
export function saveTables(
  name: string,
  tables: readonly ExportTable[],
  book: BookKind,
): Promise<Saved | undefined> {
  const mark = practiceMark(book).preamble ?? []
  return saveExcel(
    `${name}.xlsx`,
    tables.map(({ sheet, preamble, columns, rows }) => ({
      name: sheet.slice(0, LONGEST_SHEET_NAME),
      preamble: [...mark, ...preamble],
      columns: columns.map(({ title, kind }) => ({
        title,
        width: widths[kind],
        kind: kind === 'amount' || kind === 'quantity' ? ('number' as const) : ('text' as const),
      })),
      rows,
    })),
  )
}
