import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../app/book'
import type { Filter } from '../../../data/port'
import { ActScope } from './ActScope'
import { useScope } from './useScope'

type DeclareDialogProps = { filter: Filter; onConfirm: () => void; onClose: () => void }

/** Before anything is queued: how many, how much, and where it goes. Confirming closes it, so it is confirmed once. */
export function DeclareDialog({ filter, onConfirm, onClose }: DeclareDialogProps) {
  const { t } = useTranslation('declaration')
  const { entry } = useSession()
  const totals = useScope(filter)
  const count = totals?.documents ?? 0
  return (
    <Modal
      open
      title={t('declare.title')}
      okText={t('act.declare')}
      cancelText={t('cancel')}
      // Busy, not disabled, until the figures are there: a disabled button does not take the focus, and Enter would close.
      okButtonProps={{ loading: !totals, disabled: totals?.documents === 0, autoFocus: true }}
      onOk={onConfirm}
      onCancel={onClose}
    >
      {/* The sentence with the figures: a dialog that grows later moves its buttons away from the pointer. */}
      {totals && (
        <>
          <p>{count === 0 ? t('declare.nothing') : t(`declare.${entry.kind}`, { count })}</p>
          <ActScope totals={totals} />
        </>
      )}
    </Modal>
  )
}
