import { Input, Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Zone } from '#shared/zones/zone'
import { CipherChoice } from '../../components/CipherChoice'
import { foldWidth } from '../../components/normalize'
import { useText } from '../../components/text'
import { setDevice, useDevice } from '../device'
import type { AnswerKey, Answers } from './answers'
import { Question } from './Question'

export type StepProps = {
  answers: Answers
  change: (part: Partial<Answers>) => void
  faultOf: (key: AnswerKey) => string | undefined
  /** Zones to choose from. */
  zones: readonly Zone[]
}

type TextQuestionProps = StepProps & {
  field: AnswerKey
  secret?: boolean
  code?: boolean
  autoFocus?: boolean
}

/** A reason is shown once the officer has left the field, not while they type. */
function TextQuestion({ answers, change, faultOf, field, secret, code, autoFocus }: TextQuestionProps) {
  const { t } = useTranslation('app')
  const [left, setLeft] = useState(false)
  const fault = left && answers[field] !== '' ? faultOf(field) : undefined
  const Field = secret ? Input.Password : Input
  return (
    <Question label={t(`firstRun.${field}`)} hint={t(`firstRun.hint.${field}`)} fault={fault}>
      {({ id, describedBy }) => (
        <Field
          id={id}
          aria-describedby={describedBy}
          aria-invalid={fault !== undefined}
          status={fault ? 'error' : undefined}
          autoFocus={autoFocus}
          autoComplete="off"
          value={answers[field]}
          onChange={(event) => change({ [field]: event.target.value })}
          onBlur={() => {
            if (code) change({ [field]: foldWidth(answers[field]).toUpperCase() })
            setLeft(true)
          }}
        />
      )}
    </Question>
  )
}

export function LanguageStep(): ReactNode {
  const { t } = useTranslation('app')
  const language = useDevice((state) => state.language)
  return (
    <Radio.Group
      className="choices"
      value={language}
      onChange={(event) => setDevice({ language: event.target.value })}
      options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
    />
  )
}

export function KindStep({ answers, change }: StepProps): ReactNode {
  const { t } = useTranslation('app')
  return (
    <Radio.Group
      className="choices"
      value={answers.kind}
      onChange={(event) => change({ kind: event.target.value })}
      options={(['practice', 'real'] as const).map((value) => ({
        value,
        label: (
          <span className="choice">
            <strong>{t(`firstRun.kind.${value}`)}</strong>
            <span>{t(`firstRun.kindHint.${value}`)}</span>
          </span>
        ),
      }))}
    />
  )
}

export function CompanyStep(props: StepProps): ReactNode {
  return (
    <>
      <TextQuestion {...props} field="uscc" code autoFocus />
      <TextQuestion {...props} field="name" />
    </>
  )
}

export function PlaceStep(props: StepProps): ReactNode {
  const { t } = useTranslation('app')
  const show = useText()
  return (
    <>
      <TextQuestion {...props} field="customsCode" code autoFocus />
      <Question label={t('firstRun.zone')} hint={t('firstRun.hint.zone')}>
        {({ id, describedBy }) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            showSearch={{ optionFilterProp: 'label' }}
            value={props.answers.zone || undefined}
            onChange={(zone: string) => props.change({ zone })}
            options={props.zones.map((zone) => ({
              value: zone.id,
              label: `${show(zone.name)} · ${show(zone.province)}`,
            }))}
          />
        )}
      </Question>
    </>
  )
}

export function OfficerStep(props: StepProps): ReactNode {
  const { t } = useTranslation('app')
  return (
    <>
      <TextQuestion {...props} field="officer" autoFocus />
      <TextQuestion {...props} field="password" secret />
      <TextQuestion {...props} field="repeat" secret />
      <Question
        label={t('firstRun.cipher')}
        hint={props.answers.cipher === 'sm4-gcm' ? undefined : t('firstRun.hint.cipher')}
      >
        {({ id }) => (
          <CipherChoice
            id={id}
            value={props.answers.cipher}
            onChange={(cipher) => props.change({ cipher })}
          />
        )}
      </Question>
    </>
  )
}
