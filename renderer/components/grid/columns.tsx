import type { Column } from 'react-data-grid'
import type { Text } from '#shared/model/text'
import { AllBox, CellContent, RowBox } from './cells'
import type { Slot } from './page-cache'
import type { GridColumn, GridLayout, GridRow } from './types'

const boxColumn: Column<Slot<GridRow>> = {
  key: '#box',
  name: '',
  width: 36,
  minWidth: 36,
  maxWidth: 36,
  frozen: true,
  cellClass: 'grid-box-cell',
  headerCellClass: 'grid-box-cell',
  renderCell: (props) => <RowBox {...props} />,
  renderHeaderCell: (props) => <AllBox tabIndex={props.tabIndex} />,
}

/** Columns in the officer's order, without the hidden ones; frozen ones first, as the grid draws them. */
export function shownColumns(columns: readonly GridColumn[], layout: GridLayout | undefined): GridColumn[] {
  const place = (column: GridColumn) => {
    const at = layout?.order.indexOf(column.key) ?? -1
    return at < 0 ? Number.MAX_SAFE_INTEGER : at
  }
  const hidden = (column: GridColumn) =>
    layout && layout.order.includes(column.key) ? layout.hidden.includes(column.key) : column.hidden === true
  return columns
    .filter((column) => !hidden(column))
    .map((column, at) => ({ column, at }))
    .sort(
      (a, b) =>
        Number(b.column.frozen === true) - Number(a.column.frozen === true) ||
        place(a.column) - place(b.column) ||
        a.at - b.at,
    )
    .map(({ column }) => column)
}

/** Our columns as the grid library wants them. */
export function libraryColumns(
  columns: readonly GridColumn[],
  show: (text: Text) => string,
  selectable: boolean,
): Column<Slot<GridRow>>[] {
  const data = columns.map((column, at): Column<Slot<GridRow>> => ({
    key: column.key,
    // A title that its column cuts can be read all the same.
    name: <span title={show(column.title)}>{show(column.title)}</span>,
    // The last column takes what is left of a wide window.
    width: at === columns.length - 1 ? `minmax(${column.width}px, 1fr)` : column.width,
    minWidth: 48,
    frozen: column.frozen ?? false,
    resizable: true,
    draggable: true,
    sortable: column.sortable ?? false,
    headerCellClass: `grid-cell-${column.align ?? 'left'}`,
    renderCell: (props) => <CellContent {...props} source={column} />,
  }))
  return selectable ? [boxColumn, ...data] : data
}
