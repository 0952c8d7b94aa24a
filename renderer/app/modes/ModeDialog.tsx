import { Alert, Button, Modal, Select, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModeAnswers } from '#shared/declaration/modes/facts'
import type { ModePath } from '#shared/model/mode'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import type { Filter, ModeChoices } from '../../data/port'
import { useBook } from '../book'
import { useChanges } from '../useChanges'
import { useQueryState } from '../useQuery'
import { ModePreviewPanel } from './ModePreviewPanel'
import { PathList } from './PathList'
import { RateFields } from './RateFields'
import { useChangeMode } from './useChangeMode'
import './modes.css'

const questions = {
  buyer: ['consumer', 'business', 'warehouse', 'unknown'],
  place: ['outside', 'bonded'],
  rebate: ['goods', 'yes', 'no'],
} as const satisfies { [Q in keyof ModeAnswers]: readonly ModeAnswers[Q][] }

type Answer = ModeAnswers[keyof ModeAnswers]
const first: ModeAnswers = { buyer: 'unknown', place: 'outside', rebate: 'goods' }

type ModeDialogProps = {
  orders: Filter
  onClose: () => void
}

/** 选择申报方式: three answers, then every way with its reasons, then what the change would do, then the change. */
export function ModeDialog({ orders, onClose }: ModeDialogProps) {
  const { t } = useTranslation('modes')
  const show = useText()
  const port = useBook()
  const [answers, setAnswers] = useState(first)
  const [path, setPath] = useState<ModePath | ''>()
  const changes = useChanges('settings', 'goods', 'templates', 'overlays')
  const key = JSON.stringify([orders, answers, changes])
  const { value, state } = useQueryState(() => port.modeChoices(orders, answers), key)
  const { preview, failure, busy, change } = useChangeMode(orders, path, onClose)
  const choices = value as ModeChoices | undefined
  return (
    <Modal
      open
      width={1060}
      centered
      className="modes"
      title={choices ? t('title', { count: choices.orders }) : t('open')}
      okText={t('ok', { count: preview ? preview.orders - preview.declared : 0 })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !preview || preview.orders === 0, loading: busy }}
      onOk={() => void change()}
      onCancel={onClose}
    >
      <div className="modes-questions" role="group" aria-label={t('questions')}>
        {(Object.keys(questions) as (keyof ModeAnswers)[]).map((question, at) => (
          <label key={question} data-help={`modes.${question}`}>
            {t(`question.${question}`)}
            <Select<Answer>
              autoFocus={at === 0}
              aria-label={t(`question.${question}`)}
              value={answers[question]}
              onChange={(answer) => setAnswers({ ...answers, [question]: answer })}
              options={questions[question].map((each) => ({
                value: each,
                label: t(`answer.${question}.${each}`),
              }))}
            />
          </label>
        ))}
      </div>
      {choices && choices.currencies.length > 0 && answers.buyer !== 'consumer' && (
        <RateFields currencies={choices.currencies} rates={choices.rates} />
      )}
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {!choices && state === 'loading' && <Spin className="modes-loading" />}
      {choices?.orders === 0 && <Alert type="info" showIcon title={t('none')} />}
      {choices && choices.orders > 0 && (
        <PathList choices={choices} answered={answers.buyer !== 'unknown'} chosen={path} onChoose={setPath} />
      )}
      <Button
        type={path === '' ? 'primary' : 'default'}
        size="small"
        aria-pressed={path === ''}
        data-help="modes.template"
        onClick={() => setPath('')}
      >
        {t('asTemplate')}
      </Button>
      {failure && <Alert type="error" showIcon title={show(failure)} />}
      {path !== undefined && preview && <ModePreviewPanel path={path} preview={preview} />}
      {choices && (
        <p className="modes-note">
          {t('sure', { zone: show(choices.zone), count: groupDigits(String(choices.orders)) })}
        </p>
      )}
    </Modal>
  )
}
