import { Alert, Empty, Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { writtenPeriod } from '#shared/summary/period'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useFoundRow } from '../../app/useFoundRow'
import { useQueryState } from '../../app/useQuery'
import { groupDigits } from '../../components/numbers'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { ApplicationView } from '../../data/port'
import { ApplicationActs } from './ApplicationActs'
import { ReadNotes } from './ReadNotes'
import { ResultView } from './ResultView'

const tones: Readonly<Record<ApplicationView['state'], StateTone>> = {
  draft: 'neutral',
  waiting: 'running',
  refused: 'bad',
  accepted: 'good',
  void: 'neutral',
}

function useColumns(): TableColumnsType<ApplicationView> {
  const { t } = useTranslation('summary')
  return useMemo(
    () => [
      { key: 'copNo', title: t('application.copNo'), width: 200, render: (_, a) => <code>{a.copNo}</code> },
      { key: 'period', title: t('application.period'), width: 84, render: (_, a) => writtenPeriod(a.period) },
      {
        key: 'state',
        title: t('application.state'),
        width: 150,
        render: (_, a) => (
          <StateTag tone={tones[a.state]}>
            {t(`application.states.${a.state}`)} {a.answer?.code}
          </StateTag>
        ),
      },
      {
        key: 'lists',
        title: t('application.lists'),
        width: 70,
        align: 'right',
        render: (_, a) => groupDigits(String(a.lists)),
      },
      {
        key: 'customs',
        title: t('application.entries'),
        width: 110,
        align: 'right',
        render: (_, a) => t('application.entriesOf', { came: a.customs.length, wanted: a.entries }),
      },
      {
        key: 'queuedAt',
        title: t('application.queuedAt'),
        width: 166,
        render: (_, a) => showTime(a.queuedAt ?? ''),
      },
      { key: 'answer', title: t('application.answer'), ellipsis: true, render: (_, a) => a.answer?.text },
      {
        key: 'act',
        title: t('application.act'),
        width: 150,
        render: (_, a) => <ApplicationActs application={a} />,
      },
    ],
    [t],
  )
}

const holds = ({ id, customs }: ApplicationView, found: string) =>
  id === found || customs.some((entry) => entry.id === found)

/**
 * Every 汇总申请, newest first; a row opens to the 报关单 that came of it and to what differs from the preview.
 * @param found a 汇总申请, or a 报关单 of one, that was searched for
 */
export function Applications({ found }: { found?: string | undefined }) {
  const { t } = useTranslation('summary')
  const show = useText()
  const port = useBook()
  const columns = useColumns()
  const changes = useChanges('applications', 'customsEntries')
  const { value, state } = useQueryState(() => port.applications(), changes)
  const applications = value as ApplicationView[] | undefined
  const { place, table, expandable } = useFoundRow(applications, found, { pageSize: 15, holds })
  return (
    <section
      ref={place}
      className="face-card"
      aria-label={t('applications.title')}
      data-help="summary.applications"
    >
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {applications !== undefined && applications.length > 0 && <ReadNotes />}
      <Table<ApplicationView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={applications}
        loading={state === 'loading' && !applications}
        {...table}
        expandable={{
          ...expandable,
          expandedRowRender: (application) => <ResultView application={application} version={changes} />,
          rowExpandable: ({ state: at }) => at === 'accepted',
        }}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('applications.none')} />,
        }}
      />
    </section>
  )
}
