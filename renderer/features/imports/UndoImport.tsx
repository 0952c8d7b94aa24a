import { UndoOutlined } from '@ant-design/icons'
import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { ImportView } from '../../data/port'

/** Take out everything an import brought, after saying how much that is and why. */
export function UndoImport({ view }: { view: ImportView }) {
  const { t } = useTranslation('imports')
  const show = useText()
  const port = useBook()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const given = why.trim() !== ''

  const undo = async () => {
    if (!given) return
    setBusy(true)
    try {
      await port.undoImport(view.id, why.trim())
      setOpen(false)
      void message.success(t('undo.done', { file: view.file }))
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <ActButton does="undoImport" danger icon={<UndoOutlined />} onClick={() => setOpen(true)}>
        {t('undo.button')}
      </ActButton>
      <Modal
        open={open}
        title={t('undo.title', { file: view.file })}
        okText={t('undo.confirm')}
        okButtonProps={{ danger: true, disabled: !given, loading: busy }}
        onOk={() => void undo()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>
          {t('undo.what', {
            records: groupDigits(String(view.stored.records)),
            refused: groupDigits(String(view.stored.refused)),
          })}
        </p>
        <label className="undo-why">
          {t('undo.why')}
          <Input
            autoFocus
            value={why}
            onChange={(e) => setWhy(e.target.value)}
            onPressEnter={() => void undo()}
          />
        </label>
        {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      </Modal>
    </>
  )
}
