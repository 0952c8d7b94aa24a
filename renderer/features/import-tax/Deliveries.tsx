import { Alert, Empty, Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { returnInstant } from '#shared/protocol/receipts'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { DeliveryView } from '../../data/port'

/** 入库明细单 of sites, each with the parcels that no 清单 here has. */
export function Deliveries() {
  const { t } = useTranslation('import-tax')
  const show = useText()
  const port = useBook()
  const changes = useChanges('deliveries', 'lists')
  const { value, state } = useQueryState(() => port.deliveries(), changes)
  const columns = useMemo<TableColumnsType<DeliveryView>>(
    () => [
      { key: 'number', title: t('delivery.number'), width: 190, render: (_, d) => <code>{d.number}</code> },
      {
        key: 'at',
        title: t('delivery.at'),
        width: 150,
        render: (_, d) => showTime(returnInstant(d.at) ?? d.at),
      },
      { key: 'operator', title: t('delivery.operator'), width: 160, dataIndex: 'operatorName' },
      { key: 'bill', title: t('delivery.bill'), width: 190, render: (_, d) => `${d.billNo} ${d.voyageNo}` },
      {
        key: 'parcels',
        title: t('delivery.parcels'),
        width: 90,
        align: 'right',
        render: (_, d) => d.logisticsNos.length,
      },
      { key: 'known', title: t('delivery.known'), width: 90, align: 'right', dataIndex: 'known' },
      {
        key: 'unknown',
        title: t('delivery.unknown'),
        ellipsis: true,
        render: (_, d) => <code>{d.unknown.join(' ')}</code>,
      },
    ],
    [t],
  )
  return (
    <>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<DeliveryView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={(value as DeliveryView[] | undefined) ?? []}
        loading={!value && state === 'loading'}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('delivery.none')} />,
        }}
      />
    </>
  )
}
