import { Alert, Spin } from 'antd'
import { useEffect, useMemo, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { titleTab } from '../../../app/navigation'
import type { ViewProps } from '../../../app/room'
import { WorkSteps } from '../../../app/steps/WorkSteps'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import type { RebateBatchView } from '../../../data/port'
import { AmountsStep } from '../amounts/AmountsStep'
import { useRebateChanges } from '../changes'
import { DeadlinesStep } from '../deadlines/DeadlinesStep'
import { EnterpriseStep } from '../enterprise/EnterpriseStep'
import { FindingsStep } from '../findings/FindingsStep'
import { LifeStep } from '../life/LifeStep'
import { LinesStep } from '../lines/LinesStep'
import { LinksStep } from '../links/LinksStep'
import { PapersStep } from '../papers/PapersStep'
import { ResultStep } from '../result/ResultStep'
import { TreatmentStep } from '../treatment/TreatmentStep'
import { BatchHead } from './BatchHead'
import { BatchStep } from './BatchStep'
import { WizardContext } from './context'
import { startStep, stepsOf, type Focus, type Step } from './steps'
import '../../../styles/faces.css'
import '../rebate.css'

const contents: Readonly<Record<Step, ComponentType>> = {
  batch: BatchStep,
  enterprise: EnterpriseStep,
  lines: LinesStep,
  treatment: TreatmentStep,
  links: LinksStep,
  findings: FindingsStep,
  amounts: AmountsStep,
  deadlines: DeadlinesStep,
  papers: PapersStep,
  result: ResultStep,
  life: LifeStep,
}

function Wizard({ batch, start, link }: { batch: RebateBatchView; start: Step; link: string | undefined }) {
  const { t } = useTranslation('rebate')
  const [at, setAt] = useState<{ step: Step; focus?: Focus | undefined }>(() =>
    link === undefined ? { step: start } : { step: 'links', focus: { id: link, field: '', kind: 'links' } },
  )
  const steps = stepsOf(batch.kind).map((key) => ({ key, title: t(`step.${key}`) }))
  const wizard = useMemo(
    () => ({
      batch,
      step: at.step,
      focus: at.focus,
      go: (step: Step, focus?: Focus) => setAt({ step, focus }),
    }),
    [at, batch],
  )
  const Content = contents[at.step]
  return (
    <WizardContext value={wizard}>
      <BatchHead batch={batch} />
      <WorkSteps room="rebate" steps={steps} current={at.step} onStep={(step) => setAt({ step })}>
        <Content key={at.step} />
      </WorkSteps>
    </WizardContext>
  )
}

/** One batch as a tab: every step can be opened at any time, and each act is stored at once. */
export function BatchView({ params }: ViewProps) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const id = params['id'] ?? ''
  const changes = useRebateChanges()
  const { value, state } = useQueryState(
    async () => ({ batch: await port.rebateBatch(id), enterprise: await port.rebateEnterprise() }),
    `${changes} ${id}`,
  )
  const batch = value?.batch
  const asked = batch && stepsOf(batch.kind).find((step) => step === params['step'])
  // What leads here may name a place again after the officer went on to another.
  const [led, setLed] = useState({ params, times: 0 })
  if (led.params !== params) setLed({ params, times: led.times + 1 })
  const title = batch && `${t('title')} ${batch.period}-${batch.number}`
  useEffect(() => {
    if (title) titleTab('rebate/batch', params, title)
  }, [params, title])
  if (typeof state === 'object' && !batch) return <Alert type="error" showIcon title={show(state.error)} />
  if (!batch) return <Spin aria-label={t('loading')} />
  return (
    <div className="rebate-batch" data-view="rebate/batch">
      <Wizard
        key={led.times}
        batch={batch}
        start={asked ?? startStep(batch, value.enterprise !== undefined)}
        link={params['link']}
      />
    </div>
  )
}
