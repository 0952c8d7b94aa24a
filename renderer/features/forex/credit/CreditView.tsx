import { Alert, Spin } from 'antd'
import { useEffect, useMemo, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { openRoom, titleTab } from '../../../app/navigation'
import type { ViewProps } from '../../../app/room'
import { WorkSteps } from '../../../app/steps/WorkSteps'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import type { ForexCreditView, ForexRunView } from '../../../data/port'
import { useForexChanges } from '../changes'
import { LawAsOf } from '../LawAsOf'
import { creditTitle } from '../ledger/title'
import { SubjectForms } from '../subject/SubjectForms'
import { aimAt, useAimed } from './aim'
import { ChannelStep } from './channel/ChannelStep'
import { CreditContext } from './context'
import { CreditHead } from './CreditHead'
import { CurrencyStep } from './currency/CurrencyStep'
import { DeclareStep } from './declare/DeclareStep'
import { DutiesStep } from './DutiesStep'
import { EvidenceStep } from './evidence/EvidenceStep'
import { FindingsStep } from './FindingsStep'
import { GoodsStep } from './goods/GoodsStep'
import { NettingStep } from './netting/NettingStep'
import { startStep, steps, type Place, type Step } from './steps'
import { WarehouseStep } from './WarehouseStep'
import '../../../styles/faces.css'
import '../forex.css'

const contents: Readonly<Record<Step, ComponentType>> = {
  subject: SubjectForms,
  channel: ChannelStep,
  goods: GoodsStep,
  netting: NettingStep,
  warehouse: WarehouseStep,
  currency: CurrencyStep,
  findings: FindingsStep,
  declare: DeclareStep,
  duties: DutiesStep,
  evidence: EvidenceStep,
}

type WizardProps = { credit: ForexCreditView; run: ForexRunView | undefined; start: Step }

function Wizard({ credit, run, start }: WizardProps) {
  const { t } = useTranslation('forex')
  const [step, setStep] = useState(start)
  const wizard = useMemo(
    () => ({
      credit,
      run,
      step,
      go: (place: Place) => {
        if ('step' in place) aimAt({ credit: credit.row.id, ...place })
        else openRoom('forex', { face: place.face })
      },
    }),
    [credit, run, step],
  )
  const root = useAimed(credit.row.id, step, setStep)
  const Content = contents[step]
  return (
    <CreditContext value={wizard}>
      <div ref={root} className="forex" data-view="forex/credit">
        <CreditHead />
        <WorkSteps
          room="forex"
          steps={steps.map((key) => ({ key, title: t(`step.${key}`) }))}
          current={step}
          onStep={setStep}
        >
          <Content key={step} />
        </WorkSteps>
        <LawAsOf />
      </div>
    </CreditContext>
  )
}

/** One receipt as a tab: every step can be opened at any time, and each act is stored at once. */
export function CreditView({ params }: ViewProps) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const id = params['id'] ?? ''
  const { value, state } = useQueryState(
    async () => ({
      credit: await port.forexCredit(id),
      subject: await port.forexSubject(),
      run: (await port.forexRuns())[0],
    }),
    `${useForexChanges()} ${id}`,
  )
  const title = value && creditTitle(value.credit.row)
  useEffect(() => {
    if (title) titleTab('forex/credit', params, title)
  }, [params, title])
  if (typeof state === 'object' && !value) return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin aria-label={t('loading')} />
  const { credit, subject, run } = value
  return <Wizard credit={credit} run={run} start={startStep(credit.row, subject !== undefined)} />
}
