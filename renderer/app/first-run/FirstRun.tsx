import { Alert, Button, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookEntry } from '#shared/ipc/vault'
import type { Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { WizardFrame } from '../../components/WizardFrame'
import { backToBooks, createBook } from '../book'
import { useDevice } from '../device'
import { Entrance } from '../unlock/Entrance'
import { RestoreBook } from '../unlock/RestoreBook'
import { answerFault, enterpriseOf, type AnswerKey, type Answers } from './answers'
import { CompanyStep, KindStep, LanguageStep, OfficerStep, PlaceStep, type StepProps } from './steps'
import { practiceEnterprise } from './practice-enterprise'
import { useKnownZones } from './useKnownZones'

type FirstRunProps = { books: readonly BookEntry[]; failure?: Failure }

const empty: Answers = {
  kind: 'practice',
  uscc: '',
  name: '',
  customsCode: '',
  zone: '',
  officer: '',
  password: '',
  repeat: '',
  cipher: 'aes-256-gcm',
}

const steps: readonly {
  key: string
  asks: readonly AnswerKey[]
  Content: (props: StepProps) => React.ReactNode
}[] = [
  { key: 'language', asks: [], Content: LanguageStep },
  { key: 'kind', asks: ['kind'], Content: KindStep },
  { key: 'company', asks: ['uscc', 'name'], Content: CompanyStep },
  { key: 'place', asks: ['customsCode', 'zone'], Content: PlaceStep },
  { key: 'officer', asks: ['officer', 'password', 'repeat'], Content: OfficerStep },
]

/** Five questions, and nothing else: everything more is asked where it is first needed. */
export function FirstRun({ books, failure }: FirstRunProps) {
  const { t } = useTranslation('app')
  const show = useText()
  const language = useDevice((state) => state.language)
  const [current, setCurrent] = useState(0)
  const [busy, setBusy] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  const [answers, setAnswers] = useState(empty)
  const zones = useKnownZones(answers.kind)
  const change = (part: Partial<Answers>) => setAnswers((before) => ({ ...before, ...part }))

  const faultOf = (key: AnswerKey): string | undefined => {
    const fault = answerFault(key, answers)
    return fault && t(`firstRun.fault.${fault}`)
  }
  const finish = async () => {
    setBusy(true)
    await createBook(enterpriseOf(answers, zones), answers.password, answers.cipher)
    setBusy(false)
  }
  const tryPractice = () => {
    const { name, ...codes } = practiceEnterprise
    change({ kind: 'practice', ...codes, name: name[language] })
    setCurrent(steps.length - 1)
  }
  if (isRestoring) {
    return (
      <Entrance>
        <RestoreBook onBack={() => setRestoring(false)} />
      </Entrance>
    )
  }
  return (
    <Entrance>
      <Typography.Title level={3}>{t('firstRun.title')}</Typography.Title>
      {failure && <Alert type="error" showIcon title={show(failure.text)} className="entrance-alert" />}
      {current < 2 && (
        <div className="quick-start">
          <div>
            <strong>{t('firstRun.try')}</strong>
            <p>{t('firstRun.tryHint')}</p>
          </div>
          <Button type={current === 0 ? 'primary' : 'default'} onClick={tryPractice}>
            {t('firstRun.tryButton')}
          </Button>
        </div>
      )}
      <WizardFrame
        current={current}
        onStep={setCurrent}
        onFinish={finish}
        finishLabel={t('firstRun.finish')}
        busy={busy}
        onCancel={books.length > 0 ? () => backToBooks(books) : undefined}
        steps={steps.map(({ key, asks, Content }) => ({
          key,
          title: t(`firstRun.step.${key}`),
          blocked: asks.map(faultOf).find((fault) => fault !== undefined),
          content: <Content answers={answers} change={change} faultOf={faultOf} zones={zones} />,
        }))}
      />
      {current === 0 && (
        <Button type="link" className="entrance-more" onClick={() => setRestoring(true)}>
          {t('safety:restore.title')}
        </Button>
      )}
    </Entrance>
  )
}
