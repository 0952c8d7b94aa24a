import type { BatchWorkbook } from '#shared/declaration/print/batch-workbook'
import type { SheetSource } from '../../../components/save/save-excel'

const widths: Partial<Record<string, number>> = { text: 20, whole: 8, weight: 11, amount: 13 }

/** The 出口清单批次表 as a sheet: marks and facts above, totals and who printed it below the rows. */
export function sheetOf({ sheet, mark, facts, columns, rows, totals, footer }: BatchWorkbook): SheetSource {
  const line = ({ label, value }: { label: string; value: string }) => `${label} ${value}`
  return {
    name: sheet,
    preamble: [...(mark ? [mark] : []), sheet, ...facts.map(line)],
    columns: columns.map(({ title, kind }) => ({
      title,
      kind: kind === 'text' ? 'text' : 'number',
      width: widths[kind] ?? 12,
    })),
    rows: [...rows, ...totals.map((total) => ['', line(total)]), ['', footer]],
  }
}
