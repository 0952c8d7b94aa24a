import { useCallback } from 'react'
import type { CellKeyDownArgs, CellKeyboardEvent } from 'react-data-grid'
import { isImeKey } from '../ime'
import { editText, isEditable } from './cell-text'
import type { PageCache, Slot } from './page-cache'
import { move, nextCell, type Bounds, type Position } from './range'
import type { GridColumn, GridProps, GridRow } from './types'
import type { Edits } from './useEdits'

type Needs = {
  cache: PageCache<GridRow>
  columns: readonly GridColumn[]
  bounds: () => Bounds
  edits: Edits
  /** Make a cell the active one; `extend` keeps the other end of the range. */
  goTo: (at: Position, extend?: boolean) => void
  acts: {
    copyWithHeaders: () => void
    fillDown: () => void
    clear: () => void
    toggleRows: () => void
    selectAll: () => void
    nextError: () => void
  }
  onOpen: GridProps['onOpen']
  enterMoves: 'down' | 'right'
}

/** What every key does in the grid. The grid library sees only keys that are left over. */
export function useKeys({ cache, columns, bounds, edits, goTo, acts, onOpen, enterMoves }: Needs) {
  const { model, editor, startEdit, commitEdit, restoreEdit } = edits

  const columnAt = useCallback((at: Position) => columns[at.col - bounds().firstCol], [bounds, columns])
  const editableAt = useCallback(
    (at: Position) => {
      const column = columnAt(at)
      return column !== undefined && isEditable(column, cache.peek(at.row))
    },
    [cache, columnAt],
  )

  const tab = useCallback(
    (from: Position, back: boolean): boolean => {
      const target = nextCell(from, back ? -1 : 1, bounds(), (col) => {
        const column = columnAt({ row: from.row, col })
        return Boolean(column?.editable) && !column?.masked
      })
      if (target) goTo(target)
      return target !== undefined
    },
    [bounds, columnAt, goTo],
  )

  /** While a cell is edited. True when the key is done with. */
  const editKey = useCallback(
    (at: Position, key: string, shift: boolean): boolean => {
      switch (key) {
        case 'Enter': {
          commitEdit()
          const [forward, backward] =
            enterMoves === 'down' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft']
          goTo(move(at, shift ? backward! : forward!, false, bounds())!)
          return true
        }
        case 'Tab':
          commitEdit()
          return tab(at, shift)
        case 'Escape':
          restoreEdit()
          return true
        case 'ArrowUp':
        case 'ArrowDown':
          commitEdit()
          goTo(move(at, key, false, bounds())!)
          return true
        case 'F8':
          commitEdit()
          acts.nextError()
          return true
        default:
          return false
      }
    },
    [acts, bounds, commitEdit, enterMoves, goTo, restoreEdit, tab],
  )

  const ctrlKey = useCallback(
    (at: Position, key: string, shift: boolean): boolean => {
      switch (key.toLowerCase()) {
        case 'd':
          acts.fillDown()
          return true
        case 'a':
          acts.selectAll()
          return true
        case 'c':
          if (shift) acts.copyWithHeaders()
          return shift
        case 'z': {
          const { discarded } = model.getState()
          if (discarded?.row !== at.row || discarded.col !== at.col) return false
          startEdit(at, discarded.text)
          model.setState({ discarded: undefined })
          return true
        }
        default:
          return false
      }
    },
    [acts, model, startEdit],
  )

  /** Keys on a cell that is not being edited, without Ctrl. */
  const plainKey = useCallback(
    (at: Position, key: string, shift: boolean): boolean => {
      const row = cache.peek(at.row)
      switch (key) {
        case 'Enter':
          if (row && onOpen) onOpen(row)
          else if (row && editableAt(at)) startEdit(at, editText(columnAt(at)!, row))
          return true
        case 'F2':
          if (row && editableAt(at)) startEdit(at, editText(columnAt(at)!, row))
          return true
        case 'F8':
          acts.nextError()
          return true
        case 'Delete':
          acts.clear()
          return true
        case ' ':
          // In a cell that takes text a space is text; there Shift+Space selects the row.
          if (editableAt(at) && !shift) return false
          acts.toggleRows()
          return true
        case 'Escape':
          model.setState({ anchor: at, released: true, hint: { key: 'released' } })
          return true
        case 'Tab':
          if (model.getState().released || !columns.some((column) => column.editable)) return false
          return tab(at, shift)
        default:
          return false
      }
    },
    [acts, cache, columnAt, columns, editableAt, model, onOpen, startEdit, tab],
  )

  return useCallback(
    (args: CellKeyDownArgs<Slot<GridRow>>, event: CellKeyboardEvent) => {
      const { column, rowIdx } = args
      if (!column || args.mode === 'EDIT') return
      const at = { row: rowIdx, col: column.idx }
      const ctrl = event.ctrlKey || event.metaKey
      const { key, shiftKey } = event
      if (isImeKey(event) || editor.current?.composing()) {
        event.preventGridDefault()
        return
      }
      const done = (handled: boolean) => {
        if (handled) event.preventDefault()
        // Arrow up from the first row is the library's way into the header; Tab then leaves by itself.
        event.preventGridDefault()
      }
      if (model.getState().edit) return done(!ctrl && editKey(at, key, shiftKey))
      if (key === 'ArrowUp' && rowIdx === 0 && !ctrl && !shiftKey) return
      const target = move(at, key, ctrl, bounds())
      if (target) {
        goTo(target, shiftKey)
        return done(true)
      }
      done(ctrl ? ctrlKey(at, key, shiftKey) : plainKey(at, key, shiftKey))
    },
    [bounds, ctrlKey, editKey, editor, goTo, model, plainKey],
  )
}
