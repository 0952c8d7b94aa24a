import { Alert, Empty, Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useFoundRow } from '../../app/useFoundRow'
import { useQueryState } from '../../app/useQuery'
import { groupDigits } from '../../components/numbers'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { DepartureView } from '../../data/port'
import { DepartureActs } from './DepartureActs'

const tones: Readonly<Record<DepartureView['state'], StateTone>> = {
  draft: 'neutral',
  waiting: 'running',
  refused: 'bad',
  accepted: 'good',
  void: 'neutral',
}

function useColumns(): TableColumnsType<DepartureView> {
  const { t } = useTranslation('departure')
  return useMemo(() => {
    const tick = (ticked: DepartureView['arrived']) =>
      ticked ? (
        <span title={ticked.note}>
          {showTime(ticked.at).slice(0, 16)} {ticked.who}
        </span>
      ) : (
        <span className="face-note">{t('departures.awaited')}</span>
      )
    return [
      { key: 'copNo', title: t('departures.copNo'), width: 168, render: (_, d) => <code>{d.copNo}</code> },
      {
        key: 'billNo',
        title: t('departures.billNo'),
        width: 150,
        render: (_, d) => `${d.billNo} ${d.voyageNo}`,
      },
      {
        key: 'parcels',
        title: t('departures.parcels'),
        width: 62,
        align: 'right',
        render: (_, d) => groupDigits(String(d.parcels)),
      },
      {
        key: 'gross',
        title: t('departures.gross'),
        width: 80,
        align: 'right',
        render: (_, d) => groupDigits(d.grossWeight),
      },
      {
        key: 'state',
        title: t('departures.state'),
        width: 118,
        render: (_, d) => (
          <StateTag tone={tones[d.state]}>
            {t(`departures.states.${d.state}`)} {d.answer?.code}
          </StateTag>
        ),
      },
      { key: 'arrived', title: t('departures.arrived'), width: 132, render: (_, d) => tick(d.arrived) },
      { key: 'left', title: t('departures.left'), width: 132, render: (_, d) => tick(d.left) },
      { key: 'answer', title: t('departures.answer'), ellipsis: true, render: (_, d) => d.answer?.text },
      {
        key: 'act',
        title: t('departures.act'),
        width: 176,
        render: (_, d) => <DepartureActs departure={d} />,
      },
    ]
  }, [t])
}

/**
 * Every 总分单, newest first, with what others reported of it.
 * @param found one that was searched for
 */
export function Departures({ found }: { found?: string | undefined }) {
  const { t } = useTranslation('departure')
  const show = useText()
  const port = useBook()
  const columns = useColumns()
  const changes = useChanges('departures')
  const { value, state } = useQueryState(() => port.departures(), changes)
  const departures = value as DepartureView[] | undefined
  const { place, table } = useFoundRow(departures, found, { pageSize: 15 })
  return (
    <section
      ref={place}
      className="face-card"
      aria-label={t('face.departures')}
      data-help="departure.departures"
    >
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<DepartureView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={departures}
        loading={state === 'loading' && !departures}
        {...table}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('departures.none')} />,
        }}
      />
    </section>
  )
}
