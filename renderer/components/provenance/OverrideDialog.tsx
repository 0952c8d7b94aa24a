import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldControl } from '../record-form/FieldControl'
import type { FieldInput } from '../record-form/types'
import { useText } from '../text'
import type { Text } from '#shared/model/text'

type Props = {
  label: Text
  input: FieldInput
  /** What stands there now, and why if it was replaced before. */
  value: string
  reason?: string
  /** What the source says, as people read it. */
  derived: string
  /** The value may stay as it is: only its reason is asked for. */
  keep?: boolean
  /** Resolves to whether it was taken; the dialog stays with its input where it was not. */
  onSave: (value: string, reason: string) => Promise<boolean>
  onClose: () => void
}

/** The reason has to say something. */
const leastReason = 2

/** 手改: replace one derived value, with the reason that is shown beside it from then on. */
export function OverrideDialog({ label, input, derived, keep = false, onSave, onClose, ...start }: Props) {
  const { t } = useTranslation('provenance')
  const show = useText()
  const [value, setValue] = useState(start.value)
  const [reason, setReason] = useState(start.reason ?? '')
  const [busy, setBusy] = useState(false)
  const given =
    reason.trim().length >= leastReason && value.trim() !== '' && (keep || value.trim() !== start.value)
  const save = async () => {
    if (!given || busy) return
    setBusy(true)
    const taken = await onSave(value.trim(), reason.trim())
    setBusy(false)
    if (taken) onClose()
  }
  return (
    <Modal
      open
      title={t('overrideOf', { label: show(label) })}
      okText={t('override')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !given }}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="face-note">{t('derived', { value: derived })}</p>
      <label className="face-field">
        {t('newValue')}
        <FieldControl
          field={{ key: 'value', label: { zh: t('newValue'), en: t('newValue') }, input, helpId: '' }}
          value={value}
          autoFocus
          onChange={setValue}
        />
      </label>
      <label className="face-field">
        {t('reason')}
        <Input
          aria-required
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          onPressEnter={({ nativeEvent }) => {
            if (!nativeEvent.isComposing) void save()
          }}
        />
      </label>
    </Modal>
  )
}
