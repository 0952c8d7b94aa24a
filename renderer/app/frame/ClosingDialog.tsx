import { Alert, Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { closeWindow, keepAndClose, stayOpen, unsavedTitles } from '../closing'

/** Asked when a window with unsaved input is closed: names it, and keeps it whatever the answer. */
export function ClosingDialog() {
  const { t } = useTranslation('app')
  const show = useText()
  const [titles, setTitles] = useState<readonly string[]>([])
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  useEffect(
    () =>
      window.yiguan.on('app.closing', ({ ask }) => {
        if (ask) setTitles(unsavedTitles())
      }),
    [],
  )
  const stay = () => {
    void stayOpen()
    setTitles([])
    setFailure(undefined)
  }
  const close = async () => {
    setBusy(true)
    try {
      await keepAndClose()
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open={titles.length > 0}
      title={t('closing.title')}
      onCancel={stay}
      width={480}
      footer={
        <>
          {failure && (
            <Button danger onClick={() => void closeWindow()}>
              {t('closing.discard')}
            </Button>
          )}
          <Button onClick={stay}>{t('closing.stay')}</Button>
          <Button type="primary" autoFocus loading={busy} onClick={() => void close()}>
            {t('closing.close')}
          </Button>
        </>
      }
    >
      <p>{t('closing.what')}</p>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <p>{t('closing.kept')}</p>
      {failure && <Alert type="error" showIcon title={t('closing.failed', { reason: show(failure.text) })} />}
    </Modal>
  )
}
