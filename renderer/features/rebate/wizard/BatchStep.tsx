import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { showTime } from '../../../components/time'
import { useAttempt } from '../../../app/useAttempt'
import { writtenPeriod } from '../words'
import { useWizard } from './context'
import { ManufacturerForm } from '../amounts/ManufacturerForm'

/** 所属期与批次: what the batch is called, and for a manufacturer the figures of its period. */
export function BatchStep() {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { batch } = useWizard()
  const [note, setNote] = useState(batch.note)
  const save = () => act(() => port.editRebateBatch(batch.id, { note: note.trim() }, t('why.note')))
  return (
    <div className="face-page face-scroll">
      <section className="face-card" aria-label={t('step.batch')}>
        <dl className="face-facts">
          <dt>{t('batch.period')}</dt>
          <dd>{writtenPeriod(batch.period)}</dd>
          <dt>{t('batch.number')}</dt>
          <dd>{batch.number}</dd>
          <dt>{t('batch.kind')}</dt>
          <dd>{t(`kindSays.${batch.kind}`)}</dd>
          <dt>{t('batch.createdAt')}</dt>
          <dd>{showTime(batch.createdAt)}</dd>
          <dt>{t('batch.note')}</dt>
          <dd>
            <form
              className="face-tools"
              onSubmit={(event) => {
                event.preventDefault()
                void save()
              }}
            >
              <Input
                className="face-wide-input"
                aria-label={t('batch.note')}
                maxLength={100}
                value={note}
                onChange={({ target }) => setNote(target.value)}
              />
              <ActButton does="editRebateBatch" htmlType="submit" disabled={note.trim() === batch.note}>
                {t('save')}
              </ActButton>
            </form>
          </dd>
        </dl>
        <p className="face-note">{t('batch.numbersStay')}</p>
      </section>
      {batch.kind === 'manufacturer' && <ManufacturerForm />}
    </div>
  )
}
