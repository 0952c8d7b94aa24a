import type { ReactNode } from 'react'
import type { Text } from '#shared/model/text'

/** A row as the source gives it: an id and values by column key. Values stay what they are; `format` shows them. */
export type GridRow = { id: string; [key: string]: unknown }

export type GridColumn<R extends GridRow = GridRow> = {
  key: string
  title: Text
  /** Start width in px; the officer's own width wins. */
  width: number
  align?: 'left' | 'right' | 'center'
  /** Text of a cell: shown, copied, and put into the editor. Default: the value as a string, empty for null. */
  format?: (value: unknown, row: R) => string
  /** Richer cell (tag, link) than the text; must be cheap, and is never the only place of the information. */
  render?: (value: unknown, row: R) => ReactNode
  /** Text the editor starts with, where `format` is not what one types (code-name, grouped digits). */
  edit?: (value: unknown, row: R) => string
  /** May be edited; a function decides per row. */
  editable?: boolean | ((row: R) => boolean)
  /** Personal value: drawn masked, and copied masked. */
  masked?: boolean
  /** Stays at the left edge. */
  frozen?: boolean
  /** Hidden until the officer chooses it in the column chooser. */
  hidden?: boolean
  sortable?: boolean
}

/** Rows by page. `version` changes when anything behind it changed; the grid then asks again. */
export type RowSource<R extends GridRow = GridRow> = {
  total: number
  version: number | string
  rows: (offset: number, limit: number) => Promise<readonly R[]>
  /** `loading` before the first answer; an error in words with a way to try again. */
  state?: 'ready' | 'loading' | { error: Text; retry?: () => void }
}

/** Selected rows. `all` is a query (everything behind the filter but `except`), never a list of ids. */
export type GridSelection =
  { mode: 'some'; ids: ReadonlySet<string> } | { mode: 'all'; except: ReadonlySet<string> }

export type GridSort = { key: string; direction: 'asc' | 'desc' }

export type CellChange = { rowId: string; rowIndex: number; key: string; before: string; after: string }

/** Why a cell is wrong; the cell is marked and the text tied to it for readers of the screen. */
export type CellError = Text

/** Totals of one set of rows; amounts are never added across currencies. All numbers are exact decimal text. */
export type Totals = {
  rows: number
  tickets?: number
  pieces?: string
  grossKg?: string
  netKg?: string
  amounts?: readonly { currency: string; amount: string }[]
}

/** Where column order, width and choice are kept. Layout only, no data of the book. */
export type LayoutStore = {
  read: (gridId: string) => GridLayout | undefined
  write: (gridId: string, layout: GridLayout) => void
}
export type GridLayout = {
  order: readonly string[]
  widths: Readonly<Record<string, number>>
  hidden: readonly string[]
}

export type GridProps<R extends GridRow = GridRow> = {
  /** Stable id: remembered layout, test id, accessible name of last resort. */
  id: string
  label: Text
  columns: readonly GridColumn<R>[]
  source: RowSource<R>
  selection?: GridSelection
  onSelect?: (selection: GridSelection) => void
  sort?: GridSort
  onSort?: (sort: GridSort | undefined) => void
  /** Enter or double click on a row. */
  onOpen?: (row: R) => void
  /** One edit, one paste, one fill or one clear: one call, so that it is one step of undo. */
  onEdit?: (changes: readonly CellChange[]) => void | Promise<void>
  errorOf?: (row: R, key: string) => CellError | undefined
  /** F8: the next cell with an error after this row; undefined when there is none. */
  nextError?: (afterRow: number, key: string) => Promise<{ rowIndex: number; key: string } | undefined>
  totals?: { filter: Totals; selection?: Totals }
  /** Direction of Enter while editing; default down, as in Excel. */
  enterMoves?: 'down' | 'right'
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
}
