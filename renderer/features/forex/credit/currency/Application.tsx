import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationAnswers } from '#shared/forex/outputs/settlement-application'
import { useBook } from '../../../../app/book'
import { useQueryState } from '../../../../app/useQuery'
import { showAmount } from '../../../../components/numbers'
import { useForexChanges } from '../../changes'
import { AnswerForm, useAnswers } from '../../forms/AnswerForm'
import { FormFields } from '../../forms/FormFields'
import { FormOutputs } from '../../forms/FormOutputs'
import { KeepForm } from '../../forms/KeepForm'
import { today } from '../../words'
import { useCredit } from '../context'
import { applicationSections } from '../declare/fields'

/** 结汇申请: what banks ask for (口径待确认); a part only as far as the pre-check supports it. `start`: all of that. */
export function Application({ start: amount }: { start: string }) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const { credit } = useCredit()
  const { row } = credit
  const day = today()
  const kept = credit.forms.application?.answers
  const start = useMemo(() => kept ?? { amount, way: 'spot', date: day }, [amount, day, kept])
  const form = useAnswers(`forex/application/${row.id}`, t('application.title'), applicationSections, start)
  const asked = {
    amount,
    way: 'spot',
    date: day,
    fromAccount: '',
    toAccount: '',
    accountName: '',
    use: '',
    attachments: [],
    maker: '',
    checker: '',
    ...form.answers,
  } as unknown as Omit<ApplicationAnswers, 'earlier'>
  const { value } = useQueryState(
    async () => ({ form: await port.forexApplication(row.id, asked) }),
    `${useForexChanges()} ${JSON.stringify(asked)}`,
  )
  const shown = value?.form
  return (
    <section className="face-card" aria-label={t('application.title')} data-help="forex.application">
      <div className="face-tools">
        <h2>{t('application.title')}</h2>
        {shown && (
          <span className="face-note">
            {t('application.available', { amount: showAmount(shown.available, row.currency) })}
          </span>
        )}
        <span className="face-space" />
        <KeepForm form={form} asked={{ form: 'application', answers: asked }} />
        <FormOutputs which={{ form: 'application', credit: row.id, answers: asked }} label={row.day} />
      </div>
      <AnswerForm
        label={t('application.title')}
        help="forex.application"
        sections={applicationSections}
        form={form}
        onSubmit={() => undefined}
      />
      {shown && <FormFields label={t('application.title')} fields={shown.fields} faults={shown.faults} />}
    </section>
  )
}
