import { Alert, App, Descriptions, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffer } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { JournalEntry } from '../../data/port'
import { useActName } from './act-names'

/** One entry in full; what can be taken back is taken back here, with a reason. */
export function UndoAct({ entry, onClose }: { entry: JournalEntry; onClose: () => void }) {
  const { t } = useTranslation('journal')
  const show = useText()
  const nameOf = useActName()
  const port = useBook()
  const { message } = App.useApp()
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const given = why.trim() !== ''
  const offer = useOffer('undo', !given)
  const undo = async () => {
    if (offer.disabled || busy) return
    setBusy(true)
    try {
      await port.undo(entry.group, why.trim())
      void message.success(t('undo.done'))
      onClose()
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  const facts = [
    { key: 'at', value: showTime(entry.at) },
    { key: 'who', value: entry.who === 'engine' ? t('engine') : entry.who },
    { key: 'why', value: entry.why || t('noReason') },
    { key: 'changes', value: String(entry.changes) },
  ]
  return (
    <Modal
      open
      title={t('undo.title', { seq: entry.seq, name: nameOf(entry.name) })}
      okText={t('undo.confirm')}
      okButtonProps={{ danger: true, loading: busy, ...offer }}
      footer={(buttons, { CancelBtn }) => (entry.undoable ? buttons : <CancelBtn />)}
      cancelText={t('close')}
      onOk={() => void undo()}
      onCancel={onClose}
    >
      <Descriptions
        column={1}
        size="small"
        items={facts.map(({ key, value }) => ({ key, label: t(`column.${key}`), children: value }))}
      />
      {entry.undoable ? (
        <label className="journal-why">
          {t('undo.why')}
          <Input
            autoFocus
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void undo()
            }}
          />
          <span className="journal-hint">{t('undo.what')}</span>
        </label>
      ) : (
        <Alert type="info" showIcon title={t('undo.final')} />
      )}
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
    </Modal>
  )
}
