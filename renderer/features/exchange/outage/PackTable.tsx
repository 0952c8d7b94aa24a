import { Button, Empty, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { openTab } from '../../../app/navigation'
import { useQueryState } from '../../../app/useQuery'
import { showTime } from '../../../components/time'
import type { OutagePackView } from '../../../data/port'

/** Packs made from this book, newest first. */
export function PackTable({ version }: { version: number }) {
  const { t } = useTranslation('outage')
  const port = useBook()
  const { value } = useQueryState(() => port.outagePacks(), version)
  const open = ({ id, at }: OutagePackView) =>
    openTab({ view: 'queue/pack', params: { id }, title: t('tab', { time: showTime(at).slice(5, 16) }) })
  return (
    <Table<OutagePackView>
      size="small"
      rowKey="id"
      title={() => t('packs')}
      dataSource={value as OutagePackView[] | undefined}
      pagination={{ pageSize: 10, hideOnSinglePage: true }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} /> }}
      columns={[
        { key: 'at', title: t('column.at'), width: 150, render: (_, pack) => showTime(pack.at) },
        { key: 'who', title: t('column.who'), width: 100, dataIndex: 'who' },
        { key: 'why', title: t('column.why'), dataIndex: 'why' },
        { key: 'lists', title: t('column.lists'), width: 70, align: 'right', dataIndex: 'lists' },
        { key: 'documents', title: t('column.documents'), width: 70, align: 'right', dataIndex: 'documents' },
        {
          key: 'act',
          title: t('column.act'),
          width: 110,
          render: (_, pack) => (
            <Button size="small" onClick={() => open(pack)}>
              {t('check')}
            </Button>
          ),
        },
      ]}
    />
  )
}
