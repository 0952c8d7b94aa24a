import { App, DatePicker, Input, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import type { LineEvent } from '#shared/rebate/life/states'
import { useBook } from '../../../app/book'
import type { Filter } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'
import { toldEvents, writtenKey } from '../words'
import { useWizard } from '../wizard/context'

const form = 'YYYY-MM-DD'
/** Events that an amount belongs to. */
const withAmount: ReadonlySet<LineEvent> = new Set(['pay', 'approve', 'reverse', 'repay'])
const amountShape = /^-?\d+(\.\d+)?$/

type Props = { lines: Filter | undefined; onDone: () => void; onClose: () => void }

/** What the tax office said or the officer did, for the lines picked or for all of them; the table of states decides. */
export function EventDialog({ lines, onDone, onClose }: Props) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { batch } = useWizard()
  const { message, modal } = App.useApp()
  const [event, setEvent] = useState<LineEvent>('declare')
  const [on, setOn] = useState(() => businessDay(new Date().toISOString()))
  const [text, setText] = useState('')
  const [amount, setAmount] = useState('')
  const [busy, setBusy] = useState(false)
  const wrong = amount !== '' && !amountShape.test(amount)
  const tell = async () => {
    if (wrong) return
    setBusy(true)
    const said = text.trim()
    const done = await act(() =>
      port.actOnRebateLines(
        batch.id,
        {
          event,
          on,
          ...(lines && { lines }),
          ...(said && { text: said }),
          ...(withAmount.has(event) && amount && { amount }),
        },
        said || t(`event.${event}`),
      ),
    )
    setBusy(false)
    if (!done) return
    void message.success(t('life.moved', { count: done.moved, event: t(`event.${event}`) }))
    if (done.left.length > 0) {
      modal.warning({
        title: t('life.left', { count: done.left.length }),
        content: (
          <ul className="face-list">
            {done.left.slice(0, 20).map(({ key, state }) => (
              <li key={key}>
                {writtenKey(key)} · {t(`state.${state}`)}
              </li>
            ))}
          </ul>
        ),
      })
    }
    onDone()
  }
  return (
    <Modal
      open
      title={t(lines ? 'life.tellPicked' : 'life.tellAll', { count: batch.lines })}
      okText={t('life.tell')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: wrong }}
      onOk={() => void tell()}
      onCancel={onClose}
    >
      <div className="face-fields" data-help="rebate.event">
        <label>
          {t('life.event')}
          <Select<LineEvent>
            autoFocus
            value={event}
            onChange={setEvent}
            options={toldEvents.map((value) => ({ value, label: t(`event.${value}`) }))}
          />
        </label>
        <label>
          {t('life.on')}
          <DatePicker
            allowClear={false}
            value={dayjs(on, form)}
            onChange={(day) => day && setOn(day.format(form))}
          />
        </label>
      </div>
      {withAmount.has(event) && (
        <label className="face-field">
          {t('life.amount')}
          <Input
            value={amount}
            status={wrong ? 'error' : ''}
            onChange={({ target }) => setAmount(target.value.trim())}
          />
        </label>
      )}
      <label className="face-field">
        {t('life.text')}
        <Input value={text} maxLength={500} onChange={({ target }) => setText(target.value)} />
      </label>
      {event === 'declare' && <p className="face-note">{t('life.declareSays')}</p>}
      {event === 'withdraw' && <p className="face-note">{t('life.withdrawSays')}</p>}
    </Modal>
  )
}
