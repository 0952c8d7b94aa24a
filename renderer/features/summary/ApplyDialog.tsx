import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SummaryPreview } from '../../data/port'
import { Sums } from './Sums'

export type Declarant = { code: string; name: string }
type ApplyDialogProps = {
  preview: SummaryPreview
  onConfirm: (declarant: Declarant | undefined, why: string) => void
  onClose: () => void
}

/** The sums once more, who makes the 报关单 where that is somebody else, and why: it goes into the journal. */
export function ApplyDialog({ preview, onConfirm, onClose }: ApplyDialogProps) {
  const { t } = useTranslation('summary')
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [why, setWhy] = useState('')
  const half = (code.trim() === '') !== (name.trim() === '')
  const ready = why.trim() !== '' && !half
  const confirm = () =>
    onConfirm(code.trim() === '' ? undefined : { code: code.trim(), name: name.trim() }, why.trim())
  return (
    <Modal
      open
      width={640}
      title={t('apply.title', { count: preview.applications })}
      okText={t('apply.do')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !ready }}
      onOk={confirm}
      onCancel={onClose}
    >
      <Sums preview={preview} />
      <div className="face-fields" data-help="summary.declarant">
        <label>
          {t('apply.declarantCode')}
          <Input
            value={code}
            maxLength={18}
            placeholder={t('apply.self')}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <label>
          {t('apply.declarantName')}
          <Input
            value={name}
            maxLength={100}
            status={half ? 'error' : ''}
            placeholder={t('apply.self')}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      </div>
      {half && <p className="face-error">{t('apply.half')}</p>}
      <label className="face-field">
        {t('reason')}
        <Input
          autoFocus
          aria-required
          value={why}
          onChange={(event) => setWhy(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing && ready) confirm()
          }}
        />
      </label>
    </Modal>
  )
}
