import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { questions, type Answers, type Question } from './subject'

type Props = { answers: Answers; onAnswer: (id: Question, value: string) => void; children: ReactNode }

/** What a verdict depends on, asked in one strip; nothing is asked twice and nothing has to be answered. */
export function SubjectForm({ answers, onAnswer, children }: Props) {
  const { t } = useTranslation('zones')
  const answerIn = (value: string) =>
    /^\d/.test(value) ? value.replace('-I', t('import')) : t(`answer.${value || 'unknown'}`)
  return (
    <div
      className="face-tools zones-subject"
      role="group"
      aria-label={t('subject')}
      data-help="zones.subject"
    >
      {questions.map(({ id, answers: offered }) => (
        <label key={id}>
          {t(`question.${id}`)}
          {offered ? (
            <Select
              aria-label={t(`question.${id}`)}
              className="zones-answer"
              value={answers[id]}
              onChange={(value: string) => onAnswer(id, value)}
              options={offered.map((value) => ({ value, label: answerIn(value) }))}
            />
          ) : (
            <Input
              aria-label={t(`question.${id}`)}
              className="zones-answer number"
              maxLength={6}
              placeholder={t('division')}
              value={answers[id]}
              onChange={({ target }) => onAnswer(id, target.value)}
            />
          )}
        </label>
      ))}
      {children}
    </div>
  )
}
