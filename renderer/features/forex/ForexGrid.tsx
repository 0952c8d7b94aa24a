import type { ReactNode } from 'react'
import type { Text } from '#shared/model/text'
import { Grid, type GridColumn, type GridRow } from '../../components/grid'
import type { ForexRows, ForexTable } from '../../data/port'
import type { ForexList } from './useForexList'

type Props<T extends ForexTable> = {
  id: string
  label: Text
  list: ForexList<T>
  columns: readonly GridColumn<ForexRows[T] & GridRow>[]
  selectable?: boolean
  empty: ReactNode
  onOpen?: (row: ForexRows[T] & GridRow) => void
}

/** A list of this room as the grid shows it. */
export function ForexGrid<T extends ForexTable>(props: Props<T>) {
  const { id, label, list, columns, selectable = false, empty, onOpen } = props
  return (
    <Grid<ForexRows[T] & GridRow>
      id={id}
      label={label}
      columns={columns}
      source={list.source}
      {...(selectable && { selection: list.selection, onSelect: list.setSelection })}
      {...(list.sort && { sort: list.sort })}
      onSort={list.setSort}
      {...(onOpen && { onOpen })}
      totals={{ filter: list.totals }}
      empty={<p>{empty}</p>}
    />
  )
}
