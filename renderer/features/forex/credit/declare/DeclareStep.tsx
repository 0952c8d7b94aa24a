import { Alert, Empty } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormAnswers } from '#shared/forex/outputs/receipt-form'
import type { RmbAnswers } from '#shared/forex/outputs/rmb-note'
import { ActButton } from '../../../../app/ActButton'
import { useBook } from '../../../../app/book'
import { StateTag } from '../../../../components/StateTag'
import { useQueryState } from '../../../../app/useQuery'
import { useForexChanges } from '../../changes'
import { AnswerForm, useAnswers } from '../../forms/AnswerForm'
import { FormFields } from '../../forms/FormFields'
import { FormOutputs } from '../../forms/FormOutputs'
import { KeepForm } from '../../forms/KeepForm'
import { openQuestions, useFormSources } from '../../forms/useFormSources'
import { useDone } from '../../useDone'
import { useCredit } from '../context'
import { draftOf, sameDraft } from './draft'
import { receiptSections, replacedAs, rmbSections } from './fields'

const nothing = {}

/** 涉外收入申报单 of a receipt in foreign currency. */
function Receipt() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const done = useDone()
  const { credit } = useCredit()
  const { row, answers } = credit
  const form = useAnswers(
    `forex/form/${row.id}`,
    t('declare.receipt'),
    receiptSections,
    credit.forms.receipt?.answers ?? nothing,
  )
  const { sources, dialog } = useFormSources(form, replacedAs)
  const asked = form.answers as FormAnswers
  const { value, state } = useQueryState(
    async () => ({ form: await port.forexReceiptForm(row.id, asked) }),
    `${useForexChanges()} ${JSON.stringify(asked)}`,
  )
  const shown = value?.form
  const open = useMemo(() => openQuestions(receiptSections, shown?.fields), [shown?.fields])
  // The pre-check looks at the form as it was when it was put there.
  const isBehind =
    !!shown && !!answers.form && row.stage !== 'presented' && !sameDraft(answers.form, draftOf(shown.fields))
  const keep = () =>
    shown &&
    void done(() =>
      port.answerForexCredit(row.id, { ...answers, form: draftOf(shown.fields) }, t('why.form')),
    )
  if (state === 'ready' && !shown)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('declare.noReceipt')} />
  return (
    <>
      <section className="face-card" aria-label={t('declare.receipt')} data-help="forex.receiptForm">
        <div className="face-tools">
          <h2>{t('declare.receipt')}</h2>
          <span className="face-space" />
          {isBehind && <StateTag tone="bad">{t('declare.behind')}</StateTag>}
          <ActButton does="answerForexCredit" disabled={!shown || row.stage === 'presented'} onClick={keep}>
            {t('declare.keep')}
          </ActButton>
          <KeepForm form={form} asked={{ form: 'receipt', answers: asked }} kept={credit.forms.receipt} />
          <FormOutputs which={{ form: 'receipt', credit: row.id, answers: asked }} label={row.day} />
        </div>
        {shown && (
          <FormFields
            label={t('declare.receipt')}
            fields={shown.fields}
            faults={shown.faults}
            sources={sources}
          />
        )}
      </section>
      <section className="face-card" aria-label={t('declare.answers')}>
        <AnswerForm
          label={t('declare.answers')}
          help="forex.receiptForm"
          sections={open}
          form={form}
          onSubmit={keep}
        />
      </section>
      {dialog}
    </>
  )
}

/** 跨境业务人民币结算收款说明 of a receipt in CNY. */
function RmbNote() {
  const { t } = useTranslation('forex')
  const port = useBook()
  const { credit } = useCredit()
  const { row } = credit
  const kept = credit.forms.rmb?.answers
  const form = useAnswers(`forex/rmb/${row.id}`, t('declare.rmb'), rmbSections, kept ?? nothing)
  const { sources, dialog } = useFormSources(form, replacedAs)
  const asked = {
    goods: '',
    paperUse: '',
    filledBy: '',
    phone: '',
    ...form.answers,
  } as RmbAnswers
  const { value, state } = useQueryState(
    async () => ({ note: await port.forexRmbNote(row.id, asked) }),
    `${useForexChanges()} ${JSON.stringify(asked)}`,
  )
  const shown = value?.note
  const open = useMemo(() => openQuestions(rmbSections, shown?.fields), [shown?.fields])
  if (state === 'ready' && !shown)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('declare.noRmb')} />
  return (
    <>
      <section className="face-card" aria-label={t('declare.rmb')} data-help="forex.rmbNote">
        <div className="face-tools">
          <h2>{t('declare.rmb')}</h2>
          <span className="face-space" />
          <KeepForm form={form} asked={{ form: 'rmb', answers: asked }} kept={credit.forms.rmb} />
          <FormOutputs which={{ form: 'rmb', credit: row.id, answers: asked }} label={row.day} />
        </div>
        {shown && (
          <FormFields
            label={t('declare.rmb')}
            fields={shown.fields}
            faults={shown.faults}
            sources={sources}
          />
        )}
      </section>
      <section className="face-card" aria-label={t('declare.answers')}>
        <AnswerForm
          label={t('declare.answers')}
          help="forex.rmbNote"
          sections={open}
          form={form}
          onSubmit={() => undefined}
        />
      </section>
      {dialog}
    </>
  )
}

/** 申报数据: the form that this receipt is declared with, field by field, and where it does not add up. */
export function DeclareStep() {
  const { t } = useTranslation('forex')
  const { credit } = useCredit()
  const { row, verdict } = credit
  return (
    <div className="face-page face-scroll" data-help="forex.declare">
      {!verdict && <Alert type="info" showIcon title={t('declare.checkFirst')} />}
      {verdict && (row.currency === 'CNY' ? <RmbNote /> : <Receipt />)}
    </div>
  )
}
