import { Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type ReasonDialogProps = {
  title: string
  confirm: string
  danger?: boolean
  /** There is nothing the act could be done to. */
  disabled?: boolean
  children?: ReactNode
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** An act that needs a reason: it goes into the journal. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, confirm, danger, disabled = false, children, onConfirm, onClose } = props
  const { t } = useTranslation('declaration')
  const [reason, setReason] = useState('')
  const given = reason.trim() !== '' && !disabled
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText={t('cancel')}
      okButtonProps={{ danger, disabled: !given }}
      onOk={() => onConfirm(reason.trim())}
      onCancel={onClose}
    >
      {children}
      <label className="reason">
        {t('reason')}
        <Input
          autoFocus
          aria-required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing && given) onConfirm(reason.trim())
          }}
        />
      </label>
    </Modal>
  )
}
