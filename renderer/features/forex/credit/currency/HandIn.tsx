import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptApplication } from '#shared/forex/book/forms'
import { ActButton } from '../../../../app/ActButton'
import { useBook } from '../../../../app/book'
import { useDone } from '../../useDone'
import { today } from '../../words'
import { useCredit } from '../context'

const form = 'YYYY-MM-DD'

type Props = {
  application: KeptApplication
  /** Something of it is typed and not stored: it is not handed in as it stands. */
  dirty: boolean
}

/** When an application was handed to the bank, and when the bank gave it back. */
export function HandIn({ application, dirty }: Props) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const done = useDone()
  const { credit } = useCredit()
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const { no, submitted, returned } = application
  const { id, stage } = credit.row
  if (returned) return <p className="face-note">{t('application.cameBack', returned)}</p>
  const hand = () =>
    submitted
      ? port.returnForexApplication(id, no, on, reason.trim())
      : port.submitForexApplication(id, no, on, t('why.submitApplication', { no }))
  const ready = submitted ? reason.trim() !== '' : !dirty && stage === 'presented'
  return (
    <form
      className="face-tools"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void done(hand)
      }}
    >
      {submitted && <span className="face-note">{t('application.handed', submitted)}</span>}
      <DatePicker
        allowClear={false}
        aria-label={submitted ? t('application.returnedOn') : t('application.submittedOn')}
        value={dayjs(on, form)}
        onChange={(day) => day && setOn(day.format(form))}
      />
      {submitted && (
        <Input
          className="face-word"
          aria-label={t('application.reason')}
          placeholder={t('application.reason')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <ActButton
        does={submitted ? 'returnForexApplication' : 'submitForexApplication'}
        htmlType="submit"
        disabled={!ready}
      >
        {submitted ? t('application.return') : t('application.submit')}
      </ActButton>
      {!submitted && stage !== 'presented' && (
        <span className="face-note">{t('application.presentFirst')}</span>
      )}
    </form>
  )
}
