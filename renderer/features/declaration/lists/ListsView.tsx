import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RoomListView } from '../../../app/list/RoomListView'
import { useRoomList } from '../../../app/list/useRoomList'
import { openTab } from '../../../app/navigation'
import type { Params } from '../../../app/room'
import { WorkPanel } from '../../../app/WorkPanel'
import { useColumnTitles } from '../../../components/column-titles'
import { useCodeBook } from '../../../components/useCodeBook'
import { shownCode, shownCurrency } from '../codes'
import { ListActs } from './ListActs'
import { ActResult } from './ActResult'
import type { ActOutcome } from './acts'
import { useAwaitedWords } from './awaited'
import { useListColumns } from './columns'
import { Unsigned } from './Unsigned'
import { PrintTools } from '../print/PrintTools'
import type { Query } from '../print/rows'

/** Every 清单 with where it stands, and what may be done with those selected. */
export function ListsView({ preset, onShowAll }: { preset: Params; onShowAll: () => void }) {
  const { t } = useTranslation('declaration')
  const title = useColumnTitles('declaration', 'lists')('label')
  const codes = useCodeBook()
  const list = useRoomList('lists', preset)
  const columns = useListColumns()
  const awaited = useAwaitedWords()
  const [outcome, setOutcome] = useState<ActOutcome>()
  const filters = useMemo(
    () => [
      { column: 'state', title: t('list.state'), label: (state: string) => t(`state.${state}`) },
      { column: 'awaits', title: t('list.awaits'), label: awaited },
      { column: 'direction', title: t('list.direction'), label: (value: string) => t(`direction.${value}`) },
      {
        column: 'outdated',
        title: t('outdated'),
        label: (value: string) => t(value === 'true' ? 'outdated' : 'current'),
      },
      {
        column: 'remarks',
        title: t('list.remarks'),
        label: (value: string) => t(`remark.${value}`),
      },
      {
        column: 'withdrawal',
        title: t('list.withdrawal'),
        label: (value: string) => t(`withdrawal.${value}`),
      },
      { column: 'batchNo', title: t('list.batchNo') },
      {
        column: 'country',
        title: t('list.country'),
        label: (code: string) => shownCode(codes, 'country', code),
      },
      { column: 'currency', title: t('list.currency'), label: (code: string) => shownCurrency(codes, code) },
      { column: 'shop', title: t('list.shop') },
    ],
    [t, codes, awaited],
  )
  const target = list.picked ?? list.filter
  const query: Query = (offset, limit) => ({ ...list.query(offset, limit), table: 'lists', filter: target })
  return (
    <div className="lists">
      <ListActs
        filter={target}
        selected={list.picked !== undefined}
        total={list.source.total}
        onDone={setOutcome}
      >
        <PrintTools query={query} />
      </ListActs>
      <Unsigned />
      <WorkPanel acts={['declare', 'rebuild', 'void', 'takeBack', 'withdraw', 'correct']} />
      {outcome && <ActResult outcome={outcome} onClose={() => setOutcome(undefined)} />}
      <div className="lists-grid">
        <RoomListView
          table="lists"
          preset={preset}
          onShowAll={onShowAll}
          title={title}
          list={list}
          columns={columns}
          filters={filters}
          empty={<p>{t('lists.empty')}</p>}
          onOpen={(row) =>
            openTab({ view: 'lists/record', params: { id: row.id }, title: String(row['copNo']) })
          }
        />
      </div>
    </div>
  )
}
