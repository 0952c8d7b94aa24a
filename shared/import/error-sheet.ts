import type { RowError } from '../model/import-report'
import type { Language, Text } from '../model/text'
import type { RefusedRow } from './api'

const reasonHeader: Text = { zh: '错误原因', en: 'Reason' }
const fixHeader: Text = { zh: '处理办法', en: 'What to do' }
const rowHeader: Text = { zh: '原行号', en: 'Row' }

export type ErrorSheet = { header: string[]; rows: string[][] }

/**
 * The refused rows as a sheet to hand back: the columns of the file, then row number, reasons and remedies. Corrected
 * and saved, it imports like the original: the added columns are no fields. Cells are text; whoever writes the
 * workbook must write them as text, so that no number is damaged and no cell becomes a formula.
 */
export function errorSheet(
  header: readonly string[],
  refused: readonly RefusedRow[],
  language: Language,
): ErrorSheet {
  const joined = (errors: readonly RowError[], part: 'message' | 'fix') =>
    [...new Set(errors.map((error) => error[part][language]))].join(language === 'zh' ? '；' : '; ')
  const width = Math.max(header.length, ...refused.map((row) => row.cells.length))
  const padded = (cells: readonly string[]) => [...cells, ...Array<string>(width - cells.length).fill('')]
  return {
    header: [...padded(header), rowHeader[language], reasonHeader[language], fixHeader[language]],
    rows: [...refused]
      .sort((a, b) => a.row - b.row)
      .map((row) => [
        ...padded(row.cells),
        String(row.row),
        joined(row.errors, 'message'),
        joined(row.errors, 'fix'),
      ]),
  }
}
