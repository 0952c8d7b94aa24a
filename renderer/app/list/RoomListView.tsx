import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Grid, type GridColumn, type GridRow, type Totals } from '../../components/grid'
import { languageOf } from '../../components/text'
import type { Text } from '#shared/model/text'
import type { Room } from '../../data/port'
import { useSession } from '../book'
import { openRoom } from '../navigation'
import type { Params } from '../room'
import { isNarrowed } from './conditions'
import { exportList } from './export-list'
import { ListTools, type ValueFilter } from './ListTools'
import type { RoomList } from './useRoomList'

/** Figures that a room's records do not carry: a zero there would say something that is not so. */
const absent: Partial<Record<Room, readonly (keyof Totals)[]>> = {
  payments: ['pieces', 'grossKg', 'netKg'],
  waybills: ['netKg'],
}
const carried = (table: Room, totals: Totals): Totals =>
  Object.fromEntries(
    Object.entries(totals).filter(([name]) => !absent[table]?.includes(name as keyof Totals)),
  ) as Totals

type RoomListViewProps<R extends Room> = {
  table: R
  title: Text
  list: RoomList<R>
  columns: readonly GridColumn[]
  filters: readonly ValueFilter[]
  empty: ReactNode
  onOpen?: (row: GridRow) => void
  /** What the room was opened with: it shows a part of the list, which is said and can be taken off. */
  preset?: Params
  onShowAll?: () => void
  /** Acts on what is selected, beside the export. */
  children?: ReactNode
}

/** A whole list room: filters above, the grid, and its bottom line. */
export function RoomListView<R extends Room>(props: RoomListViewProps<R>) {
  const { table, title, list, columns, filters, empty, onOpen, preset = {}, children } = props
  const { onShowAll = () => openRoom(table, {}) } = props
  const { t, i18n } = useTranslation('list')
  const { port, entry } = useSession()
  const language = languageOf(i18n.language)
  const onExport = () =>
    exportList(port, { name: title[language], book: entry.kind, language, columns, query: list.query })
  return (
    <div className="list-room" data-room={table}>
      <ListTools
        table={table}
        list={list}
        filters={filters}
        onExport={onExport}
        onShowAll={Object.keys(preset).length > 0 ? onShowAll : undefined}
      >
        {children}
      </ListTools>
      <div className="list-grid">
        <Grid
          id={table}
          label={title}
          columns={columns}
          source={list.source}
          selection={list.selection}
          onSelect={list.setSelection}
          sort={list.sort}
          onSort={list.setSort}
          onOpen={onOpen}
          totals={
            list.totals && {
              filter: carried(table, list.totals.filter),
              ...(list.totals.selection && { selection: carried(table, list.totals.selection) }),
            }
          }
          empty={isNarrowed(list.chosen) ? <p>{t('noneMatch')}</p> : empty}
        />
      </div>
    </div>
  )
}
