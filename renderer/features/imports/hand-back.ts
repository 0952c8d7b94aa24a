import { errorSheet } from '#shared/import/error-sheet'
import type { BookKind } from '#shared/model/enterprise'
import type { Language } from '#shared/model/text'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import type { BookPort, ErrorView, ImportView } from '../../data/port'

const atOnce = 1000

/**
 * The rows that did not go in, as the officer left them, as a sheet with reason and remedy. Mended there it imports
 * like the file it came from.
 */
export async function handBack(
  port: BookPort,
  { id, file, header = [] }: ImportView,
  language: Language,
  book: BookKind,
) {
  const refused: ErrorView[] = []
  for (;;) {
    const { rows } = await port.errors(id, refused.length, atOnce, 'open')
    refused.push(...(rows as ErrorView[]))
    if (rows.length < atOnce) break
  }
  const sheet = errorSheet(
    header,
    refused.map((row) => ({ ...row, cells: row.mended ?? row.cells })),
    language,
  )
  const name = { zh: '错误行', en: 'refused rows' }[language]
  return saveExcel(`${file.replace(/\.[^.]+$/, '')} ${name}.xlsx`, [
    {
      name,
      ...practiceMark(book),
      columns: sheet.header.map((title, at) => ({
        title,
        width: at >= sheet.header.length - 2 ? 48 : 18,
        kind: 'text',
      })),
      rows: sheet.rows,
    },
  ])
}
