import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { MergeDialog } from '../../app/merge/MergeDialog'
import { useProposalCount } from '../../app/merge/useProposals'
import { useQueryState } from '../../app/useQuery'
import type { Filter } from '../../data/port'

/** One declared order is at most this many orders in one parcel; more are surely a mistake of selection. */
const mostOrders = 20

/** 合单: the selected orders, or those of one consignee that share a waybill, become one declared order. */
export function MergeOrders({ picked }: { picked: Filter | undefined }) {
  const { t } = useTranslation('orders')
  const port = useBook()
  const proposals = useProposalCount()
  const [open, setOpen] = useState(false)
  const { value: count = 0 } = useQueryState(
    async () => (picked ? (await port.totals('orders', picked)).rows : 0),
    JSON.stringify(picked ?? null),
  )
  const enabled = picked ? count > 1 && count <= mostOrders : proposals > 0
  return (
    <>
      <ActButton
        does="mergeOrders"
        data-help="orders.merge"
        disabled={!enabled}
        onClick={() => setOpen(true)}
      >
        {picked || proposals === 0 ? t('merge') : t('mergeProposed', { count: proposals })}
      </ActButton>
      {open && <MergeDialog {...(picked && { orders: picked })} onClose={() => setOpen(false)} />}
    </>
  )
}
