import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { amountColumn, numberColumn, textColumn, timeColumn } from '../../app/list/columns'
import { RoomListView } from '../../app/list/RoomListView'
import { useRoomList } from '../../app/list/useRoomList'
import { openTab } from '../../app/navigation'
import type { ViewProps } from '../../app/room'
import { useColumnTitles } from '../../components/column-titles'
import type { GridColumn } from '../../components/grid'
import { StateTag } from '../../components/StateTag'
import type { OrderState } from '../../data/port'
import { ChooseMode } from './ChooseMode'
import { MergeOrders } from './MergeOrders'
import { OrdersBulkEdit } from './OrdersBulkEdit'
import { stateKey, stateTones } from './states'
import { listed, useText } from '../../components/text'

function useColumns(): GridColumn[] {
  const { t } = useTranslation('orders')
  const show = useText()
  const title = useColumnTitles('orders', 'column')
  return useMemo(() => {
    const many = (prefix: string) => (value: unknown) =>
      show(listed((value as string[]).map((each) => t(`${prefix}.${each}`, { defaultValue: each }))))
    const plain = (key: string, width: number, more: Partial<GridColumn> = {}) =>
      textColumn({ key, title: title(key), width, ...more })
    const number = (key: string, width: number) => numberColumn({ key, title: title(key), width })
    const state = (value: unknown) => t(`state.${stateKey(String(value))}`)
    return [
      plain('orderNo', 150, { frozen: true }),
      plain('state', 96, {
        format: state,
        render: (value) => <StateTag tone={stateTones[value as OrderState]}>{state(value)}</StateTag>,
      }),
      plain('mode', 150, { format: (value) => (value === '' ? '' : t(`modes:path.${String(value)}`)) }),
      plain('labels', 100, { format: (value) => show(listed(value as string[])) }),
      timeColumn({ key: 'orderedAt', title: title('orderedAt'), width: 150 }),
      plain('country', 80),
      plain('currency', 72),
      amountColumn({ key: 'amount', title: title('amount'), width: 100 }),
      number('pieces', 60),
      number('lines', 60),
      number('netWeight', 84),
      number('grossWeight', 84),
      plain('paymentNo', 130),
      plain('waybillNo', 140),
      plain('copNo', 170),
      plain('mergedInto', 120, { hidden: true }),
      plain('breaks', 150, { format: many('break') }),
      plain('missing', 140, { format: (value) => show(listed(value as string[])) }),
      plain('platform', 90),
      plain('shop', 100),
      plain('owner', 80, { hidden: true }),
      plain('remindOn', 100, { hidden: true }),
      plain('note', 160, { hidden: true }),
      plain('kind', 90, { hidden: true, format: (kind) => t(`kind.${String(kind)}`) }),
      plain('day', 100, { hidden: true }),
    ]
  }, [t, show, title])
}

/** Orders as imported, with where each stands. */
export function OrdersRoom({ params }: ViewProps) {
  const { t } = useTranslation('orders')
  const own = useColumnTitles('orders', 'room')
  const list = useRoomList('orders', params)
  const columns = useColumns()
  const filters = [
    { column: 'state', title: t('column.state'), label: (state: string) => t(`state.${stateKey(state)}`) },
    {
      column: 'mode',
      title: t('column.mode'),
      label: (path: string) => (path === '' ? t('modes:asTemplate') : t(`modes:path.${path}`)),
    },
    { column: 'shop', title: t('column.shop') },
    { column: 'currency', title: t('column.currency') },
    { column: 'country', title: t('column.country') },
    { column: 'labels', title: t('column.labels') },
    { column: 'owner', title: t('column.owner') },
    {
      column: 'breaks',
      title: t('column.breaks'),
      label: (kind: string) => t(`break.${kind}`, { defaultValue: kind }),
    },
  ]
  return (
    <RoomListView
      table="orders"
      preset={params}
      title={own('title')}
      list={list}
      columns={columns}
      filters={filters}
      empty={<p>{t('empty')}</p>}
      onOpen={(row) =>
        openTab({ view: 'orders/record', params: { id: row.id }, title: String(row['orderNo']) })
      }
    >
      <OrdersBulkEdit
        filter={list.picked ?? list.filter}
        rows={list.totals?.selection?.rows ?? list.source.total}
      />
      <ChooseMode
        orders={list.picked ?? list.filter}
        rows={list.totals?.selection?.rows ?? list.source.total}
      />
      <MergeOrders picked={list.picked} />
    </RoomListView>
  )
}
