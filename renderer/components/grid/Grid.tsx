import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { ConfigProvider } from 'antd'
import { DataGrid, type DataGridHandle } from 'react-data-grid'
import 'react-data-grid/lib/styles.css'
import './grid.css'
import { useText } from '../text'
import { renderers } from './cells'
import { libraryColumns, shownColumns } from './columns'
import { GridContext, rangeOf, SelectionContext, type GridContextValue } from './context'
import { GridFooter } from './GridFooter'
import { GridStateLayer } from './GridState'
import { moveColumn } from './layout'
import { useLayout } from './layout-store'
import { PageCache } from './page-cache'
import type { Bounds, Position } from './range'
import type { GridProps, GridRow } from './types'
import { useClipboard } from './useClipboard'
import { useEdits } from './useEdits'
import { useKeys } from './useKeys'
import { useMouseRange } from './useMouseRange'
import { useSelection } from './useSelection'
import { useWidths } from './useWidths'

const rowHeight = 28
const headerHeight = 30

function usePages({ rows, total, version }: GridProps['source']) {
  const cache = useMemo(
    () => new PageCache<GridRow>(rows, total),
    // The source of a later render goes in by reset: a new cache would forget what is on the screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [],
  )
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else cache.reset(rows, total)
  }, [cache, rows, total, version])
  const slots = useSyncExternalStore(cache.subscribe, cache.snapshot)
  return { cache, slots, failure: cache.lastFailure(), retry: () => cache.reset(rows, total) }
}

/**
 * The one grid of the product: virtual rows by page, ranges, clipboard blocks, typing with an input method, and a
 * fixed bottom line. `columns` and `source.rows` should keep their identity between renders.
 */
export function Grid<R extends GridRow>(typed: GridProps<R>) {
  // Inside, rows are looked at by column key only; the caller's type holds at the border.
  const props = typed as unknown as GridProps
  const {
    source,
    selection,
    onSelect,
    sort,
    onSort,
    onOpen,
    onEdit,
    errorOf,
    nextError,
    enterMoves = 'down',
  } = props
  const show = useText()
  const handle = useRef<DataGridHandle>(null)
  const selectable = onSelect !== undefined
  const firstCol = selectable ? 1 : 0
  const { layout, change, reset } = useLayout(props.id, props.columns)
  // In a form that may only be looked at, so may its grids.
  const { componentDisabled = false } = ConfigProvider.useConfig()
  const columns = useMemo(() => {
    const shown = shownColumns(props.columns, layout)
    return componentDisabled ? shown.map((column) => ({ ...column, editable: false })) : shown
  }, [componentDisabled, props.columns, layout])
  const { cache, slots, failure, retry } = usePages(source)
  const total = slots.length
  const edits = useEdits({ cache, columns, firstCol, onEdit })
  const { model, commitEdit, startEdit } = edits
  const clipboard = useClipboard({ id: props.id, cache, columns, firstCol, total, edits })
  const selecting = useSelection(cache, total, selection, onSelect)

  const bounds = useCallback((): Bounds => {
    const height = handle.current?.element?.clientHeight ?? rowHeight * 20
    const page = Math.max(1, Math.floor((height - headerHeight) / rowHeight) - 1)
    return { rows: total, firstCol, lastCol: firstCol + columns.length - 1, page }
  }, [columns.length, firstCol, total])

  const goTo = useCallback(
    (at: Position, extend = false) => {
      const { anchor, active } = model.getState()
      model.setState({ active: at, anchor: extend ? (anchor ?? active) : at, released: false })
      handle.current?.setActivePosition({ rowIdx: at.row, idx: at.col }, { shouldFocus: true })
    },
    [model],
  )

  const goToError = useCallback(async () => {
    const { active } = model.getState()
    const key = active && columns[active.col - firstCol]?.key
    const found = await nextError?.(active?.row ?? -1, key ?? '')
    if (!found) return edits.say({ key: 'noMoreErrors' })
    const col = columns.findIndex((column) => column.key === found.key)
    goTo({ row: found.rowIndex, col: Math.max(col, 0) + firstCol })
  }, [columns, edits, firstCol, goTo, model, nextError])

  const onKeyDown = useKeys({
    cache,
    columns,
    bounds,
    edits,
    goTo,
    onOpen,
    enterMoves,
    acts: {
      copyWithHeaders: () => void clipboard.copyRange(true),
      fillDown: () => void clipboard.fillDown(),
      clear: () => void clipboard.clear(),
      toggleRows: () => {
        const range = rangeOf(model.getState())
        if (range) void selecting.toggleRange(range)
      },
      selectAll: () => {
        if (selectable) selecting.value.toggleAll()
        else if (total > 0) {
          const { lastCol } = bounds()
          model.setState({ anchor: { row: 0, col: firstCol } })
          goTo({ row: total - 1, col: lastCol }, true)
        }
      },
      nextError: () => void goToError(),
    },
  })
  const mouse = useMouseRange({ model, commitEdit, firstCol, goTo })

  const context = useMemo<GridContextValue>(
    () => ({
      id: props.id,
      model,
      editor: edits.editor,
      columns,
      firstCol,
      startEdit,
      commitEdit,
      errorOf,
      show,
    }),
    [columns, commitEdit, edits.editor, errorOf, firstCol, model, props.id, show, startEdit],
  )
  const libColumns = useMemo(() => libraryColumns(columns, show, selectable), [columns, selectable, show])
  const widths = useWidths(layout, change)

  return (
    <GridContext value={context}>
      <SelectionContext value={selectable ? selecting.value : null}>
        <div
          className="grid"
          data-grid={props.id}
          onCopy={clipboard.onCopy}
          onPaste={clipboard.onPaste}
          onMouseOver={mouse.onMouseOver}
        >
          <div className="grid-body">
            <DataGrid
              ref={handle}
              className="grid-library"
              aria-label={show(props.label)}
              columns={libColumns}
              rows={slots}
              rowHeight={rowHeight}
              headerRowHeight={headerHeight}
              columnWidths={widths.current}
              onColumnWidthsChange={widths.onChange}
              onColumnResize={(column, width) => widths.onResize(column.key, width)}
              onColumnsReorder={(from, to) => change(moveColumn(layout, from, to))}
              sortColumns={
                sort ? [{ columnKey: sort.key, direction: sort.direction === 'asc' ? 'ASC' : 'DESC' }] : []
              }
              onSortColumnsChange={([first]) =>
                onSort?.(
                  first && { key: first.columnKey, direction: first.direction === 'ASC' ? 'asc' : 'desc' },
                )
              }
              onCellKeyDown={onKeyDown}
              onCellMouseDown={mouse.onCellMouseDown}
              onCellDoubleClick={({ row, column }, event) => {
                event.preventGridDefault()
                if (row.row && column.idx >= firstCol) onOpen?.(row.row)
              }}
              onActivePositionChange={({ rowIdx, column }) => {
                if (rowIdx < 0 || !column) model.setState({ active: undefined, anchor: undefined })
              }}
              renderers={renderers}
            />
            <GridStateLayer
              state={source.state}
              total={total}
              failure={failure}
              onRetry={retry}
              empty={props.empty}
            />
          </div>
          <GridFooter
            total={total}
            totals={props.totals}
            columns={props.columns}
            layout={layout}
            onLayout={change}
            onResetLayout={() => {
              reset()
              widths.forget()
            }}
            onCopy={() => void clipboard.copyRange(true)}
          />
        </div>
      </SelectionContext>
    </GridContext>
  )
}
