import { FileExcelOutlined, RedoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Grid, type CellChange, type GridColumn, type GridRow } from './grid'
import type { ErrorRow, ErrorRowsProps } from './ErrorRows.props'
import { useColumnTitles } from './column-titles'
import { useText } from './text'
import './error-rows.css'

export type { ErrorRow, ErrorRowsProps } from './ErrorRows.props'

/** What stands in the editable cell: the officer's correction, else what the file has. */
export const correctedValue = (row: ErrorRow): string => row.corrected ?? row.value

/** Refused rows with what is wrong and what to do; mended in place, or handed back as Excel with the reason. */
export function ErrorRows(props: ErrorRowsProps) {
  const { gridId, total, version, rows, onCorrect, onRetry, onExport, retrying = false } = props
  const { t } = useTranslation('components')
  const show = useText()
  const title = useColumnTitles('components', 'errors')

  const columns = useMemo((): GridColumn[] => {
    const reason = (key: 'message' | 'fix') => (_value: unknown, row: GridRow) =>
      show((row as unknown as ErrorRow)[key])
    return [
      { key: 'row', title: title('row'), width: 70, align: 'right', frozen: true },
      { key: 'column', title: title('column'), width: 150, frozen: true },
      {
        key: 'corrected',
        title: title('value'),
        width: 220,
        editable: true,
        format: (_value, row) => correctedValue(row as unknown as ErrorRow),
        edit: (_value, row) => correctedValue(row as unknown as ErrorRow),
      },
      { key: 'message', title: title('message'), width: 330, format: reason('message') },
      { key: 'fix', title: title('fix'), width: 330, format: reason('fix') },
      { key: 'rule', title: title('rule'), width: 150 },
    ]
  }, [show, title])

  const fetchRows = useCallback(
    async (offset: number, limit: number) => (await rows(offset, limit)) as unknown as readonly GridRow[],
    [rows],
  )
  const onEdit = useCallback(
    async (changes: readonly CellChange[]) =>
      onCorrect(changes.map(({ rowId, after }) => ({ id: rowId, value: after }))),
    [onCorrect],
  )
  return (
    <div className="errors">
      <div className="errors-tools">
        <strong>{t('errors.count', { count: total })}</strong>
        <span className="errors-hint">{t('errors.hint')}</span>
        {onExport && (
          <Button icon={<FileExcelOutlined />} disabled={total === 0} onClick={onExport}>
            {t('errors.export')}
          </Button>
        )}
        {onRetry && (
          <Button
            type="primary"
            icon={<RedoOutlined />}
            loading={retrying}
            disabled={total === 0}
            onClick={onRetry}
          >
            {t('errors.retry')}
          </Button>
        )}
      </div>
      <div className="errors-grid">
        <Grid
          id={gridId}
          label={title('label')}
          columns={columns}
          source={{ total, version, rows: fetchRows }}
          onEdit={onEdit}
          errorOf={(row, key) =>
            key === 'corrected' && (row as unknown as ErrorRow).corrected === undefined
              ? (row as unknown as ErrorRow).message
              : undefined
          }
          empty={<p>{t('errors.none')}</p>}
        />
      </div>
    </div>
  )
}
