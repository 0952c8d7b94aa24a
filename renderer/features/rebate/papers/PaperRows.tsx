import { Alert } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { paperColumns, type PaperFault, type PaperRow, type SumPaper } from '#shared/rebate/book/paper-rows'
import { useColumnTitles } from '../../../components/column-titles'
import { Grid, type CellChange, type GridColumn, type GridRow } from '../../../components/grid'
import { useText } from '../../../components/text'

/** Empty rows below the last: there new ones are typed, and a block from Excel is pasted. */
const spare = 5
const widths: Partial<Record<string, number>> = { no: 150, payer: 170, item: 60, currency: 70 }

type Props = {
  paper: SumPaper
  rows: readonly PaperRow[]
  faults: readonly PaperFault[]
  onChange: (rows: PaperRow[]) => void
}

/** Invoices, contracts or receipts of one 报关单 as a table that takes a block from Excel. */
export function PaperRows({ paper, rows, faults, onChange }: Props) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const title = useColumnTitles('rebate', 'paperRow')
  const columns = useMemo(
    (): GridColumn[] =>
      paperColumns[paper].map((field) => ({
        key: field,
        title: title(field),
        width: widths[field] ?? 100,
        editable: true,
        align: field === 'amount' ? 'right' : 'left',
      })),
    [paper, title],
  )
  const page = useCallback(
    async (offset: number, limit: number): Promise<GridRow[]> =>
      Array.from({ length: Math.max(0, Math.min(limit, rows.length + spare - offset)) }, (_, at) => ({
        ...Object.fromEntries(paperColumns[paper].map((field) => [field, ''])),
        ...rows[offset + at],
        id: String(offset + at),
      })),
    [paper, rows],
  )
  const onEdit = (changes: readonly CellChange[]) => {
    const next: Record<string, string>[] = rows.map((row) => ({ ...row }))
    for (const { rowIndex, key, after } of changes) {
      while (next.length <= rowIndex) next.push({})
      next[rowIndex]![key] = after.trim()
    }
    onChange(next.filter((row) => Object.values(row).some((text) => text !== '')))
  }
  return (
    <>
      <div className="rebate-paper-rows" data-help="rebate.paperRows">
        <Grid
          id={`rebate-${paper}`}
          label={title(paper)}
          columns={columns}
          source={{ total: rows.length + spare, version: JSON.stringify(rows), rows: page }}
          onEdit={onEdit}
          enterMoves="right"
          errorOf={({ id }, key) =>
            faults.find(({ row, field }) => String(row) === id && field === key)?.message
          }
          totals={{ filter: { rows: rows.length } }}
        />
      </div>
      {faults.slice(0, 3).map(({ row, field, message }) => (
        <Alert
          key={`${row} ${field}`}
          type="error"
          showIcon
          title={t('papers.fault', { row: row + 1, field: show(title(field)), message: show(message) })}
        />
      ))}
    </>
  )
}
