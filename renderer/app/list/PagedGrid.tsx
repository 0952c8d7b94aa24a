import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '#shared/model/text'
import { Grid, type GridColumn, type GridRow, type RowSource, type Totals } from '../../components/grid'
import { isNarrowed } from './conditions'
import type { PagedList } from './usePagedList'

type Props<Row extends GridRow> = {
  id: string
  label: Text
  list: Pick<PagedList, 'chosen' | 'selection' | 'setSelection' | 'sort' | 'setSort'> & {
    source: RowSource<Row>
    totals: Totals
  }
  columns: readonly GridColumn<Row>[]
  selectable?: boolean
  empty: ReactNode
  onOpen?: (row: Row) => void
}

/** A paged list as the grid shows it, with the sums of its filter. */
export function PagedGrid<Row extends GridRow>(props: Props<Row>) {
  const { id, label, list, columns, selectable = false, empty, onOpen } = props
  const { t } = useTranslation('list')
  return (
    <Grid<Row>
      id={id}
      label={label}
      columns={columns}
      source={list.source}
      {...(selectable && { selection: list.selection, onSelect: list.setSelection })}
      {...(list.sort && { sort: list.sort })}
      onSort={list.setSort}
      {...(onOpen && { onOpen })}
      totals={{ filter: list.totals }}
      empty={<p>{isNarrowed(list.chosen) ? t('noneMatch') : empty}</p>}
    />
  )
}
