import { DatePicker, Input, Modal, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EnterNext } from '../../../components/EnterNext'
import { useText } from '../../../components/text'
import type { RebateAnswers } from '../../../data/port'
import { answered, isShaped, questions, valueOf, type Question } from './questions'

const dayForm = 'YYYY-MM-DD'

type FieldProps = {
  question: Question
  answers: RebateAnswers
  /** What holds where nothing is answered here. */
  beneath: RebateAnswers | undefined
  onChange: (answers: RebateAnswers) => void
}

function AnswerField({ question, answers, beneath, onChange }: FieldProps) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const value = valueOf(question, answers)
  const change = (next: string | string[]) => onChange(answered(answers, question, next))
  const label = show(question.label)
  const under = beneath && valueOf(question, beneath)
  const said = (one: string) => {
    const named = question.options?.find((option) => option.value === one)
    return named ? show(named.label) : one === 'yes' || one === 'no' ? t(`answer.${one}`) : one
  }
  const placeholder =
    under && under.length > 0
      ? t('answer.ofBatch', { value: [under].flat().map(said).join(' ') })
      : t('answer.none')
  if (['text', 'quantity', 'fraction'].includes(question.kind)) {
    const shaped = isShaped(question, answers)
    return (
      <Input
        aria-label={label}
        status={shaped ? '' : 'error'}
        title={shaped ? '' : t('answer.shape')}
        placeholder={placeholder}
        value={value as string}
        onChange={({ target }) => change(target.value.trim())}
      />
    )
  }
  if (question.kind === 'day') {
    return (
      <DatePicker
        aria-label={label}
        placeholder={placeholder}
        value={value === '' ? null : dayjs(value as string, dayForm)}
        onChange={(day) => change(day ? day.format(dayForm) : '')}
      />
    )
  }
  if (question.kind === 'yesNo') {
    return (
      <Segmented
        aria-label={label}
        size="small"
        value={value as string}
        onChange={change}
        options={[
          { value: '', label: placeholder },
          { value: 'yes', label: t('answer.yes') },
          { value: 'no', label: t('answer.no') },
        ]}
      />
    )
  }
  const options = question.options!.map((option) => ({ value: option.value, label: show(option.label) }))
  return question.kind === 'many' ? (
    <Select
      mode="multiple"
      allowClear
      aria-label={label}
      placeholder={placeholder}
      value={value as string[]}
      onChange={change}
      options={options}
    />
  ) : (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={placeholder}
      value={(value as string) || null}
      onChange={(next: string | undefined) => change(next ?? '')}
      options={options}
    />
  )
}

type Props = {
  title: string
  start: RebateAnswers
  beneath?: RebateAnswers | undefined
  /** The question a finding led to. */
  first?: string
  onSave: (answers: RebateAnswers) => Promise<boolean>
  onClose: () => void
}

/** Bring the field a finding is about into sight, with the focus in it. */
function led(row: HTMLDivElement | null): void {
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector<HTMLElement>('input')?.focus()
}

/** Answers of a batch, or of lines that differ from it. */
export function AnswersDialog({ title, start, beneath, first, onSave, onClose }: Props) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const [answers, setAnswers] = useState(start)
  const [busy, setBusy] = useState(false)
  const shaped = questions.every((question) => isShaped(question, answers))
  const save = async () => {
    if (!shaped) return
    setBusy(true)
    if (await onSave(answers)) onClose()
    else setBusy(false)
  }
  return (
    <Modal
      open
      width="min(900px, 94vw)"
      title={title}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !shaped }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="face-note">{t('answer.left')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <EnterNext className="rebate-answers">
          {questions.map((question) => (
            <div
              key={question.key}
              ref={question.key === first ? led : undefined}
              className={question.key === first ? 'rebate-answer face-marked' : 'rebate-answer'}
              data-help="rebate.answers"
            >
              <span>{show(question.label)}</span>
              <AnswerField question={question} answers={answers} beneath={beneath} onChange={setAnswers} />
            </div>
          ))}
        </EnterNext>
      </form>
    </Modal>
  )
}
