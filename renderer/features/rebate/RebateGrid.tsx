import type { ReactNode } from 'react'
import { Grid, type GridColumn, type GridRow } from '../../components/grid'
import type { Text } from '#shared/model/text'
import type { RebateRows, RebateTable } from '../../data/port'
import type { RebateList } from './useRebateList'

type Props<T extends RebateTable> = {
  id: string
  label: Text
  list: RebateList<T>
  columns: readonly GridColumn<RebateRows[T] & GridRow>[]
  selectable?: boolean
  empty: ReactNode
  onOpen?: (row: RebateRows[T] & GridRow) => void
}

/** A list of this room as the grid shows it. */
export function RebateGrid<T extends RebateTable>(props: Props<T>) {
  const { id, label, list, columns, selectable = false, empty, onOpen } = props
  return (
    <Grid<RebateRows[T] & GridRow>
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
