import { Alert, Input, Modal } from 'antd'
import { proxy } from 'comlink'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../app/book'
import { describeFailure, type Failure } from '../../../components/failure'
import { groupDigits } from '../../../components/numbers'
import { useText } from '../../../components/text'
import type { Purged, RetentionReport, WorkProgress } from '../../../data/port'

type PurgeDialogProps = { report: RetentionReport; onClose: () => void; onDone: (purged: Purged) => void }

/** The last question: why, and the password of who is signed in. There is no way back from here. */
export function PurgeDialog({ report, onClose, onDone }: PurgeDialogProps) {
  const { t } = useTranslation('audit')
  const show = useText()
  const { port, entry } = useSession()
  const [why, setWhy] = useState('')
  const [password, setPassword] = useState('')
  const [progress, setProgress] = useState<WorkProgress>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const given = why.trim() !== '' && password !== ''
  const purge = async () => {
    if (!given || busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      const ask = { act: 'purge' as const, subject: report.digest }
      const grant = await window.yiguan.invoke('vault.confirm', entry.id, password, ask)
      const tell = proxy((p: WorkProgress) => setProgress(p)) as never
      onDone(await port.purge(report.digest, why.trim(), grant, tell))
    } catch (error) {
      setFailure(describeFailure(error))
      setPassword('')
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('retention.purgeTitle')}
      okText={t('retention.purge', { n: groupDigits(String(report.goes)) })}
      okButtonProps={{ danger: true, disabled: !given, loading: busy }}
      cancelText={t('cancel')}
      cancelButtonProps={{ disabled: busy }}
      closable={!busy}
      onOk={() => void purge()}
      onCancel={onClose}
    >
      <Alert type="error" showIcon title={t('retention.final')} description={t('retention.backups')} />
      <div className="audit-form audit-purge">
        <label>
          {t('retention.why')}
          <Input autoFocus disabled={busy} value={why} onChange={({ target }) => setWhy(target.value)} />
        </label>
        <label>
          {t('retention.password')}
          <Input.Password
            autoComplete="off"
            disabled={busy}
            value={password}
            onChange={({ target }) => setPassword(target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void purge()
            }}
          />
        </label>
      </div>
      {progress && (
        <p className="face-note">{t('retention.progress', { done: progress.done, total: progress.total })}</p>
      )}
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
    </Modal>
  )
}
