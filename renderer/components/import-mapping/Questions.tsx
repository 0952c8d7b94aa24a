import { Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../text'
import type { MappingQuestion } from './types'

type QuestionsProps = {
  questions: readonly MappingQuestion[]
  onAnswer: ((key: string, value: string) => void) | undefined
}

function Question({
  question,
  onAnswer,
}: {
  question: MappingQuestion
  onAnswer: QuestionsProps['onAnswer']
}) {
  const show = useText()
  const id = useId()
  const common = { id, value: question.value, 'aria-describedby': `${id}-why` }
  return (
    <div className="mapping-question">
      <label htmlFor={id}>{show(question.title)}</label>
      {question.options ? (
        <Select
          {...common}
          value={question.value || null}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(value: string) => onAnswer?.(question.key, value)}
          options={question.options.map(({ value, label }) => ({ value, label: show(label) }))}
        />
      ) : (
        <Input {...common} onChange={(event) => onAnswer?.(question.key, event.target.value)} />
      )}
      <div id={`${id}-why`} className="mapping-hint">
        {show(question.why)}
      </div>
    </div>
  )
}

/** What the file does not say is asked, once a shop, and never guessed. */
export function Questions({ questions, onAnswer }: QuestionsProps) {
  const { t } = useTranslation('components')
  return (
    <section className="mapping-box">
      <h3>{t('mapping.questions')}</h3>
      {questions.map((question) => (
        <Question key={question.key} question={question} onAnswer={onAnswer} />
      ))}
    </section>
  )
}
