import { Alert, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useAct } from '../../../app/useAct'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { RetentionHold } from '../../../data/port'
import { askedOf } from '../asked'

/** Documents that stay whatever their age, because an inspection or a dispute is under way. */
export function Holds() {
  const { t } = useTranslation('audit')
  const show = useText()
  const port = useBook()
  const { refuse } = useAct()
  const version = useChanges('settings')
  const { value, state } = useQueryState(() => port.retentionHolds(), version)
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [lifting, setLifting] = useState<RetentionHold>()
  const { ask } = askedOf({ by: 'numbers', text, from: '', to: '' })
  const hold = async () => {
    try {
      await port.holdDocuments(ask!, reason.trim())
      setText('')
      setReason('')
    } catch (error) {
      refuse(error)
    }
  }
  return (
    <section className="face-card audit-form" aria-label={t('hold.title')}>
      <h2>{t('hold.title')}</h2>
      <p className="face-note">{t('hold.what')}</p>
      <label data-help="audit.hold">
        {t('numbers')}
        <Input.TextArea rows={3} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <label>
        {t('hold.reason')}
        <Input value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <div className="face-tools">
        <ActButton does="holdDocuments" disabled={!ask || reason.trim() === ''} onClick={() => void hold()}>
          {t('hold.button')}
        </ActButton>
      </div>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<RetentionHold>
        size="small"
        rowKey="id"
        aria-label={t('hold.title')}
        loading={state === 'loading'}
        dataSource={value ?? []}
        pagination={{ pageSize: 8, hideOnSinglePage: true }}
        locale={{ emptyText: t('hold.none') }}
        columns={[
          {
            title: t('column.range'),
            ellipsis: true,
            render: (_v, { asked }) =>
              'numbers' in asked ? asked.numbers.join(' ') : `${asked.from} – ${asked.to}`,
          },
          { title: t('hold.reason'), dataIndex: 'reason' },
          { title: t('column.at'), render: (_v, { at }) => showTime(at) },
          {
            title: '',
            render: (_v, one) => (
              <ActButton does="liftHold" type="link" size="small" onClick={() => setLifting(one)}>
                {t('hold.lift')}
              </ActButton>
            ),
          },
        ]}
      />
      {lifting && <Lift hold={lifting} onClose={() => setLifting(undefined)} />}
    </section>
  )
}

function Lift({ hold, onClose }: { hold: RetentionHold; onClose: () => void }) {
  const { t } = useTranslation('audit')
  const port = useBook()
  const { refuse } = useAct()
  const [why, setWhy] = useState('')
  const lift = async () => {
    try {
      await port.liftHold(hold.id, why.trim())
      onClose()
    } catch (error) {
      refuse(error)
    }
  }
  return (
    <Modal
      open
      title={t('hold.lift')}
      okText={t('hold.lift')}
      okButtonProps={{ disabled: why.trim() === '' }}
      cancelText={t('cancel')}
      onOk={() => void lift()}
      onCancel={onClose}
    >
      <label className="audit-lift">
        {t('hold.liftWhy')}
        <Input autoFocus value={why} onChange={({ target }) => setWhy(target.value)} />
      </label>
    </Modal>
  )
}
