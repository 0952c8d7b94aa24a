import { createContext, use, type RefObject } from 'react'
import type { StoreApi } from 'zustand'
import type { Text } from '#shared/model/text'
import type { CellError, GridColumn, GridRow, GridSelection } from './types'
import type { Position, Range } from './range'
import { rangeBetween } from './range'

/** The cell that is being edited and what it held. */
export type Edit = Position & { rowId: string; key: string; before: string }

/** A line of the status area: i18n key of `grid` and its numbers. */
export type Hint = { key: string; params?: Record<string, string | number>; level?: 'warning' | 'error' }

export type GridState = {
  active?: Position
  /** Where the range began; the active cell is its moving end. */
  anchor?: Position
  edit?: Edit
  /** What Escape threw away last; Ctrl+Z in the same cell brings it back. */
  discarded?: Position & { text: string }
  /** Escape was pressed outside an edit: the next Tab leaves the grid. */
  released: boolean
  hint?: Hint
}

/** The real input in the active cell; the grid reads it, and fills it for F2. */
export type Editor = { begin: (text: string) => void; value: () => string; composing: () => boolean }

export type GridContextValue = {
  id: string
  model: StoreApi<GridState>
  editor: RefObject<Editor | null>
  columns: readonly GridColumn[]
  /** Index of the first data column: 1 where rows can be selected. */
  firstCol: number
  startEdit: (at: Position, text?: string) => void
  commitEdit: () => void
  errorOf?: (row: GridRow, key: string) => CellError | undefined
  /** Texts in the current language; one subscription for the grid, not one a cell. */
  show: (text: Text) => string
}

export const GridContext = createContext<GridContextValue | null>(null)

export function useGrid(): GridContextValue {
  const value = use(GridContext)
  if (!value) throw new Error('grid part outside a grid')
  return value
}

export type SelectionContextValue = {
  selection: GridSelection
  total: number
  /** Name of the box of the n-th row. */
  rowLabel: (row: number) => string
  toggle: (row: GridRow, index: number, extend: boolean) => void
  toggleAll: () => void
}
export const SelectionContext = createContext<SelectionContextValue | null>(null)

export function rangeOf({ active, anchor }: GridState): Range | undefined {
  return active && rangeBetween(anchor ?? active, active)
}
