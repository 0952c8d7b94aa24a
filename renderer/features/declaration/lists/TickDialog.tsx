import { Alert, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chain, type ChainMessage } from '#shared/protocol/transmitters'
import { useBook } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import type { Condition, Filter } from '../../../data/port'
import { ActScope } from './ActScope'
import { useScope } from './useScope'

/** Messages that somebody else may transmit and a 清单 waits for: a 收款单 may follow, so that none ever does. */
const others = chain.filter(
  ({ message, parties }) =>
    message !== 'CEB403' && parties.some((party) => party !== 'self' && party !== 'customs'),
)

/** Those of a filter that wait for a message of somebody else. */
const awaiting = (filter: Filter, message: ChainMessage): Filter => {
  const waits: Condition = { column: 'awaits', is: 'in', values: [message] }
  return { ...filter, where: [...(filter.where ?? []), waits] }
}

type TickDialogProps = {
  filter: Filter
  onConfirm: (filter: Filter, message: ChainMessage, note: string) => void
  onClose: () => void
}

/** 勾记: a message that another party transmitted, for every 清单 of a filter that waits for it; how many is said first. */
export function TickDialog({ filter, onConfirm, onClose }: TickDialogProps) {
  const { t } = useTranslation('declaration')
  const show = useText()
  const port = useBook()
  const changes = useChanges('lists', 'overlays')
  const { value: waits } = useQueryState(() => port.values('lists', 'awaits'), changes)
  const [chosen, setMessage] = useState<ChainMessage>()
  // What something waits for comes first; nothing need be chosen in the usual case.
  const wanted = others.find((step) => waits?.some(({ value }) => value === step.message))
  const message = chosen ?? (wanted ?? others[0]!).message
  const [note, setNote] = useState('')
  const scope = awaiting(filter, message)
  const totals = useScope(scope)
  const ready = (totals?.documents ?? 0) > 0
  const confirm = () => onConfirm(scope, message, note.trim())
  return (
    <Modal
      open
      title={t('act.tick')}
      okText={t('act.tick')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !ready }}
      onOk={confirm}
      onCancel={onClose}
    >
      <p>{t('ask.tick')}</p>
      <label className="reason">
        {t('tick.message')}
        <Select
          autoFocus
          aria-label={t('tick.message')}
          value={message}
          onChange={setMessage}
          options={others.map((step) => ({
            value: step.message,
            label: `${show(step.awaited)} (${show(step.name)} ${step.message})`,
          }))}
        />
      </label>
      {totals && !ready && <Alert type="info" showIcon title={t('tick.nothing')} />}
      {totals && ready && <ActScope totals={totals} />}
      <label className="reason">
        {t('record.chainNote')}
        <Input
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing && ready) confirm()
          }}
        />
      </label>
    </Modal>
  )
}
