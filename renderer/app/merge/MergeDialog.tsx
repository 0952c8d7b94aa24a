import { Alert, Modal, Spin, Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupDigits } from '../../components/numbers'
import { listed, useText } from '../../components/text'
import type { Filter, MergeProposal } from '../../data/port'
import { useBook } from '../book'
import { useAct } from '../useAct'
import { useQueryState } from '../useQuery'

const perPage = 10
const keyOf = ({ orders }: MergeProposal) => orders.map(({ id }) => id).join()

type MergeDialogProps = {
  /** Orders an officer chose; without it, those that share a waybill. */
  orders?: Filter
  onClose: () => void
}

function useColumns(): TableColumnsType<MergeProposal> {
  const { t } = useTranslation('merge')
  const show = useText()
  return useMemo(
    () => [
      { key: 'orderNo', title: t('column.orderNo'), dataIndex: 'orderNo', width: 120 },
      {
        key: 'orders',
        title: t('column.orders'),
        render: (_, { orders }) => show(listed(orders.map(({ orderNo }) => orderNo))),
      },
      { key: 'waybillNo', title: t('column.waybillNo'), dataIndex: 'waybillNo', width: 150 },
      { key: 'country', title: t('column.country'), dataIndex: 'country', width: 90 },
      {
        key: 'amount',
        title: t('column.amount'),
        width: 120,
        align: 'right',
        render: (_, { currency, amount }) => `${currency} ${groupDigits(amount)}`,
      },
      { key: 'lines', title: t('column.lines'), dataIndex: 'lines', width: 56, align: 'right' },
      {
        key: 'fault',
        title: t('column.fault'),
        width: 190,
        render: (_, { fault }) => (fault ? t(`fault.${fault}`) : t('possible')),
      },
    ],
    [t, show],
  )
}

/** 合单: what would be declared as one, before it is done; all that can be done is ticked. */
export function MergeDialog({ orders, onClose }: MergeDialogProps) {
  const { t } = useTranslation('merge')
  const show = useText()
  const port = useBook()
  const columns = useColumns()
  const { offerUndo, refuse } = useAct()
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const { value, state } = useQueryState(() => port.mergeProposals(orders), JSON.stringify(orders ?? null))
  const proposals = value as MergeProposal[] | undefined
  const chosen = (proposals ?? []).filter((one) => !one.fault && !unticked.has(keyOf(one)))

  const merge = async () => {
    setBusy(true)
    try {
      const groups = chosen.map((one) => one.orders.map(({ id }) => id))
      const { group, merged } = await port.mergeOrders(groups, t('why'))
      offerUndo(t('said', { count: merged }), group)
      onClose()
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width={980}
      title={t('title')}
      okText={t('ok', { count: chosen.length })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: chosen.length === 0, loading: busy }}
      // What was asked for goes on: closed meanwhile, its end would close the dialog that was opened next.
      cancelButtonProps={{ disabled: busy }}
      closable={!busy}
      onOk={() => void merge()}
      {...(!busy && { onCancel: onClose })}
    >
      <p>{t('what')}</p>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {!proposals && state === 'loading' && <Spin />}
      {proposals && (
        <Table<MergeProposal>
          size="small"
          rowKey={keyOf}
          columns={columns}
          dataSource={proposals}
          pagination={{ pageSize: perPage, hideOnSinglePage: true }}
          locale={{ emptyText: t('none') }}
          rowSelection={{
            selectedRowKeys: chosen.map(keyOf),
            getCheckboxProps: ({ fault, orderNo }) => ({ disabled: fault !== undefined, name: orderNo }),
            onChange: (keys) =>
              setUnticked(new Set(proposals.map(keyOf).filter((key) => !keys.includes(key)))),
          }}
        />
      )}
    </Modal>
  )
}
