import { useCallback, type MouseEvent } from 'react'
import type { CellMouseArgs, CellMouseEvent } from 'react-data-grid'
import type { StoreApi } from 'zustand'
import type { GridState } from './context'
import type { Slot } from './page-cache'
import type { Position } from './range'
import type { GridRow } from './types'

type Needs = {
  model: StoreApi<GridState>
  commitEdit: () => void
  firstCol: number
  goTo: (at: Position, extend?: boolean) => void
}

/** Marking a block with the mouse: drag, or Shift and click. */
export function useMouseRange({ model, commitEdit, firstCol, goTo }: Needs) {
  const onCellMouseDown = useCallback(
    ({ rowIdx, column }: CellMouseArgs<Slot<GridRow>>, event: CellMouseEvent) => {
      const { edit } = model.getState()
      if (edit?.row === rowIdx && edit.col === column.idx) return
      // The cell that is left still has its input here; one render later it is gone.
      commitEdit()
      if (column.idx < firstCol) return
      if (event.shiftKey) {
        event.preventGridDefault()
        event.preventDefault()
        goTo({ row: rowIdx, col: column.idx }, true)
        return
      }
      model.setState({
        active: { row: rowIdx, col: column.idx },
        anchor: { row: rowIdx, col: column.idx },
        released: false,
      })
    },
    [commitEdit, firstCol, goTo, model],
  )

  const onMouseOver = useCallback(
    (event: MouseEvent) => {
      const { active, edit } = model.getState()
      if (event.buttons !== 1 || !active || edit) return
      const cell = (event.target as Element).closest('[role="gridcell"]')
      const row = cell?.closest('[role="row"]')
      if (!cell || !row) return
      // aria indices count from one, and the header is the first row.
      const at = {
        row: Number(row.getAttribute('aria-rowindex')) - 2,
        col: Number(cell.getAttribute('aria-colindex')) - 1,
      }
      if (at.col >= firstCol && (at.row !== active.row || at.col !== active.col)) goTo(at, true)
    },
    [firstCol, goTo, model],
  )
  return { onCellMouseDown, onMouseOver }
}
