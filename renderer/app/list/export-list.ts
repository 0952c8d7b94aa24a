import type { BookKind } from '#shared/model/enterprise'
import type { Language } from '#shared/model/text'
import type { GridColumn, GridRow } from '../../components/grid'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import type { BookPort, PageQuery } from '../../data/port'
import { eachPage } from './pages'

const letterWidth = 8

export type ListExport = {
  name: string
  book: BookKind
  language: Language
  columns: readonly GridColumn[]
  query: (offset: number, limit: number) => PageQuery
}

/** Columns whose text is a number and stays one in a sheet; everything else is text, so that codes keep their zeros. */
const isNumber = (column: GridColumn) => column.align === 'right'

/** Save exactly the rows of a list, in its order. Personal columns are not part of any list, so none is written. */
export async function exportList(
  port: BookPort,
  { name, book, language, columns, query }: ListExport,
): Promise<string | undefined> {
  async function* rows() {
    for await (const page of eachPage((offset, limit) => port.page(query(offset, limit))))
      yield (page.rows as unknown as GridRow[]).map((row) => columns.map((column) => textOf(column, row)))
  }
  const saved = await saveExcel(`${name}.xlsx`, [
    {
      name,
      ...practiceMark(book),
      columns: columns.map((column) => ({
        title: column.title[language],
        width: Math.max(8, Math.round(column.width / letterWidth)),
        kind: isNumber(column) ? 'number' : 'text',
      })),
      rows: rows(),
    },
  ])
  return saved?.shownPath
}

function textOf(column: GridColumn, row: GridRow): string {
  const value = row[column.key]
  // Grouped digits are for the eye; a sheet wants the number itself.
  if (isNumber(column)) return String(value ?? '')
  return column.format ? column.format(value, row) : String(value ?? '')
}
