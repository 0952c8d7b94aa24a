import { Alert, Empty, Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { BatchView } from '../../data/port'
import { BatchAct } from './BatchAct'
import { BatchDetail } from './BatchDetail'
import { shortId, stageTones } from './states'

const pageSize = 15

function Reason({ batch }: { batch: BatchView }) {
  const show = useText()
  const { t } = useTranslation('queue')
  if (!batch.reason && batch.refused.length > 0) return <>{t('refused', { count: batch.refused.length })}</>
  if (!batch.reason) return batch.ghost ? <>{t('ghost')}</> : null
  return (
    <>
      {show(batch.reason.text)} <code>{batch.reason.code}</code>
    </>
  )
}

function useColumns(): TableColumnsType<BatchView> {
  const { t } = useTranslation('queue')
  return useMemo(
    () => [
      { key: 'createdAt', title: t('column.createdAt'), width: 142, render: (_, b) => showTime(b.createdAt) },
      { key: 'id', title: t('column.id'), width: 78, render: (_, b) => <code>{shortId(b.id)}</code> },
      { key: 'batchNo', title: t('column.batchNo'), width: 120, render: (_, b) => b.batchNos.join(' ') },
      {
        key: 'stage',
        title: t('column.stage'),
        width: 132,
        render: (_, b) => <StateTag tone={stageTones[b.stage]}>{t(`stage.${b.stage}`)}</StateTag>,
      },
      { key: 'lists', title: t('column.lists'), dataIndex: 'lists', width: 52, align: 'right' },
      { key: 'documents', title: t('column.documents'), dataIndex: 'documents', width: 52, align: 'right' },
      { key: 'calls', title: t('column.calls'), width: 52, align: 'right', render: (_, b) => b.calls.length },
      {
        key: 'nextAt',
        title: t('column.nextAt'),
        width: 142,
        render: (_, b) => (b.nextAt ? showTime(b.nextAt) : ''),
      },
      { key: 'reason', title: t('column.reason'), render: (_, b) => <Reason batch={b} /> },
      { key: 'act', title: t('column.act'), width: 172, render: (_, b) => <BatchAct batch={b} /> },
    ],
    [t],
  )
}

/** Every batch, newest first; a row opens to what it carries and every try. */
export function Batches() {
  const { t } = useTranslation('queue')
  const show = useText()
  const port = useBook()
  const columns = useColumns()
  const changes = useChanges('outbox', 'batches', 'lists')
  const [page, setPage] = useState(1)
  const { value, state } = useQueryState(
    () => port.batches({ offset: (page - 1) * pageSize, limit: pageSize }),
    `${changes} ${page}`,
  )
  const rows = value?.rows as BatchView[] | undefined
  const unknown = rows?.some(({ stage }) => stage === 'sent' || stage === 'sending')
  return (
    <section className="queue-card" aria-label={t('batches.title')} data-help="queue.batches">
      <h2>{t('batches.title')}</h2>
      {unknown && <Alert className="queue-unknown" type="warning" showIcon title={t('unknownOutcome')} />}
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<BatchView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={rows}
        loading={state === 'loading' && !rows}
        pagination={{
          current: page,
          pageSize,
          total: value?.total ?? 0,
          onChange: setPage,
          hideOnSinglePage: true,
          showTotal: (total) => t('batches.total', { count: total }),
        }}
        expandable={{ expandedRowRender: (batch) => <BatchDetail batch={batch} /> }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('batches.none')} /> }}
        onRow={({ id }) => ({ 'data-batch': id }) as never}
      />
    </section>
  )
}
