import { Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type AskReasonProps = {
  title: string
  confirm: string
  danger?: boolean
  /** Something else is still missing. */
  blocked?: boolean
  /** A note may be left out; a reason may not. */
  optional?: boolean
  children?: ReactNode
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** An act with its reason, which goes into the journal. */
export function AskReason(props: AskReasonProps) {
  const { title, confirm, danger, blocked = false, optional = false, children, onConfirm, onClose } = props
  const { t } = useTranslation('departure')
  const [reason, setReason] = useState('')
  const ready = !blocked && (optional || reason.trim() !== '')
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !ready, ...(danger && { danger }) }}
      onOk={() => onConfirm(reason.trim())}
      onCancel={onClose}
    >
      {children}
      <label className="face-field">
        {t(optional ? 'note' : 'reason')}
        <Input
          autoFocus
          aria-required={!optional}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing && ready) onConfirm(reason.trim())
          }}
        />
      </label>
    </Modal>
  )
}
