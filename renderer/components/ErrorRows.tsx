import {
  DeleteOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  FileExcelOutlined,
  RedoOutlined,
} from '@ant-design/icons'
import { Button, ConfigProvider } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../app/ActButton'
import { useWhyNot } from '../app/roles'
import {
  Grid,
  nothingSelected,
  type CellChange,
  type GridColumn,
  type GridRow,
  type GridSelection,
} from './grid'
import {
  cellKey,
  cellsOf,
  columnOf,
  faultOf,
  joined,
  maskedText,
  withCells,
  wrongColumns,
} from './error-cells'
import type { ErrorRow, ErrorRowsProps } from './ErrorRows.props'
import { useColumnTitles } from './column-titles'
import { Reveal } from './Reveal'
import { useText } from './text'
import './error-rows.css'

export type { ErrorRow, ErrorRowsProps } from './ErrorRows.props'

type Row = GridRow & { error: ErrorRow }

/** More rows than this are not read to find the next error; the officer scrolls on. */
const searchAtOnce = 500

const nobody: ReadonlySet<number> = new Set()

function useColumns(header: readonly string[], masked: ReadonlySet<number>): GridColumn<Row>[] {
  const show = useText()
  const title = useColumnTitles('components', 'errors')
  return useMemo(() => {
    const words =
      (key: 'message' | 'fix') =>
      (_value: unknown, { error }: Row) =>
        joined(error.errors.map((each) => maskedText(show(each[key]), each, header, masked)))
    const reasons: GridColumn<Row>[] = [
      {
        key: 'row',
        title: title('row'),
        width: 64,
        align: 'right',
        frozen: true,
        format: (_v, r) => String(r.error.row),
      },
      {
        key: 'column',
        title: title('column'),
        width: 120,
        frozen: true,
        format: (_v, { error }) => joined(error.errors.map(({ column }) => column)),
      },
      { key: 'message', title: title('message'), width: 300, format: words('message') },
      { key: 'fix', title: title('fix'), width: 260, format: words('fix') },
    ]
    const cells = header.map((name, at): GridColumn<Row> => ({
      key: cellKey(at),
      title: { zh: name, en: name },
      width: 130,
      masked: masked.has(at),
      editable: ({ error }) => cellsOf(error).length > 0,
      format: (_v, { error }) => cellsOf(error)[at] ?? '',
    }))
    return [...reasons, ...cells]
  }, [header, masked, show, title])
}

/** Refused rows with what is wrong and what to do; every cell of the file can be mended in place. */
export function ErrorRows(props: ErrorRowsProps) {
  const {
    gridId,
    header,
    total,
    version,
    rows,
    onCorrect,
    onRetry,
    onExport,
    onDrop,
    retrying = false,
    personal = nobody,
    onReveal,
  } = props
  const { t } = useTranslation('components')
  const title = useColumnTitles('components', 'errors')
  const [shown, setShown] = useState(false)
  const refused = useWhyNot()('editError')
  const masked = shown ? nobody : personal
  const columns = useColumns(header, masked)
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const selected = selection.mode === 'some' ? [...selection.ids] : []

  const fetchRows = useCallback(
    async (offset: number, limit: number) =>
      (await rows(offset, limit)).map((error): Row => ({ id: error.id, error })),
    [rows],
  )
  const onEdit = async (changes: readonly CellChange[]) => {
    const byRow = new Map<number, CellChange[]>()
    for (const change of changes) byRow.set(change.rowIndex, [...(byRow.get(change.rowIndex) ?? []), change])
    const corrected = [...byRow].map(async ([rowIndex, own]) => {
      const [error] = await rows(rowIndex, 1)
      const cells = new Map(own.map(({ key, after }) => [columnOf(key) ?? -1, after]))
      return { id: own[0]!.rowId, cells: withCells(error!, header, cells) }
    })
    await onCorrect(await Promise.all(corrected))
  }
  const nextError = async (afterRow: number, key: string) => {
    const found = await rows(Math.max(afterRow, 0), searchAtOnce)
    for (const [n, row] of found.entries()) {
      const rowIndex = Math.max(afterRow, 0) + n
      const passed = rowIndex === afterRow ? (columnOf(key) ?? -1) : -1
      const wrong = wrongColumns(row, header)
        .filter((column) => column > passed && faultOf(row, header, column) !== undefined)
        .sort((a, b) => a - b)[0]
      if (wrong !== undefined) return { rowIndex, key: cellKey(wrong) }
    }
    return undefined
  }
  return (
    <div className="errors">
      <div className="errors-tools">
        <strong>{t('errors.count', { count: total })}</strong>
        <span className="errors-hint">{t('errors.hint')}</span>
        {onReveal && personal.size > 0 && !shown && (
          <Reveal
            title={t('errors.reveal')}
            onAsk={async (reason) => {
              await onReveal(reason)
              setShown(true)
            }}
          >
            <Button icon={<EyeOutlined />}>{t('errors.reveal')}</Button>
          </Reveal>
        )}
        {shown && (
          <Button icon={<EyeInvisibleOutlined />} onClick={() => setShown(false)}>
            {t('masked.hide')}
          </Button>
        )}
        {onDrop && (
          <ActButton
            does="dropErrors"
            danger
            icon={<DeleteOutlined />}
            disabled={selected.length === 0}
            onClick={() => onDrop(selected)}
          >
            {t('errors.drop')}
          </ActButton>
        )}
        {onExport && (
          <ActButton
            does="files.saveAs"
            icon={<FileExcelOutlined />}
            disabled={total === 0}
            onClick={onExport}
          >
            {t('errors.export')}
          </ActButton>
        )}
        {onRetry && (
          <ActButton
            does="retryErrors"
            type="primary"
            icon={<RedoOutlined />}
            loading={retrying}
            disabled={total === 0}
            onClick={onRetry}
          >
            {t('errors.retry')}
          </ActButton>
        )}
      </div>
      <div className="errors-grid">
        <ConfigProvider componentDisabled={refused !== undefined}>
          <Grid<Row>
            id={gridId}
            label={title('label')}
            columns={columns}
            source={{ total, version, rows: fetchRows }}
            onEdit={onEdit}
            {...(onDrop && { selection, onSelect: setSelection })}
            errorOf={({ error }, key) => {
              const column = columnOf(key)
              return column === undefined ? undefined : faultOf(error, header, column, masked)
            }}
            nextError={nextError}
            empty={<p>{t('errors.none')}</p>}
          />
        </ConfigProvider>
      </div>
    </div>
  )
}
