import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../ActButton'
import { MergeDialog } from './MergeDialog'
import { useProposalCount } from './useProposals'

/** Says that orders of one consignee share a waybill, and leads to 合单. */
export function MergeNotice() {
  const { t } = useTranslation('merge')
  const count = useProposalCount()
  const [open, setOpen] = useState(false)
  return (
    <>
      {count > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('notice', { count })}
          action={
            <ActButton does="mergeOrders" size="small" type="primary" onClick={() => setOpen(true)}>
              {t('look')}
            </ActButton>
          }
        />
      )}
      {open && <MergeDialog onClose={() => setOpen(false)} />}
    </>
  )
}
