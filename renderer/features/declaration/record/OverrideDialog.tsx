import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useUndoable } from '../../../app/useUndoable'
import type { ListField } from '../../../data/port'

type Props = { list: string; field: ListField; label: string; onClose: () => void }

/** The reason has to say something. */
const leastReason = 2

/** Replace one derived value with its reason; what the 清单 then breaks is refused in the words of that rule. */
export function OverrideDialog({ list, field, label, onClose }: Props) {
  const { t } = useTranslation('declaration')
  const port = useBook()
  const act = useUndoable()
  const [value, setValue] = useState(field.value)
  const [reason, setReason] = useState(field.override?.reason ?? '')
  const [busy, setBusy] = useState(false)
  const given = reason.trim().length >= leastReason && value.trim() !== '' && value.trim() !== field.value
  const save = async () => {
    if (!given || busy) return
    setBusy(true)
    const { document, line, element } = field
    const done = await act(
      () =>
        port.overrideField(
          list,
          { document, element, ...(line !== undefined && { line }) },
          value.trim(),
          reason.trim(),
        ),
      () => t('source.overridden', { element }),
    )
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Modal
      open
      title={t('source.overrideOf', { label })}
      okText={t('source.override')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !given }}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="face-note">{t('source.derived', { value: field.override?.derived ?? field.value })}</p>
      <label className="face-field">
        {t('source.newValue')}
        <Input autoFocus value={value} onChange={({ target }) => setValue(target.value)} />
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
