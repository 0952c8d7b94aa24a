import { Cell, Row, type CellRendererProps, type RenderCellProps, type RenderRowProps } from 'react-data-grid'
import { createContext, use, type Key } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { CellInput } from './CellInput'
import { cellText, isEditable } from './cell-text'
import { rangeOf, SelectionContext, useGrid } from './context'
import type { Slot } from './page-cache'
import { isSingle } from './range'
import { headerState, isSelected } from './selection'
import type { GridColumn, GridRow } from './types'

type CellProps = CellRendererProps<Slot<GridRow>, unknown>
type RowProps = RenderRowProps<Slot<GridRow>, unknown>

/** First and last marked column of a row, as `2-5`; one subscription a row, not one a cell. */
const MarkContext = createContext<string | undefined>(undefined)

function GridRowView(props: RowProps) {
  const { model } = useGrid()
  const mark = useStore(model, (state) => {
    const range = rangeOf(state)
    if (!range || isSingle(range) || props.rowIdx < range.top || props.rowIdx > range.bottom) return undefined
    return `${range.left}-${range.right}`
  })
  return (
    <MarkContext value={mark}>
      <Row {...props} />
    </MarkContext>
  )
}

/** A cell that knows whether it lies in the marked range and whether its value is wrong. */
function GridCell(props: CellProps) {
  const { columns, firstCol, errorOf } = useGrid()
  const [left = Infinity, right = -1] = use(MarkContext)?.split('-').map(Number) ?? []
  const col = props.column.idx
  const marked = col >= left && col <= right
  const column = columns[col - firstCol]
  const wrong = Boolean(column && props.row.row && errorOf?.(props.row.row, column.key))
  const classes = [
    marked && 'grid-cell-marked',
    wrong && 'grid-cell-wrong',
    column && `grid-cell-${column.align ?? 'left'}`,
  ]
  return (
    <Cell
      {...props}
      className={classes.filter(Boolean).join(' ')}
      aria-selected={marked || props.isCellActive}
      aria-invalid={wrong || undefined}
    />
  )
}

export const renderers = {
  renderRow: (key: Key, props: RowProps) => <GridRowView key={key} {...props} />,
  renderCell: (key: Key, props: CellProps) => <GridCell key={key} {...props} />,
}

type ContentProps = RenderCellProps<Slot<GridRow>> & { source: GridColumn }

/** What stands in a data cell: the text, the reason when it is wrong, and the input when it is the active one. */
export function CellContent({ source, row: { row }, column, rowIdx, tabIndex }: ContentProps) {
  const { id, errorOf, show } = useGrid()
  if (!row) return <span className="grid-cell-pending" aria-hidden />
  const text = cellText(source, row)
  const error = errorOf?.(row, source.key)
  const reason = error && show(error)
  const reasonId = reason === undefined ? undefined : `${id}-${rowIdx}-${source.key}`
  return (
    <>
      <span className="grid-cell-text" title={reason ?? text}>
        {source.render ? source.render(row[source.key], row) : text}
      </span>
      {reason && (
        <span id={reasonId} className="visually-hidden">
          {reason}
        </span>
      )}
      {tabIndex === 0 && isEditable(source, row) && (
        <CellInput
          at={{ row: rowIdx, col: column.idx }}
          label={`${show(source.title)}: ${text}`}
          tabIndex={tabIndex}
          invalid={reason !== undefined}
          describedBy={reasonId}
        />
      )}
    </>
  )
}

/** The box at the start of a row. */
export function RowBox({ row: { row, index }, tabIndex }: RenderCellProps<Slot<GridRow>>) {
  const selection = use(SelectionContext)
  if (!row || !selection) return null
  return (
    <input
      type="checkbox"
      className="grid-box"
      tabIndex={tabIndex}
      aria-label={selection.rowLabel(index + 1)}
      checked={isSelected(selection.selection, row.id)}
      onChange={() => undefined}
      onClick={(event) => selection.toggle(row, index, event.shiftKey)}
    />
  )
}

/** The box in the header: everything behind the filter, as a query. */
export function AllBox({ tabIndex }: { tabIndex: number }) {
  const selection = use(SelectionContext)
  const { t } = useTranslation('grid')
  if (!selection) return null
  const state = headerState(selection.selection, selection.total)
  return (
    <input
      type="checkbox"
      className="grid-box"
      tabIndex={tabIndex}
      aria-label={t('selectAll', { count: selection.total })}
      checked={state === 'all'}
      ref={(box) => {
        if (box) box.indeterminate = state === 'some'
      }}
      onChange={selection.toggleAll}
    />
  )
}
