import { App, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { letterOutcomes } from '#shared/rebate/life/letters'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import type { RebateLetterRow } from '../../../data/port'
import { DayField } from './DayField'

type Outcome = (typeof letterOutcomes)[number]

/** How a letter was answered; a clear one lets its lines go on where no other letter holds them. */
export function AnswerLetter({ letter, onClose }: { letter: RebateLetterRow; onClose: () => void }) {
  const { t } = useTranslation('rebateAfter')
  const port = useBook()
  const act = useAttempt()
  const { message } = App.useApp()
  const [on, setOn] = useState(() => businessDay(new Date().toISOString()))
  const [outcome, setOutcome] = useState<Outcome>('clear')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const store = async () => {
    setBusy(true)
    const answer = { on, outcome, note: note.trim() }
    const done = await act(() => port.answerRebateLetter(letter.id, answer, t('why.answer')))
    setBusy(false)
    if (!done) return
    void message.success(t('letter.released', { count: done.released }))
    onClose()
  }
  return (
    <Modal
      open
      title={t('letter.answerTitle', { supplier: letter.sellerName })}
      okText={t('letter.store')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void store()}
      onCancel={onClose}
    >
      <div className="rebate-form" data-help="rebate.letters">
        <DayField label={t('letter.answeredOn')} value={on} onChange={setOn} />
        <label>
          {t('letter.outcome')}
          <Select<Outcome>
            autoFocus
            aria-label={t('letter.outcome')}
            value={outcome}
            onChange={setOutcome}
            options={letterOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
        </label>
        <label className="rebate-form-wide">
          {t('letter.note')}
          <Input maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
        </label>
      </div>
      <p className="face-note">{t(outcome === 'clear' ? 'letter.clearSays' : 'letter.otherSays')}</p>
    </Modal>
  )
}
