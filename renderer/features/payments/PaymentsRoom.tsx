import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { amountColumn, textColumn, timeColumn } from '../../app/list/columns'
import { RoomListView } from '../../app/list/RoomListView'
import { useRoomList } from '../../app/list/useRoomList'
import type { ViewProps } from '../../app/room'
import { useColumnTitles } from '../../components/column-titles'

/** 收款单: what was received, refunded and converted, as imported. */
export function PaymentsRoom({ params }: ViewProps) {
  const { t } = useTranslation('payments')
  const title = useColumnTitles('payments', 'column')
  const own = useColumnTitles('payments', 'room')
  const list = useRoomList('payments', params)
  const columns = useMemo(
    () => [
      textColumn({ key: 'paymentNo', title: title('paymentNo'), width: 190, frozen: true }),
      textColumn({
        key: 'kind',
        title: title('kind'),
        width: 76,
        format: (kind) => t(`kind.${String(kind)}`),
      }),
      textColumn({ key: 'orderNo', title: title('orderNo'), width: 150 }),
      timeColumn({ key: 'paidAt', title: title('paidAt'), width: 150 }),
      textColumn({ key: 'currency', title: title('currency'), width: 64 }),
      amountColumn({ key: 'amount', title: title('amount'), width: 110 }),
      amountColumn({ key: 'fee', title: title('fee'), width: 90 }),
      textColumn({ key: 'status', title: title('status'), width: 110 }),
      textColumn({ key: 'platform', title: title('platform'), width: 100 }),
      textColumn({ key: 'shop', title: title('shop'), width: 110 }),
      textColumn({ key: 'day', title: title('day'), width: 100, hidden: true }),
    ],
    [t, title],
  )
  const filters = [
    { column: 'kind', title: t('column.kind'), label: (kind: string) => t(`kind.${kind}`) },
    { column: 'shop', title: t('column.shop') },
    { column: 'currency', title: t('column.currency') },
  ]
  return (
    <RoomListView
      table="payments"
      preset={params}
      title={own('title')}
      list={list}
      columns={columns}
      filters={filters}
      empty={<p>{t('empty')}</p>}
    />
  )
}
