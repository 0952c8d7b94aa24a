import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { amountColumn, numberColumn, textColumn, timeColumn } from '../../app/list/columns'
import { RoomListView } from '../../app/list/RoomListView'
import { useRoomList } from '../../app/list/useRoomList'
import type { ViewProps } from '../../app/room'
import { useColumnTitles } from '../../components/column-titles'

/** 运单: parcels with their weight and the order they carry, as imported. */
export function WaybillsRoom({ params }: ViewProps) {
  const { t } = useTranslation('waybills')
  const title = useColumnTitles('waybills', 'column')
  const own = useColumnTitles('waybills', 'room')
  const list = useRoomList('waybills', params)
  const columns = useMemo(
    () => [
      textColumn({ key: 'waybillNo', title: title('waybillNo'), width: 180, frozen: true }),
      textColumn({ key: 'orderNo', title: title('orderNo'), width: 150 }),
      textColumn({ key: 'logisticsCode', title: title('logisticsCode'), width: 120 }),
      numberColumn({ key: 'pieces', title: title('pieces'), width: 70 }),
      numberColumn({ key: 'grossWeight', title: title('grossWeight'), width: 96 }),
      textColumn({ key: 'currency', title: title('currency'), width: 64 }),
      amountColumn({ key: 'amount', title: title('amount'), width: 96 }),
      textColumn({ key: 'totalPackageNo', title: title('totalPackageNo'), width: 130 }),
      textColumn({ key: 'billNo', title: title('billNo'), width: 130 }),
      timeColumn({ key: 'shippedAt', title: title('shippedAt'), width: 150 }),
      textColumn({ key: 'day', title: title('day'), width: 100, hidden: true }),
    ],
    [title],
  )
  const filters = [
    { column: 'logisticsCode', title: t('column.logisticsCode') },
    { column: 'totalPackageNo', title: t('column.totalPackageNo') },
    { column: 'currency', title: t('column.currency') },
  ]
  return (
    <RoomListView
      table="waybills"
      preset={params}
      title={own('title')}
      list={list}
      columns={columns}
      filters={filters}
      empty={<p>{t('empty')}</p>}
    />
  )
}
