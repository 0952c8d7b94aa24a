import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptApplication } from '#shared/forex/book/forms'
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
import { HandIn } from './HandIn'

type Props = {
  /** Absent: a further one. */
  kept: KeptApplication | undefined
  /** What is left to ask for, with which a further one starts. */
  left: string
  /** Its number once it is stored, undefined once it was taken back. */
  onKept: (no: number | undefined) => void
}

/** One 结汇申请: what banks ask for (口径待确认); read only once it was handed in. */
export function Application({ kept, left, onKept }: Props) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const { credit } = useCredit()
  const { row } = credit
  const day = today()
  const no = kept?.no
  const start = useMemo(
    () => kept?.answers ?? { amount: left, way: 'spot', date: day },
    [day, kept?.answers, left],
  )
  const title = no === undefined ? t('application.further') : t('application.numbered', { no })
  const form = useAnswers(`forex/application/${row.id}/${no ?? 'new'}`, title, applicationSections, start)
  const typed = {
    amount: left,
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
  } as ApplicationAnswers
  const fixed = kept?.submitted !== undefined
  const answers = fixed ? kept.answers : typed
  const asked = { form: 'application' as const, answers, no }
  const { value } = useQueryState(
    async () => ({ form: await port.forexApplication(row.id, answers, no) }),
    `${useForexChanges()} ${JSON.stringify(asked)}`,
  )
  const shown = value?.form
  return (
    <section className="face-card" aria-label={title} data-help="forex.application">
      <div className="face-tools">
        <h2>{title}</h2>
        {shown && !fixed && (
          <span className="face-note">
            {t('application.available', { amount: showAmount(shown.available, row.currency) })}
          </span>
        )}
        <span className="face-space" />
        {!fixed && (
          <KeepForm
            form={form}
            asked={asked}
            kept={kept}
            onKept={onKept}
            onDropped={() => onKept(undefined)}
          />
        )}
        <FormOutputs which={{ ...asked, credit: row.id }} label={`${row.day} ${no ?? ''}`.trim()} />
      </div>
      {kept && <HandIn application={kept} dirty={form.dirty} />}
      {!fixed && (
        <AnswerForm
          label={title}
          help="forex.application"
          sections={applicationSections}
          form={form}
          onSubmit={() => undefined}
        />
      )}
      {shown && <FormFields label={title} fields={shown.fields} faults={fixed ? undefined : shown.faults} />}
    </section>
  )
}
